// What happens to the portal, in one queue: the pointer's doings on the canvas and the DOM
// mirror's, addressed to a record, and what becomes of requests. Whoever drives the portal (a
// mouse, a screen reader, a test) comes in here.
#pragma once

#include "core/history/history.hpp"
#include "ui/semantics/record.hpp"

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

enum class Delivery : std::uint8_t { waiting, sending, sent, refused };

struct OutboxEntry {
    std::string key;
    Delivery delivery = Delivery::waiting;
    std::string request_json; // sent: no more than its kind
    std::string reference;    // sent: the endpoint's
    std::string price;        // sent: "same", "differs" or empty
    // refused: what is wrong, a line "pointer: sentence" for each error, the sentence alone where
    // the whole is meant. waiting: why, "offline", "busy" (asked to wait, or no answer in time),
    // "failed" (an answer that says nothing) or empty.
    std::string problem;
    // waiting: an answer was lost, so the endpoint may have it already.
    bool may_have_arrived = false;
};

struct OutboxChanged {
    std::vector<OutboxEntry> entries; // newest first
    bool is_kept = true;              // false: only this tab's memory holds them
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
