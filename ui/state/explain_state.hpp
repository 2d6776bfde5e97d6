// How the explanations are being read: places in a chart, answers given, what must not jump.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace kontingent::ui {

struct OutlookState {
    float height = 0; // CSS pixels of the last figures: kept free while new ones are computed
};

struct BreakEvenState {
    // Where the curves are read, in billing increments; none: at the visitor's average.
    std::optional<std::int64_t> increments;
};

struct TriageState {
    std::vector<std::size_t> answers; // the answer chosen for each question so far
    // The control that had the focus has disappeared; its replacement takes the focus.
    bool wants_focus = false;
};

} // namespace kontingent::ui
