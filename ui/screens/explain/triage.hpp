// "Wie dringend ist es?": the catalogue's questions one at a time; they end at a support level,
// which is shown with the response times of every offer.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/explain_state.hpp"
#include "ui/words.hpp"

#include <cstdint>
#include <optional>

namespace kontingent::ui {

struct TriageResult {
    float height = 0;
    std::optional<std::int32_t> requested_level; // a request on demand with this level, 1 to 4
};

TriageResult draw_triage(Frame& frame, Shop const& shop, TriageState& state, float x, float y,
                         float width);

} // namespace kontingent::ui
