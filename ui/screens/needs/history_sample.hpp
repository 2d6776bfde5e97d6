// The first rows of an export, in the columns that its questions are about.
#pragma once

#include "core/history/history.hpp"
#include "ui/frame.hpp"

#include <string>

namespace kontingent::ui {

// As much of the text as fits, so that no heading reaches into its neighbour.
std::string shortened(Frame const& frame, std::string const& text, float size, float width);

// Returns the height.
float draw_sample(Frame& frame, History const& history, float x, float y, float width);

} // namespace kontingent::ui
