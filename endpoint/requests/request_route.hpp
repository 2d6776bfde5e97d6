// POST /requests over HTTP: who may send, how much and how often, in which form, and what each
// outcome is called.
#pragma once

#include "endpoint/http/address.hpp"
#include "endpoint/http/http.hpp"
#include "endpoint/requests/catalogue_source.hpp"
#include "endpoint/requests/form.hpp"
#include "endpoint/requests/form_page.hpp"
#include "endpoint/requests/intake.hpp"
#include "endpoint/requests/rate_limit.hpp"
#include "endpoint/store/store.hpp"

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

namespace kontingent::endpoint {

struct RequestRouteOptions {
    std::filesystem::path site; // whose style sheet the plain form's pages use
    std::filesystem::path catalogue;
    std::vector<std::string> allowed_origins; // beside the site's own: "https://www.example.org"
    std::vector<std::string> trusted_proxies; // addresses and networks whose X-Forwarded-For counts
    unsigned requests_per_minute = 30;        // of one address; 0 is no limit
    std::chrono::milliseconds form_least_time{2000}; // between a plain form and its confirmation
};

class RequestRoute {
public:
    RequestRoute(RequestRouteOptions options, Store& store);

    Response answer(Request const& request);

    // For a request that was refused before it was whole: as the page or program that sent it can
    // read it.
    Response refusal(std::uint16_t status, std::string_view detail, Request const& head);

    // Whether a request could be stored just now; asked for once a second at most.
    struct Readiness {
        bool is_store_writable = false;
        bool has_catalogue = false;
    };

    Readiness readiness();

    bool has_catalogue() { return catalogue_.current() != nullptr; }

    // Whether the peer is one of our proxies, which stands for many people.
    bool is_trusted_proxy(std::string_view peer) const;

private:
    Response answer_allowed(Request const& request);
    Response answer_post(Request const& request);
    Response take_json(Request const& request, Catalogue const& catalogue);
    Response take_form(Request const& request, Catalogue const& catalogue);
    Response place_form(FormFields const& fields, Catalogue const& catalogue,
                        std::string const& secret);
    Response form_notice(Request const& request, Notice notice, std::uint16_t status);
    bool is_allowed_origin(Request const& request) const;
    bool is_listed_origin(std::string_view text) const;
    void add_origin_headers(Request const& request, Response& response) const;
    std::string sender_address(Request const& request) const;

    RequestRouteOptions const options_;
    FormPages const pages_;
    std::vector<std::string> origins_;
    std::vector<Network> proxies_;
    CatalogueSource catalogue_;
    Store& store_;
    Intake intake_;
    RateLimit rate_limit_;
    std::mutex readiness_mutex_;
    Readiness readiness_;
    RateLimit::Clock::time_point readiness_until_;
};

} // namespace kontingent::endpoint
