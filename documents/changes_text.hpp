// What changed between two versions, as text: a line for each change.
#pragma once

#include "documents/printable.hpp"
#include "templates/problems.hpp"

#include <string>

namespace kontingent::documents {

// Compares the first alternative of each, in the later version's language.
std::string changes_text(Printable const& before, Version const& version_before,
                         Printable const& after, Version const& version_after,
                         templates::Problems& problems);

} // namespace kontingent::documents
