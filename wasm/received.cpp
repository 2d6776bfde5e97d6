#include "wasm/received.hpp"

#include <utility>

namespace kontingent::wasm {

namespace {
std::string received;
}

char* receive(std::size_t size) {
    received.resize(size);
    return received.data();
}

std::string take_received() {
    return std::exchange(received, {});
}

} // namespace kontingent::wasm
