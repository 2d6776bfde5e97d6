#include "ui/widgets/hours_field.hpp"

#include "core/pricing/scenario.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

std::optional<Minutes> hours_field(Frame& frame, std::string_view key, Rect rect,
                                   std::string_view name, Minutes now, Minutes maximum,
                                   NumberEdit& edit, FieldLook look) {
    auto const changed = number_field(frame, key, rect, name,
                                      {.now = now.count, .maximum = maximum.count}, edit, look);
    return changed ? std::optional{Minutes{*changed}} : std::nullopt;
}

float hours_error(Frame& frame, NumberEdit const& edit, float x, float y, float width) {
    return number_error(frame, edit, {.maximum = month_usage_max.count}, "error", x, y, width);
}

} // namespace kontingent::ui
