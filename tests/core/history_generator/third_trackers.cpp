#include "tests/core/history_generator/third_tables.hpp"

#include <array>

namespace kontingent::tests {

namespace {

std::chrono::sys_days day_of(Entry const& entry) {
    return entry.day;
}

// Date, duration, and what else trackers write.
GeneratedTable list_of_entries(Hand& hand) {
    SpanPlan const plan = span_plan(hand);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(plan.form)});
    sheet.columns = {date_column(hand), net_column(hand, plan)};
    append(sheet.columns, other_columns(hand, 8));
    shuffle_columns(sheet);
    return finished(sheet, true);
}

// Toggl, Clockify: user, …, start date, start time, end date, end time, duration, decimal.
GeneratedTable detailed_report(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.step = 3});
    sheet.columns = other_columns(hand, 4);
    auto clocks = clock_columns(hand);
    auto const starts = third_words_of(ThirdWord::start_date, hand.language);
    auto const ends = third_words_of(ThirdWord::end_date, hand.language);
    bool const has_end_date = chance(hand.random, 70);
    sheet.columns.push_back(date_column(
        hand, std::string(has_end_date ? starts[0] : third_word(hand, ThirdWord::date)), day_of));
    sheet.columns.push_back(clocks[0]);
    if (has_end_date) {
        sheet.columns.push_back(date_column(hand, std::string(ends[0]),
                                            [](Entry const& entry) { return entry.end_day(); }));
    }
    sheet.columns.push_back(clocks[1]);
    sheet.columns.push_back(net_column(hand, span_plan(hand, ThirdSpan::clock_seconds)));
    if (chance(hand.random, 50)) {
        sheet.columns.push_back(net_column(hand, span_plan(hand, ThirdSpan::decimal)));
    }
    append(sheet.columns, other_columns(hand, 3));
    return finished(sheet, true);
}

// Jira's worklogs, GitLab: the ticket, when with a time of day, seconds or "1h 30m".
GeneratedTable worklogs(Hand& hand) {
    constexpr std::array dates{ThirdDate::iso_midnight, ThirdDate::iso_blank_time,
                               ThirdDate::iso_zone, ThirdDate::iso};
    hand.date = any_of(hand.random, dates);
    bool const has_seconds = chance(hand.random, 50);
    SpanPlan const plan = span_plan(hand, has_seconds ? ThirdSpan::seconds : ThirdSpan::letters);
    ThirdSheet sheet = sheet_of(hand, {});
    sheet.columns = {text_column(hand, ThirdWord::ticket), text_column(hand, ThirdWord::note),
                     net_column(hand, plan), date_column(hand),
                     text_column(hand, ThirdWord::person)};
    append(sheet.columns, other_columns(hand, 3));
    return finished(sheet, true);
}

// Redmine, mite, OpenProject: project, date, week, user, hours.
GeneratedTable project_report(Hand& hand) {
    bool const has_minutes = chance(hand.random, 25);
    SpanPlan const plan = span_plan(hand, has_minutes ? ThirdSpan::minutes : ThirdSpan::decimal);
    ThirdSheet sheet = sheet_of(hand, {.step = exact_step(plan.form)});
    sheet.columns = {text_column(hand, ThirdWord::project),
                     date_column(hand),
                     text_column(hand, ThirdWord::week),
                     text_column(hand, ThirdWord::person),
                     text_column(hand, ThirdWord::task),
                     text_column(hand, ThirdWord::note),
                     net_column(hand, plan)};
    if (chance(hand.random, 50)) {
        sheet.columns.push_back(text_column(hand, ThirdWord::rate));
        sheet.columns.push_back(money_column(hand));
    }
    if (chance(hand.random, 40)) {
        sheet.below = {
            sum_row(sheet, sheet.entries, std::string(third_word(hand, ThirdWord::total)))};
    }
    return finished(sheet, true);
}

// Clockodo, Kimai: from, to, and the duration as a clock and as a decimal number.
GeneratedTable both_forms(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.step = 3});
    SpanPlan const clock = span_plan(hand, ThirdSpan::clock);
    sheet.columns = {date_column(hand), net_column(hand, clock)};
    SpanPlan decimal = span_plan(hand, ThirdSpan::decimal);
    decimal.heading = clock.heading + " (h)";
    sheet.columns.push_back(net_column(hand, decimal));
    if (chance(hand.random, 30)) {
        sheet.columns.push_back(net_column(hand, span_plan(hand, ThirdSpan::minutes)));
    }
    append(sheet.columns, other_columns(hand, 6));
    shuffle_columns(sheet);
    return finished(sheet, true);
}

// Instants with a date and an offset, as calendars and APIs write them.
GeneratedTable instants(Hand& hand) {
    ThirdSheet sheet = sheet_of(hand, {.step = 3});
    bool const has_zone = chance(hand.random, 50);
    auto const instant = [has_zone](std::chrono::sys_days day, std::int64_t minute) {
        Hand iso;
        std::string const text = third_date(iso, day + std::chrono::days{minute / 1440}) +
                                 (has_zone ? "T" : " ") + two_digits(minute / 60 % 24) + ":" +
                                 two_digits(minute % 60) + ":00";
        return ThirdCell{has_zone ? text + "+01:00" : text};
    };
    auto clocks = clock_columns(hand);
    clocks[0].cell = [=](Entry const& entry) { return instant(entry.day, entry.begin); };
    clocks[1].cell = [=](Entry const& entry) { return instant(entry.day, entry.end()); };
    sheet.columns = std::move(clocks);
    if (chance(hand.random, 40)) {
        sheet.columns.push_back(net_column(hand, span_plan(hand)));
    }
    append(sheet.columns, other_columns(hand, 5));
    shuffle_columns(sheet);
    return finished(sheet, true);
}

constexpr std::array<ThirdKind, 6> kinds{{
    {"list of entries", list_of_entries},
    {"detailed report", detailed_report},
    {"worklogs", worklogs},
    {"project report", project_report},
    {"both forms", both_forms},
    {"instants", instants},
}};

} // namespace

std::span<ThirdKind const> third_trackers() {
    return kinds;
}

} // namespace kontingent::tests
