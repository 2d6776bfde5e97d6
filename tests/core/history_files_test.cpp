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

History read(std::string const& file) {
    history::HistoryReader reader(content_of(exports / file), {});
    while (!reader.is_done()) {
        reader.read(4096);
    }
    return reader.history();
}

std::string line_of(std::string const& file, History const& history) {
    std::string line = file + " | " + std::to_string(history.rows_read) + " " +
                       std::to_string(history.rows_rejected) + " |";
    for (PastMonth const& past : history.months) {
        std::int32_t const month = past.month % 12 + 1;
        line += " " + std::to_string(past.month / 12) + (month < 10 ? "-0" : "-") +
                std::to_string(month) + "=" + std::to_string(past.used.count);
    }
    return line;
}

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
        CHECK(!history.is_date_order_ambiguous);
        CHECK(!history.is_decimal_mark_ambiguous);
        CHECK(!history.is_duration_unit_ambiguous);
    }
    auto const files = std::distance(fs::directory_iterator(exports), fs::directory_iterator{});
    CHECK(count + 1 == static_cast<std::size_t>(files));
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
    std::vector<RejectedRow> const expected{{53, RowError::bad_date, "30.2.26;Tippfehler;1,00"},
                                            {54, RowError::no_date, ";Summe;82,50"}};
    CHECK(read("own-table-de-windows-1252.csv").rejected == expected);
}
