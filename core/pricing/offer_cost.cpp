#include "core/pricing/offer_cost.hpp"

#include "core/base/limits.hpp"
#include "core/pricing/pooling.hpp"

#include <algorithm>
#include <array>

namespace kontingent {
namespace {

bool append_extras(std::vector<Money>& extras, Tariff const& tariff, Minutes included,
                   Minutes increment, std::int64_t count_max) {
    for (std::int64_t count = 0; count <= count_max; ++count) {
        auto const extra = extra_charge(tariff, included, Minutes{count * increment.count});
        if (!extra) {
            return false;
        }
        extras.push_back(*extra);
    }
    return true;
}

std::size_t index_of(Increments usage) {
    return static_cast<std::size_t>(usage.count);
}

} // namespace

Increments increments_of(Minutes used, Minutes increment) {
    // Both are far below 2^32, where dividing is several times as quick as with 64 bits.
    auto const up = static_cast<std::uint32_t>(used.count + increment.count - 1);
    return {static_cast<std::int32_t>(up / static_cast<std::uint32_t>(increment.count))};
}

bool settle_alike(Tariff const& a, Tariff const& b) {
    return a.overage == b.overage && a.included == b.included &&
           a.overage_discount == b.overage_discount && a.pairs_per_term_max == b.pairs_per_term_max;
}

std::expected<Money, Overflow> monthly_base_of(Tariff const& tariff) {
    Lines lines;
    auto const sum = append_base(lines, tariff, 1);
    if (!sum || *sum > settlement_extra_max) {
        return std::unexpected(Overflow{});
    }
    return sum;
}

std::expected<OfferCost, Overflow> OfferCost::of(Tariff const& tariff, Minutes increment,
                                                 Minutes usage_max) {
    OfferCost cost;
    cost.increment_ = increment;
    cost.included_ = tariff.included;
    cost.pairs_per_term_max_ = tariff.pairs_per_term_max;
    std::int64_t const count_max = increments_of(usage_max, increment).count;
    auto const base = monthly_base_of(tariff);
    if (!base || !append_extras(cost.alone_, tariff, tariff.included, increment, count_max) ||
        (tariff.pairs_per_term_max > 0 &&
         !append_extras(cost.pooled_, tariff, Minutes{2 * tariff.included.count}, increment,
                        2 * count_max))) {
        return std::unexpected(Overflow{});
    }
    cost.monthly_base_ = *base;
    return cost;
}

std::int64_t OfferCost::beyond(Increments usage) const {
    return usage.count * increment_.count - included_.count;
}

Settlement OfferCost::settle(std::span<Increments const> usage) const {
    Settlement settlement;
    settlement.net.minor = monthly_base_.minor * static_cast<std::int64_t>(usage.size());
    std::int64_t balance = 0; // used less included
    for (Increments const month : usage) {
        settlement.net.minor += alone_[index_of(month)].minor;
        settlement.overage.count += std::max<std::int64_t>(beyond(month), 0);
        balance += beyond(month);
    }
    if (!pooled_.empty()) {
        pool(usage, settlement);
    }
    settlement.expired.count = settlement.overage.count - balance;
    return settlement;
}

void OfferCost::pool(std::span<Increments const> usage, Settlement& settlement) const {
    std::int64_t space[forecast_months_max]; // not cleared
    auto const savings = std::span(space).first(usage.size() - 1);
    for (std::size_t i = 0; i < savings.size(); ++i) {
        std::size_t const one = index_of(usage[i]);
        std::size_t const two = index_of(usage[i + 1]);
        savings[i] = alone_[one].minor + alone_[two].minor - pooled_[one + two].minor;
    }
    PairChoice const pairs = choose_pairs(savings, pairs_per_term_max_);
    for (std::size_t k = 0; k < pairs.count; ++k) {
        std::size_t const i = pairs.first_months[k];
        settlement.net.minor -= savings[i];
        // What one month leaves over covers what the other needs beyond.
        auto const [less, more] = std::minmax({beyond(usage[i]), beyond(usage[i + 1])});
        if (less < 0 && more > 0) {
            settlement.overage.count -= std::min(-less, more);
        }
    }
}

Settlement OfferCost::settle(std::span<Minutes const> usage) const {
    std::array<Increments, forecast_months_max> rounded;
    std::ranges::transform(usage, rounded.begin(),
                           [this](Minutes month) { return increments_of(month, increment_); });
    return settle(std::span<Increments const>(rounded.data(), usage.size()));
}

} // namespace kontingent
