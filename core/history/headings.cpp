#include "core/history/headings.hpp"

#include <array>
#include <span>

namespace kontingent::history {
namespace {

// English and German as Kimai, Toggl Track, Harvest and Clockify write them, and what people call
// such columns in tables of their own. The first found wins: a tracker's rounded or second figure
// comes after its plain one.
constexpr std::array<std::string_view, 14> date_headings{
    "date",       "datum", "start date", "startdatum", "spent date", "spent_date", "work date",
    "started at", "day",   "tag",        "start",      "begin",      "beginn",     "from"};
constexpr std::array<std::string_view, 24> duration_headings{"duration",
                                                             "dauer",
                                                             "duration (h)",
                                                             "dauer (h)",
                                                             "hours",
                                                             "stunden",
                                                             "duration (decimal)",
                                                             "dauer (dezimal)",
                                                             "time (h)",
                                                             "zeit (h)",
                                                             "time (decimal)",
                                                             "zeit (dezimal)",
                                                             "time (hours)",
                                                             "hours rounded",
                                                             "rounded hours",
                                                             "arbeitszeit",
                                                             "duration (min)",
                                                             "minutes",
                                                             "minuten",
                                                             "seconds",
                                                             "sekunden",
                                                             "duration (s)",
                                                             "time",
                                                             "zeit"};

struct UnitWord {
    std::string_view word;
    DurationUnit unit;
};

constexpr std::array<UnitWord, 10> unit_words{
    UnitWord{"minute", DurationUnit::minutes}, UnitWord{"(min", DurationUnit::minutes},
    UnitWord{"second", DurationUnit::seconds}, UnitWord{"sekunde", DurationUnit::seconds},
    UnitWord{"(s)", DurationUnit::seconds},    UnitWord{"hour", DurationUnit::hours},
    UnitWord{"stunde", DurationUnit::hours},   UnitWord{"(h)", DurationUnit::hours},
    UnitWord{"decimal", DurationUnit::hours},  UnitWord{"dezimal", DurationUnit::hours}};

std::string lower(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    return out;
}

std::optional<std::size_t> first_of(std::vector<std::string> const& headings,
                                    std::span<std::string_view const> known) {
    for (std::string_view const name : known) {
        for (std::size_t column = 0; column < headings.size(); ++column) {
            if (lower(headings[column]) == name) {
                return column;
            }
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<std::size_t> date_column_of(std::vector<std::string> const& headings) {
    return first_of(headings, date_headings);
}

std::optional<std::size_t> duration_column_of(std::vector<std::string> const& headings) {
    return first_of(headings, duration_headings);
}

std::optional<DurationUnit> unit_of_heading(std::string_view heading) {
    std::string const name = lower(heading);
    for (UnitWord const& each : unit_words) {
        if (name.find(each.word) != std::string::npos) {
            return each.unit;
        }
    }
    return std::nullopt;
}

} // namespace kontingent::history
