#include "tests/core/history_generator/columns.hpp"

#include <algorithm>
#include <map>

namespace kontingent::tests {

namespace {

// The variant of a duration's heading that says hours.
constexpr std::array<std::size_t, table_languages> hours_variant{3, 2, 3, 2, 2, 2, 1};

constexpr std::array<std::string_view, 8> texts{
    "Shop",
    "Checkout does not load",
    "2 h am Telefon mit Herrn Totaro",
    "Break-fix: payment, round 2",
    "Filter 10:30 Uhr kaputt",
    "Suche; Facetten",
    "Relaunch \"Start\"",
    "Gesamtkonzept und Pausenhof",
};

WrittenUnit unit_of(DurationForm form) {
    return form == DurationForm::minutes   ? WrittenUnit::minutes
           : form == DurationForm::seconds ? WrittenUnit::seconds
                                           : WrittenUnit::hours;
}

bool needs_unit(DurationForm form) {
    return form == DurationForm::minutes || form == DurationForm::seconds ||
           form == DurationForm::decimal_hours;
}

} // namespace

std::vector<Entry> random_entries(Random& random, EntryRange const& range) {
    using namespace std::chrono;
    auto const number = [&](std::int64_t lowest, std::int64_t highest) {
        return static_cast<int>(random.between(lowest, highest));
    };
    sys_days const first{year{number(2023, 2026)} / number(1, 12) / number(1, 28)};
    std::int64_t const days_spanned = random.between(20, 100);
    std::vector<Entry> entries(static_cast<std::size_t>(random.between(4, 40)));
    for (Entry& entry : entries) {
        entry.day = first + days{random.between(0, days_spanned)};
        entry.begin = random.between(24, 64) * 15; // 6:00 to 16:00
        entry.net = random.between((range.net_min + range.step - 1) / range.step,
                                   range.net_max / range.step) *
                    range.step;
        entry.pause = range.has_breaks ? random.between(0, 4) * 15 : 0;
        if (range.has_breaks && chance(random, 5)) {
            entry.begin = 22 * 60;
        }
    }
    std::ranges::sort(entries, {},
                      [](Entry const& entry) { return std::pair{entry.day, entry.begin}; });
    return entries;
}

std::vector<PastMonth> months_of(std::vector<Entry> const& entries) {
    std::map<std::int32_t, std::int64_t> minutes;
    for (Entry const& entry : entries) {
        std::chrono::year_month_day const date{entry.day};
        auto const month =
            int{date.year()} * 12 + static_cast<std::int32_t>(unsigned{date.month()}) - 1;
        minutes[month] += entry.net;
    }
    std::vector<PastMonth> months;
    for (auto const& [month, sum] : minutes) {
        months.push_back({month, Minutes{sum}});
    }
    return months;
}

std::int64_t minutes_of(std::vector<Entry> const& entries) {
    std::int64_t sum = 0;
    for (Entry const& entry : entries) {
        sum += entry.net;
    }
    return sum;
}

std::string with_unit(Random& random, std::string_view heading, std::string_view unit) {
    std::string const name{heading};
    std::string const what{unit};
    switch (random.between(0, 5)) {
    case 0:
        return name + " [" + what + "]";
    case 1:
        return name + " in " + what;
    case 2:
        return name + "_" + what;
    case 3:
        return name + " " + what;
    default:
        return name + " (" + what + ")";
    }
}

std::string duration_heading(Draft& draft, DurationForm form, bool has_unit) {
    Random& random = draft.random;
    std::size_t const language = draft.writing.language;
    bool const is_second = chance(random, 50);
    Variants const& names =
        (is_second ? second_headings_of : headings_of)(Holds::duration, language);
    std::size_t const says_hours = is_second ? variants - 1 : hours_variant[language];
    auto variant = static_cast<std::size_t>(random.between(0, variants - 1));
    if (variant == says_hours &&
        (unit_of(form) != WrittenUnit::hours || (needs_unit(form) && !has_unit))) {
        variant = says_hours == 0 ? 1 : 0;
    }
    if (!has_unit || variant == says_hours || !needs_unit(form)) {
        return std::string{names[variant]};
    }
    return with_unit(random, names[variant], any_of(random, unit_names(unit_of(form), language)));
}

void Draft::add(std::string heading, std::function<std::string(Entry const&)> const& cell) {
    TableColumn& column = columns.emplace_back();
    column.heading = std::move(heading);
    for (Entry const& entry : entries) {
        column.cells.push_back(cell(entry));
    }
}

std::string Draft::heading(Holds holds) {
    auto const of_author = chance(random, 50) ? second_headings_of : headings_of;
    return std::string{any_of(random, of_author(holds, writing.language))};
}

void Draft::add_date() {
    add(heading(Holds::date),
        [&](Entry const& entry) { return written_date(writing, entry.day, entry.begin); });
}

void Draft::add_begin() {
    add(heading(Holds::begin),
        [&](Entry const& entry) { return written_clock(writing, entry.begin); });
}

void Draft::add_end() {
    add(heading(Holds::end),
        [&](Entry const& entry) { return written_clock(writing, entry.end()); });
}

void Draft::add_break(DurationForm form) {
    std::string name = heading(Holds::pause);
    if (needs_unit(form)) {
        name = with_unit(random, name, any_of(random, unit_names(unit_of(form), writing.language)));
    }
    add(std::move(name),
        [&, form](Entry const& entry) { return written_duration(writing, form, entry.pause); });
}

void Draft::add_duration(DurationForm form, bool has_unit) {
    add(duration_heading(*this, form, has_unit),
        [&, form](Entry const& entry) { return written_duration(writing, form, entry.net); });
}

void Draft::add_text() {
    add(heading(Holds::text), [&](Entry const&) { return std::string{any_of(random, texts)}; });
}

void Draft::add_decoy(Holds holds) {
    auto const cell = [this, holds, created = created_writing()](Entry const& entry) {
        if (holds == Holds::money) {
            return written_hundredths(writing, entry.net * 9'500 / 60) +
                   (writing.language % 2 == 0 ? " €" : "");
        }
        if (holds == Holds::rate) {
            return written_hundredths(writing, 9'500);
        }
        if (holds == Holds::ticket) {
            return std::to_string(random.between(1, 400));
        }
        if (holds == Holds::estimate) {
            return written_hundredths(writing, random.between(1, 16) * 25);
        }
        if (holds == Holds::created) {
            return written_date(created, entry.day + std::chrono::days{random.between(0, 20)},
                                random.between(0, 1439));
        }
        return std::string{chance(random, 50) ? "Nord" : "Ada B."};
    };
    add(heading(holds), cell);
}

// When a row was made is often written with its time.
Writing Draft::created_writing() {
    Writing created = writing;
    created.date = chance(random, 50) ? DateForm::iso_with_blank_and_time : writing.date;
    return created;
}

void Draft::add_decoys() {
    constexpr std::array kinds{Holds::money,   Holds::rate,   Holds::ticket,
                               Holds::project, Holds::person, Holds::estimate};
    std::vector<Holds> rest(kinds.begin(), kinds.end());
    for (std::int64_t count = random.between(0, 4); count > 0; --count) {
        auto const at = random.between(0, static_cast<std::int64_t>(rest.size()) - 1);
        add_decoy(rest[static_cast<std::size_t>(at)]);
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    }
}

} // namespace kontingent::tests
