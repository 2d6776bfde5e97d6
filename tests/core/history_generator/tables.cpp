#include "tests/core/history_generator/tables.hpp"

#include "tests/core/history_generator/columns.hpp"

#include <array>

namespace kontingent::tests {

namespace {

// What lies around the entries.
struct Around {
    bool has_headings = true;
    bool shuffles = true;
    bool is_raw = false; // cells are written as they are
    bool has_noise = true;
    std::vector<std::pair<std::size_t, std::vector<std::string>>> rows_behind = {}; // an entry
};

std::string row_of(Writing const& writing, std::vector<std::string> const& cells, bool is_raw) {
    std::string row;
    for (std::size_t index = 0; index < cells.size(); ++index) {
        row += index == 0 ? "" : std::string{writing.delimiter};
        row += is_raw ? cells[index] : cell_of(writing, cells[index]);
    }
    return row + writing.line_break;
}

void shuffle(Draft& draft, Around& around) {
    for (std::size_t left = draft.columns.size(); left > 1; --left) {
        auto const at =
            static_cast<std::size_t>(draft.random.between(0, static_cast<std::int64_t>(left) - 1));
        std::swap(draft.columns[left - 1], draft.columns[at]);
        for (auto& [entry, cells] : around.rows_behind) {
            std::swap(cells[left - 1], cells[at]);
        }
    }
}

std::string written(Draft& draft, Around around) {
    if (around.shuffles) {
        shuffle(draft, around);
    }
    Writing const& writing = draft.writing;
    std::vector<std::string> headings;
    for (TableColumn const& column : draft.columns) {
        headings.push_back(column.heading);
    }
    std::string text;
    if (around.has_noise && around.has_headings && chance(draft.random, 10)) {
        text += "Report 2026" + writing.line_break + writing.line_break;
    }
    text += around.has_headings ? row_of(writing, headings, around.is_raw) : "";
    auto behind = around.rows_behind.begin();
    for (std::size_t entry = 0; entry < draft.entries.size(); ++entry) {
        std::vector<std::string> cells;
        for (TableColumn const& column : draft.columns) {
            cells.push_back(column.cells[entry]);
        }
        text += row_of(writing, cells, around.is_raw);
        for (; behind != around.rows_behind.end() && behind->first == entry; ++behind) {
            text += row_of(writing, behind->second, around.is_raw);
        }
        if (around.has_noise && chance(draft.random, 2)) {
            text +=
                around.has_headings ? row_of(writing, headings, around.is_raw) : writing.line_break;
        }
    }
    return text;
}

// A row with nothing but a sum in a column, and `label` in another.
std::vector<std::string> sum_row(Draft const& draft, TableColumn const& sums,
                                 TableColumn const* labels, std::string_view label,
                                 std::string const& sum) {
    std::vector<std::string> cells(draft.columns.size());
    for (std::size_t index = 0; index < cells.size(); ++index) {
        if (&draft.columns[index] == &sums) {
            cells[index] = sum;
        } else if (&draft.columns[index] == labels) {
            cells[index] = label;
        }
    }
    return cells;
}

bool is_whole_number(DurationForm form) {
    return form == DurationForm::minutes || form == DurationForm::seconds;
}

DurationForm any_duration(Random& random) {
    return static_cast<DurationForm>(random.between(0, duration_forms - 1));
}

DurationForm any_break(Random& random) {
    return any_of(random, std::array{DurationForm::clock, DurationForm::decimal_hours,
                                     DurationForm::minutes, DurationForm::minutes_with_unit});
}

void fill(Draft& draft, EntryRange const& range = {}) {
    draft.entries = random_entries(draft.random, range);
}

// Adds a row that sums all, without a date, at the end.
void add_grand_total(Draft& draft, Around& around, std::size_t duration, DurationForm form) {
    std::int64_t sum = 0;
    for (Entry const& entry : draft.entries) {
        sum += entry.net;
    }
    around.rows_behind.emplace_back(
        draft.entries.size() - 1, sum_row(draft, draft.columns[duration], draft.columns.data(),
                                          any_of(draft.random, total_words(draft.writing.language)),
                                          written_duration(draft.writing, form, sum)));
}

GeneratedTable plain(Draft& draft) {
    fill(draft);
    bool const has_unit = chance(draft.random, 80);
    DurationForm const form = draft.writing.duration;
    draft.add_date();
    draft.add_duration(form, has_unit);
    draft.add_text();
    draft.add_decoys();
    Around around;
    if (chance(draft.random, 30)) {
        add_grand_total(draft, around, 1, form);
    }
    return {written(draft, around), months_of(draft.entries),
            has_unit || (!is_whole_number(form) && form != DurationForm::decimal_hours)};
}

GeneratedTable begin_end(Draft& draft, TableKind kind) {
    bool const has_break = kind == TableKind::begin_end_break;
    fill(draft, {.has_breaks = has_break});
    draft.add_date();
    draft.add_begin();
    draft.add_end();
    if (has_break) {
        draft.add_break(any_break(draft.random));
    }
    if (kind == TableKind::begin_end_dates) {
        draft.add(draft.heading(Holds::end_date), [&](Entry const& entry) {
            return written_date(draft.writing, entry.end_day(), entry.end());
        });
    }
    draft.add_text();
    if (chance(draft.random, 50)) {
        draft.add_decoy(Holds::project);
    }
    return {written(draft, {}), months_of(draft.entries)};
}

GeneratedTable with_duration(Draft& draft, TableKind kind) {
    fill(draft, {.has_breaks = true});
    bool const is_minutes = kind == TableKind::net_minutes;
    draft.add_date();
    draft.add_begin();
    draft.add_end();
    draft.add_break(is_minutes ? DurationForm::minutes : any_break(draft.random));
    draft.add_duration(is_minutes ? DurationForm::minutes : any_duration(draft.random), true);
    draft.add_decoys();
    return {written(draft, {}), months_of(draft.entries), true};
}

std::string written_balance(Writing const& writing, bool is_clock, std::int64_t minutes) {
    std::string const size =
        written_duration(writing, is_clock ? DurationForm::clock : DurationForm::decimal_hours,
                         minutes < 0 ? -minutes : minutes);
    return (minutes < 0 ? "-" : is_clock ? "+" : "") + size;
}

GeneratedTable target_balance(Draft& draft, TableKind kind) {
    fill(draft, {.has_breaks = true});
    bool const is_clock = chance(draft.random, 50);
    DurationForm const form = is_clock ? DurationForm::clock : DurationForm::decimal_hours;
    draft.add_date();
    if (kind == TableKind::balance_only || chance(draft.random, 60)) {
        draft.add_begin();
        draft.add_end();
    }
    draft.add(draft.heading(Holds::balance), [&](Entry const& entry) {
        return written_balance(draft.writing, is_clock, entry.net - 480);
    });
    if (kind == TableKind::balance_only) {
        return {written(draft, {}), std::nullopt};
    }
    draft.add(draft.heading(Holds::target),
              [&](Entry const&) { return written_duration(draft.writing, form, 480); });
    draft.add_duration(form, true);
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable clock_and_duration(Draft& draft) {
    constexpr std::array<std::string_view, table_languages> time_words{
        "Zeit", "Time", "Heure", "Godzina", "Hora", "Ora", "Tijd"};
    fill(draft);
    draft.add_date();
    draft.add(std::string{time_words[draft.writing.language]},
              [&](Entry const& entry) { return written_clock(draft.writing, entry.begin); });
    draft.add_duration(any_of(draft.random, std::array{DurationForm::decimal_hours,
                                                       DurationForm::minutes, DurationForm::units}),
                       true);
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable running_sums(Draft& draft, TableKind kind) {
    fill(draft);
    DurationForm const form =
        chance(draft.random, 50) ? DurationForm::clock : DurationForm::decimal_hours;
    draft.add_date();
    if (kind == TableKind::running_sums) {
        draft.add_begin();
        draft.add_end();
    }
    draft.add_text();
    std::int64_t sum = 0;
    draft.add(draft.heading(Holds::running_sum), [&](Entry const& entry) {
        return written_duration(draft.writing, form, sum += entry.net);
    });
    return {written(draft, {.has_noise = false}), months_of(draft.entries)};
}

// Splits each entry's minutes among columns.
GeneratedTable parts(Draft& draft, TableKind kind) {
    fill(draft, {.net_min = 60});
    Writing const& writing = draft.writing;
    std::string const hours{unit_names(WrittenUnit::hours, writing.language)[2]};
    draft.add_date();
    draft.add_text();
    if (kind == TableKind::hours_and_minutes) {
        draft.add(hours, [](Entry const& entry) { return std::to_string(entry.net / 60); });
        draft.add(std::string{unit_names(WrittenUnit::minutes, writing.language)[1]},
                  [](Entry const& entry) { return std::to_string(entry.net % 60); });
        return {written(draft, {}), months_of(draft.entries), true};
    }
    bool const is_repeated = kind == TableKind::repeated_heading;
    DurationForm const form = is_repeated ? DurationForm::clock : DurationForm::decimal_hours;
    std::string const name = is_repeated ? draft.heading(Holds::duration) : hours;
    draft.add(name + (is_repeated ? "" : " 1"), [&, form](Entry const& entry) {
        return written_duration(writing, form, entry.net - 30);
    });
    draft.add(name + (is_repeated ? "" : " 2"),
              [&, form](Entry const&) { return written_duration(writing, form, 30); });
    return {written(draft, {}), months_of(draft.entries)};
}

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

GeneratedTable subtotals(Draft& draft) {
    fill(draft, {.net_max = 240});
    DurationForm form = any_duration(draft.random);
    bool const has_words = chance(draft.random, 70);
    bool const has_dates = chance(draft.random, 60);
    draft.columns.reserve(8); // what follows points at columns
    draft.add_date();
    draft.add_duration(form, true);
    draft.add_text();
    draft.add_decoy(Holds::person);
    Around around;
    std::int64_t sum = 0;
    std::size_t count = 0;
    for (std::size_t index = 0; index < draft.entries.size(); ++index) {
        Entry const& entry = draft.entries[index];
        sum += entry.net;
        ++count;
        bool const is_last = index + 1 == draft.entries.size() ||
                             months_of({entry, draft.entries[index + 1]}).size() == 2;
        if (!is_last) {
            continue;
        }
        if (has_words || count > 1) {
            auto row = sum_row(draft, draft.columns[1], has_words ? &draft.columns[2] : nullptr,
                               total_words(draft.writing.language)[0],
                               written_duration(draft.writing, form, sum));
            row[0] = has_dates ? draft.columns[0].cells[index] : "";
            around.rows_behind.emplace_back(index, std::move(row));
        }
        sum = 0;
        count = 0;
    }
    return {written(draft, around), months_of(draft.entries), has_words};
}

GeneratedTable joined_unit(Draft& draft) {
    fill(draft);
    std::size_t const language = draft.writing.language;
    auto const unit = static_cast<WrittenUnit>(draft.random.between(0, 2));
    DurationForm const form = unit == WrittenUnit::hours     ? DurationForm::decimal_hours
                              : unit == WrittenUnit::minutes ? DurationForm::minutes
                                                             : DurationForm::seconds;
    std::string name{headings_of(Holds::duration, language)[0]};
    std::string const unit_name{unit_names(unit, language)[unit == WrittenUnit::hours     ? 2
                                                           : unit == WrittenUnit::minutes ? 1
                                                                                          : 0]};
    std::string capital = unit_name;
    capital[0] =
        capital[0] >= 'a' && capital[0] <= 'z' ? static_cast<char>(capital[0] - 32) : capital[0];
    name = language == 1 && chance(draft.random, 50) ? capital + "Worked"
           : chance(draft.random, 50)                ? name + capital
                                                     : name + "_" + unit_name;
    draft.add_date();
    draft.add(name,
              [&](Entry const& entry) { return written_duration(draft.writing, form, entry.net); });
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable bare_numbers(Draft& draft, TableKind kind) {
    bool const are_days = kind == TableKind::day_fractions;
    fill(draft, {.net_min = 5, .net_max = are_days ? 480 : 60, .step = 5});
    draft.add_date();
    draft.add(std::string{headings_of(Holds::duration, draft.writing.language)[0]},
              [&](Entry const& entry) {
                  if (!are_days) {
                      return std::to_string(entry.net);
                  }
                  std::string digits = std::to_string(entry.net * 10'000'000'000 / 1440);
                  digits.insert(0, 10 - digits.size(), '0');
                  return std::string{"0"} + draft.writing.decimal_mark + digits;
              });
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries)};
}

GeneratedTable broken_cells(Draft& draft, TableKind kind) {
    fill(draft);
    bool const has_commas = kind == TableKind::unquoted_comma;
    draft.writing.delimiter = has_commas ? ',' : '\t';
    draft.writing.decimal_mark = has_commas ? ',' : '.';
    draft.writing.quotes_all = false;
    if (draft.writing.date == DateForm::with_weekday ||
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

GeneratedTable utf16(Draft& draft) {
    GeneratedTable table = plain(draft);
    table.bytes = utf16_of(table.bytes, chance(draft.random, 50));
    return table;
}

GeneratedTable two_dates(Draft& draft) {
    fill(draft);
    draft.add_date();
    draft.add_decoy(Holds::created);
    draft.add_duration(draft.writing.duration, true);
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

GeneratedTable redundant(Draft& draft) {
    fill(draft);
    draft.add_date();
    draft.add_duration(DurationForm::clock, true);
    draft.add_duration(
        any_of(draft.random, std::array{DurationForm::decimal_hours, DurationForm::minutes,
                                        DurationForm::seconds, DurationForm::units}),
        true);
    draft.add_text();
    return {written(draft, {}), months_of(draft.entries), true};
}

} // namespace

std::string_view name_of(TableKind kind) {
    constexpr std::array<std::string_view, table_kinds> names{"plain",
                                                              "begin_end",
                                                              "begin_end_dates",
                                                              "begin_end_break",
                                                              "with_duration",
                                                              "net_minutes",
                                                              "target_balance",
                                                              "clock_and_duration",
                                                              "balance_only",
                                                              "running_sums",
                                                              "running_sum_only",
                                                              "numbered_parts",
                                                              "hours_and_minutes",
                                                              "repeated_heading",
                                                              "no_headings",
                                                              "times_without_headings",
                                                              "subtotals",
                                                              "joined_unit",
                                                              "bare_minutes",
                                                              "day_fractions",
                                                              "unquoted_comma",
                                                              "bare_quotes",
                                                              "utf16",
                                                              "two_dates",
                                                              "redundant"};
    return names[static_cast<std::size_t>(kind)];
}

GeneratedTable generate_table(TableKind kind, std::uint64_t seed) {
    Draft draft{Random{seed}, {}, {}, {}};
    draft.writing = random_writing(draft.random);
    switch (kind) {
    case TableKind::plain:
        return plain(draft);
    case TableKind::begin_end:
    case TableKind::begin_end_dates:
    case TableKind::begin_end_break:
        return begin_end(draft, kind);
    case TableKind::with_duration:
    case TableKind::net_minutes:
        return with_duration(draft, kind);
    case TableKind::target_balance:
    case TableKind::balance_only:
        return target_balance(draft, kind);
    case TableKind::clock_and_duration:
        return clock_and_duration(draft);
    case TableKind::running_sums:
    case TableKind::running_sum_only:
        return running_sums(draft, kind);
    case TableKind::numbered_parts:
    case TableKind::hours_and_minutes:
    case TableKind::repeated_heading:
        return parts(draft, kind);
    case TableKind::no_headings:
    case TableKind::times_without_headings:
        return no_headings(draft, kind);
    case TableKind::subtotals:
        return subtotals(draft);
    case TableKind::joined_unit:
        return joined_unit(draft);
    case TableKind::bare_minutes:
    case TableKind::day_fractions:
        return bare_numbers(draft, kind);
    case TableKind::unquoted_comma:
    case TableKind::bare_quotes:
        return broken_cells(draft, kind);
    case TableKind::utf16:
        return utf16(draft);
    case TableKind::two_dates:
        return two_dates(draft);
    case TableKind::redundant:
        return redundant(draft);
    }
    return {};
}

} // namespace kontingent::tests
