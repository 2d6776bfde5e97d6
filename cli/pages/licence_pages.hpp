// What the pages with the licences list: the works of others that the site contains. The site's
// licences.json has it, made from the very sources that were built when the site was assembled.
#pragma once

#include "cli/report.hpp"
#include "templates/template.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kontingent::cli {

inline constexpr std::string_view licences_file = "licences.json";

// For licences.html: a work's `name`, `version` and `licence`, and `paragraphs` of its text, each a
// `line`. Nothing where the file is not as it has to be; the report says why.
std::optional<templates::List> read_licences(std::string const& file, std::string_view json,
                                             Report& report);

} // namespace kontingent::cli
