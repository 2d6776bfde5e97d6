// What happens to the portal, in one queue: what the pointer and the DOM mirror do, addressed to a
// record, and what becomes of requests. A mouse, a screen reader and a test all come in here.
#pragma once

#include "core/history/history.hpp"
#include "ui/semantics/record.hpp"
#include "ui/state/outbox.hpp"

#include <cstdint>
#include <string>
#include <variant>

namespace kontingent::ui {

// Over a control, or holding one: its record, and the place from its upper left corner in CSS
// pixels. The browser knows what is under the pointer; coordinates of the content would be those of
// an earlier layout.
struct PointerMoved {
    semantics::Id id = semantics::no_id; // no_id: over no control
    float x = 0, y = 0;
};

struct PointerPressed {
    semantics::Id id = semantics::no_id;
    float x = 0, y = 0;
};

// Ends holding. Whether a control was activated is for Activated to say.
struct PointerReleased {};

struct PointerLeft {}; // also: a touch that became a scroll

struct Activated { // click, tap, Enter, Space, a screen reader's action
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

struct OutboxChanged {
    Outbox outbox;
};

// A tracker's export is being read, from 0 on …
struct HistoryProgress {
    std::int32_t per_mille = 0;
};

// … and was read, or could not be (its error).
struct HistoryRead {
    History history;
    std::string file_name; // empty: a text was pasted
};

// The page was opened with a link, or went back or forward to one; without the "#".
struct LinkOpened {
    std::string fragment;
};

using Event = std::variant<PointerMoved, PointerPressed, PointerReleased, PointerLeft, Activated,
                           TextEntered, ValueSet, Focused, Blurred, OutboxChanged, HistoryProgress,
                           HistoryRead, LinkOpened>;

} // namespace kontingent::ui
