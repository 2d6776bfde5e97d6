#include "documents/pdf/font.hpp"

#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace kontingent::documents::pdf {
namespace {

constexpr char32_t no_break_space = 0xA0;
constexpr unsigned length_of_lead[]{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4};

// Of the first character; `text` is valid and not empty.
char32_t take_character(std::string_view& text) {
    auto const lead = static_cast<unsigned char>(text.front());
    unsigned const length = length_of_lead[lead >> 4U];
    char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
    for (unsigned i = 1; i < length && i < text.size(); ++i) {
        character = (character << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    text.remove_prefix(std::min<std::size_t>(length, text.size()));
    return character;
}

// Soft hyphens, joiners, marks of direction, selectors of variants: nothing of them is drawn.
bool is_invisible(char32_t character) {
    return character == 0xAD || (character >= 0x200B && character <= 0x200F) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2060 && character <= 0x2064) ||
           (character >= 0xFE00 && character <= 0xFE0F) || character == 0xFEFF;
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < no_break_space);
}

char32_t composed(char32_t letter, char32_t accent) {
    auto const pairs = compositions();
    auto const found = std::ranges::lower_bound(
        pairs, std::tuple(std::uint32_t{letter}, std::uint32_t{accent}), {},
        [](Composition const& pair) { return std::tuple(pair.letter, pair.accent); });
    bool const is_pair = found != pairs.end() && found->letter == letter && found->accent == accent;
    return is_pair ? found->composed : 0;
}

FontGlyph const* find_glyph(FontData const& data, char32_t character) {
    auto const found = std::ranges::lower_bound(data.glyphs, character, {}, &FontGlyph::character);
    return found != data.glyphs.end() && found->character == character ? &*found : nullptr;
}

FontData const& data_of(Weight weight) {
    return weight == Weight::regular ? regular_font_data() : semibold_font_data();
}

// A table of a TrueType file: numbers with their highest byte first.
class Table {
public:
    Table& u16(std::int64_t value) {
        byte(value >> 8);
        byte(value);
        return *this;
    }

    Table& u32(std::int64_t value) { return u16(value >> 16).u16(value); }

    Table& bytes(std::span<unsigned char const> list) {
        bytes_.append(list.begin(), list.end());
        return *this;
    }

    std::string const& text() const { return bytes_; }

private:
    void byte(std::int64_t value) { bytes_ += static_cast<char>(value & 0xFF); }

    std::string bytes_;
};

std::uint32_t checksum_of(std::string const& table) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < table.size(); ++i) {
        auto const byte = static_cast<std::uint32_t>(static_cast<unsigned char>(table[i]));
        sum += byte << (24U - 8U * (i % 4U));
    }
    return sum;
}

struct NamedTable {
    std::string_view name;
    std::string bytes;
};

// The directory and the tables, which are in the order of their names.
std::string true_type(std::span<NamedTable const> tables) {
    constexpr std::int64_t entry_size = 16;
    constexpr std::int64_t directory_size = 12;
    auto const count = static_cast<std::int64_t>(tables.size());
    std::int64_t power = 1;
    std::int64_t log = 0;
    for (; power * 2 <= count; power *= 2) {
        ++log;
    }
    Table directory;
    directory.u32(0x00010000).u16(count).u16(power * entry_size).u16(log);
    directory.u16((count - power) * entry_size);
    std::string body;
    for (NamedTable const& table : tables) {
        for (char const letter : table.name) {
            directory.bytes(std::array{static_cast<unsigned char>(letter)});
        }
        directory.u32(checksum_of(table.bytes));
        directory.u32(directory_size + count * entry_size + static_cast<std::int64_t>(body.size()));
        directory.u32(static_cast<std::int64_t>(table.bytes.size()));
        body += table.bytes;
        body.resize((body.size() + 3) / 4 * 4);
    }
    return directory.text() + body;
}

std::string head_table(FontData const& data) {
    constexpr std::int64_t magic = 0x5F0F3CF5;
    constexpr std::int64_t smallest_readable = 8; // pixels an em
    Table table;
    table.u32(0x00010000).u32(0x00010000).u32(0).u32(magic);
    table.u16(3).u16(data.units_per_em).u32(0).u32(0).u32(0).u32(0);
    table.u16(data.x_min).u16(data.y_min).u16(data.x_max).u16(data.y_max);
    table.u16(0).u16(smallest_readable).u16(2).u16(1).u16(0); // 1: loca has 32 bits
    return table.text();
}

} // namespace

std::u32string characters_of(std::string_view text) {
    std::u32string characters;
    while (!text.empty()) {
        char32_t const character = take_character(text);
        if (is_invisible(character)) {
            continue;
        }
        char32_t const pair = characters.empty() ? 0 : composed(characters.back(), character);
        if (pair != 0) {
            characters.back() = pair;
        } else {
            characters += is_control(character) ? U' ' : character;
        }
    }
    return characters;
}

std::string utf8_of(std::u32string_view characters) {
    std::string text;
    for (char32_t const character : characters) {
        auto const add = [&text](char32_t byte) { text += static_cast<char>(byte); };
        if (character < 0x80) {
            add(character);
        } else if (character < 0x800) {
            add(0xC0U | (character >> 6U));
            add(0x80U | (character & 0x3FU));
        } else if (character < 0x10000) {
            add(0xE0U | (character >> 12U));
            add(0x80U | ((character >> 6U) & 0x3FU));
            add(0x80U | (character & 0x3FU));
        } else {
            add(0xF0U | (character >> 18U));
            add(0x80U | ((character >> 12U) & 0x3FU));
            add(0x80U | ((character >> 6U) & 0x3FU));
            add(0x80U | (character & 0x3FU));
        }
    }
    return text;
}

std::u32string missing_in(std::string_view text) {
    std::u32string missing;
    for (char32_t const character : characters_of(text)) {
        if (find_glyph(regular_font_data(), character) == nullptr &&
            missing.find(character) == std::u32string::npos) {
            missing += character;
        }
    }
    return missing;
}

Length width_of(std::u32string_view characters, Weight weight, Length size) {
    FontData const& data = data_of(weight);
    std::int64_t units = 0;
    for (char32_t const character : characters) {
        FontGlyph const* const glyph = find_glyph(data, character);
        units += glyph == nullptr ? 0 : glyph->advance;
    }
    return units * size / data.units_per_em;
}

Length width_of(std::string_view text, Weight weight, Length size) {
    return width_of(characters_of(text), weight, size);
}

FontSubset::FontSubset(Weight weight)
    : data_(data_of(weight)), numbers_(data_.glyphs.size(), std::uint16_t{0}) {}

std::string FontSubset::glyphs_of(std::u32string_view characters) {
    std::string text;
    for (char32_t const character : characters) {
        FontGlyph const* const glyph = find_glyph(data_, character);
        if (glyph == nullptr) {
            continue;
        }
        std::uint16_t& number = numbers_[static_cast<std::size_t>(glyph - data_.glyphs.data())];
        if (number == 0) {
            used_.push_back(glyph);
            number = static_cast<std::uint16_t>(used_.size());
        }
        text += hexadecimal(number);
    }
    return text;
}

std::string FontSubset::file() const {
    Table outlines;
    Table places;
    Table metrics;
    auto const add = [&](std::uint32_t offset, std::uint32_t size, int advance) {
        places.u32(static_cast<std::int64_t>(outlines.text().size()));
        auto const outline = data_.outlines.subspan(offset, size);
        outlines.bytes(outline);
        // The left side bearing is where the outline's box begins.
        metrics.u16(advance).bytes(size == 0 ? std::span<unsigned char const>()
                                             : outline.subspan(2, 2));
        if (size == 0) {
            metrics.u16(0);
        }
    };
    add(0, data_.missing_size, data_.missing_advance);
    for (FontGlyph const* const glyph : used_) {
        add(glyph->offset, glyph->size, glyph->advance);
    }
    places.u32(static_cast<std::int64_t>(outlines.text().size()));
    auto const count = static_cast<std::int64_t>(used_.size()) + 1;
    Table maxima;
    maxima.u32(0x00010000).u16(count).u16(data_.points_max).u16(data_.contours_max);
    maxima.u32(0).u16(2).u32(0).u32(0).u32(0).u32(0);
    Table across;
    across.u32(0x00010000).u16(data_.ascent).u16(data_.descent).u16(0).u16(data_.x_max);
    across.u16(data_.x_min).u16(0).u16(data_.x_max).u16(1).u16(0).u16(0);
    across.u32(0).u32(0).u16(0).u16(count);
    return true_type(
        std::array{NamedTable{"glyf", outlines.text()}, NamedTable{"head", head_table(data_)},
                   NamedTable{"hhea", across.text()}, NamedTable{"hmtx", metrics.text()},
                   NamedTable{"loca", places.text()}, NamedTable{"maxp", maxima.text()}});
}

std::string FontSubset::widths() const {
    constexpr std::int64_t thousand = 1'000;
    std::string text = "[0 [";
    auto const add = [&](int advance) {
        text += decimal(advance * thousand * thousand / data_.units_per_em) + " ";
    };
    add(data_.missing_advance);
    for (FontGlyph const* const glyph : used_) {
        add(glyph->advance);
    }
    text.back() = ']';
    return text + "]";
}

std::string FontSubset::character_map() const {
    constexpr std::size_t block_max = 100;
    std::string text = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                       "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                       "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n";
    for (std::size_t i = 0; i < used_.size(); ++i) {
        if (i % block_max == 0) {
            text += std::to_string(std::min(block_max, used_.size() - i)) + " beginbfchar\n";
        }
        // A search for a plain space finds one that does not break a line, too.
        std::uint32_t const character = used_[i]->character;
        bool const is_space = character == no_break_space || character == 0x202F ||
                              (character >= 0x2000 && character <= 0x200A);
        text += "<" + hexadecimal(static_cast<std::uint32_t>(i) + 1) + "> <" +
                hexadecimal(is_space ? U' ' : character) + ">\n";
        if ((i + 1) % block_max == 0 || i + 1 == used_.size()) {
            text += "endbfchar\n";
        }
    }
    return text + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n";
}

} // namespace kontingent::documents::pdf
