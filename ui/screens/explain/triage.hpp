// "Wie dringend ist es?": the catalogue's questions one at a time, and at their end the support
// level with what every offer promises for it.
#pragma once

#include "ui/frame.hpp"
#include "ui/words.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace kontingent::ui {

struct TriageState {
    std::vector<std::size_t> answers; // the chosen answer of each question on the way
    // The control that had the focus is gone: what stands in its place takes it.
    bool wants_focus = false;
};

struct TriageResult {
    float height = 0;
    std::optional<std::int32_t> requested_level; // a request on demand with this level, 1 to 4
};

TriageResult draw_triage(Frame& frame, Shop const& shop, TriageState& state, float x, float y,
                         float width);

} // namespace kontingent::ui
