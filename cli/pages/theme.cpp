#include "cli/pages/theme.hpp"

#include "core/base/colour.hpp"

#include <cstdint>

namespace kontingent::cli {
namespace {

std::string hexadecimal(std::uint32_t rgb) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4) {
        text += digits[(rgb >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return text;
}

} // namespace

std::optional<std::string> theme_styles(Catalogue const& catalogue) {
    if (!catalogue.accent_rgb) {
        return std::nullopt;
    }
    std::uint32_t const accent = *catalogue.accent_rgb;
    return ":root{--accent:" + hexadecimal(accent) +
           "}@media screen and (prefers-color-scheme:dark){:root{--accent:" +
           hexadecimal(accent_for_dark_theme(accent)) + "}}\n";
}

} // namespace kontingent::cli
