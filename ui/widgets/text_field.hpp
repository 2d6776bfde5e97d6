// Fields for words: a line or an area, with a caption above and its error beneath. What is in them
// the browser's own input shows, with autofill, input methods and undo.
#pragma once

#include "ui/frame.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class Need : std::uint8_t { optional, required };

struct FieldSpec {
    std::string_view key;
    std::string_view caption;
    semantics::FieldTraits traits;
    Need need = Need::optional;
    std::string_view error = {}; // empty: none
};

// Each returns the height it took and puts what was entered into `value`.
float text_field(Frame& frame, FieldSpec const& spec, float x, float y, float width,
                 std::string& value);
float text_area(Frame& frame, FieldSpec const& spec, float x, float y, float width,
                std::string& value);

// A box to tick and its sentence, wrapped.
inline constexpr float checkbox_text = 36; // from the left edge to the label
float checkbox(Frame& frame, std::string_view key, float x, float y, float width,
               std::string_view label, std::string_view error, Need need, bool& is_checked);

} // namespace kontingent::ui
