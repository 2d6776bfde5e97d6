// Uncertainty: what every offer costs when the months do not turn out as typical. A forecast is
// drawn many times, and every draw is settled under every offer as a quote would be, best pooling
// included.
//
// The model. Each month is drawn by itself: from the triangle of its low, typical and high minutes
// (the season is in them already), or, where the forecast resamples, from the past months, each
// with the same chance, whatever the calendar month. Drawn minutes are rounded up to the billing
// increment.
//
// Its limits. Months are independent: a busy month makes the next neither busier nor quieter, and
// twelve high months in a row are rarer than in life. Nothing lies beyond low and high, or beyond
// what the past has seen; there is no trend. Resampling knows no season. And `trial_count` trials
// have their own error: of a chance p about sqrt(p * (1 - p) / trial_count), at most 0.35
// percentage points of standard error with 20,000.
//
// Whole numbers throughout, and a draw depends on seed, trial and month alone: the same figures in
// every build, however the work is cut into slices.
#pragma once

#include "core/advice/forecast.hpp"
#include "core/advice/triangular.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/offer_costs.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <span>
#include <vector>

namespace kontingent {

inline constexpr std::size_t trial_count_default = 20'000;
inline constexpr std::uint64_t trial_seed_default = 1;

// One offer over all trials. Amounts are net totals of the whole forecast; means are rounded half
// away from zero, quantiles are nearest rank: the smallest total that so many trials do not exceed.
struct OfferRisk {
    OfferId offer;
    Money mean;
    Money p10;
    Money p50;
    Money p90;
    BasisPoints overage_chance; // of at least one minute beyond the included ones
    Minutes expired_mean;
    bool may_be_open = false; // some trial has work without a price, which no amount here covers
    friend bool operator==(OfferRisk const&, OfferRisk const&) = default;
};

class Trials {
public:
    // The forecast has 1 to forecast_months_max months of at most month_usage_max. `trial_count` is
    // at least 1. The catalogue must outlive the trials. Overflow as in OfferCost::of(). Eight
    // bytes a trial are kept for each of OfferCosts::distinct().
    static std::expected<Trials, Overflow> of(Catalogue const& catalogue, Forecast const& forecast,
                                              std::uint64_t seed = trial_seed_default,
                                              std::size_t trial_count = trial_count_default);

    // Goes on with at most so many trials. When all are made, each further call takes stock of one
    // distinct offer, which takes about as long as a thousand trials.
    void run(std::size_t trial_count);
    void run_all();

    bool is_done() const { return evaluated_ == columns_.size(); }

    std::size_t trial_count() const { return trial_count_; }

    std::size_t trials_made() const { return made_; }

    // In the order of offers_of(). Only when done.
    std::vector<OfferRisk> risks() const;

    // How likely each of the `allowed` offers (indices into risks(), rising) is the cheapest of
    // them, with what its term binds after the forecast; one entry each. Among equals the one that
    // binds for the shortest time wins, then the first, so that the shares are of disjoint trials:
    // they sum to 10,000 up to the rounding of each, half away from zero. Only when done.
    std::vector<BasisPoints> cheapest_chances(std::span<std::size_t const> allowed) const;

private:
    // A distinct offer's outcomes.
    struct Column {
        std::vector<Money> expected; // parts, by trial
        std::int64_t overage_trials = 0;
        std::int64_t open_trials = 0;
        std::int64_t expired_minutes = 0;
        OfferRisk risk; // all but the offer, once evaluated
    };

    void make_trial();
    Minutes draw(std::size_t month) const;
    void evaluate(Column& column) const;

    OfferCosts costs_;
    Minutes increment_;
    std::vector<Triangle> triangles_; // a month each
    std::vector<Minutes> resample_;
    std::uint64_t seed_ = 0;
    std::size_t trial_count_ = 0;
    std::size_t made_ = 0;
    std::size_t evaluated_ = 0;
    UsageMonths usage_;           // of the trial being made
    std::vector<Column> columns_; // one each of costs_.distinct()
};

} // namespace kontingent
