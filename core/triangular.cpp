#include "core/triangular.hpp"

#include <bit>

namespace kontingent {
namespace {

// sqrt(part * width * side / 2^32), rounded half up. Both lengths are below 2^16, so the product is
// exact and its root has 16 binary places.
std::int64_t distance(std::uint64_t part, std::uint64_t width, std::uint64_t side) {
    std::uint64_t const root = square_root(part * width * side);
    return static_cast<std::int64_t>((root + (1u << 15)) >> 16);
}

} // namespace

// Each step doubles the digits of the root of the leading digits: from 1 of them to 32 in five
// divisions' time, and the last place is settled by its square.
std::uint32_t square_root(std::uint64_t number) {
    if (number == 0) {
        return 0;
    }
    int const shift = std::countl_zero(number) & ~1;
    std::uint64_t const full = number << shift; // at least 2^62
    auto root = static_cast<std::uint32_t>(1 + (full >> 62));
    root = (root << 1) + static_cast<std::uint32_t>(full >> 59) / root;
    root = (root << 3) + static_cast<std::uint32_t>(full >> 53) / root;
    root = (root << 7) + static_cast<std::uint32_t>(full >> 41) / root;
    std::uint64_t wide = (std::uint64_t{root} << 15) + (full >> 17) / root;
    wide >>= shift / 2;
    // Of 2^32 the square is 0 in 64 bits, and one less is the largest number: too large, as it
    // ought.
    return static_cast<std::uint32_t>(wide * wide - 1 >= number ? wide - 1 : wide);
}

Minutes quantile(Triangle const& triangle, std::uint32_t part) {
    auto const width = static_cast<std::uint64_t>(triangle.high.count - triangle.low.count);
    auto const left = static_cast<std::uint64_t>(triangle.typical.count - triangle.low.count);
    constexpr std::uint64_t whole = std::uint64_t{1} << 32;
    if (part * width < left * whole) {
        return Minutes{triangle.low.count + distance(part, width, left)};
    }
    return Minutes{triangle.high.count - distance(whole - part, width, width - left)};
}

} // namespace kontingent
