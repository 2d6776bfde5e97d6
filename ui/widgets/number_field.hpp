// A field for a number, typed as people type it. While it is edited the typed text stays as it is;
// an error is said beneath and the last good value goes on counting.
#pragma once

#include "core/base/format.hpp"
#include "core/base/parse.hpp"
#include "ui/frame.hpp"
#include "ui/state/edits.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class FieldLook : std::uint8_t { roomy, compact };

// What is counted, and in which units: minutes (or units, where the catalogue counts them), the
// same, tenths, whole numbers.
enum class Measure : std::uint8_t { hours_a_month, hours_each, times_a_month, number };

// `maximum` is included; 0 is the least.
struct NumberSpec {
    Measure measure = Measure::hours_a_month;
    std::int64_t now = 0;
    std::int64_t maximum = 0;
};

// The new value, once the typed text is one. A number of times is typed as "2" or "0,5", a number
// of units or anything else that is counted as "2".
std::optional<std::int64_t> number_field(Frame& frame, std::string_view key, Rect rect,
                                         std::string_view name, NumberSpec const& spec,
                                         NumberEdit& edit, FieldLook look);
// What is wrong with the typed text, or how it was understood where another language would read it
// differently ("1,500"); empty where there is nothing to say.
std::string number_note(Frame const& frame, NumberEdit const& edit, NumberSpec const& spec);
// The same beneath the field. Returns its height.
float number_error(Frame& frame, NumberEdit const& edit, NumberSpec const& spec,
                   std::string_view key, float x, float y, float width);

} // namespace kontingent::ui
