// What answers a request: the routes, and the headers every answer carries.
#pragma once

#include "endpoint/http/server.hpp"
#include "endpoint/requests/request_route.hpp"
#include "endpoint/site/static_site.hpp"

#include <filesystem>
#include <memory>
#include <mutex>

namespace kontingent::endpoint {

class Application : public RequestHandler {
public:
    // No request route: a site alone.
    explicit Application(std::filesystem::path const& site_folder, RequestRoute* requests = nullptr)
        : site_(site_folder), requests_(requests, [](RequestRoute*) {}) {}

    // From now on requests go there; those that are running end where they began.
    void use(std::shared_ptr<RequestRoute> requests);

    Response answer(Request const& request) override;
    Response refusal(std::uint16_t status, std::string_view detail, Request const& head) override;
    bool is_trusted_proxy(std::string const& peer) const;
    bool may_wait(Request const& request) const override;

private:
    Response health(Request const& request);
    static Response readiness(RequestRoute* requests);
    std::shared_ptr<RequestRoute> requests() const;
    Response route(Request const& request);
    Response with_security_headers(Response response);

    StaticSite site_;
    mutable std::mutex mutex_;
    std::shared_ptr<RequestRoute> requests_;
};

} // namespace kontingent::endpoint
