// What surrounds a document's body: on the first page a letter's head, with the recipient where an
// envelope's window is (DIN 5008), and the seller's legal lines at the foot, as far as there is
// room for them; on each page its number.
#pragma once

#include "documents/pdf/flow.hpp"
#include "documents/pdf/page.hpp"
#include "documents/sheet.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace kontingent::documents::pdf {

inline constexpr Length left_margin = millimetres(25);
inline constexpr Length body_width = page_width - left_margin - millimetres(20);

// A picture in the head; its drawing is a resource of this name.
struct PlacedLogo {
    std::string name;
    Length width = 0, height = 0;
    bool is_scaled = false; // a drawing of this size, not one of 1 by 1
};

inline constexpr Length logo_width_max = millimetres(60);
inline constexpr Length logo_height_max = millimetres(18);

class Letter {
public:
    // `logo` may have no name: then there is none.
    Letter(Sheet const& sheet, templates::Texts const& texts, PlacedLogo logo);

    // Where the body may lie.
    Frame first_frame() const { return {head_bottom_, foot_top_}; }

    Frame later_frame() const;

    // The legal lines that are too many for the foot of the first page: all of them or none. They
    // belong at the end of the body.
    std::vector<std::string> legal_for_body() const;

    // Draws all but the body. `number` counts from 1.
    void draw(Page& page, std::size_t number, std::size_t count) const;

private:
    struct Mark {
        Length x = 0, baseline = 0;
        Style style;
        std::string text;
    };

    void draw_logo(Page& page) const;
    Length lay_out_sender();
    void lay_out_recipient();
    void lay_out_details();
    void lay_out_foot();
    // The lines of a text from a place downwards; returns the next place.
    Length add(Length x, Length top, Length width, Style const& style, std::string const& text);

    Sheet const& sheet_;
    templates::Texts const& texts_;
    PlacedLogo logo_;
    std::vector<Mark> marks_; // of the first page
    Length head_bottom_ = 0;
    Length foot_top_ = 0;
    bool has_legal_foot_ = false;
};

} // namespace kontingent::documents::pdf
