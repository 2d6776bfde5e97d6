// Excel workbooks, made here part by part: stored, so that a test can say what is in the archive.
#include "core/history/reader.hpp"
#include "core/history/workbook.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace kontingent;
using namespace kontingent::history;

namespace {

struct Part {
    std::string name, content;
    std::uint32_t claimed_size = 0; // what the directory says where it is not the truth
};

std::string bytes_of(std::uint32_t number, int size) {
    std::string bytes;
    for (int index = 0; index < size; ++index, number >>= 8U) {
        bytes += static_cast<char>(number & 0xFFU);
    }
    return bytes;
}

std::uint32_t checksum_of(std::string_view content) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (char const c : content) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) {
            sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
        }
    }
    return ~sum;
}

std::string zip_of(std::vector<Part> const& parts) {
    std::string files;
    std::string directory;
    for (Part const& part : parts) {
        auto const size = static_cast<std::uint32_t>(part.content.size());
        std::uint32_t const claimed = part.claimed_size > 0 ? part.claimed_size : size;
        std::uint32_t const method = part.claimed_size > 0 ? 8 : 0;
        std::string const common =
            bytes_of(20, 2) + bytes_of(0, 2) + bytes_of(method, 2) + bytes_of(0, 4) +
            bytes_of(checksum_of(part.content), 4) + bytes_of(size, 4) + bytes_of(claimed, 4) +
            bytes_of(static_cast<std::uint32_t>(part.name.size()), 2) + bytes_of(0, 2);
        directory += "PK\x01\x02" + bytes_of(20, 2) + common + bytes_of(0, 2) + bytes_of(0, 2) +
                     bytes_of(0, 2) + bytes_of(0, 4) +
                     bytes_of(static_cast<std::uint32_t>(files.size()), 4) + part.name;
        files += "PK\x03\x04" + common + part.name + part.content;
    }
    auto const count = static_cast<std::uint32_t>(parts.size());
    return files + directory + "PK\x05\x06" + bytes_of(0, 4) + bytes_of(count, 2) +
           bytes_of(count, 2) + bytes_of(static_cast<std::uint32_t>(directory.size()), 4) +
           bytes_of(static_cast<std::uint32_t>(files.size()), 4) + bytes_of(0, 2);
}

struct Sheet {
    std::string name, rows;
};

std::string text_cell(std::string const& text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

// Style 1 is a date, 2 elapsed hours.
std::string number_cell(std::string const& number, int style) {
    return "<c s=\"" + std::to_string(style) + "\"><v>" + number + "</v></c>";
}

std::string row_of(std::string const& cells) {
    return "<row>" + cells + "</row>";
}

std::string const headings = row_of(text_cell("Datum") + text_cell("Stunden"));

std::vector<Part> parts_of(std::vector<Sheet> const& sheets, bool is_1904 = false) {
    std::string list;
    std::string relations;
    std::vector<Part> parts;
    for (std::size_t index = 0; index < sheets.size(); ++index) {
        std::string const number = std::to_string(index + 1);
        list += "<sheet name=\"" + sheets[index].name + "\" r:id=\"r" + number + "\"/>";
        relations +=
            "<Relationship Id=\"r" + number + "\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        parts.push_back(
            {"xl/worksheets/sheet" + number + ".xml",
             "<worksheet><sheetData>" + sheets[index].rows + "</sheetData></worksheet>"});
    }
    parts.push_back({"xl/workbook.xml", std::string{"<workbook>"} +
                                            (is_1904 ? "<workbookPr date1904=\"1\"/>" : "") +
                                            "<sheets>" + list + "</sheets></workbook>"});
    parts.push_back(
        {"xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>"});
    parts.push_back({"xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/>"
                                      "<xf numFmtId=\"14\"/><xf numFmtId=\"46\"/>"
                                      "</cellXfs></styleSheet>"});
    return parts;
}

History read(std::string bytes, HistoryOptions const& options = {}) {
    HistoryReader reader(std::move(bytes), options);
    while (!reader.is_done()) {
        reader.read(std::size_t{1} << 20U);
    }
    return reader.history();
}

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
        History const history =
            read(zip_of(parts_of({{"Zeiten", headings + row_of(row.cells)}}, row.is_1904)));
        CHECK(history.error == HistoryError::none);
        CHECK(history.questions.empty());
        CHECK(history.months == one_month(2026, 3, row.minutes));
    }
}

TEST_CASE("the first sheet with a table is read, and every sheet is offered") {
    auto const entry = [](char const* hours) {
        return headings + row_of(number_cell("46083", 1) + number_cell(hours, 0));
    };
    std::string const bytes = zip_of(parts_of(
        {{"Deckblatt", row_of(text_cell("Bericht"))}, {"A", entry("1.5")}, {"B", entry("2.5")}}));
    History const first = read(bytes);
    CHECK(first.sheets == std::vector<std::string>{"Deckblatt", "A", "B"});
    CHECK(first.understood.sheet == 1);
    CHECK(first.months == one_month(2026, 3, 90));
    HistoryOptions other;
    other.sheet = 2;
    CHECK(read(bytes, other).months == one_month(2026, 3, 150));
    other.sheet = 0;
    CHECK(read(bytes, other).months.empty());
}

TEST_CASE("a workbook that cannot be read is named for what it is") {
    std::vector<Part> const good =
        parts_of({{"A", headings + row_of(number_cell("46083", 1) + number_cell("1.5", 0))}});
    std::string const bytes = zip_of(good);
    std::string changed = bytes;
    changed[bytes.find("Stunden")] = 's'; // its checksum no longer holds
    std::vector<Part> torn = good;
    torn.front().content = "<worksheet><sheetData>";
    std::vector<Part> bomb = good;
    bomb.front().claimed_size = 0xFFFFFFF0U; // 4 GiB from a few bytes
    std::vector<Part> hollow = good;
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
        {".xls", "\xD0\xCF\x11\xE0" + std::string(512, '\0'), HistoryError::other_workbook},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read(row.bytes);
        CHECK(history.error == row.error);
        CHECK(history.months.empty());
    }
    CHECK(read(bytes).error == HistoryError::none);
}
