// What is shown instead of the calculator when its catalogue or texts are invalid: every error with
// its place.
#pragma once

#include "core/base/error.hpp"
#include "ui/frame.hpp"

#include <string_view>

namespace kontingent::ui {

// Title and lead are given, since the texts themselves may be what is invalid.
float draw_errors(Frame& frame, Errors const& errors, std::string_view title, std::string_view lead,
                  float x, float y, float width);

} // namespace kontingent::ui
