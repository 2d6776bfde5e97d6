// A field for the hours of a month, typed as the page's language writes them: 12,5 or 12:30.
#pragma once

#include "core/base/units.hpp"
#include "ui/widgets/number_field.hpp"

#include <optional>
#include <string_view>

namespace kontingent::ui {

// The new value, once the typed text is one.
std::optional<Minutes> hours_field(Frame& frame, std::string_view key, Rect rect,
                                   std::string_view name, Minutes now, Minutes maximum,
                                   NumberEdit& edit, FieldLook look);

// Beneath fields of a month's hours: what number_note() says. Returns its height.
float hours_error(Frame& frame, NumberEdit const& edit, float x, float y, float width);

} // namespace kontingent::ui
