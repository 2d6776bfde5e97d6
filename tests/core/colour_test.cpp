#include "core/base/colour.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace kontingent;

TEST_CASE("colours are read in both cases, and nothing else is a colour") {
    CHECK(parse_colour("#1d5bd8") == 0x1D5BD8u);
    CHECK(parse_colour("#1D5BD8") == 0x1D5BD8u);
    CHECK(parse_colour("#000000") == 0u);
    for (char const* const text :
         {"", "#", "1d5bd8", "#1d5bd", "#1d5bd80", "#1d5bdg", "#1d5bd ", "blue", "##d5bd8"}) {
        CAPTURE(text);
        CHECK(!parse_colour(text));
    }
}

TEST_CASE("luminance is the definition's, for every grey") {
    for (std::uint32_t channel = 0; channel <= 255; ++channel) {
        CAPTURE(channel);
        double const part = static_cast<double>(channel) / 255.0;
        double const linear =
            part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
        CHECK(std::abs(relative_luminance(channel * 0x010101U) - linear) < 1e-14);
    }
}

TEST_CASE("luminance and contrast, against published ratios") {
    CHECK(relative_luminance(0x000000) == doctest::Approx(0.0));
    CHECK(relative_luminance(0xFFFFFF) == doctest::Approx(1.0));
    CHECK(relative_luminance(0xFF0000) == doctest::Approx(0.2126));
    CHECK(relative_luminance(0x808080) == doctest::Approx(0.21586).epsilon(0.0001));

    struct Row {
        char const* name;
        std::uint32_t a, b;
        double ratio;
    };

    Row const rows[] = {
        {"black on white", 0x000000, 0xFFFFFF, 21.0},
        {"itself", 0x1D5BD8, 0x1D5BD8, 1.0},
        {"the lightest grey that passes", 0x767676, 0xFFFFFF, 4.54},
        {"the darkest grey that fails", 0x777777, 0xFFFFFF, 4.48},
        {"blue", 0x0000FF, 0xFFFFFF, 8.59},
        {"red", 0xFF0000, 0xFFFFFF, 4.00},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(contrast_ratio(row.a, row.b) == doctest::Approx(row.ratio).epsilon(0.002));
        CHECK(contrast_ratio(row.b, row.a) == contrast_ratio(row.a, row.b));
    }
}

TEST_CASE("the dark theme's accent meets the contrast and is no lighter than it must be") {
    CHECK(accent_for_dark_theme(0xFFFFFF) == 0xFFFFFFu);
    CHECK(accent_for_dark_theme(0x7FA8FF) == 0x7FA8FFu); // light enough already
    for (std::uint32_t red = 0; red <= 0xFF; red += 51) {
        for (std::uint32_t green = 0; green <= 0xFF; green += 51) {
            for (std::uint32_t blue = 0; blue <= 0xFF; blue += 51) {
                std::uint32_t const accent = red << 16 | green << 8 | blue;
                double const ratio = contrast_ratio(accent_for_dark_theme(accent), dark_card_rgb);
                REQUIRE(ratio >= contrast_min);
                if (contrast_ratio(accent, dark_card_rgb) < contrast_min) {
                    REQUIRE(ratio < contrast_min + 0.35);
                }
            }
        }
    }
}
