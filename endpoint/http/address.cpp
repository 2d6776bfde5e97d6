#include "endpoint/http/address.hpp"

#include "endpoint/http/http.hpp"

#include <algorithm>
#include <arpa/inet.h>
#include <charconv>

namespace kontingent::endpoint {
namespace {

constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr unsigned ipv4_offset_bits = 96;
constexpr std::size_t customer_bytes = 7;

std::string_view without_port_and_zone(std::string_view text) {
    if (text.starts_with('[')) {
        text = text.substr(1, text.find(']') - 1);
    } else if (std::ranges::count(text, ':') == 1) {
        text = text.substr(0, text.find(':'));
    }
    return text.substr(0, text.find('%'));
}

std::optional<Address> parse_plain(std::string_view text) {
    std::string const plain(text);
    Address address;
    if (::inet_pton(AF_INET6, plain.c_str(), address.bytes.data()) == 1) {
        return address;
    }
    std::ranges::copy(mapped, address.bytes.begin());
    if (::inet_pton(AF_INET, plain.c_str(), &address.bytes[mapped.size()]) == 1) {
        return address;
    }
    return std::nullopt;
}

} // namespace

bool Address::is_ipv4() const {
    return std::equal(mapped.begin(), mapped.end(), bytes.begin());
}

bool Address::is_loopback() const {
    constexpr std::array<std::uint8_t, 16> ipv6{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    return is_ipv4() ? bytes[mapped.size()] == 127 : bytes == ipv6;
}

std::optional<Address> parse_address(std::string_view text) {
    return parse_plain(without_port_and_zone(trim(text)));
}

std::expected<Network, std::string> Network::parse(std::string_view text) {
    std::string const wrong = "'" + std::string(text) +
                              "' is no address and no network; write 192.0.2.1, 192.0.2.0/24 or "
                              "2001:db8::/32";
    auto const slash = text.find('/');
    auto const address = parse_plain(text.substr(0, slash));
    if (!address) {
        return std::unexpected(wrong);
    }
    unsigned const offset = address->is_ipv4() ? ipv4_offset_bits : 0;
    unsigned bits = 128 - offset;
    if (slash != std::string_view::npos) {
        std::string_view const digits = text.substr(slash + 1);
        unsigned const most = bits;
        auto const [end, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), bits);
        if (error != std::errc{} || end != digits.data() + digits.size() || bits > most) {
            return std::unexpected(wrong);
        }
    }
    return Network(*address, offset + bits);
}

bool Network::contains(Address const& address) const {
    for (unsigned bit = 0; bit < bits_; ++bit) {
        auto const mask = static_cast<std::uint8_t>(0x80U >> (bit % 8));
        if ((first_.bytes.at(bit / 8) & mask) != (address.bytes.at(bit / 8) & mask)) {
            return false;
        }
    }
    return true;
}

std::string sender_of(std::string_view text) {
    auto const address = parse_address(text);
    if (!address) {
        return std::string(text);
    }
    auto const begin = address->bytes.begin();
    return {begin, begin + (address->is_ipv4() ? std::ptrdiff_t{16}
                                               : static_cast<std::ptrdiff_t>(customer_bytes))};
}

} // namespace kontingent::endpoint
