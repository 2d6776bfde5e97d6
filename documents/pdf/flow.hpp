// The body of a document: units from top to bottom, which pages are made of. A unit is never cut. A
// unit may keep the next one on its page, and a table's header is drawn again where a page breaks
// it.
#pragma once

#include "documents/pdf/page.hpp"
#include "documents/pdf/units.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kontingent::documents::pdf {

struct TextMark {
    Length x = 0;        // from the left margin
    Length baseline = 0; // from the unit's top
    Style style;
    std::string text;
};

struct RuleMark {
    Length x = 0, y = 0, width = 0, thickness = 0;
    Colour colour = 0;
};

struct Unit {
    Length space_before = 0; // none at the top of a page
    Length height = 0;
    bool keeps_next = false;
    bool starts_page = false;
    std::optional<std::size_t> header; // index of the unit that is its table's header
    std::vector<TextMark> texts;
    std::vector<RuleMark> rules;
};

// Where the body of a page lies.
struct Frame {
    Length top = 0, bottom = 0;

    Length height() const { return bottom - top; }
};

struct PlacedUnit {
    std::size_t unit = 0; // index
    Length top = 0;       // on the page
};

using PlacedPage = std::vector<PlacedUnit>;

// At least one page. What is higher than a page is broken wherever a page ends.
std::vector<PlacedPage> paginate(std::vector<Unit> const& units, Frame first, Frame later);

// The lines of a text no wider than this; a word that is wider is broken. At least one line.
std::vector<std::string> broken_lines(std::string_view text, Weight weight, Length size,
                                      Length width);

} // namespace kontingent::documents::pdf
