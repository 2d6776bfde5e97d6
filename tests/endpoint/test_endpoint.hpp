// A server that takes requests into a fresh store, with the sample catalogue.
#pragma once

#include "endpoint/application.hpp"
#include "endpoint/http/server.hpp"
#include "endpoint/requests/request_route.hpp"
#include "endpoint/store/store.hpp"
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/raw_client.hpp"

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace kontingent::endpoint {

std::filesystem::path sample_catalogue_file();
Catalogue const& sample_catalogue();

// Valid requests, as the portal sends them; the package's price is right.
nlohmann::json package_request();
nlohmann::json on_demand_request();
nlohmann::json question_request();

// All of a test's requests come from one address, as many as the machine is quick enough to send.
inline RequestRouteOptions unlimited_requests() {
    RequestRouteOptions options;
    options.requests_per_minute = 0;
    return options;
}

class TestEndpoint {
public:
    explicit TestEndpoint(std::string const& store,
                          RequestRouteOptions options = unlimited_requests(),
                          std::vector<std::string> const& channels = {});

    std::uint16_t port() const { return server_->port(); }

    Store& store() { return store_; }

    RawAnswer post(std::string_view body, std::string_view key,
                   std::string_view header_lines = "") const;
    std::vector<StoredRequest> stored();

private:
    TemporaryFolder folder_;
    Store store_;
    RequestRoute requests_;
    Application application_;
    std::unique_ptr<Server> server_;
};

} // namespace kontingent::endpoint
