#include "ui/widgets/hours_field.hpp"

#include "core/scenario.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

std::string hours_fault_text(Frame const& frame, HoursFault fault, Minutes maximum) {
    return number_fault_text(frame, fault, {.maximum = maximum.count});
}

std::optional<Minutes> hours_field(Frame& frame, std::string_view key, Rect rect,
                                   std::string_view name, Minutes now, Minutes maximum,
                                   HoursEdit& edit, FieldLook look) {
    auto const changed = number_field(frame, key, rect, name,
                                      {.now = now.count, .maximum = maximum.count}, edit, look);
    return changed ? std::optional{Minutes{*changed}} : std::nullopt;
}

float hours_fault(Frame& frame, HoursEdit const& edit, float x, float y, float width) {
    if (!edit.fault) {
        return 0;
    }
    Container const alert(frame, "fault", Role::alert, "");
    return paragraph(frame, x, y, width, hours_fault_text(frame, *edit.fault, month_usage_max),
                     {.size = type::small, .colour = frame.theme.bad});
}

} // namespace kontingent::ui
