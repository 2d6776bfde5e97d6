// A port for a program that starts later, or again: reserved as long as this lives.
#pragma once

#include <cstdint>

namespace kontingent::endpoint {

// Holds a socket that is bound to a free port of 127.0.0.1 and does not listen. The kernel gives
// the port to nobody who asks for any, nor to a connection that goes out; a program may listen on
// it, since both sockets allow the address to be reused.
class ReservedPort {
public:
    ReservedPort();
    ~ReservedPort();
    ReservedPort(ReservedPort const&) = delete;
    ReservedPort& operator=(ReservedPort const&) = delete;

    std::uint16_t number() const { return number_; }

private:
    int socket_ = -1;
    std::uint16_t number_ = 0;
};

} // namespace kontingent::endpoint
