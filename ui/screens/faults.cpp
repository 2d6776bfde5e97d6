#include "ui/screens/faults.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

float draw_faults(Frame& frame, Faults const& faults, std::string_view title, std::string_view lead,
                  float x, float y, float width) {
    Card card(frame, "faults", Role::alert, title, x, y, width);
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
        for (Fault const& fault : faults) {
            Container const item(frame, std::to_string(index++), Role::list_item, "");
            card.at += paragraph(frame, card.x, card.at, card.width, to_line(fault, frame.language),
                                 {.size = type::body, .colour = frame.theme.text}) +
                       8;
        }
    }
    return card.finish();
}

} // namespace kontingent::ui
