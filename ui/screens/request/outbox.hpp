// The requests in the outbox: waiting, being sent, arrived with a reference, or refused with what
// has to be corrected.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/outbox.hpp"

#include <string>

namespace kontingent::ui {

struct OutboxResult {
    float height = 0; // 0 where nothing was ever sent
    std::string withdrawn_key;
    bool is_unsent = false; // that had not been sent
    std::string edited_key;
};

OutboxResult draw_outbox(Frame& frame, Outbox const& outbox, float x, float y, float width);

} // namespace kontingent::ui
