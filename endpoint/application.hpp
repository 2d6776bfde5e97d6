// What answers a request: the routes, and the headers every answer carries.
#pragma once

#include "endpoint/http/server.hpp"
#include "endpoint/requests/request_route.hpp"
#include "endpoint/site/static_site.hpp"

#include <filesystem>

namespace kontingent::endpoint {

class Application : public RequestHandler {
public:
    // No request route: a site alone.
    explicit Application(std::filesystem::path const& site_folder, RequestRoute* requests = nullptr)
        : site_(site_folder), requests_(requests) {}

    Response answer(Request const& request) override;
    Response refusal(std::uint16_t status, std::string_view detail) override;

private:
    Response health(Request const& request);
    Response route(Request const& request);
    Response with_security_headers(Response response);

    StaticSite site_;
    RequestRoute* requests_;
};

} // namespace kontingent::endpoint
