#include "documents/pdf/page.hpp"

#include <algorithm>

namespace kontingent::documents::pdf {

std::string colour_operator(Colour colour, std::string_view name) {
    constexpr Length thousand = 1'000;
    constexpr Length byte_max = 255;
    std::string text;
    for (unsigned const shift : {16U, 8U, 0U}) {
        Length const part = (colour >> shift) & 0xFFU;
        text += decimal((part * thousand + byte_max / 2) / byte_max) + " ";
    }
    return text + std::string(name) + "\n";
}

void Page::show(Length x, Length baseline, Style const& style, std::string_view text) {
    content_ += "BT " + std::string(style.weight == Weight::regular ? "/R " : "/S ") +
                decimal(style.size) + " Tf " + colour_operator(style.colour, "rg") + decimal(x) +
                " " + decimal(page_height - baseline) + " Td <" +
                fonts_.of(style.weight).glyphs_of(characters_of(text)) + "> Tj ET\n";
}

void Page::text(Length x, Length baseline, Style const& style, std::string_view text) {
    show(x, baseline, style, text);
    drawn_.texts.push_back({x, baseline, false, style, std::string(text)});
}

void Page::text_to(Length right, Length baseline, Style const& style, std::string_view text) {
    show(right - width_of(text, style.weight, style.size), baseline, style, text);
    drawn_.texts.push_back({right, baseline, true, style, std::string(text)});
}

void Page::rule(Length x, Length y, Length width, Length thickness, Colour colour) {
    content_ += colour_operator(colour, "rg") + decimal(x) + " " +
                decimal(page_height - y - thickness) + " " + decimal(width) + " " +
                decimal(thickness) + " re f\n";
    drawn_.rules.push_back({x, y, width, thickness, colour});
}

void Page::watermark(std::string_view text, Colour colour) {
    constexpr Length across = DrawnWatermark::across;
    constexpr Length upwards = DrawnWatermark::upwards;
    constexpr Length thousand = 1'000;
    constexpr Length length = millimetres(270);
    auto const characters = characters_of(text);
    Length const unit = std::max<Length>(width_of(characters, Weight::semibold, thousand), 1);
    Length const size = std::min(length * thousand / unit, points(1'400));
    // The middle of the capitals lies on the page's middle.
    Length const half = size * unit / thousand / 2;
    FontData const& data = fonts_.semibold.data();
    Length const lift = size * data.cap_height / data.units_per_em / 2;
    Length const x = page_width / 2 - half * across / thousand + lift * upwards / thousand;
    Length const y = page_height / 2 - half * upwards / thousand - lift * across / thousand;
    drawn_.watermark = {std::string(text), size, x, page_height - y};
    content_ += "/Span <</ActualText <FEFF>>> BDC\nBT /S " + decimal(size) + " Tf " +
                colour_operator(colour, "rg") + decimal(across) + " " + decimal(upwards) + " " +
                decimal(-upwards) + " " + decimal(across) + " " + decimal(x) + " " + decimal(y) +
                " Tm <" + fonts_.semibold.glyphs_of(characters) + "> Tj ET\nEMC\n";
}

void Page::picture(Length x, Length y, Length width, Length height, std::string_view name) {
    drawn_.logo = {x, y, width, height, 0};
    content_ += "q " + decimal(width) + " 0 0 " + decimal(height) + " " + decimal(x) + " " +
                decimal(page_height - y - height) + " cm /" + std::string(name) + " Do Q\n";
}

void Page::drawing(Length x, Length y, Length width, Length height, std::string_view name) {
    drawn_.logo = {x, y, width, height, 0};
    content_ += "q 1 0 0 1 " + decimal(x) + " " + decimal(page_height - y - height) + " cm /" +
                std::string(name) + " Do Q\n";
}

} // namespace kontingent::documents::pdf
