// A field for hours, typed as people type them: 12,5 or 12.5 or 12:30. While it is edited the typed
// text stays as it is; a fault is said beneath and the last good value goes on counting.
#pragma once

#include "core/format.hpp"
#include "ui/frame.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kontingent::ui {

struct HoursEdit {
    std::optional<std::string> typed; // none while not edited
    std::optional<HoursFault> fault;
};

enum class FieldLook : std::uint8_t { roomy, compact };

// The new value, once the typed text is one.
std::optional<Minutes> hours_field(Frame& frame, std::string_view key, Rect rect,
                                   std::string_view name, Minutes now, Minutes maximum,
                                   HoursEdit& edit, FieldLook look);
std::string hours_fault_text(Frame const& frame, HoursFault fault, Minutes maximum);

// Beneath fields of a month's hours: what is wrong with the text, if anything. Returns its height.
float hours_fault(Frame& frame, HoursEdit const& edit, float x, float y, float width);

} // namespace kontingent::ui
