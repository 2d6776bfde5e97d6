// One page's drawing: texts, rules and pictures at places measured from its top left corner.
#pragma once

#include "documents/pdf/font.hpp"
#include "documents/pdf/units.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::documents::pdf {

// 0xRRGGBB
using Colour = std::uint32_t;

struct Style {
    Weight weight = Weight::regular;
    Length size = points(95);
    Length leading = points(135); // from one line's baseline to the next
    Colour colour = 0x1B1F24;
};

// The parts of the typeface that a file uses, shared by its pages.
struct Fonts {
    FontSubset regular{Weight::regular};
    FontSubset semibold{Weight::semibold};

    FontSubset& of(Weight weight) { return weight == Weight::regular ? regular : semibold; }
};

// "0.5 0.5 0.5 rg", an operator's operands and its name.
std::string colour_operator(Colour colour, std::string_view name);

// What was drawn, for what shows a page without reading its PDF. Places as they were given.
struct DrawnText {
    Length x = 0, baseline = 0; // x is the left edge …
    bool ends_at_x = false;     // … or the right one
    Style style;
    std::string text;
};

struct DrawnRule {
    Length x = 0, y = 0, width = 0, height = 0;
    Colour colour = 0;
};

// Large letters along the page's diagonal.
struct DrawnWatermark {
    // Of the direction in which the text runs, in thousandths: A4 is 1 to the square root of 2.
    static constexpr Length across = 577;
    static constexpr Length upwards = 816;

    std::string text; // semibold
    Length size = 0;
    Length x = 0, y = 0; // where its baseline begins
};

struct DrawnPage {
    std::vector<DrawnText> texts;
    std::vector<DrawnRule> rules;
    std::optional<DrawnRule> logo; // its place
    std::optional<DrawnWatermark> watermark;
};

class Page {
public:
    explicit Page(Fonts& fonts) : fonts_(fonts) {}

    void text(Length x, Length baseline, Style const& style, std::string_view text);
    void text_to(Length right, Length baseline, Style const& style, std::string_view text);
    // A line of this thickness, downwards from y.
    void rule(Length x, Length y, Length width, Length thickness, Colour colour);
    // Large letters from the lower left to the upper right corner, under all that follows.
    void watermark(std::string_view text, Colour colour);
    // What is drawn 1 by 1, this large; `name` is that of a resource.
    void picture(Length x, Length y, Length width, Length height, std::string_view name);
    // What is drawn this large already.
    void drawing(Length x, Length y, Length width, Length height, std::string_view name);

    std::string const& content() const { return content_; }

    DrawnPage const& drawn() const { return drawn_; }

private:
    void show(Length x, Length baseline, Style const& style, std::string_view text);

    Fonts& fonts_;
    std::string content_;
    DrawnPage drawn_;
};

} // namespace kontingent::documents::pdf
