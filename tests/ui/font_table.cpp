#include "tests/ui/font_table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

namespace kontingent::ui_test {

FontTable::FontTable() {
    for (std::size_t weight = 0; weight < faces_.size(); ++weight) {
        std::string const path = std::string{KONTINGENT_FONTS_DIR "/inter-"} +
                                 (weight == 0 ? "400" : "600") + ".advances";
        std::ifstream file{path};
        REQUIRE_MESSAGE(file.is_open(), path);
        file >> faces_.at(weight).em;
        std::uint32_t character = 0;
        float width = 0;
        while (file >> character >> width) {
            faces_.at(weight).widths[static_cast<char32_t>(character)] = width;
        }
        REQUIRE_MESSAGE(faces_.at(weight).widths.size() > 100, path);
    }
}

float FontTable::advance(ui::Weight weight, float size, char32_t character) {
    Face const& face = faces_.at(static_cast<std::size_t>(weight));
    auto const found = face.widths.find(character);
    return scale * size * (found == face.widths.end() ? 0.6F : found->second / face.em);
}

FontTable& font_table() {
    static FontTable table;
    return table;
}

} // namespace kontingent::ui_test
