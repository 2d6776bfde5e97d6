// What a document says, for the templates: HTML and text are filled from the same values.
#pragma once

#include "documents/printable.hpp"
#include "templates/problems.hpp"
#include "templates/template.hpp"

#include <string>

namespace kontingent::documents {

// Complete without script; everything from outside is escaped.
std::string to_html(Printable const& printable, templates::Problems& problems);
// To be pasted into a mail: no control characters but line breaks.
std::string to_text(Printable const& printable, templates::Problems& problems);

} // namespace kontingent::documents
