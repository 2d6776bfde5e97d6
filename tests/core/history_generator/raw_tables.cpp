#include "tests/core/history_generator/raw_tables.hpp"

#include "tests/core/history_generator/duration_tables.hpp"
#include "tests/core/history_generator/layout.hpp"

#include <array>

namespace kontingent::tests {

namespace {

// UTF-16 without its mark. What is written has at most three bytes a character.
std::string utf16_of(std::string_view text, bool is_big_endian) {
    std::string bytes;
    while (!text.empty()) {
        auto const byte = [&](std::size_t at) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at]));
        };
        std::size_t const size = byte(0) < 0x80 ? 1 : byte(0) < 0xE0 ? 2 : 3;
        std::uint32_t const c =
            size == 1   ? byte(0)
            : size == 2 ? (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU)
                        : (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        char const high = static_cast<char>(c >> 8U);
        char const low = static_cast<char>(c & 0xFFU);
        bytes += is_big_endian ? high : low;
        bytes += is_big_endian ? low : high;
        text.remove_prefix(size);
    }
    return bytes;
}

} // namespace

GeneratedTable no_headings(Draft& draft, TableKind kind) {
    bool const has_times = kind == TableKind::times_without_headings;
    fill(draft);
    draft.add_date();
    if (has_times) {
        draft.add_begin();
        draft.add_end();
    } else {
        draft.add_duration(draft.writing.duration, false);
    }
    draft.add_text();
    draft.add_decoys();
    return {written(draft, {.has_headings = false}), months_of(draft.entries)};
}

GeneratedTable broken_cells(Draft& draft, TableKind kind) {
    fill(draft);
    bool const has_commas = kind == TableKind::unquoted_comma;
    draft.writing.delimiter = has_commas ? ',' : '\t';
    draft.writing.decimal_mark = has_commas ? ',' : '.';
    draft.writing.quotes_all = false;
    if (draft.writing.date == DateForm::with_weekday ||
        draft.writing.date == DateForm::weekday_full ||
        draft.writing.date == DateForm::month_named_first) {
        draft.writing.date = DateForm::iso;
    }
    draft.add_date();
    draft.add_duration(DurationForm::decimal_hours, true);
    constexpr std::array<std::string_view, 4> quoted{"\"24 Zoll Monitor", "\"27 Zoll\" Monitor",
                                                     "Monitor 22\"", "Suche"};
    draft.add(draft.heading(Holds::text), [&](Entry const&) {
        return std::string{has_commas ? "Shop" : any_of(draft.random, quoted)};
    });
    GeneratedTable table{written(draft, {.is_raw = true}), months_of(draft.entries)};
    table.may_reject_rows = true;
    return table;
}

GeneratedTable utf16(Draft& draft) {
    GeneratedTable table = plain(draft);
    table.bytes = utf16_of(table.bytes, chance(draft.random, 50));
    return table;
}

} // namespace kontingent::tests
