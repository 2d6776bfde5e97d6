// A version as PDF, with what is attached to it: for programs, the JSON that its digest is of, and
// a UBL Quotation for each alternative. A draft has no attachments, since it is no offer.
#pragma once

#include "documents/pdf/page.hpp"
#include "documents/printable.hpp"
#include "templates/problems.hpp"

#include <string>
#include <vector>

namespace kontingent::documents {

// The texts that the PDF's fonts cannot show, each with the characters they lack:
// "“山田”: 山 (U+5C71)". Empty where a PDF can be made.
std::vector<std::string> unprintable_texts(Printable const& printable,
                                           templates::Problems& problems);

// Of a version without such texts.
std::string to_pdf(Printable const& printable, templates::Problems& problems);
// The pages of that PDF as they are drawn, for a preview.
std::vector<pdf::DrawnPage> pages_of(Printable const& printable, templates::Problems& problems);

} // namespace kontingent::documents
