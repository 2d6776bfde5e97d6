// The widths of the site's font, from the table that is made with it: what a browser measures.
#pragma once

#include "ui/advances.hpp"

#include <array>
#include <map>

namespace kontingent::ui_test {

class FontTable final : public ui::Advances {
public:
    FontTable();
    float advance(ui::Weight weight, float size, char32_t character) override;

    // All widths times this: a browser with larger text.
    float scale = 1;

private:
    struct Face {
        float em = 1;
        std::map<char32_t, float> widths;
    };

    std::array<Face, 2> faces_;
};

// One for all portals of the tests.
FontTable& font_table();

} // namespace kontingent::ui_test
