// The contrast of two colours (WCAG 2.2: relative luminance and contrast ratio), and an accent
// colour's form for the dark theme. Colours are 0xRRGGBB in sRGB. Floating point is fine
// here: no money is involved.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace kontingent {

inline constexpr std::uint32_t light_card_rgb = 0xFFFFFF;
inline constexpr std::uint32_t dark_card_rgb = 0x171C24;
inline constexpr double contrast_min = 4.5;

// "#1d5bd8"; both cases of the letters.
std::optional<std::uint32_t> parse_colour(std::string_view text);

// 0 (black) to 1 (white).
double relative_luminance(std::uint32_t rgb);
// 1 (the same) to 21 (black and white), in either order.
double contrast_ratio(std::uint32_t a_rgb, std::uint32_t b_rgb);

// The dark theme's accent: a catalogue names one accent, which is checked against the light card;
// this mixes it with as little white as gives contrast_min against the dark card.
std::uint32_t accent_for_dark_theme(std::uint32_t accent_rgb);

} // namespace kontingent
