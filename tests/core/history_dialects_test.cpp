// Exports written at random in every dialect, with the months that are right.
#include "tests/core/history_read.hpp"
#include "tests/core/random.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

using namespace kontingent;
using namespace kontingent::history;
using namespace kontingent::tests;

namespace {

// How one export is written.
struct Dialect {
    char delimiter;
    DateOrder order;
    char separator;
    std::string_view line_break;
    char decimal_mark;
    int duration_form; // 0 h:mm, 1 h:mm:ss, 2 units, 3 decimal hours, 4 minutes, 5 seconds
    bool is_quoting;
    int encoding; // 0 UTF-8, 1 with its mark, 2 Windows-1252, 3 and 4 UTF-16
};

constexpr std::array<std::string_view, 6> duration_headings{
    "Duration", "Dauer", "Time spent", "Stunden", "Minuten", "Duration (seconds)"};

std::string two_digits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string written_date(Dialect const& dialect, std::int64_t year, std::int64_t month,
                         std::int64_t day) {
    std::string const separator{dialect.separator};
    std::string const day_text = two_digits(day);
    std::string const month_text = two_digits(month);
    std::string const year_text = std::to_string(year);
    if (dialect.order == DateOrder::year_month_day) {
        return year_text + separator + month_text + separator + day_text;
    }
    return dialect.order == DateOrder::day_month_year
               ? day_text + separator + month_text + separator + year_text
               : month_text + separator + day_text + separator + year_text;
}

// A quarter of an hour can be written in every form.
std::string written_duration(Dialect const& dialect, std::int64_t quarters) {
    std::int64_t const minutes = quarters * 15;
    std::string const clock = std::to_string(minutes / 60) + ":" + two_digits(minutes % 60);
    switch (dialect.duration_form) {
    case 0:
        return clock;
    case 1:
        return clock + ":00";
    case 2:
        return std::to_string(minutes / 60) + "h " + std::to_string(minutes % 60) + "m";
    case 3:
        return std::to_string(minutes / 60) + dialect.decimal_mark + two_digits(quarters % 4 * 25);
    case 4:
        return std::to_string(minutes);
    default:
        return std::to_string(minutes * 60);
    }
}

std::string encoded(std::string_view text, int encoding) {
    if (encoding == 0 || encoding == 1) {
        return std::string{encoding == 1 ? "\xEF\xBB\xBF" : ""} + std::string{text};
    }
    std::string bytes = encoding == 2 ? "" : encoding == 3 ? "\xFF\xFE" : "\xFE\xFF";
    for (std::size_t at = 0; at < text.size(); ++at) {
        // The only letter that is not ASCII is ä.
        bool const is_umlaut = text[at] == '\xC3';
        char const unit = is_umlaut ? '\xE4' : text[at];
        at += is_umlaut ? 1U : 0U;
        bytes += encoding == 4 ? std::string{'\0', unit} : std::string{unit};
        bytes += encoding == 3 ? std::string{'\0'} : std::string{};
    }
    return bytes;
}

Dialect random_dialect(tests::Random& random) {
    constexpr std::array delimiters{',', ';', '\t', '|'};
    constexpr std::array<std::string_view, 3> line_breaks{"\n", "\r\n", "\r"};
    Dialect dialect{};
    dialect.delimiter = delimiters[static_cast<std::size_t>(random.between(0, 3))];
    dialect.order = static_cast<DateOrder>(random.between(0, 2));
    dialect.separator = dialect.order == DateOrder::year_month_day   ? '-'
                        : dialect.order == DateOrder::day_month_year ? '.'
                                                                     : '/';
    dialect.line_break = line_breaks[static_cast<std::size_t>(random.between(0, 2))];
    dialect.decimal_mark = random.between(0, 1) == 0 ? '.' : ',';
    dialect.duration_form = static_cast<int>(random.between(0, 5));
    dialect.is_quoting = random.between(0, 1) == 0;
    dialect.encoding = static_cast<int>(random.between(0, 4));
    return dialect;
}

std::string written_row(Dialect const& dialect, std::vector<std::string> const& cells) {
    std::string text;
    for (std::string const& cell : cells) {
        bool const needs_quotes =
            dialect.is_quoting ||
            cell.find_first_of(std::string{dialect.delimiter} + "\r\n") != std::string::npos;
        std::string const quote = needs_quotes ? "\"" : "";
        text += (text.empty() ? "" : std::string{dialect.delimiter}) + quote + cell + quote;
    }
    return text + std::string{dialect.line_break};
}

} // namespace

TEST_CASE("rows written in any dialect are read back") {
    for (std::uint64_t seed = 1; seed <= 1'000; ++seed) {
        CAPTURE(seed);
        tests::Random random(seed);
        Dialect const dialect = random_dialect(random);
        std::array<std::int64_t, 24> quarters{};
        std::array<bool, 24> has_row{};
        std::string text = written_row(
            dialect,
            {"T\xC3\xA4tigkeit", "Datum",
             std::string{duration_headings[static_cast<std::size_t>(dialect.duration_form)]}});
        std::int64_t const rows = random.between(1, 60);
        for (std::int64_t row = 0; row < rows; ++row) {
            auto const month = static_cast<std::size_t>(random.between(0, 23));
            // The first row shows which number is the day.
            std::int64_t const day = row == 0 ? 28 : random.between(1, 28);
            std::int64_t const taken = random.between(0, 24);
            quarters[month] += taken;
            has_row[month] = true;
            auto const in_all = static_cast<std::int64_t>(month);
            text += written_row(dialect,
                                {random.between(0, 3) == 0 ? "zwei\nZeilen; |,\t" : "f\xC3\xA4llig",
                                 written_date(dialect, 2025 + in_all / 12, in_all % 12 + 1, day),
                                 written_duration(dialect, taken)});
        }
        std::vector<PastMonth> expected;
        for (std::size_t month = 0; month < quarters.size(); ++month) {
            if (has_row[month]) {
                expected.push_back(
                    {2025 * 12 + static_cast<std::int32_t>(month), Minutes{quarters[month] * 15}});
            }
        }
        History const history = read_history(encoded(text, dialect.encoding));
        CHECK(history.error == HistoryError::none);
        CHECK(history.rows_read == rows);
        CHECK(history.rows_rejected == 0);
        CHECK(history.months == expected);
        // Pinned, what was understood means the same.
        CHECK(read_history(encoded(text, dialect.encoding), history.understood).months == expected);
    }
}
