#include "ui/screens/desk/outputs.hpp"

#include "core/document/document_json.hpp"
#include "documents/changes.hpp"
#include "documents/document_pdf.hpp"
#include "documents/plain_text.hpp"
#include "documents/ubl.hpp"
#include "documents/wording.hpp"
#include "ui/screens/desk/preview.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui::desk {

namespace {

// "A-2027-0001/2" is no file's name.
std::string file_name(documents::Printable const& printable, std::string_view ending) {
    std::string name = printable.number;
    std::ranges::replace(name, '/', '-');
    return name + std::string{ending};
}

void say_error(Session& session, std::string text) {
    session.state.notice = {std::move(text), true};
}

void put_out_pdf(Session& session, documents::Printable const& printable) {
    Silence problems;
    auto const unprintable = documents::unprintable_texts(printable, problems);
    if (!unprintable.empty()) {
        say_error(session,
                  sentence({RefusalCode::unprintable, unprintable.front()}, session.language));
        return;
    }
    std::string const name = file_name(printable, ".pdf");
    session.platform.download(name, "application/pdf", documents::to_pdf(printable, problems));
    session.state.notice = {session.texts.fill(DeskText::said_downloaded, {{"file", name}}), false};
}

} // namespace

std::optional<documents::PrintedChanges> changes_of(Session& session, QuoteDocument const& document,
                                                    std::int32_t before, std::int32_t after) {
    Silence problems;
    Version const& old_version = document.versions[static_cast<std::size_t>(before) - 1];
    Version const& new_version = document.versions[static_cast<std::size_t>(after) - 1];
    auto const old_one =
        documents::printable_of(document, old_version, current_of(session), session.now());
    auto const new_one =
        documents::printable_of(document, new_version, current_of(session), session.now());
    auto const texts = documents::document_texts(new_version.content.language, problems);
    if (!old_one || !new_one || !texts) {
        return std::nullopt;
    }
    return documents::changes_since(*old_one, old_version, *new_one, new_version, *texts);
}

std::optional<documents::Printable> shown_printable(Session& session,
                                                    QuoteDocument const& document) {
    QuoteState const& shown = session.state.quote;
    auto const index = static_cast<std::size_t>(shown.version) - 1;
    if (index >= document.versions.size()) {
        return std::nullopt;
    }
    auto printable = documents::printable_of(document, document.versions[index],
                                             current_of(session), session.now());
    if (!printable) {
        return std::nullopt;
    }
    if (shown.compared_with > 0) {
        printable->changes = changes_of(session, document, shown.compared_with, shown.version);
    }
    return *std::move(printable);
}

void put_out_ubl(Session& session, documents::Printable const& printable, std::size_t alternative) {
    Silence problems;
    std::string const beside =
        printable.alternatives.size() > 1 ? "-" + std::to_string(alternative + 1) : "";
    session.platform.download(file_name(printable, beside + ".xml"), "application/xml",
                              documents::to_ubl(printable, alternative, problems));
}

void put_out(Session& session, QuoteDocument const& document, documents::Printable const& printable,
             Output output) {
    Silence problems;
    switch (output) {
    case Output::pdf:
        put_out_pdf(session, printable);
        break;
    case Output::json:
        session.platform.download(file_name(printable, ".json"), "application/json",
                                  printable.canonical.empty()
                                      ? document_to_kept_json(document, session.catalogue)
                                      : printable.canonical);
        break;
    case Output::text:
        session.platform.copy(documents::to_text(printable, problems));
        session.state.notice = {std::string{session.texts[DeskText::said_copied]}, false};
        break;
    }
}

} // namespace kontingent::ui::desk
