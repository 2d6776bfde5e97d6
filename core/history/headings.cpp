#include "core/history/headings.hpp"

#include "core/base/ascii.hpp"
#include "core/history/text.hpp"

#include <algorithm>

namespace kontingent::history {

namespace {

constexpr std::uint32_t unit_meanings = means_hours | means_minutes | means_seconds | means_days;

bool is_number(std::string_view word) {
    return std::ranges::all_of(word, ascii::is_digit);
}

std::optional<DurationUnit> unit_in(std::uint32_t meanings) {
    switch (meanings & unit_meanings) {
    case means_hours:
    case means_hours | means_minutes: // h:mm
    case means_hours | means_minutes | means_seconds:
        return DurationUnit::hours;
    case means_minutes:
        return DurationUnit::minutes;
    case means_seconds:
        return DurationUnit::seconds;
    case means_days:
        return DurationUnit::working_days;
    default:
        return std::nullopt;
    }
}

Role role_in(std::uint32_t meanings) {
    auto const has = [&](std::uint32_t flags) { return (meanings & flags) != 0; };
    bool const is_long = has(means_duration | unit_meanings);
    // What is no worked duration comes first: a heading is taken for one only if nothing is
    // against it.
    if (has(means_money)) {
        return Role::money;
    }
    if (has(means_break)) {
        return Role::pause;
    }
    if (has(means_balance)) {
        return Role::balance;
    }
    if (has(means_planned)) {
        return Role::planned;
    }
    bool const is_of_period =
        has(means_period) && (is_long || has(means_time | means_worked | means_sum));
    if (has(means_running) || is_of_period || (has(means_sum) && has(means_date))) {
        return Role::running;
    }
    if (has(means_period)) {
        return Role::other; // the number of a week, the name of a day
    }
    if (has(means_recorded)) {
        return Role::recorded;
    }
    if (has(means_billable)) {
        return is_long || has(means_time) ? Role::billable : Role::other;
    }
    if (has(means_begin) && has(means_end)) {
        return Role::unknown;
    }
    if (has(means_begin)) {
        return Role::begin;
    }
    if (has(means_end)) {
        return Role::end;
    }
    if (has(means_date)) {
        return is_long ? Role::unknown : Role::date;
    }
    if (is_long || (has(means_time) && has(means_worked | means_sum))) {
        return Role::duration;
    }
    if (has(means_clock)) {
        return Role::clock;
    }
    if (has(means_time | means_worked | means_sum) && !has(means_other)) {
        return Role::time;
    }
    return has(means_other) ? Role::other : Role::unknown;
}

} // namespace

Vocabulary::Vocabulary(std::span<std::string const> headings) {
    std::vector<std::size_t> known(word_languages().size());
    for (std::string const& heading : headings) {
        for (std::string const& word : words_of(heading)) {
            WordMeanings const* const meanings = word.size() > 1 ? meanings_of(word) : nullptr;
            for (std::size_t language = 0; meanings && language < known.size(); ++language) {
                known[language] += (*meanings)[language] ? 1U : 0U;
            }
        }
    }
    auto const best = std::ranges::max_element(known);
    if (best != known.end() && *best > 0) {
        main_ = static_cast<std::size_t>(best - known.begin());
    }
}

std::optional<std::uint32_t> Vocabulary::meaning_of(std::string_view word) const {
    WordMeanings const* const meanings = meanings_of(word);
    if (meanings == nullptr) {
        return std::nullopt;
    }
    if (main_ && (*meanings)[*main_]) {
        return (*meanings)[*main_];
    }
    std::uint32_t all = means_nothing;
    for (auto const& meaning : *meanings) {
        all |= meaning.value_or(means_nothing);
    }
    return all;
}

// "soll" + "arbeitszeit", "pause" + "n" + "zeit".
std::optional<std::uint32_t> Vocabulary::meaning_of_parts(std::string_view word,
                                                          int parts_left) const {
    constexpr std::size_t part_min = 3;
    if (parts_left == 0 || word.size() < part_min) {
        return std::nullopt;
    }
    if (auto const whole = meaning_of(word)) {
        return whole;
    }
    for (std::size_t size = word.size() - 1; size >= part_min; --size) {
        auto const first = meaning_of(word.substr(0, size));
        if (!first) {
            continue;
        }
        for (std::string_view const joint : joints()) {
            std::string_view const rest = word.substr(size);
            if (!rest.starts_with(joint)) {
                continue;
            }
            if (auto const second = meaning_of_parts(rest.substr(joint.size()), parts_left - 1)) {
                return *first | *second;
            }
        }
    }
    return std::nullopt;
}

// Whatever "Boekings" means, a "Boekingsdatum" is a date: the head of a joined word comes last.
bool Vocabulary::ends_with_date(std::string_view word) const {
    constexpr std::size_t head_min = 5;
    for (std::size_t at = 1; at + head_min <= word.size(); ++at) {
        if ((meaning_of(word.substr(at)).value_or(means_nothing) & means_date) != 0) {
            return true;
        }
    }
    return false;
}

std::uint32_t Vocabulary::read_words(Heading& heading) const {
    std::vector<std::string> const& words = heading.words;
    std::uint32_t meanings = means_nothing;
    if (words.size() == 1) {
        if (auto const alone = meaning_of("=" + words[0])) {
            return *alone;
        }
    }
    for (std::size_t index = 0; index < words.size(); ++index) {
        // "Clock In" begins, "Time in Hours" does not.
        bool const is_pair =
            index + 1 < words.size() && (words[index + 1] != "in" || index + 2 == words.size());
        if (is_pair) {
            if (auto const pair = meaning_of(words[index] + " " + words[index + 1])) {
                meanings |= *pair;
                ++index;
                continue;
            }
        }
        auto meaning = meaning_of(words[index]);
        if (!meaning && words[index].size() <= 40) {
            meaning = meaning_of_parts(words[index], 4);
        }
        if (!meaning && !is_number(words[index])) {
            heading.is_certain = false;
            heading.is_date = heading.is_date || ends_with_date(words[index]);
        }
        meanings |= meaning.value_or(means_nothing);
    }
    return meanings;
}

Heading Vocabulary::read(std::string_view text) const {
    Heading heading;
    heading.words = words_of(text);
    heading.is_certain = !heading.words.empty();
    for (std::size_t index = 0; index < heading.words.size(); ++index) {
        bool const is_last_number =
            index > 0 && index + 1 == heading.words.size() && is_number(heading.words[index]);
        heading.base += is_last_number ? "" : heading.words[index] + " ";
    }
    std::uint32_t const meanings = read_words(heading);
    heading.role = role_in(meanings);
    heading.is_date = heading.is_date || (meanings & means_date) != 0;
    heading.is_decimal = (meanings & means_decimal) != 0;
    heading.is_worked = (meanings & means_worked) != 0;
    heading.unit = unit_in(meanings);
    bool const has_money_sign = text.find("€") != std::string_view::npos ||
                                text.find('$') != std::string_view::npos ||
                                text.find("£") != std::string_view::npos;
    bool const has_per_cent = text.find('%') != std::string_view::npos;
    heading.role = has_money_sign ? Role::money : has_per_cent ? Role::other : heading.role;
    return heading;
}

namespace {

// "Monday", "März", "week": what a sum may be of.
bool is_period(std::string_view word) {
    WordMeanings const* const meanings = meanings_of(word);
    constexpr std::uint32_t periods = means_period | means_date | means_hours;
    return month_named(word) > 0 || is_weekday(word) ||
           (meanings != nullptr && std::ranges::any_of(*meanings, [](auto const& meaning) {
                return (meaning.value_or(means_nothing) & periods) != 0;
            }));
}

// "Weektotaal", "Monatssumme"
bool is_joined_total(std::string_view word) {
    constexpr std::size_t part_min = 4;
    for (std::size_t size = part_min; size + part_min <= word.size(); ++size) {
        std::string_view period = word.substr(0, size);
        if (is_total(word.substr(size)) &&
            (is_period(period) ||
             (period.ends_with('s') && is_period(period.substr(0, size - 1))))) {
            return true;
        }
    }
    return false;
}

} // namespace

TotalWords total_words_in(std::string_view cell) {
    constexpr std::size_t total_cell_max = 60;
    if (cell.size() > total_cell_max || (!cell.empty() && ascii::is_digit(cell[0]))) {
        return TotalWords::none;
    }
    bool has_total = false;
    bool has_other = false;
    for (std::string const& word : words_of(cell)) {
        bool const is_total = history::is_total(word) || is_joined_total(word);
        has_total = has_total || is_total;
        has_other = has_other || (!is_total && !is_number(word) && !is_period(word));
    }
    return !has_total ? TotalWords::none : has_other ? TotalWords::among_others : TotalWords::alone;
}

} // namespace kontingent::history
