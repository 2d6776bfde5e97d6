// Exports as Kimai, Toggl Track, Harvest, Clockify and spreadsheets write them, with data of our
// own: tests/core/exports/expected.txt has a line for each, "FILE | READ REJECTED | YYYY-MM=MINUTES
// …". Native only: it reads files.
#include "core/history/reader.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace kontingent;
namespace fs = std::filesystem;

namespace {

fs::path const exports = fs::path{KONTINGENT_SOURCE_DIR} / "tests/core/exports";

std::string content_of(fs::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    REQUIRE_MESSAGE(stream, "cannot read ", file.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

History read(std::string const& file, HistoryOptions const& options = {}) {
    history::HistoryReader reader(content_of(exports / file), options);
    while (!reader.is_done()) {
        reader.read(4096);
    }
    return reader.history();
}

std::string months_text(History const& history) {
    std::string line;
    for (PastMonth const& past : history.months) {
        std::int32_t const month = past.month % 12 + 1;
        line += " " + std::to_string(past.month / 12) + (month < 10 ? "-0" : "-") +
                std::to_string(month) + "=" + std::to_string(past.used.count);
    }
    return line;
}

std::string line_of(std::string const& file, History const& history) {
    return file + " | " + std::to_string(history.rows_read) + " " +
           std::to_string(history.rows_rejected) + " |" + months_text(history);
}

// Of a file that has a question, with its proposal.
constexpr char const* no_headings_months =
    " 2025-09=135 2025-10=300 2025-11=345 2026-01=90 2026-02=135 2026-03=360 2026-04=45 "
    "2026-05=165 2026-06=120";

} // namespace

TEST_CASE("an export of each tracker is read without a question") {
    std::ifstream expected(exports / "expected.txt");
    std::size_t count = 0;
    for (std::string line; std::getline(expected, line); ++count) {
        std::string const file = line.substr(0, line.find(' '));
        CAPTURE(file);
        History const history = read(file);
        CHECK(history.error == HistoryError::none);
        CHECK(line_of(file, history) == line);
        CHECK(history.questions.empty());
    }
    std::size_t files = 0;
    for (fs::directory_entry const& entry : fs::directory_iterator(exports)) {
        files += entry.is_regular_file() ? 1U : 0U;
    }
    // expected.txt itself, and a file without headings, which is a question.
    CHECK(count + 2 == files);
}

TEST_CASE("the same year in each tracker's words") {
    std::vector<PastMonth> const worked = read("kimai-de.csv").months;
    CHECK(worked.size() == 11);
    for (char const* file :
         {"toggl-detailed-en.csv", "clockify-detailed-us.csv", "harvest-detailed-en.csv",
          "kimai-seconds-en.csv", "own-table-de-windows-1252.csv", "own-table-utf-16.txt"}) {
        CAPTURE(file);
        CHECK(read(file).months == worked);
    }
}

TEST_CASE("rejected rows are named by line, with their beginning") {
    std::vector<RejectedRow> const expected{{53, RowError::bad_date, "30.2.26;Tippfehler;1,00"}};
    CHECK(read("own-table-de-windows-1252.csv").rejected == expected);
}

TEST_CASE("files that were read wrongly once are right, or asked about without a figure") {
    struct Row {
        char const* file;
        char const* months;
        bool may_ask;
    };

    Row const rows[] = {
        {"start-stop.csv", " 2026-03=135 2026-04=150", true},
        {"clockify-no-duration.csv", " 2026-03=135", true},
        {"worklog-break.csv", " 2026-03=450", true},
        {"kommen-gehen-ist.csv", " 2026-03=600 2026-04=150", false},
        {"milog-netto.csv", " 2026-03=210", false},
        {"soll-ist-saldo.csv", " 2026-03=540", false},
        {"zeit.csv", " 2026-03=210", false},
        {"tagessaldo.csv", "", true},
        {"summe-tag.csv", " 2026-03=240", true},
        {"work-items.csv", " 2026-03=750", true},
        {"repeated-arbeitszeit.csv", " 2026-03=840", true},
        {"garoon.csv", " 2026-03=870", true},
        {"jira-subtotals.csv", " 2026-03=210", false},
        {"minutesworked.csv", " 2026-03=50", false},
        {"short-minutes.csv", "", true},
        {"excel-fraction.csv", " 2026-03=315", true},
        {"unquoted-comma.csv", " 2026-03=270", false},
        {"unescaped-quote.txt", " 2026-03=360", false},
        {"utf16-nobom.csv", " 2026-03=210", false},
        {"workbook.xlsx", " 2026-03=270", false},
    };
    for (Row const& row : rows) {
        CAPTURE(row.file);
        History const history = read("hard/" + std::string{row.file});
        CHECK(history.error == HistoryError::none);
        if (history.questions.empty()) {
            CHECK(months_text(history) == row.months);
        } else {
            CHECK(row.may_ask);
            CHECK(history.months.empty());
            CHECK(history.rows_read == 0);
        }
    }
}

TEST_CASE("the proposals for the questions of such files give the right months") {
    for (auto const& [file, months] : {std::pair{"worklog-break.csv", " 2026-03=450"},
                                       {"summe-tag.csv", " 2026-03=240"},
                                       {"work-items.csv", " 2026-03=750"},
                                       {"garoon.csv", " 2026-03=870"},
                                       {"short-minutes.csv", " 2026-03=50"},
                                       {"excel-fraction.csv", " 2026-03=315"},
                                       {"no-headings.csv", nullptr}}) {
        CAPTURE(file);
        std::string const path = months == nullptr ? file : "hard/" + std::string{file};
        History const asked = read(path);
        CHECK(!asked.questions.empty());
        History const answered = read(path, asked.understood);
        CHECK(answered.questions.empty());
        CHECK(months_text(answered) == (months == nullptr ? no_headings_months : months));
    }
}
