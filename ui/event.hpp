// What happens to the portal, in one queue: the pointer's doings on the canvas and the DOM
// mirror's, addressed to a record, and what becomes of requests. Whoever drives the portal (a
// mouse, a screen reader, a test) comes in here.
#pragma once

#include "core/history/history.hpp"
#include "ui/semantics/record.hpp"
#include "ui/state/outbox.hpp"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

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
