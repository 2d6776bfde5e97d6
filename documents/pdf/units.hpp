// Lengths on a page. Whole thousandths of a point, so that every machine lays out alike.
#pragma once

#include <cstdint>
#include <string>

namespace kontingent::documents::pdf {

using Length = std::int64_t; // thousandths of a point

constexpr Length points(std::int64_t tenths) {
    return tenths * 100;
}

constexpr Length millimetres(std::int64_t count) {
    constexpr std::int64_t points_per_inch = 72;
    constexpr std::int64_t tenths_per_inch = 254;
    return count * points_per_inch * 10'000 / tenths_per_inch;
}

inline constexpr Length page_width = 595'276; // A4
inline constexpr Length page_height = 841'890;

// A number as PDF writes it: 12345 is "12.345".
std::string decimal(Length thousandths);
// At least four digits: 15 is "000F".
std::string hexadecimal(std::uint32_t value);

} // namespace kontingent::documents::pdf
