#include "endpoint/base/deadline.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::endpoint {
namespace {

thread_local auto of_this_thread = Deadline::Clock::time_point::max();

} // namespace

Deadline::Deadline(Clock::time_point at) : before_(std::exchange(of_this_thread, at)) {}

Deadline::~Deadline() {
    of_this_thread = before_;
}

Deadline::Clock::time_point Deadline::within(std::chrono::milliseconds limit) {
    return std::min(Clock::now() + limit, of_this_thread);
}

} // namespace kontingent::endpoint
