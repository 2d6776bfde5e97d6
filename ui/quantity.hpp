// How much work something is, in words: hours, or the units that the catalogue counts instead.
#pragma once

#include "core/base/format.hpp"
#include "ui/frame.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::ui {

// "12,5 h", "3 Tickets".
std::string quantity(Frame const& frame, Minutes work);
std::string quantity(Frame const& frame, Minutes work, HoursForm form);
// A share of `total`, to a tenth of an hour or unit: "12,5 h", "3,3 Tickets".
std::string average_quantity(Frame const& frame, Minutes total, std::int64_t count,
                             HoursForm form = HoursForm::decimal);
// "12,5", "3": in a field, or in a table whose title says what is counted.
std::string quantity_plain(Frame const& frame, Minutes work);
// "125,00 €/h", "30,00 €/Ticket".
std::string rate_words(Frame const& frame, std::string_view amount);

} // namespace kontingent::ui
