// The body of a document's PDF: from the title to the digest.
#pragma once

#include "documents/pdf/blocks.hpp"
#include "documents/sheet.hpp"

namespace kontingent::documents::pdf {

Blocks body_of(Sheet const& sheet, templates::Texts const& texts, Length width);

} // namespace kontingent::documents::pdf
