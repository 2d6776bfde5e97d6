#include "ui/widgets/hours_field.hpp"

#include "core/pricing/scenario.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

std::string hours_error_text(Frame const& frame, HoursError error, Minutes maximum) {
    return number_error_text(frame, error, {.maximum = maximum.count});
}

std::optional<Minutes> hours_field(Frame& frame, std::string_view key, Rect rect,
                                   std::string_view name, Minutes now, Minutes maximum,
                                   NumberEdit& edit, FieldLook look) {
    auto const changed = number_field(frame, key, rect, name,
                                      {.now = now.count, .maximum = maximum.count}, edit, look);
    return changed ? std::optional{Minutes{*changed}} : std::nullopt;
}

float hours_error(Frame& frame, NumberEdit const& edit, float x, float y, float width) {
    if (!edit.error) {
        return 0;
    }
    Container const alert(frame, "error", Role::alert, "");
    return paragraph(frame, x, y, width, hours_error_text(frame, *edit.error, month_usage_max),
                     {.size = type::small, .colour = frame.theme.bad});
}

} // namespace kontingent::ui
