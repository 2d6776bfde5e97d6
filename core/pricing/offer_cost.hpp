// What an offer's expected part costs, at speed: the sum over a forecast with its best pooling,
// equal to the cent with a quote's. Months that do not depend on each other are settled once for
// every usage they can have, by the engine that settles quotes; afterwards a forecast is looked up
// and added. Where a month leaves something to the next, or work is of several kinds, the engine
// settles each forecast.
#pragma once

#include "core/base/units.hpp"
#include "core/pricing/settlement.hpp"
#include "core/pricing/tariff.hpp"
#include "core/pricing/work.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace kontingent {

// Usage in whole billing increments.
struct Increments {
    std::int32_t count = 0;
    friend auto operator<=>(Increments, Increments) = default;
};

// How many increments `used` minutes (0 to month_usage_max) are billed as: rounded up.
Increments increments_of(Minutes used, Minutes increment);

// The months that a forecast is of, and how their work is made up.
struct WorkModel {
    std::vector<Minutes> usage; // that `details` are of
    WorkDetails details;
};

// The same usage in minutes, as worked, and in increments.
class UsageMonths {
public:
    UsageMonths() = default;

    UsageMonths(std::span<Minutes const> minutes, Minutes increment) {
        resize(minutes.size());
        for (std::size_t i = 0; i < minutes.size(); ++i) {
            set(i, minutes[i], increment);
        }
    }

    void resize(std::size_t month_count) {
        minutes_.resize(month_count);
        increments_.resize(month_count);
    }

    void set(std::size_t month, Minutes minutes, Minutes increment) {
        minutes_[month] = minutes;
        increments_[month] = increments_of(minutes, increment);
    }

    std::size_t size() const { return minutes_.size(); }

    std::span<Minutes const> minutes() const { return minutes_; }

    std::span<Increments const> increments() const { return increments_; }

private:
    std::vector<Minutes> minutes_;
    std::vector<Increments> increments_;
};

// A forecast settled under one offer.
struct ForecastCost {
    Money expected;
    Minutes overage;
    Minutes expired;
    Minutes open;
    friend bool operator==(ForecastCost const&, ForecastCost const&) = default;
};

// Whether two tariffs of one catalogue have the same expected part, as a package's terms do where
// the discount leaves overage alone: then one settlement serves both.
bool settle_alike(Tariff const& a, Tariff const& b);

class OfferCost {
public:
    // `usage_max`: the most minutes a month may have, at most month_usage_max; tables grow with it.
    // Overflow where a forecast of forecast_months_max months could leave 64 bits. Catalogue and
    // model must outlive it.
    static std::expected<OfferCost, Overflow> of(Tariff const& tariff, WorkModel const& model,
                                                 Minutes usage_max);

    // 1 to forecast_months_max months, each 0 to `usage_max`; as many as the model's where its
    // details are not plain.
    ForecastCost settle(UsageMonths const& usage);

private:
    ForecastCost look_up(std::span<Increments const> usage) const;
    ForecastCost run(UsageMonths const& usage);
    void count(UsageMonths const& usage);
    void pool(std::span<Increments const> usage, ForecastCost& cost) const;
    std::int64_t beyond(Increments usage) const;
    bool fill_tables(std::int64_t increments_max);
    CountedWork of_first_kind(std::int64_t increments) const;

    Offer const* offer_ = nullptr;
    std::shared_ptr<SpecialDiscounts const> special_discounts_; // which `tariff_` refers to
    WorkModel const* model_ = nullptr;                          // null where work is plain
    Tariff tariff_;
    std::optional<Settlement> settlement_;
    std::vector<CountedWork> counted_;
    bool uses_tables_ = false;
    std::vector<Money> alone_;  // what a month costs, by its increments
    std::vector<Money> pooled_; // what a pair costs, by its increments; empty without pooling
};

} // namespace kontingent
