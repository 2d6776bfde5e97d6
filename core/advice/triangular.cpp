#include "core/advice/triangular.hpp"

#include <cmath>

namespace kontingent {
namespace {

// As the language converts it, rounded once, but without the branch on the highest bit that this
// takes on most machines.
double as_double(std::uint64_t number) {
    constexpr double high_place = 4'294'967'296.0;
    return static_cast<double>(static_cast<std::int64_t>(number >> 32)) * high_place +
           static_cast<double>(static_cast<std::int64_t>(number & 0xFFFF'FFFF));
}

} // namespace

// A double's root of a number of 64 bits is exact where the number is a square, since a root of 32
// bits leaves it digits to spare; so it is never too small, and too large only by the rounding up
// to a square, which the square tells.
std::uint32_t square_root(std::uint64_t number) {
    if (number == 0) {
        return 0;
    }
    auto const root =
        static_cast<std::uint64_t>(static_cast<std::int64_t>(std::sqrt(as_double(number))));
    // Of 2^32 the square is 0 in 64 bits, and one less is the largest number: too large, as it
    // ought.
    return static_cast<std::uint32_t>(root * root - 1 >= number ? root - 1 : root);
}

// Both sides of the typical value by one formula: on which one a part lies is as good as random,
// and choosing values is quicker than guessing a branch.
Minutes quantile(Triangle const& triangle, std::uint32_t part) {
    auto const width = static_cast<std::uint64_t>(triangle.high.count - triangle.low.count);
    auto const left = static_cast<std::uint64_t>(triangle.typical.count - triangle.low.count);
    constexpr std::uint64_t whole = std::uint64_t{1} << 32;
    bool const is_left = part * width < left * whole;
    std::uint64_t const part_of_side = is_left ? part : whole - part;
    std::uint64_t const side = is_left ? left : width - left;
    // sqrt(part * width * side / 2^32), rounded half up. Both lengths are below 2^16, so the
    // product is exact and its root has 16 binary places.
    std::uint64_t const root = square_root(part_of_side * width * side);
    auto const distance = static_cast<std::int64_t>((root + (1u << 15)) >> 16);
    return Minutes{is_left ? triangle.low.count + distance : triangle.high.count - distance};
}

} // namespace kontingent
