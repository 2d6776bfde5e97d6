// A version as plain text, for mails and terminals.
#pragma once

#include "documents/printable.hpp"
#include "templates/problems.hpp"

#include <string>

namespace kontingent::documents {

// To be pasted into a mail: no control characters but line breaks.
std::string to_text(Printable const& printable, templates::Problems& problems);

} // namespace kontingent::documents
