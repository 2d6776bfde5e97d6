// A version's pages as they are printed: from the layout that its PDF is written from.
#pragma once

#include "documents/printable.hpp"
#include "ui/desk/session.hpp"
#include "ui/frame.hpp"
#include "ui/screens/desk/parts.hpp"

#include <optional>
#include <string_view>

namespace kontingent::ui::desk {

// Whether documents can have this file as their logo.
bool is_logo(std::string_view file);
// As it is: a picture of the browser's. Returns its height, at most 72 pixels.
float draw_logo_alone(Frame& frame, Session const& session, std::string_view file, Spot spot);
documents::Current current_of(Session const& session);
// A draft as it would be printed; it has the word for a draft where its number will be.
std::optional<documents::Printable> draft_printable(Session& session,
                                                    QuoteDocument const& document);
// Each page as wide as the spot, at most as large as paper is. Where that is too small to read, a
// button enlarges them, to be scrolled sideways. Returns the height.
float draw_pages(Frame& frame, Session& session, documents::Printable const& printable, Spot spot);
// On paper: the quote that is on the screen, and nothing else.
float draw_printed(Frame& frame, Session& session, Spot spot);

} // namespace kontingent::ui::desk
