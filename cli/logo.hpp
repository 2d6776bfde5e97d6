// The logo of a seller's letterhead, from the file that the catalogue names.
#pragma once

#include "cli/report.hpp"
#include "core/catalogue/catalogue.hpp"

#include <optional>
#include <string>

namespace kontingent::cli {

// The file's bytes; empty where the catalogue names none. Its path begins at the catalogue's
// folder. What cannot be read or printed is reported, and the result is nothing.
std::optional<std::string> read_logo(std::string const& catalogue_path, Seller const& seller,
                                     Report& report);

} // namespace kontingent::cli
