#include "core/base/colour.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>

namespace kontingent {
namespace {

constexpr unsigned mixing_steps = 64;

std::uint32_t channel(std::uint32_t rgb, unsigned shift) {
    return (rgb >> shift) & 0xFFu;
}

// base to the power of 2.4, for 0.09 to 1: its square times the square's fifth root, by Newton's
// method to the last bits. The C library's power brings 6 KB of tables along.
double power_2_4(double base) {
    constexpr int steps_enough = 16;
    double const square = base * base;
    double root = 1.0;
    for (int step = 0; step < steps_enough; ++step) {
        root += (square / (root * root * root * root) - root) / 5.0;
    }
    return square * root;
}

double linear(std::uint32_t channel) {
    double const part = static_cast<double>(channel) / 255.0;
    return part <= 0.04045 ? part / 12.92 : power_2_4((part + 0.055) / 1.055);
}

std::uint32_t mixed_with_white(std::uint32_t rgb, unsigned step) {
    std::uint32_t mixed = 0;
    for (unsigned const shift : {16u, 8u, 0u}) {
        std::uint32_t const from = channel(rgb, shift);
        mixed |= (from + (0xFFu - from) * step / mixing_steps) << shift;
    }
    return mixed;
}

} // namespace

std::optional<std::uint32_t> parse_colour(std::string_view text) {
    if (text.size() != 7 || text[0] != '#') {
        return std::nullopt;
    }
    std::uint32_t rgb = 0;
    for (char const c : text.substr(1)) {
        int const digit = ascii::hex_value(c);
        if (digit < 0) {
            return std::nullopt;
        }
        rgb = rgb << 4 | static_cast<std::uint32_t>(digit);
    }
    return rgb;
}

double relative_luminance(std::uint32_t rgb) {
    return 0.2126 * linear(channel(rgb, 16)) + 0.7152 * linear(channel(rgb, 8)) +
           0.0722 * linear(channel(rgb, 0));
}

double contrast_ratio(std::uint32_t a_rgb, std::uint32_t b_rgb) {
    double const a = relative_luminance(a_rgb);
    double const b = relative_luminance(b_rgb);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

std::uint32_t accent_for_dark_theme(std::uint32_t accent_rgb) {
    for (unsigned step = 0; step < mixing_steps; ++step) {
        std::uint32_t const mixed = mixed_with_white(accent_rgb, step);
        if (contrast_ratio(mixed, dark_card_rgb) >= contrast_min) {
            return mixed;
        }
    }
    return 0xFFFFFF;
}

} // namespace kontingent
