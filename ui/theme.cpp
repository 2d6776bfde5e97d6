#include "ui/theme.hpp"

#include "core/base/colour.hpp"

namespace kontingent::ui {

namespace {

constexpr Theme light{.page = 0xF6F7F9,
                      .card = 0xFFFFFF,
                      .line = 0xE1E5EB,
                      .edge = 0x808999,
                      .text = 0x151A22,
                      .muted = 0x566072,
                      .accent = 0x1D5BD8,
                      .on_accent = 0xFFFFFF,
                      .good = 0x0B7A4B,
                      .good_soft = 0xE7F4EE,
                      .warn = 0x9A5B00,
                      .bad = 0xB3261E,
                      .sunken = 0xF0F2F6};
constexpr Theme dark{.page = 0x0F1319,
                     .card = 0x171C24,
                     .line = 0x2A323E,
                     .edge = 0x626D7D,
                     .text = 0xE8ECF2,
                     .muted = 0x9DA8B8,
                     .accent = 0x7FA8FF,
                     .on_accent = 0x0F1319,
                     .good = 0x4CC38A,
                     .good_soft = 0x16302A,
                     .warn = 0xF0B35A,
                     .bad = 0xFF8A80,
                     .sunken = 0x10151C};

// Texts at least 7:1, lines as clear as the borders of fields are otherwise.
Theme with_more_contrast(Theme theme, bool is_dark) {
    theme.line = theme.edge;
    theme.text = is_dark ? 0xFFFFFF : theme.text;
    theme.edge = theme.text;
    theme.muted = theme.text;
    theme.accent = is_dark ? 0xA9C5FF : 0x123F9E;
    theme.good = is_dark ? 0x7FE0AE : 0x075C38;
    theme.warn = is_dark ? 0xFFD08A : 0x6B3F00;
    theme.bad = is_dark ? 0xFFB4AD : 0x8C1D17;
    return theme;
}

Theme forced_theme(SystemColours const& system) {
    return {.page = system.ground,
            .card = system.ground,
            .line = system.text,
            .edge = system.text,
            .text = system.text,
            .muted = system.text,
            .accent = system.link,
            .on_accent = system.ground,
            .good = system.text,
            .good_soft = system.ground,
            .warn = system.text,
            .bad = system.text,
            .sunken = system.ground};
}

} // namespace

Theme theme_of(Colours const& asked, std::optional<Colour> accent) {
    if (asked.forced) {
        return forced_theme(*asked.forced);
    }
    bool const is_dark = asked.scheme == ColourScheme::dark;
    Theme theme = is_dark ? dark : light;
    if (asked.contrast == Contrast::more) {
        theme = with_more_contrast(theme, is_dark);
    }
    if (accent) {
        theme.accent = is_dark ? accent_for_dark_theme(*accent) : *accent;
    }
    return theme;
}

} // namespace kontingent::ui
