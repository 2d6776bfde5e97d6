// GET and HEAD of the site: finds the file, negotiates coding and freshness, says how long it
// keeps.
#pragma once

#include "endpoint/http/http.hpp"
#include "endpoint/site/site_files.hpp"

#include <filesystem>

namespace kontingent::endpoint {

class StaticSite {
public:
    explicit StaticSite(std::filesystem::path const& folder) : files_(folder) {}

    Response answer(Request const& request);
    // What the pages allow themselves, with what only a header can say; for every answer of this
    // server.
    std::string default_policy();

private:
    Response deliver(Request const& request, FoundFile const& found);
    Response not_found(Request const& request);

    SiteFiles files_;
};

} // namespace kontingent::endpoint
