// POST /requests over HTTP: who may send, how much and how often, in which form, and what each
// outcome is called.
#pragma once

#include "endpoint/http/http.hpp"
#include "endpoint/requests/catalogue_source.hpp"
#include "endpoint/requests/form.hpp"
#include "endpoint/requests/form_page.hpp"
#include "endpoint/requests/intake.hpp"
#include "endpoint/requests/rate_limit.hpp"
#include "endpoint/store/store.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace kontingent::endpoint {

struct RequestRouteOptions {
    std::filesystem::path site; // whose style sheet the plain form's pages use
    std::filesystem::path catalogue;
    std::vector<std::string> allowed_origins; // beside the site's own: "https://www.example.org"
    std::vector<std::string> trusted_proxies; // addresses whose X-Forwarded-For is believed
    unsigned requests_per_minute = 30;        // of one address; 0 is no limit
    std::chrono::milliseconds form_least_time{2000}; // between a plain form and its confirmation
};

class RequestRoute {
public:
    RequestRoute(RequestRouteOptions options, Store& store);

    Response answer(Request const& request);

    bool is_store_ready() { return store_.check().has_value(); }

private:
    Response answer_post(Request const& request);
    Response take_json(Request const& request, Catalogue const& catalogue);
    Response take_form(Request const& request, Catalogue const& catalogue);
    Response place_form(FormFields const& fields, Catalogue const& catalogue,
                        std::string const& secret);
    bool is_allowed_origin(Request const& request) const;
    void add_origin_headers(Request const& request, Response& response) const;
    std::string sender_address(Request const& request) const;

    RequestRouteOptions const options_;
    FormPages const pages_;
    CatalogueSource catalogue_;
    Store& store_;
    Intake intake_;
    RateLimit rate_limit_;
};

} // namespace kontingent::endpoint
