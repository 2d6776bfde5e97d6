#include "ui/screens/missing_part.hpp"

#include "ui/widgets/button.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

float draw_missing(Frame& frame, float x, float y, float width) {
    bool const has_failed = frame.deferred == DeferredState::failed;
    return status_line(
        frame, "missing", x, y, width,
        frame.texts[has_failed ? Text::missing_failed : Text::missing_loading],
        {.size = type::body, .colour = has_failed ? frame.theme.bad : frame.theme.muted});
}

MissingPart draw_missing_part(Frame& frame, float x, float y, float width) {
    MissingPart part{.height = draw_missing(frame, x, y, width),
                     .wants_code = frame.deferred == DeferredState::absent};
    if (frame.deferred == DeferredState::failed) {
        part.wants_code = button(frame, "again", x, y + part.height + 8, width,
                                 frame.texts[Text::missing_again], ButtonKind::quiet);
        part.height += 8 + button_height;
    }
    return part;
}

} // namespace kontingent::ui
