#include "ui/state/results.hpp"

#include "core/base/small_sort.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui {

namespace {

// Few enough that a slice takes a small part of a frame on a slow phone.
constexpr std::size_t trials_per_slice = 100;

bool is_uncertain(Forecast const& forecast) {
    return !forecast.resample.empty() || forecast.low != forecast.high;
}

// Each package's best ranked term. The curves of its other terms lie above and never cross it.
std::vector<std::size_t> break_even_offers(Recommendation const& recommendation) {
    std::vector<std::size_t> compared;
    for (std::size_t const index : recommendation.ranked) {
        std::size_t const offer = recommendation.ranked_offers[index].offer.offer_index;
        bool const is_known = std::ranges::any_of(compared, [&](std::size_t other) {
            return recommendation.ranked_offers[other].offer.offer_index == offer;
        });
        if (!is_known) {
            compared.push_back(index);
        }
    }
    small_sort(compared);
    return compared;
}

} // namespace

ResultsChange Results::update(NeedsState const& state, TermRows term_rows) {
    bool const are_trials_new = trials_ && trials_->is_done() && risks_.empty();
    bool const is_same = input_ && input_->needs == state.needs &&
                         input_->first_month == state.first_month && input_->term_rows == term_rows;
    if (is_same && !are_trials_new) {
        return ResultsChange::none;
    }
    input_ = {state.needs, state.first_month, term_rows};
    Forecast forecast = forecast_of(state.needs, catalogue_, state.first_month % 12);
    if (forecast != forecast_) {
        forecast_ = std::move(forecast);
        update_trials();
    }
    bool const are_trials_done = trials_ && trials_->is_done();
    if (are_trials_done && risks_.empty()) {
        risks_ = trials_->risks();
    }
    compared_ = compare_offers(catalogue_, forecast_, state.needs.requirements, term_rows,
                               are_trials_done ? &*trials_ : nullptr);
    is_break_even_due_ = true;
    return is_same ? ResultsChange::trials : ResultsChange::input;
}

void Results::update_trials() {
    trials_.reset();
    risks_.clear();
    if (!ui::is_uncertain(forecast_)) {
        return;
    }
    // Where this overflows, compare_offers() overflows as well and reports it.
    if (auto trials = Trials::of(catalogue_, forecast_)) {
        trials_ = *std::move(trials);
    }
}

std::optional<BreakEven> const& Results::break_even() {
    if (is_break_even_due_) {
        is_break_even_due_ = false;
        update_break_even();
    }
    return break_even_;
}

void Results::update_break_even() {
    auto const compared =
        compared_ ? break_even_offers(compared_->recommendation) : std::vector<std::size_t>{};
    bool const is_plain = forecast_.work.is_plain() && forecast_.extras.empty();
    if (break_even_ && break_even_->offers == compared && is_plain && is_break_even_plain_) {
        return;
    }
    break_even_.reset();
    is_break_even_plain_ = is_plain;
    if (compared.empty()) {
        return;
    }
    if (auto found = break_even_of(catalogue_, compared, forecast_)) {
        break_even_ = *std::move(found);
    }
}

void Results::work() {
    trials_->run(trials_per_slice);
}

std::int32_t Results::trials_per_mille() const {
    return trials_
               ? static_cast<std::int32_t>(trials_->trials_made() * 1'000 / trials_->trial_count())
               : 0;
}

} // namespace kontingent::ui
