// Requests on their way to the endpoint, as the page reports them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kontingent::ui {

enum class Delivery : std::uint8_t { waiting, sending, sent, refused };

struct OutboxEntry {
    std::string key;
    Delivery delivery = Delivery::waiting;
    std::string request_json; // once sent: only its kind
    std::string reference;    // sent: the endpoint's
    std::string price;        // sent: "same", "differs" or empty
    // refused: what is wrong, a line "pointer: sentence" for each error, or a sentence alone about
    // the request as a whole. waiting: why; "offline", "busy" (asked to wait, or no answer in
    // time), "failed" (an unexpected answer) or empty.
    std::string problem;
    // waiting: an answer was lost, so the endpoint may already have the request.
    bool may_have_arrived = false;
};

struct Outbox {
    std::vector<OutboxEntry> entries; // newest first
    bool is_durable = true;           // false: closing this tab loses them
};

} // namespace kontingent::ui
