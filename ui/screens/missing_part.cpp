#include "ui/screens/missing_part.hpp"

#include "ui/widgets/text.hpp"

namespace kontingent::ui {

float draw_missing(Frame& frame, float x, float y, float width) {
    bool const has_failed = frame.deferred == DeferredState::failed;
    return status_line(
        frame, "missing", x, y, width,
        frame.texts[has_failed ? Text::missing_failed : Text::missing_loading],
        {.size = type::body, .colour = has_failed ? frame.theme.bad : frame.theme.muted});
}

} // namespace kontingent::ui
