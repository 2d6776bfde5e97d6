// A version as HTML, filled into its template.
#pragma once

#include "documents/printable.hpp"
#include "templates/problems.hpp"
#include "templates/template.hpp"

#include <string>

namespace kontingent::documents {

// Complete without script; everything from outside is escaped.
std::string to_html(Printable const& printable, templates::Problems& problems);

} // namespace kontingent::documents
