// Rows that sum up others are left out of the months, and nothing else is.
#include "tests/core/history_read.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace kontingent;
using namespace kontingent::history;
using namespace kontingent::tests;

namespace {

constexpr std::int32_t february_2026 = 2026 * 12 + 1;

} // namespace

TEST_CASE("sums are found by their words, whatever stands before them") {
    struct Row {
        char const* name;
        char const* text;
        std::int64_t sums;
        std::int64_t minutes;
    };

    Row const rows[] = {
        {"joined words",
         "Datum;Text;Stunden\n2026-02-01;a;1,5\n2026-02-02;b;2,5\n;Zwischensumme;4\n"
         "2026-02-03;c;1\n;Gesamtsumme;5\n",
         2, 300},
        {"joined with a period",
         "Datum;Text;Stunden\n2026-02-01;a;1,5\n2026-02-02;b;2,5\n2026-02-02;Wochensumme;4\n"
         "2026-02-09;c;1\n2026-02-09;Februarsumme;5\n",
         2, 300},
        {"joined in Dutch", "Datum;Tekst;Uren\n2026-02-01;a;1,5\n2026-02-02;b;2,5\n;Weektotaal;4\n",
         1, 240},
        {"behind an entry that lacks its text and happens to equal those above",
         "Date;Ticket;Text;Hours\n2026-02-02;7;Shop;2.95\n;;Grand total;2.95\n"
         "2026-02-03;8;Shop;1.5\n2026-02-03;9;;4.45\n2026-02-03;10;Shop;0.85\n"
         "2026-02-03;;Grand total;6.8\n2026-02-04;11;;0.5\n2026-02-04;12;;0.75\n",
         2, 660},
        {"behind one that does not, in each group",
         "Date;Ticket;Text;Hours\n2026-02-02;7;Shop;1\n2026-02-02;8;Shop;2\n"
         "2026-02-02;;Total Anna;3\n2026-02-03;9;Shop;1.5\n2026-02-03;;Total Anna;1.5\n",
         2, 270},
        {"a word that ends as one does is none",
         "Datum;Text;Stunden\n2026-02-01;Konsumme;1,5\n2026-02-02;Totalschaden;1,5\n", 0, 180},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        History const history = read_history(row.text);
        CHECK(history.questions.empty());
        CHECK(history.others.sums == row.sums);
        CHECK(history.rows_rejected == 0);
        CHECK(history.months == std::vector{PastMonth{february_2026, Minutes{row.minutes}}});
    }
}

TEST_CASE("every row of the file is counted as what it is") {
    History const history = read_history("Report 2026\n"
                                         "Date,Text,Hours\n"
                                         "2026-02-01,a,1.5\n"
                                         "\n"
                                         "Date,Text,Hours\n"
                                         "2026-02-02,b,0.5\n"
                                         "2026-02-02,Subtotal,2.0\n"
                                         "2026-02-03,Total redesign,1.0\n"
                                         "2026-02-04,c,d,1.0\n"
                                         ",Total,3\n"
                                         "Project,Hours,Client\n"
                                         "Shop,3.0,Nord\n");
    CHECK(history.questions.empty());
    CHECK(history.rows_read == 3);
    CHECK(history.rejected ==
          std::vector<RejectedRow>{{9, RowError::too_wide, "2026-02-04,c,d,1.0"}});
    CHECK(history.others ==
          OtherRows{.above = 1, .sums = 2, .headings = 1, .blank = 1, .other_table = 2});
    CHECK(history.months == std::vector{PastMonth{february_2026, Minutes{180}}});
}
