// Where new requests are delivered.
#pragma once

#include "endpoint/store/store.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

struct Delivery {
    bool is_done = false;
    std::string reason; // for the log: without addresses or what was sent
    std::optional<std::chrono::seconds> retry_after; // what the receiver asked for
};

class Channel {
public:
    virtual ~Channel() = default;
    virtual std::string_view name() const = 0;
    // Takes twenty seconds at most. May be called again for the same notification: the receiver can
    // tell by its id.
    virtual Delivery deliver(Notification const& notification) = 0;
};

} // namespace kontingent::endpoint
