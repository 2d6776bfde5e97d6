// A new quote: from a request or a document, pasted or as a file, or empty.
#include "ui/screens/desk/places.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <string>

namespace kontingent::ui::desk {

float draw_start(Frame& frame, Session& session, Spot spot) {
    DeskTexts const& texts = session.texts;
    StartState& start = session.state.start;
    Card card(frame, "start", Role::region, texts[DeskText::start_title], spot.x, spot.y,
              spot.width);
    card.at += section_head(frame, card.x, card.at, card.width, texts[DeskText::start_title],
                            texts[DeskText::start_lead]) +
               row_gap;
    card.at += text_area(frame,
                         {.key = "pasted",
                          .caption = texts[DeskText::paste_caption],
                          .traits = {.name = "pasted",
                                     .type = "text",
                                     .autocomplete = "off",
                                     .input_mode = {},
                                     .placeholder = {}}},
                         card.x, card.at, card.width, start.pasted) +
               12;
    if (session.state.focus == Focus::paste) {
        frame.wants_focus = frame.id("pasted");
    }
    if (!start.errors.empty()) {
        Container const alert(frame, "errors", Role::alert, "");
        for (std::string const& error : start.errors) {
            card.at += paragraph(frame, card.x, card.at, card.width, error,
                                 {.size = type::body, .colour = frame.theme.bad}) +
                       4;
        }
        card.at += 8;
    }
    ButtonRow row(frame, {card.x, card.at, card.width});
    bool const wants_pasted = row.add("take", texts[DeskText::take_pasted], ButtonKind::primary);
    bool const wants_file = row.add("file", texts[DeskText::choose_request]);
    bool const wants_empty = row.add("empty", texts[DeskText::begin_empty]);
    card.at += row.height();
    float const height = card.finish();
    if (wants_pasted) {
        std::string const text = start.pasted;
        session.begin_from_text(text);
    } else if (wants_file) {
        session.platform.choose_file(FilePurpose::request);
    } else if (wants_empty) {
        session.begin_empty();
    }
    return height;
}

} // namespace kontingent::ui::desk
