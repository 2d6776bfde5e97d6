#include "ui/screens/errors.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

float draw_errors(Frame& frame, Errors const& errors, std::string_view title, std::string_view lead,
                  float x, float y, float width) {
    Card card(frame, "errors", Role::alert, title, x, y, width);
    card.at +=
        heading(frame, card.x, card.at, card.width, title, 2,
                {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.bad}) +
        4;
    card.at += paragraph(frame, card.x, card.at, card.width, lead,
                         {.size = type::body, .colour = frame.theme.muted}) +
               16;
    {
        Container const list(frame, "list", Role::list, title);
        std::int64_t index = 0;
        for (Error const& error : errors) {
            Container const item(frame, std::to_string(index++), Role::list_item, "");
            card.at += paragraph(frame, card.x, card.at, card.width, place_and_code(error),
                                 {.size = type::body, .colour = frame.theme.text}) +
                       8;
        }
    }
    return card.finish();
}

} // namespace kontingent::ui
