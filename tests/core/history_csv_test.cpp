#include "core/history/csv.hpp"
#include "core/history/encoding.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using namespace kontingent;
using namespace kontingent::history;

namespace {

// Every row as "LINE:cell|cell".
std::vector<std::string> rows_of(std::string_view text, char delimiter) {
    std::vector<std::string> rows;
    CsvReader reader(text, delimiter);
    for (Row row; reader.next(row);) {
        std::string shown = std::to_string(row.line) + ":";
        for (std::size_t index = 0; index < row.size(); ++index) {
            shown += index > 0 ? "|" : "";
            shown += row.cell(index);
        }
        rows.push_back(shown);
    }
    CHECK(reader.offset() == text.size());
    return rows;
}

// The text alone, without its end.
std::string utf8_of(std::string_view bytes) {
    return to_utf8(std::string{bytes});
}

} // namespace

TEST_CASE("rows and cells") {
    struct Case {
        char const* name;
        std::string_view text;
        std::vector<std::string> rows;
    };

    Case const cases[] = {
        {"nothing", "", {}},
        {"one cell", "a", {"1:a"}},
        {"empty cells", ",a,,", {"1:|a||"}},
        {"LF", "a,b\nc,d\n", {"1:a|b", "2:c|d"}},
        {"CR LF", "a\r\nb\r\n", {"1:a", "2:b"}},
        {"CR", "a\rb", {"1:a", "2:b"}},
        {"blank lines count", "a\n\n ,\t\n\r\nb", {"1:a", "5:b"}},
        {"blanks around", " a , b ", {"1:a|b"}},
        {"quotes", "\"a,b\",\"c\"", {"1:a,b|c"}},
        {"doubled quotes", "\"a \"\"b\"\"\",c", {"1:a \"b\"|c"}},
        {"empty quotes", "\"\",a", {"1:|a"}},
        {"a line break in quotes", "\"a\nb\",c\nd", {"1:a\nb|c", "3:d"}},
        {"two characters for it", "\"a\r\nb\"\r\nd", {"1:a\r\nb", "3:d"}},
        {"a quote inside a cell", "a\"b,c\nd", {"1:a\"b|c", "2:d"}},
        {"characters behind a quote", "\"a\"b,c", {"1:\"a\"b|c"}},
        {"words behind a quote", "\"27 Zoll\" Monitor,1", {"1:27 Zoll Monitor|1"}},
        {"a quote of another row is none of this",
         "x,y\na,\"24 Zoll\nb,\"22 Zoll\nc,d",
         {"1:x|y", "2:a|\"24 Zoll", "3:b|\"22 Zoll", "4:c|d"}},
        {"rows are not swallowed",
         "x,y\n\"24 Zoll,1\nb,22 Zoll\"\n",
         {"1:x|y", "2:\"24 Zoll|1", "3:b|22 Zoll\""}},
        {"never closed", "a,\"b\nc,d\n", {"1:a|\"b", "2:c|d"}},
        {"never closed in the last row", "a\n\"b", {"1:a", "2:\"b"}},
        {"a spreadsheet's first line", "sep=,\na,b", {"2:a|b"}},
        {"that is none elsewhere", "a\nsep=;", {"1:a", "2:sep=;"}},
        {"blanks that do not break", "\u00A0a\u202F ,\u00A0\nvoilà,b", {"1:a|", "2:voilà|b"}},
    };
    for (Case const& one : cases) {
        CAPTURE(one.name);
        CHECK(rows_of(one.text, ',') == one.rows);
    }
}

TEST_CASE("columns beyond the limit are left out") {
    std::string text(columns_max - 1, ',');
    text += "last,beyond";
    CsvReader reader(text, ',');
    Row row;
    REQUIRE(reader.next(row));
    CHECK(row.size() == columns_max);
    CHECK(row.cell(columns_max - 1) == "last");
    CHECK(row.cell(columns_max).empty());
    CHECK(row.raw == text);
}

TEST_CASE("the delimiter") {
    struct Case {
        char const* name;
        char const* text;
        char delimiter;
    };

    Case const cases[] = {
        {"nothing", "", ','},
        {"comma", "a,b\n1,2", ','},
        {"semicolon", "a;b\n1;2", ';'},
        {"tab", "a\tb\n1\t2", '\t'},
        {"bar", "a|b\n1|2", '|'},
        {"decimal commas", "Datum;Dauer\n1.1.26;1,5\n2.1.26;2,5", ';'},
        {"decimal commas without headings", "1.1.26;1,5\n2.1.26;2,5", ';'},
        {"decimal commas in more rows than the headings have columns",
         "Datum\tText\tDauer\n1.1.26\ta\t1,5\n2.1.26\tb\t2,5\n\nText\tDauer\na\t4,0\nb\t4,5\n"
         "c\t4,5\nd\t4,5\n",
         '\t'},
        {"commas in a text", "a;b\n\"1,2,3\";2\n1,2;4", ';'},
        {"semicolons in a text", "a,b\n\"1;2;3\",2\n1;2,4", ','},
        {"said by a spreadsheet", "sep=|\na,b\n1,2", '|'},
        {"said, but unknown", "sep=x\na,b\n1,2", ','},
    };
    for (Case const& one : cases) {
        CAPTURE(one.name);
        CHECK(find_delimiter(one.text) == one.delimiter);
    }
}

TEST_CASE("the encoding") {
    struct Case {
        char const* name;
        std::string_view bytes;
        char const* text;
    };

    using namespace std::string_view_literals;
    Case const cases[] = {
        {"nothing", ""sv, ""},
        {"UTF-8", "Tätigkeit €"sv, "Tätigkeit €"},
        {"UTF-8 with its mark", "\xEF\xBB\xBFä"sv, "ä"},
        {"Windows-1252", "T\xE4tigkeit \x80"sv, "Tätigkeit €"},
        {"a byte Windows-1252 leaves out", "\x81"sv, "\uFFFD"},
        {"UTF-16, little end first", "\xFF\xFE\xE4\x00\xAC\x20"sv, "ä€"},
        {"UTF-16, big end first", "\xFE\xFF\x00\xE4\x20\xAC"sv, "ä€"},
        {"a surrogate pair", "\xFE\xFF\xD8\x3D\xDE\x80"sv, "🚀"},
        {"half a pair", "\xFE\xFF\xD8\x3D\x00\x61"sv, "\uFFFDa"},
        {"the other half", "\xFE\xFF\xDE\x80\x00\x61"sv, "\uFFFDa"},
        {"half a pair at the end", "\xFE\xFF\xD8\x3D"sv, "\uFFFD"},
        {"an odd last byte", "\xFF\xFE\x61\x00\x62"sv, "a\uFFFD"},
        {"a mark alone", "\xFF\xFE"sv, ""},
        {"UTF-16 without a mark", "D\0a\0t\0\xE4\0"sv, "Datä"},
        {"big end first, without a mark", "\0D\0a\0t\0\xE4"sv, "Datä"},
    };
    for (Case const& one : cases) {
        CAPTURE(one.name);
        CHECK(utf8_of(one.bytes) == one.text);
    }
}
