#include "ui/state/findings.hpp"

#include "core/base/small_sort.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui {

namespace {

// So many that a slice stays a small part of a frame on a slow phone.
constexpr std::size_t trials_a_slice = 100;

bool is_uncertain(Forecast const& forecast) {
    return !forecast.resample.empty() || forecast.low != forecast.high;
}

// Of each package the best ranked term: its other terms' curves lie above, and none crosses.
std::vector<std::size_t> compared_offers(Recommendation const& recommendation) {
    std::vector<std::size_t> compared;
    for (std::size_t const index : recommendation.ranked) {
        auto const& package = recommendation.ranked_offers[index].offer.package_index;
        bool const is_known = std::ranges::any_of(compared, [&](std::size_t other) {
            return recommendation.ranked_offers[other].offer.package_index == package;
        });
        if (!is_known) {
            compared.push_back(index);
        }
    }
    small_sort(compared);
    return compared;
}

} // namespace

News Findings::update(NeedsState const& state, TermRows term_rows) {
    bool const has_news = trials_ && trials_->is_done() && risks_.empty();
    bool const is_same = question_ && question_->needs == state.needs &&
                         question_->first_month == state.first_month &&
                         question_->term_rows == term_rows;
    if (is_same && !has_news) {
        return News::none;
    }
    question_ = {state.needs, state.first_month, term_rows};
    Forecast forecast = forecast_of(state.needs, catalogue_, state.first_month % 12);
    if (forecast != forecast_) {
        forecast_ = std::move(forecast);
        update_trials();
    }
    bool const is_known = trials_ && trials_->is_done();
    if (is_known && risks_.empty()) {
        risks_ = trials_->risks();
    }
    estimate_ = ui::estimate(catalogue_, forecast_, state.needs.requirements, term_rows,
                             is_known ? &*trials_ : nullptr);
    update_break_even();
    return is_same ? News::of_trials : News::of_input;
}

void Findings::update_trials() {
    trials_.reset();
    risks_.clear();
    if (!ui::is_uncertain(forecast_)) {
        return;
    }
    // Where it overflows, the estimate does as well, and says so.
    if (auto trials = Trials::of(catalogue_, forecast_)) {
        trials_ = *std::move(trials);
    }
}

void Findings::update_break_even() {
    auto const compared =
        estimate_ ? compared_offers(estimate_->recommendation) : std::vector<std::size_t>{};
    if (break_even_ && break_even_->offers == compared) {
        return;
    }
    break_even_.reset();
    if (compared.empty()) {
        return;
    }
    if (auto found = break_even_of(catalogue_, compared)) {
        break_even_ = *std::move(found);
    }
}

void Findings::work() {
    trials_->run(trials_a_slice);
}

std::int32_t Findings::trials_per_mille() const {
    return trials_
               ? static_cast<std::int32_t>(trials_->trials_made() * 1'000 / trials_->trial_count())
               : 0;
}

} // namespace kontingent::ui
