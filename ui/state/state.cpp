#include "ui/state/state.hpp"

#include "core/advice/break_even.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui {

Minutes slider_maximum(Catalogue const& catalogue) {
    return usage_scale_end(catalogue);
}

// Days to civil date after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
std::int32_t calendar_month(std::int64_t now_ms) {
    std::int64_t const days = now_ms / 86'400'000 + 719'468;
    std::int64_t const era = days / 146'097;
    std::int64_t const of_era = days % 146'097;
    std::int64_t const year = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
    std::int64_t const of_year = of_era - (365 * year + year / 4 - year / 100);
    // Years begin with March here.
    return static_cast<std::int32_t>((era * 400 + year) * 12 + (5 * of_year + 2) / 153 + 2);
}

std::array<Incidents, 4> initial_incidents(Catalogue const& catalogue) {
    constexpr std::array<std::int32_t, 4> tenths{0, 5, 10, 20};
    std::array<Incidents, 4> incidents{};
    for (std::size_t index = 0; index < incidents.size(); ++index) {
        incidents[index] = {tenths[index], catalogue.levels[index].typical_effort};
    }
    return incidents;
}

NeedsState initial_needs_state(Catalogue const& catalogue, std::int32_t first_month) {
    Needs needs;
    needs.average = {std::min<std::int64_t>(12 * 60, slider_maximum(catalogue).count)};
    needs.season = catalogue.seasons.front().weights;
    return needs_state_of(std::move(needs), first_month, catalogue);
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
    state.is_season_own =
        std::ranges::none_of(catalogue.seasons, [&state](NamedSeason const& season) {
            return season.weights == state.needs.season;
        });
    return state;
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
