// The template language of the pages: {{name}} stands for HTML that the caller knows.
#pragma once

#include "cli/pages/html.hpp"
#include "cli/report.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::cli {

struct Template {
    std::string file; // as errors name it
    std::string text;
};

// What a name expands to; nothing where it is unknown.
using Expand = std::function<std::optional<Html>(std::string_view name)>;

// One pass: what comes out of a name is not looked through again. Unknown names and braces that are
// not closed go into the report with their place.
std::string expand_template(Template const& page, Expand const& expand, Report& report);

} // namespace kontingent::cli
