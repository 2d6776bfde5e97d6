// Shown instead of the calculator when its catalogue or texts are invalid: every error with its
// place.
#pragma once

#include "core/base/error.hpp"
#include "ui/frame.hpp"

#include <string_view>

namespace kontingent::ui {

// Title and lead are parameters because the texts themselves may be invalid.
float draw_errors(Frame& frame, Errors const& errors, std::string_view title, std::string_view lead,
                  float x, float y, float width);

// As all that there is: returns the height of the content.
float draw_errors_alone(Frame& frame, Errors const& errors);

} // namespace kontingent::ui
