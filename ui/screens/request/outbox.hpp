// What became of requests: waiting, on their way, arrived with a reference, or refused with what to
// mend.
#pragma once

#include "ui/event.hpp"
#include "ui/frame.hpp"

#include <string>

namespace kontingent::ui {

struct OutboxResult {
    float height = 0; // 0 where nothing was ever sent
    std::string withdrawn_key;
    std::string edited_key;
};

OutboxResult draw_outbox(Frame& frame, OutboxChanged const& outbox, float x, float y, float width);

} // namespace kontingent::ui
