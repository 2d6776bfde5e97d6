// What answers a request: the routes, and the headers every answer carries.
#pragma once

#include "endpoint/server.hpp"
#include "endpoint/static_site.hpp"

#include <filesystem>

namespace kontingent::endpoint {

class Application : public RequestHandler {
public:
    explicit Application(std::filesystem::path const& site_folder) : site_(site_folder) {}

    Response answer(Request const& request) override;
    Response refusal(std::uint16_t status, std::string_view detail) override;

private:
    Response route(Request const& request);
    Response with_security_headers(Response response);

    StaticSite site_;
};

} // namespace kontingent::endpoint
