#include "ui/screens/errors.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

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
        Container const list(frame, "list", Role::list, "");
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

float draw_errors_alone(Frame& frame, Errors const& errors) {
    constexpr float margin = 16;
    constexpr float top = 8;
    constexpr float bottom = 48;
    constexpr float width_max = 800;
    return draw_errors(frame, errors, frame.texts[Text::errors_title],
                       frame.texts[Text::errors_lead], margin, top,
                       std::min(frame.viewport.width - 2 * margin, width_max)) +
           bottom;
}

} // namespace kontingent::ui
