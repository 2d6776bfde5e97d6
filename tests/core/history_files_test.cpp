// Exports as trackers write them, with invented entries: each file holds the same work, so each
// must come to the same months. Native only: it reads files.
#include "core/history/reader.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

using namespace kontingent;
using history::HistoryReader;

namespace {

std::string content_of(std::string const& name) {
    std::ifstream stream(KONTINGENT_SOURCE_DIR "/tests/core/exports/" + name, std::ios::binary);
    REQUIRE_MESSAGE(stream, "cannot read ", name);
    return {std::istreambuf_iterator<char>(stream), {}};
}

History read(std::string bytes, std::size_t rows_at_once) {
    HistoryReader reader(std::move(bytes), {});
    while (!reader.is_done()) {
        reader.read(rows_at_once);
    }
    return reader.result();
}

std::vector<PastMonth> const worked{
    {12 * 2025 + 11, {675}}, {12 * 2026 + 0, {720}}, {12 * 2026 + 1, {450}}, {12 * 2026 + 2, {720}},
    {12 * 2026 + 3, {300}},  {12 * 2026 + 4, {315}}, {12 * 2026 + 5, {330}}, {12 * 2026 + 6, {180}},
    {12 * 2026 + 8, {600}},  {12 * 2026 + 9, {270}}, {12 * 2026 + 10, {390}}};

} // namespace

TEST_CASE("every tracker's export comes to the same months") {
    struct Row {
        char const* name;
        DateOrder date_order;
        std::int64_t rejected;
        bool is_unit_ambiguous;
    };

    for (Row const& row :
         {Row{"toggl-detailed-en.csv", DateOrder::year_month_day, 0, false},
          Row{"clockify-detailed-us.csv", DateOrder::month_day_year, 0, false},
          Row{"harvest-detailed-en.csv", DateOrder::year_month_day, 0, false},
          Row{"kimai-de.csv", DateOrder::day_month_year, 0, false},
          Row{"kimai-seconds-en.csv", DateOrder::year_month_day, 0, true},
          Row{"own-table-de-windows-1252.csv", DateOrder::day_month_year, 2, false},
          Row{"own-table-utf-16.txt", DateOrder::day_month_year, 2, false}}) {
        CAPTURE(row.name);
        for (std::size_t const rows_at_once : {1U, 7U, 1000U}) {
            History const history = read(content_of(row.name), rows_at_once);
            CHECK(history.fault == HistoryFault::none);
            CHECK(history.months == worked);
            CHECK(history.rows_read == 51);
            CHECK(history.rows_rejected == row.rejected);
            CHECK(history.understood.date_order == row.date_order);
            CHECK_FALSE(history.is_date_order_ambiguous);
            CHECK(history.is_duration_unit_ambiguous == row.is_unit_ambiguous);
        }
    }
}

TEST_CASE("rejected rows are named by line and cell") {
    History const history = read(content_of("own-table-de-windows-1252.csv"), 100);
    REQUIRE(history.rejected.size() == 2);
    CHECK(history.rejected[0].line == 51 + 2);
    CHECK(history.rejected[0].fault == RowFault::bad_date);
    CHECK(history.rejected[0].text == "30.2.26");
    CHECK(history.rejected[1].line == 51 + 3);
    CHECK(history.rejected[1].fault == RowFault::no_date);
    CHECK(history.headings == std::vector<std::string>{"Tag", "Tätigkeit", "Stunden"});
}
