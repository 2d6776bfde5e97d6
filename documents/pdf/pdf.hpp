// A document as PDF (ISO 32000-1), A4: the same bytes for the same document, wherever it is made.
#pragma once

#include "documents/pdf/page.hpp"
#include "documents/sheet.hpp"

#include <string>
#include <vector>

namespace kontingent::documents::pdf {

// A file inside the PDF.
struct Attachment {
    std::string name;         // "quote.json"
    std::string media_type;   // "application/json"
    std::string relationship; // to the document: Data, Alternative
    std::string bytes;
};

// A text of the document with characters that the typeface lacks.
struct UnprintableText {
    std::string text;
    std::u32string characters; // each once
};

// What would have to be written otherwise before a PDF can be made; empty where it can.
std::vector<UnprintableText> unprintable_texts(Sheet const& sheet);

// Characters that the typeface lacks are left out: ask for unprintable_texts() first.
std::string to_pdf(Sheet const& sheet, templates::Texts const& texts,
                   std::vector<Attachment> const& attachments);
// The same pages as they are drawn, for a preview.
std::vector<DrawnPage> drawn_pages(Sheet const& sheet, templates::Texts const& texts);

} // namespace kontingent::documents::pdf
