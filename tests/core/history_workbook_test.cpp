// Excel workbooks, made by workbook_writer.hpp.
#include "core/history/workbook.hpp"
#include "tests/core/history_read.hpp"
#include "tests/core/workbook_writer.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

using namespace kontingent;
using namespace kontingent::history;
using namespace kontingent::tests;

namespace {

std::string const headings = sheet_row(text_cell("Datum") + text_cell("Stunden"));

std::vector<PastMonth> one_month(std::int32_t year, std::int32_t month, std::int64_t minutes) {
    return {{year * 12 + month - 1, Minutes{minutes}}};
}

} // namespace

TEST_CASE("days and durations of a workbook are numbers with a format") {
    struct Row {
        char const* name;
        std::string cells;
        bool is_1904;
        std::int64_t minutes;
    };

    for (Row const& row :
         {Row{"days from 1900", number_cell("46083", 1) + number_cell("1.5", 0), false, 90},
          Row{"days from 1904", number_cell("44621", 1) + number_cell("1.5", 0), true, 90},
          Row{"elapsed hours", number_cell("46083", 1) + number_cell("0.0625", 2), false, 90},
          Row{"an inexact fraction",
              number_cell("46083", 1) + number_cell("0.10416666666666667", 2), false, 150},
          Row{"a day as text", text_cell("2026-03-02") + number_cell("0.25", 0), false, 15}}) {
        CAPTURE(row.name);
        History const history = read_history(
            zip_of(workbook_parts({{"Zeiten", headings + sheet_row(row.cells)}}, row.is_1904)));
        CHECK(history.error == HistoryError::none);
        CHECK(history.questions.empty());
        CHECK(history.months == one_month(2026, 3, row.minutes));
    }
}

TEST_CASE("the first sheet with a table is read, and every sheet is offered") {
    auto const entry = [](char const* hours) {
        return headings + sheet_row(number_cell("46083", 1) + number_cell(hours, 0));
    };
    std::string const bytes = zip_of(workbook_parts({{"Deckblatt", sheet_row(text_cell("Bericht"))},
                                                     {"A", entry("1.5")},
                                                     {"B", entry("2.5")}}));
    History const first = read_history(bytes);
    CHECK(first.sheets == std::vector<std::string>{"Deckblatt", "A", "B"});
    CHECK(first.understood.sheet == 1);
    CHECK(first.months == one_month(2026, 3, 90));
    HistoryOptions other;
    other.sheet = 2;
    CHECK(read_history(bytes, other).months == one_month(2026, 3, 150));
    other.sheet = 0;
    CHECK(read_history(bytes, other).months.empty());
}

TEST_CASE("a workbook that cannot be read is named for what it is") {
    std::vector<WorkbookPart> const good = workbook_parts(
        {{"A", headings + sheet_row(number_cell("46083", 1) + number_cell("1.5", 0))}});
    std::string const bytes = zip_of(good);
    std::string changed = bytes;
    changed[bytes.find("Stunden")] = 's'; // its checksum no longer holds
    std::vector<WorkbookPart> torn = good;
    torn.front().content = "<worksheet><sheetData>";
    std::vector<WorkbookPart> bomb = good;
    bomb.front().claimed_size = 0xFFFFFFF0U; // 4 GiB from a few bytes
    std::vector<WorkbookPart> hollow = good;
    hollow.front().claimed_size = 1'000'000; // more than there is

    struct Row {
        char const* name;
        std::string bytes;
        HistoryError error;
    };

    Row const rows[] = {
        {"cut off", bytes.substr(0, bytes.size() / 2), HistoryError::bad_workbook},
        {"a changed byte", changed, HistoryError::bad_workbook},
        {"a sheet that is no XML", zip_of(torn), HistoryError::bad_workbook},
        {"a part that claims 4 GiB", zip_of(bomb), HistoryError::bad_workbook},
        {"a part that claims more than it has", zip_of(hollow), HistoryError::bad_workbook},
        {"another zip", zip_of({{"readme.txt", "x"}}), HistoryError::bad_workbook},
        {"OpenDocument", zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}}),
         HistoryError::other_workbook},
        {"Numbers", zip_of({{"Index/Document.iwa", "x"}}), HistoryError::other_workbook},
        {"binary workbook", zip_of({{"xl/workbook.bin", "x"}}), HistoryError::other_workbook},
        {"a picture", "\x89PNG\r\n\x1A\n" + std::string(64, '\0') + "IHDR,;\n1,2\n",
         HistoryError::other_workbook},
        {"a PDF", "%PDF-1.7\n1 0 obj,2026-01-01\n", HistoryError::other_workbook},
        {".xls", "\xD0\xCF\x11\xE0" + std::string(512, '\0'), HistoryError::other_workbook},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read_history(row.bytes);
        CHECK(history.error == row.error);
        CHECK(history.months.empty());
    }
    CHECK(read_history(bytes).error == HistoryError::none);
}

// A sheet without a table, of so many bytes when unpacked.
WorkbookPart hollow_sheet(std::string name, std::uint32_t blanks) {
    return {std::move(name), "<worksheet>", 0, blanks, "<sheetData/></worksheet>"};
}

TEST_CASE("what unpacks to more than a workbook may have is refused") {
    constexpr std::uint32_t mebibyte = 1U << 20U;
    std::vector<WorkbookSheet> const names{{"A", ""}, {"B", ""}, {"C", ""}, {"D", headings}};

    // As a part of its own the bomb is packed 150 to 1 or more.
    std::vector<WorkbookPart> large = workbook_parts(names);
    large.front() = hollow_sheet(large.front().name, 97 * mebibyte);
    std::string const large_bytes = zip_of(large);
    CHECK(large_bytes.size() * 150 < std::size_t{97} * mebibyte);
    CHECK(read_history(large_bytes).error == HistoryError::bad_workbook);

    // A directory that claims less does not make it unpack.
    large.front().claimed_size = 1000;
    CHECK(read_history(zip_of(large)).error == HistoryError::bad_workbook);

    // No part is too large, but all together are.
    auto const with_sheets_of = [&](std::uint32_t blanks) {
        std::vector<WorkbookPart> parts = workbook_parts(names);
        for (std::size_t index = 0; index < 3; ++index) {
            parts[index] = hollow_sheet(parts[index].name, blanks);
        }
        return read_history(zip_of(parts));
    };
    CHECK(with_sheets_of(44 * mebibyte).error == HistoryError::bad_workbook);
    History const small = with_sheets_of(mebibyte / 8);
    CHECK(small.error != HistoryError::bad_workbook);
    CHECK(small.understood.sheet == 3);
}
