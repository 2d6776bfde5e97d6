// Text in the document's typeface: which characters it has, how wide a text is, and the part of the
// font that a file embeds.
#pragma once

#include "documents/pdf/font_data.hpp"
#include "documents/pdf/units.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::documents::pdf {

enum class Weight : std::uint8_t { regular, semibold };

// The characters that are drawn for a text in valid UTF-8: letters and accents composed, invisible
// format characters left out.
std::u32string characters_of(std::string_view text);

std::string utf8_of(std::u32string_view characters);

// Those of a text that the typeface does not have, each once.
std::u32string missing_in(std::string_view text);

Length width_of(std::u32string_view characters, Weight weight, Length size);
Length width_of(std::string_view text, Weight weight, Length size);

// The characters of one weight that a file uses, numbered in the order of their first use.
class FontSubset {
public:
    explicit FontSubset(Weight weight);

    // A text as the glyph numbers of this subset, four hexadecimal digits each. A character that
    // the typeface lacks is an error of the caller's: it is left out.
    std::string glyphs_of(std::u32string_view characters);

    bool is_empty() const { return used_.empty(); }

    FontData const& data() const { return data_; }

    // A TrueType file with these glyphs alone.
    std::string file() const;
    // The array W of a CIDFont: widths in thousandths of the size.
    std::string widths() const;
    // Which character each glyph is, as a CMap, so that text can be searched and copied.
    std::string character_map() const;

private:
    FontData const& data_;
    std::vector<FontGlyph const*> used_; // glyph 1 first; glyph 0 stands for no character
    std::vector<std::uint16_t> numbers_; // by place in data_.glyphs; 0: unused
};

} // namespace kontingent::documents::pdf
