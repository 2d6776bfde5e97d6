#include "tests/core/history_generator/third_tables.hpp"

#include <array>
#include <map>

namespace kontingent::tests {

namespace {

// A sheet of date, duration and others, with headings that say so.
ThirdSheet listing(Hand& hand) {
    SpanPlan const plan = span_plan(hand);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(plan.form)});
    sheet.columns = {date_column(hand), text_column(hand, ThirdWord::person),
                     text_column(hand, ThirdWord::project), net_column(hand, plan)};
    append(sheet.columns, other_columns(hand, 3));
    return sheet;
}

std::string word_of(Hand& hand, ThirdWord word) {
    return std::string(third_word(hand, word));
}

int month_of(Entry const& entry) {
    std::chrono::year_month_day const date{entry.day};
    return static_cast<int>(date.year()) * 12 +
           static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

std::int64_t week_of(Entry const& entry) {
    return (entry.day.time_since_epoch().count() + 3) / 7;
}

// Calls `each` with the begin and the end of each run of entries of one group.
template <class Group, class Each>
void each_run(std::vector<Entry> const& entries, Group group, Each each) {
    std::size_t begin = 0;
    for (std::size_t index = 1; index <= entries.size(); ++index) {
        if (index == entries.size() || group(entries[index]) != group(entries[begin])) {
            each(begin, index);
            begin = index;
        }
    }
}

std::span<Entry const> part(ThirdSheet const& sheet, std::size_t begin, std::size_t end) {
    return std::span{sheet.entries}.subspan(begin, end - begin);
}

// Its words say that a row sums a week or a month. Perhaps it has the date of the last day.
GeneratedTable labelled_sums(Hand& hand) {
    ThirdSheet sheet = listing(hand);
    bool const by_month = chance(hand.random, 50);
    bool const has_dates = chance(hand.random, 30);
    auto const group = [=](Entry const& entry) -> std::int64_t {
        return by_month ? month_of(entry) : week_of(entry);
    };
    std::string const label =
        word_of(hand, chance(hand.random, 60) ? ThirdWord::subtotal : ThirdWord::total);
    each_run(sheet.entries, group, [&](std::size_t begin, std::size_t end) {
        ThirdRow row = sum_row(sheet, part(sheet, begin, end), label);
        if (has_dates) {
            row[0] = sheet.columns[0].cell(sheet.entries[end - 1]);
        }
        sheet.behind[end - 1].push_back(std::move(row));
    });
    if (chance(hand.random, 50)) {
        sheet.below = {sum_row(sheet, sheet.entries, word_of(hand, ThirdWord::total))};
    }
    return finished(sheet, true);
}

// A row with nothing but the month, its entries, their sum.
GeneratedTable months_apart(Hand& hand) {
    ThirdSheet sheet = listing(hand);
    auto const title = [&](Entry const& entry) {
        ThirdRow row(sheet.columns.size());
        std::chrono::year_month_day const date{entry.day};
        row[0].text =
            std::string(third_months(hand.language)[static_cast<unsigned>(date.month()) - 1]) +
            " " + std::to_string(static_cast<int>(date.year()));
        return row;
    };
    bool const has_sums = chance(hand.random, 60);
    each_run(sheet.entries, month_of, [&](std::size_t begin, std::size_t end) {
        if (begin > 0) {
            sheet.behind[begin - 1].push_back(title(sheet.entries[begin]));
        }
        if (has_sums) {
            sheet.behind[end - 1].push_back(
                sum_row(sheet, part(sheet, begin, end), word_of(hand, ThirdWord::total)));
        }
    });
    GeneratedTable table = finished(sheet, true);
    table.may_reject_rows = true;
    return table;
}

// Each person's entries below a title and headings of their own.
GeneratedTable people_apart(Hand& hand) {
    ThirdSheet sheet = listing(hand);
    std::size_t const half = sheet.entries.size() / 2;
    ThirdRow title{{word_of(hand, ThirdWord::person) + ": Anna Berg"}};
    sheet.above = {title};
    title[0].text = word_of(hand, ThirdWord::person) + ": J. Smith";
    if (half > 0) {
        std::string const label = word_of(hand, ThirdWord::total);
        sheet.behind[half - 1] = {
            sum_row(sheet, part(sheet, 0, half), label), {}, title, heading_row(sheet)};
        sheet.below = {sum_row(sheet, part(sheet, half, sheet.entries.size()), label)};
    }
    GeneratedTable table = finished(sheet, true);
    table.may_reject_rows = true;
    return table;
}

// Whose sheet it is, from when to when, and who signs it.
GeneratedTable report_with_frame(Hand& hand) {
    ThirdSheet sheet = listing(hand);
    std::string const period = third_date(hand, sheet.entries.front().day) + " - " +
                               third_date(hand, sheet.entries.back().day);
    sheet.above = {
        {{"ACME GmbH"}}, {{word_of(hand, ThirdWord::client)}, {"Muster & Co."}}, {{period}}, {}};
    sheet.below = {sum_row(sheet, sheet.entries, word_of(hand, ThirdWord::total)),
                   {},
                   {{word_of(hand, ThirdWord::date) + ", ______________"}},
                   {{word_of(hand, ThirdWord::created)},
                    {third_date(hand, sheet.entries.back().day + std::chrono::days{3})}}};
    if (chance(hand.random, 30)) {
        sheet.above.erase(sheet.above.begin() + 1, sheet.above.end());
    }
    GeneratedTable table = finished(sheet, true);
    table.may_reject_rows = true;
    return table;
}

// A table by project or person below, with what was above summed up.
GeneratedTable summary_below(Hand& hand) {
    SpanPlan const plan = span_plan(hand);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(plan.form)});
    ThirdColumn const name =
        text_column(hand, chance(hand.random, 50) ? ThirdWord::project : ThirdWord::person);
    ThirdColumn const net = net_column(hand, plan);
    sheet.columns = {date_column(hand), name, net};
    std::map<std::string, std::vector<Entry>> groups;
    for (Entry const& entry : sheet.entries) {
        groups[name.cell(entry).text].push_back(entry);
    }
    sheet.below = {{}, {{name.heading}, {net.heading}}};
    for (auto const& [text, entries] : groups) {
        sheet.below.push_back({{text}, net.sum(entries)});
    }
    if (chance(hand.random, 50)) {
        sheet.below.push_back({{word_of(hand, ThirdWord::total)}, net.sum(sheet.entries)});
    }
    GeneratedTable table = finished(sheet, true);
    table.may_reject_rows = true;
    return table;
}

// Rows that sum a day and say nothing.
GeneratedTable silent_sums(Hand& hand) {
    ThirdSheet sheet = listing(hand);
    each_run(
        sheet.entries, [](Entry const& entry) { return entry.day; },
        [&](std::size_t begin, std::size_t end) {
            if (end - begin > 1) {
                sheet.behind[end - 1].push_back(sum_row(sheet, part(sheet, begin, end), ""));
            }
        });
    sheet.below = {sum_row(sheet, sheet.entries, "")};
    return finished(sheet, true);
}

// Totals, then taxes and an amount due.
GeneratedTable invoice(Hand& hand) {
    ThirdSheet sheet = listing(hand);
    sheet.columns.push_back(money_column(hand));
    sheet.below = {sum_row(sheet, sheet.entries, word_of(hand, ThirdWord::total))};
    for (std::string_view const label : {"VAT 19 %", "Total"}) {
        ThirdRow row(sheet.columns.size());
        row[1].text = std::string(label);
        row.back().text = third_decimal(hand, hand.random.between(100, 900000));
        sheet.below.push_back(std::move(row));
    }
    GeneratedTable table = finished(sheet, true);
    table.may_reject_rows = true;
    return table;
}

// The duration in a column, and columns of nothing between.
GeneratedTable with_blank_columns(Hand& hand) {
    ThirdSheet sheet = listing(hand);
    auto const blank = [](Entry const&) { return ThirdCell{}; };
    sheet.columns.insert(sheet.columns.begin() + 1, {"", blank});
    sheet.columns.push_back({"", blank});
    return finished(sheet, true);
}

constexpr std::array<ThirdKind, 8> kinds{{
    {"labelled sums", labelled_sums},
    {"months apart", months_apart},
    {"people apart", people_apart},
    {"report with frame", report_with_frame},
    {"summary below", summary_below},
    {"silent sums", silent_sums},
    {"invoice", invoice},
    {"with blank columns", with_blank_columns},
}};

} // namespace

std::span<ThirdKind const> third_odd_tables() {
    return kinds;
}

} // namespace kontingent::tests
