// What leaves the desk: PDF, UBL, JSON and text of a version.
#pragma once

#include "documents/printable.hpp"
#include "templates/problems.hpp"
#include "ui/desk/session.hpp"

#include <optional>

namespace kontingent::ui::desk {

// The texts are the program's own, checked when it is built: there is nobody to tell of problems.
class Silence final : public templates::Problems {
public:
    void invalid_text(std::string_view, Error const&) override {}

    void unknown_argument(templates::Place, std::string_view, std::string_view) override {}

    void unknown_name(templates::Place, std::string_view) override {}

    void unclosed(templates::Place) override {}
};

// The version that is shown, with what changed where that is shown, too.
std::optional<documents::Printable> shown_printable(Session& session,
                                                    QuoteDocument const& document);
std::optional<documents::PrintedChanges> changes_of(Session& session, QuoteDocument const& document,
                                                    std::int32_t before, std::int32_t after);

enum class Output : std::uint8_t { pdf, json, text };

// Downloads it, or copies the text; says so, or why not.
void put_out(Session& session, QuoteDocument const& document, documents::Printable const& printable,
             Output output);
// The alternative as a UBL quotation, counted from 0.
void put_out_ubl(Session& session, documents::Printable const& printable, std::size_t alternative);

} // namespace kontingent::ui::desk
