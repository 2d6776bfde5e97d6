// A catalogue from a file, with everything that is wrong with it in a report.
#pragma once

#include "cli/report.hpp"
#include "core/catalogue/catalogue.hpp"

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::cli {

struct CatalogueFile {
    std::string text;
    Catalogue catalogue;
};

std::optional<CatalogueFile> read_catalogue(std::string_view path, std::istream& in,
                                            Report& report);

} // namespace kontingent::cli
