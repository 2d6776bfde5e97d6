#include "documents/document_pdf.hpp"

#include "documents/pdf/font.hpp"
#include "documents/pdf/pdf.hpp"
#include "documents/sheet.hpp"
#include "documents/ubl.hpp"
#include "documents/wording.hpp"

#include <algorithm>

namespace kontingent::documents {
namespace {

std::string name_of(pdf::UnprintableText const& unprintable) {
    std::string characters;
    for (char32_t const character : unprintable.characters) {
        characters += (characters.empty() ? "" : ", ") +
                      pdf::utf8_of(std::u32string(1, character)) + " (U+" +
                      pdf::hexadecimal(character) + ")";
    }
    return "“" + unprintable.text + "”: " + characters;
}

std::vector<pdf::Attachment> attachments_of(Printable const& printable,
                                            templates::Problems& problems) {
    if (printable.is_draft()) {
        return {};
    }
    // "A-2027-0001/2" is no file's name.
    std::string name = printable.number;
    std::ranges::replace(name, '/', '-');
    std::vector<pdf::Attachment> attachments{{.name = name + ".json",
                                              .media_type = "application/json",
                                              .relationship = "Data",
                                              .bytes = printable.canonical}};
    bool const has_choice = printable.alternatives.size() > 1;
    for (std::size_t i = 0; i < printable.alternatives.size(); ++i) {
        std::string const part = has_choice ? "-alternative-" + std::to_string(i + 1) : "";
        attachments.push_back({.name = name + part + ".xml",
                               .media_type = "application/xml",
                               .relationship = "Alternative",
                               .bytes = to_ubl(printable, i, problems)});
    }
    // A PDF's table of names rises.
    std::ranges::sort(attachments, {}, &pdf::Attachment::name);
    return attachments;
}

} // namespace

std::vector<std::string> unprintable_texts(Printable const& printable,
                                           templates::Problems& problems) {
    std::vector<std::string> names;
    if (auto const texts = document_texts(printable.content.language, problems)) {
        for (auto const& unprintable : pdf::unprintable_texts(sheet_of(printable, *texts))) {
            names.push_back(name_of(unprintable));
        }
    }
    return names;
}

std::string to_pdf(Printable const& printable, templates::Problems& problems) {
    auto const texts = document_texts(printable.content.language, problems);
    if (!texts) {
        return {};
    }
    return pdf::to_pdf(sheet_of(printable, *texts), *texts, attachments_of(printable, problems));
}

std::vector<pdf::DrawnPage> pages_of(Printable const& printable, templates::Problems& problems) {
    auto const texts = document_texts(printable.content.language, problems);
    return texts ? pdf::drawn_pages(sheet_of(printable, *texts), *texts)
                 : std::vector<pdf::DrawnPage>{};
}

} // namespace kontingent::documents
