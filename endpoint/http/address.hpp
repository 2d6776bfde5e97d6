// Internet addresses as proxies, logs and options write them, and networks of them.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

// Sixteen bytes; IPv4 as ::ffff:a.b.c.d.
struct Address {
    std::array<std::uint8_t, 16> bytes{};

    bool is_ipv4() const;
    bool is_loopback() const;
    friend bool operator==(Address const&, Address const&) = default;
};

// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1", "[2001:db8::1]:4711", "fe80::1%eth0": what stands
// beside the address does not count.
std::optional<Address> parse_address(std::string_view text);

class Network {
public:
    // "192.0.2.0/24", "2001:db8::/32", or one address. The error is a sentence.
    static std::expected<Network, std::string> parse(std::string_view text);

    bool contains(Address const& address) const;

private:
    Network(Address const& first, unsigned bits) : first_(first), bits_(bits) {}

    Address first_;
    unsigned bits_; // of the sixteen bytes
};

// What counts as one sender: an IPv4 address, or the 56 bits of an IPv6 network that a provider
// gives to one customer. Text that is no address is a sender of its own.
std::string sender_of(std::string_view address);

} // namespace kontingent::endpoint
