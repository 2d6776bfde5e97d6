// What is shown instead of the calculator when its catalogue or texts are faulty: every fault with
// its place.
#pragma once

#include "core/fault.hpp"
#include "ui/frame.hpp"

#include <string_view>

namespace kontingent::ui {

// Title and lead are given, since the texts themselves may be what is faulty.
float draw_faults(Frame& frame, Faults const& faults, std::string_view title, std::string_view lead,
                  float x, float y, float width);

} // namespace kontingent::ui
