// What happens to the portal, in one queue: the pointer's doings on the canvas and the DOM
// mirror's, addressed to a record. Whoever drives the portal (a mouse, a screen reader, a test)
// comes in here.
#pragma once

#include "ui/semantics/record.hpp"

#include <cstdint>
#include <string>
#include <variant>

namespace kontingent::ui {

// Content coordinates in CSS pixels, as semantics::Rect.
struct PointerMoved {
    float x = 0, y = 0;
};

struct PointerPressed {
    float x = 0, y = 0;
};

struct PointerReleased {
    float x = 0, y = 0;
};

struct PointerLeft {}; // also: a touch that became a scroll

struct Activated { // click, Enter, Space, a screen reader's action
    semantics::Id id = semantics::no_id;
};

struct TextEntered { // the whole new text of a field
    semantics::Id id = semantics::no_id;
    std::string text;
};

struct ValueSet { // a slider's new value, in its range's units
    semantics::Id id = semantics::no_id;
    std::int64_t value = 0;
};
enum class FocusKind : std::uint8_t { by_pointer, by_keyboard }; // by_keyboard draws the ring

struct Focused {
    semantics::Id id = semantics::no_id;
    FocusKind kind = FocusKind::by_keyboard;
};

struct Blurred {
    semantics::Id id = semantics::no_id;
};

using Event = std::variant<PointerMoved, PointerPressed, PointerReleased, PointerLeft, Activated,
                           TextEntered, ValueSet, Focused, Blurred>;

} // namespace kontingent::ui
