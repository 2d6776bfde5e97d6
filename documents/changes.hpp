// What changed between two versions: a line for each change, as the last page of a document or as
// text.
#pragma once

#include "documents/printable.hpp"
#include "templates/texts.hpp"

#include <string>

namespace kontingent::documents {

// Compares the first alternative of each, in the later version's language, of which `texts` are.
PrintedChanges changes_since(Printable const& before, Version const& version_before,
                             Printable const& after, Version const& version_after,
                             templates::Texts const& texts);

// For mails and terminals.
std::string to_text(PrintedChanges const& changes);

} // namespace kontingent::documents
