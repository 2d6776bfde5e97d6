#include "core/triangular.hpp"

#include <cmath>

namespace kontingent {
namespace {

// sqrt(part * width * side / 2^32), rounded half up. Both lengths are below 2^16, so the product is
// exact and its root has 16 binary places.
std::int64_t distance(std::uint64_t part, std::uint64_t width, std::uint64_t side) {
    std::uint64_t const root = square_root(part * width * side);
    return static_cast<std::int64_t>((root + (1u << 15)) >> 16);
}

} // namespace

// A double's root of a number of 64 bits is exact where the number is a square, since a root of 32
// bits leaves it digits to spare; so it is never too small, and too large only by the rounding up
// to a square, which the square tells.
std::uint32_t square_root(std::uint64_t number) {
    if (number == 0) {
        return 0;
    }
    auto const root = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(number)));
    // Of 2^32 the square is 0 in 64 bits, and one less is the largest number: too large, as it
    // ought.
    return static_cast<std::uint32_t>(root * root - 1 >= number ? root - 1 : root);
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
