// A whole line that answers a question: its words wrap, and a chevron says that it leads on.
#pragma once

#include "ui/frame.hpp"

#include <string_view>

namespace kontingent::ui {

struct AnswerPress {
    float height = 0;
    bool is_pressed = false;
};

AnswerPress answer_button(Frame& frame, std::string_view key, float x, float y, float width,
                          std::string_view label);

} // namespace kontingent::ui
