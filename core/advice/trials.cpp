#include "core/advice/trials.hpp"

#include "core/base/limits.hpp"
#include "core/base/random.hpp"
#include "core/base/small_sort.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace kontingent {
namespace {

// Whole parts and remainders apart, so that the sum cannot overflow.
Money mean_of(std::vector<Money> const& nets) {
    auto const count = static_cast<std::int64_t>(nets.size());
    std::int64_t whole = 0;
    std::int64_t remainder = 0;
    for (Money const net : nets) {
        whole += net.minor / count;
        remainder += net.minor % count;
    }
    return Money{whole + divide_half_up(remainder, count)};
}

// Puts in its place what would stand at `rank` in order, with nothing dearer before it and nothing
// cheaper behind it (Hoare's FIND).
void select(std::vector<Money>& values, std::ptrdiff_t rank, std::ptrdiff_t first) {
    std::ptrdiff_t last = std::ssize(values) - 1;
    auto const at = [&values](std::ptrdiff_t i) -> Money& {
        return values[static_cast<std::size_t>(i)];
    };
    while (first < last) {
        Money const pivot = at(rank);
        std::ptrdiff_t low = first;
        std::ptrdiff_t high = last;
        while (low <= high) {
            while (at(low) < pivot) {
                ++low;
            }
            while (pivot < at(high)) {
                --high;
            }
            if (low <= high) {
                std::swap(at(low++), at(high--));
            }
        }
        if (high < rank) {
            first = low;
        }
        if (rank < low) {
            last = high;
        }
    }
}

Minutes most_minutes(Forecast const& forecast) {
    auto const& months = forecast.resample.empty() ? forecast.high : forecast.resample;
    return *std::ranges::max_element(months);
}

} // namespace

std::expected<Trials, Overflow> Trials::of(Catalogue const& catalogue, Forecast const& forecast,
                                           std::uint64_t seed, std::size_t trial_count) {
    auto costs =
        OfferCosts::of(catalogue, WorkModel{forecast.typical, forecast.work}, forecast.extras,
                       most_minutes(forecast), forecast.special_discounts);
    if (!costs) {
        return std::unexpected(costs.error());
    }
    Trials trials;
    trials.costs_ = *std::move(costs);
    trials.increment_ = catalogue.billing_increment;
    for (std::size_t i = 0; i < forecast.typical.size(); ++i) {
        trials.triangles_.push_back({forecast.low[i], forecast.typical[i], forecast.high[i]});
    }
    trials.resample_ = forecast.resample;
    trials.seed_ = seed;
    trials.trial_count_ = trial_count;
    trials.usage_.resize(trials.triangles_.size());
    trials.columns_.resize(trials.costs_.distinct_count());
    for (Column& column : trials.columns_) {
        column.expected.resize(trial_count);
    }
    return trials;
}

Minutes Trials::draw(std::size_t month) const {
    std::uint64_t const index = made_ * forecast_months_max + month;
    std::uint64_t const part = random_bits(seed_, index) >> 32;
    if (resample_.empty()) {
        return quantile(triangles_[month], static_cast<std::uint32_t>(part));
    }
    return resample_[static_cast<std::size_t>(part * resample_.size() >> 32)];
}

void Trials::make_trial() {
    for (std::size_t month = 0; month < usage_.size(); ++month) {
        usage_.set(month, draw(month), increment_);
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        ForecastCost const cost = costs_.distinct()[i].settle(usage_);
        Column& column = columns_[i];
        column.expected[made_] = cost.expected;
        column.overage_trials += cost.overage > Minutes{0} ? 1 : 0;
        column.open_trials += cost.open > Minutes{0} ? 1 : 0;
        column.expired_minutes += cost.expired.count;
    }
    ++made_;
}

void Trials::run(std::size_t trial_count) {
    if (made_ == trial_count_ && !is_done()) {
        evaluate(columns_[evaluated_++]);
    }
    for (std::size_t i = std::min(trial_count, trial_count_ - made_); i > 0; --i) {
        make_trial();
    }
}

void Trials::run_all() {
    while (!is_done()) {
        run(trial_count_);
    }
}

void Trials::evaluate(Column& column) const {
    auto const count = static_cast<std::int64_t>(trial_count_);
    column.risk.mean = mean_of(column.expected);
    column.risk.overage_chance = BasisPoints{divide_half_up(column.overage_trials * 10'000, count)};
    column.risk.may_be_open = column.open_trials > 0;
    column.risk.expired_mean = Minutes{divide_half_up(column.expired_minutes, count)};
    std::vector<Money> nets = column.expected;
    std::ptrdiff_t before = 0;
    auto const nearest_rank = [&](std::ptrdiff_t percent) {
        std::ptrdiff_t const rank = (std::ssize(nets) * percent + 99) / 100 - 1;
        select(nets, rank, before);
        before = rank;
        return nets[static_cast<std::size_t>(rank)];
    };
    column.risk.p10 = nearest_rank(10);
    column.risk.p50 = nearest_rank(50);
    column.risk.p90 = nearest_rank(90);
}

std::vector<OfferRisk> Trials::risks() const {
    std::vector<OfferRisk> risks;
    for (OfferCosts::Offer const& offer : costs_.offers()) {
        OfferRisk risk = columns_[offer.distinct].risk;
        risk.offer = offer.id;
        // Every trial's total differs by the same amount, and so do their mean and quantiles.
        for (Money* const amount : {&risk.mean, &risk.p10, &risk.p50, &risk.p90}) {
            *amount = OfferCosts::total_of(offer, *amount);
        }
        risks.push_back(risk);
    }
    return risks;
}

std::vector<BasisPoints> Trials::cheapest_chances(std::span<std::size_t const> allowed) const {
    std::vector<std::int64_t> wins(allowed.size());
    std::vector<std::size_t> order(allowed.size()); // the first of equals wins
    std::iota(order.begin(), order.end(), 0);
    small_sort(order, [&](std::size_t i) {
        return std::pair(costs_.offers()[allowed[i]].id.term_months, i);
    });
    for (std::size_t trial = 0; !allowed.empty() && trial < trial_count_; ++trial) {
        std::size_t winner = 0;
        Money least{std::numeric_limits<std::int64_t>::max()};
        for (std::size_t const i : order) {
            OfferCosts::Offer const& offer = costs_.offers()[allowed[i]];
            Money const net{columns_[offer.distinct].expected[trial].minor + offer.fixed.minor +
                            offer.committed_beyond.minor};
            if (net < least) {
                least = net;
                winner = i;
            }
        }
        ++wins[winner];
    }
    std::vector<BasisPoints> chances;
    for (std::int64_t const count : wins) {
        chances.push_back(
            BasisPoints{divide_half_up(count * 10'000, static_cast<std::int64_t>(trial_count_))});
    }
    return chances;
}

} // namespace kontingent
