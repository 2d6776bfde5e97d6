#include "ui/theme.hpp"

#include "core/base/colour.hpp"

namespace kontingent::ui {

Theme theme_of(ColourScheme scheme, std::optional<Colour> accent) {
    if (scheme == ColourScheme::light) {
        Theme theme{.page = 0xF6F7F9,
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
        if (accent) {
            theme.accent = *accent;
        }
        return theme;
    }
    Theme theme{.page = 0x0F1319,
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
    if (accent) {
        theme.accent = accent_for_dark_theme(*accent);
    }
    return theme;
}

} // namespace kontingent::ui
