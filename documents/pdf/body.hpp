// The body of a document's PDF: from the title to the digest.
#pragma once

#include "documents/pdf/blocks.hpp"
#include "documents/sheet.hpp"

namespace kontingent::documents::pdf {

// `legal`: the legal lines for which the letter has no room; they come last, before the changes.
Blocks body_of(Sheet const& sheet, templates::Texts const& texts, Length width,
               std::vector<std::string> const& legal);

} // namespace kontingent::documents::pdf
