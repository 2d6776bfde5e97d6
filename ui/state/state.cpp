#include "ui/state/state.hpp"

#include "core/advice/break_even.hpp"
#include "core/advice/initial_needs.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace kontingent::ui {

Minutes slider_maximum(Catalogue const& catalogue) {
    return usage_scale_end(catalogue);
}

std::int32_t calendar_month(std::int64_t now_ms) {
    using namespace std::chrono;
    year_month_day const today{floor<days>(sys_time<milliseconds>{milliseconds{now_ms}})};
    return int{today.year()} * 12 + static_cast<std::int32_t>(unsigned{today.month()}) - 1;
}

// The more severe a level, the rarer.
std::vector<Incidents> initial_incidents(Catalogue const& catalogue) {
    constexpr std::array<std::int32_t, 4> tenths_of_last{0, 5, 10, 20};
    std::size_t const count = catalogue.levels.size();
    std::vector<Incidents> incidents;
    for (std::size_t index = 0; index < count; ++index) {
        std::size_t const from_last = count - 1 - index;
        std::int32_t const tenths = from_last < tenths_of_last.size()
                                        ? tenths_of_last[tenths_of_last.size() - 1 - from_last]
                                        : 0;
        incidents.push_back({tenths, catalogue.levels[index].typical_effort});
    }
    return incidents;
}

NeedsState initial_needs_state(Catalogue const& catalogue, std::int32_t first_month) {
    return needs_state_of(initial_needs(catalogue), first_month, catalogue);
}

NeedsState needs_state_of(Needs needs, std::int32_t first_month, Catalogue const& catalogue) {
    NeedsState state;
    state.needs = std::move(needs);
    state.first_month = first_month;
    if (state.needs.months.empty()) {
        state.needs.months.assign(static_cast<std::size_t>(catalogue.horizon_months),
                                  state.needs.average);
    }
    bool const has_incidents =
        std::ranges::any_of(state.needs.incidents, [](Incidents const& incidents) {
            return incidents.tenths_a_month > 0;
        });
    if (state.needs.way != NeedsWay::incidents && !has_incidents) {
        state.needs.incidents = initial_incidents(catalogue);
    }
    state.month_edits.resize(state.needs.months.size());
    state.kind_edits.resize(catalogue.kinds.size());
    state.extra_edits.resize(catalogue.extras.size());
    state.is_season_own =
        !catalogue.seasons.empty() &&
        std::ranges::none_of(catalogue.seasons, [&state](NamedSeason const& season) {
            return season.weights == state.needs.season;
        });
    return state;
}

Needs needs_for_link(Needs needs, Catalogue const& catalogue) {
    auto const& months = needs.months;
    bool const are_equal =
        std::ranges::adjacent_find(months, std::ranges::not_equal_to{}) == months.end();
    if (needs.way != NeedsWay::by_month && are_equal) {
        needs.months.clear();
    }
    bool const is_example = needs.incidents == initial_incidents(catalogue);
    if (needs.way != NeedsWay::incidents && is_example) {
        for (Incidents& incidents : needs.incidents) {
            incidents.tenths_a_month = 0;
        }
    }
    return needs;
}

Term const* longest_term(Catalogue const& catalogue, Requirements const& requirements) {
    Term const* longest = nullptr;
    for (Term const& term : catalogue.terms) {
        if (!requirements.term_months_max || term.months <= *requirements.term_months_max) {
            longest = &term;
        }
    }
    return longest;
}

bool has_hours(NeedsState const& state) {
    return state.needs.way != NeedsWay::history || !state.needs.past.empty();
}

bool is_listed(std::vector<std::string> const& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void toggle(std::vector<std::string>& keys, std::string_view key) {
    auto const found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) {
        keys.emplace_back(key);
    } else {
        keys.erase(found);
    }
}

} // namespace kontingent::ui
