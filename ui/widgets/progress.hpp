// How far something is that takes a while: a sentence, which is a status, and a bar below it.
#pragma once

#include "ui/frame.hpp"

#include <cstdint>
#include <string_view>

namespace kontingent::ui {

// The record is that of status_line(), so that what comes of it can take its place. Returns the
// height.
float progress(Frame& frame, std::string_view key, float x, float y, float width,
               std::string_view text, std::int32_t per_mille);

} // namespace kontingent::ui
