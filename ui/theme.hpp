// Colours and sizes by meaning. Screens and widgets name tokens, never colours, so that light, dark
// and a host's accent are one table each.
#pragma once

#include <cstdint>
#include <optional>

namespace kontingent::ui {

enum class ColourScheme : std::uint8_t { light, dark };
// What prefers-contrast asks for.
enum class Contrast : std::uint8_t { usual, more };

// 0xRRGGBB; alpha is given where something is drawn.
using Colour = std::uint32_t;

// What the visitor's system forces on every page (forced-colors): CSS's Canvas, CanvasText and
// LinkText.
struct SystemColours {
    Colour ground = 0, text = 0, link = 0;
    friend bool operator==(SystemColours const&, SystemColours const&) = default;
};

// What a visitor asks for.
struct Colours {
    ColourScheme scheme = ColourScheme::light;
    Contrast contrast = Contrast::usual;
    std::optional<SystemColours> forced{}; // instead of the theme's
};

struct Theme {
    Colour page, card, line;
    Colour edge; // of fields and checkboxes: 3:1 against what is around them (WCAG 2.2, 1.4.11)
    Colour text, muted, accent, on_accent, good, good_soft, warn, bad, sunken;
};

// The accent of the catalogue's theme replaces ours; the dark one is lightened until it reads on
// the dark card.
Theme theme_of(Colours const& asked, std::optional<Colour> accent);

// CSS pixels.
namespace size {
inline constexpr float card_radius = 12;
inline constexpr float control_radius = 8;
inline constexpr float touch = 44;
inline constexpr float column_min = 960; // two columns from here on
inline constexpr float row_min = 640;    // rows from here on, cards below
inline constexpr float needs_width = 392;
} // namespace size

// Type scale, CSS pixels.
namespace type {
inline constexpr float small = 14;
inline constexpr float body = 16;
inline constexpr float large = 20;
inline constexpr float title = 28;
inline constexpr float display = 40;
} // namespace type

} // namespace kontingent::ui
