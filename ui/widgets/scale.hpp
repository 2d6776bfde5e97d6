// Scales of drawings: from a value to its place, ticks at round values, and how a tick of money is
// written.
#pragma once

#include "core/base/units.hpp"
#include "ui/frame.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::ui {

// Values from first to last along a line of `length` CSS pixels that begins at `start`; a negative
// length runs up or to the left.
struct Scale {
    std::int64_t first = 0, last = 1; // first < last
    float start = 0, length = 0;

    float at(double value) const;
    // Of the value next to this place, within the scale.
    std::int64_t value_at(float place) const;
};

// 1, 2 or 5 times a power of ten: the smallest that cuts `span` into at most `count_max` (>= 1)
// steps.
std::int64_t round_step(std::int64_t span, std::int64_t count_max);

// Money without decimals where they are noughts: "10.000 €".
std::string whole_money(Frame const& frame, Money amount, std::string_view currency);
// The same without the currency: "10.000".
std::string whole_amount(Frame const& frame, Money amount, std::string_view currency);
// The currency alone: "€".
std::string currency_sign(Frame const& frame, std::string_view currency);

} // namespace kontingent::ui
