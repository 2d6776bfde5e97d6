#include "core/pricing/offer_cost.hpp"

#include "core/base/limits.hpp"
#include "core/pricing/pooling.hpp"

#include <algorithm>

namespace kontingent {
namespace {

std::size_t index_of(Increments usage) {
    return static_cast<std::size_t>(usage.count);
}

// Months that do not depend on each other, all of them work of the first kind against included
// minutes: what most catalogues sell.
bool can_use_tables(Tariff const& tariff, WorkModel const& model) {
    Offer const& offer = *tariff.offer;
    bool const is_plain = model.details.kinds.empty() && model.details.tasks.empty() &&
                          (!model.details.task_size || !offer.task);
    bool const is_usual = offer.kinds.empty() || offer.kinds[0].uses_included;
    bool const pools_open_work = offer.allowance.pooling_pairs_per_term_max > 0 &&
                                 offer.overage.mode == OverageMode::on_request;
    return is_plain && is_usual && !offer.has_memory() && !offer.allowance.is_unlimited &&
           !pools_open_work && !depends_on_month(tariff.special_discounts, DiscountedPart::overage);
}

// No work of so many minutes costs more.
std::expected<Money, Overflow> most_of(Overage const& overage, RateUnit rate_unit,
                                       Minutes minutes) {
    MoneySum sum;
    HourlyRate highest;
    for (Tier const& tier : overage.tiers) {
        highest = std::max(highest, tier.hourly_rate);
        sum.add(tier.flat_fee.value_or(Money{}));
        sum.add(Money{1}); // each line is rounded by itself
    }
    sum.add(rate_unit == RateUnit::hour ? charge(minutes, highest)
                                        : multiply(Money{highest.minor_per_hour}, minutes.count));
    if (overage.mode == OverageMode::block) {
        sum.add(multiply(overage.block_price, divide_up(minutes.count, overage.block_size.count)));
    }
    return sum.total();
}

// Whether a month stays so small that a forecast's sums cannot overflow.
bool is_bounded(Tariff const& tariff, WorkModel const& model, Minutes usage_max) {
    Offer const& offer = *tariff.offer;
    std::int64_t minutes = round_up(usage_max.count, tariff.increment.count);
    std::int64_t tasks = 0;
    if (offer.task && (model.details.task_size || !model.details.tasks.empty())) {
        tasks = usage_max.count;
        minutes = std::max(minutes, tasks * counted_task(*offer.task, Minutes{1}).count) +
                  tariff.increment.count * static_cast<std::int64_t>(kind_count_max);
    }
    std::int64_t most_counts = 10'000;
    for (KindRule const& rule : offer.kinds) {
        most_counts = std::max(most_counts, rule.counts.value);
    }
    // A pair has twice as many.
    Minutes const most{2 * divide_up(minutes * most_counts, 10'000)};
    MoneySum sum;
    sum.add(most_of(offer.overage, tariff.rate_unit, most));
    for (KindRule const& rule : offer.kinds) {
        if (rule.overage) {
            sum.add(most_of(*rule.overage, tariff.rate_unit, most));
        }
    }
    if (offer.task) {
        sum.add(multiply(offer.task->fee, tasks));
    }
    return !sum.has_overflowed() && sum.value() <= settlement_extra_max;
}

} // namespace

Increments increments_of(Minutes used, Minutes increment) {
    // Both are far below 2^32, where dividing is several times as quick as with 64 bits.
    auto const up = static_cast<std::uint32_t>(used.count + increment.count - 1);
    return {static_cast<std::int32_t>(up / static_cast<std::uint32_t>(increment.count))};
}

bool settle_alike(Tariff const& a, Tariff const& b) {
    return a.offer == b.offer && a.overage_discount == b.overage_discount;
}

std::expected<OfferCost, Overflow> OfferCost::of(Tariff const& tariff, WorkModel const& model,
                                                 Minutes usage_max) {
    if (!is_bounded(tariff, model, usage_max)) {
        return std::unexpected(Overflow{});
    }
    OfferCost cost;
    cost.offer_ = tariff.offer;
    cost.tariff_ = tariff;
    cost.tariff_.term = nullptr;
    cost.special_discounts_ = std::make_shared<SpecialDiscounts>(tariff.special_discounts.begin(),
                                                                 tariff.special_discounts.end());
    cost.tariff_.special_discounts = *cost.special_discounts_;
    cost.settlement_.emplace(cost.tariff_);
    cost.uses_tables_ = can_use_tables(cost.tariff_, model);
    if (!model.details.is_plain()) {
        cost.model_ = &model;
    }
    if (cost.uses_tables_ && !cost.fill_tables(increments_of(usage_max, tariff.increment).count)) {
        return std::unexpected(Overflow{});
    }
    return cost;
}

bool OfferCost::fill_tables(std::int64_t increments_max) {
    bool is_valid = true;
    LineSink none;
    auto const put = [&is_valid](std::vector<Money>& table, SettledMonth const& settled) {
        is_valid = is_valid && !settled.net.has_overflowed();
        table.push_back(settled.net.value());
    };
    for (std::int64_t count = 0; count <= increments_max; ++count) {
        put(alone_, settlement_->settle(of_first_kind(count), 1, none));
    }
    if (tariff_.pairs_per_term_max() > 0) {
        for (std::int64_t count = 0; count <= 2 * increments_max; ++count) {
            put(pooled_, settlement_->settle_pair(of_first_kind(count), of_first_kind(0), 1, none));
        }
    }
    return is_valid;
}

CountedWork OfferCost::of_first_kind(std::int64_t increments) const {
    return CountedWork::of_first_kind(increments * tariff_.increment.count,
                                      std::max<std::size_t>(offer_->kinds.size(), 1));
}

ForecastCost OfferCost::settle(UsageMonths const& usage) {
    return uses_tables_ ? look_up(usage.increments()) : run(usage);
}

// Minutes beyond the included ones, negative where some expire.
std::int64_t OfferCost::beyond(Increments usage) const {
    return usage.count * tariff_.increment.count - offer_->allowance.included.count;
}

ForecastCost OfferCost::look_up(std::span<Increments const> usage) const {
    ForecastCost cost;
    std::int64_t balance = 0; // used less included
    for (Increments const month : usage) {
        cost.expected.minor += alone_[index_of(month)].minor;
        cost.overage.count += std::max<std::int64_t>(beyond(month), 0);
        balance += beyond(month);
    }
    if (!pooled_.empty()) {
        pool(usage, cost);
    }
    cost.expired.count = cost.overage.count - balance;
    cost.open = offer_->overage.mode == OverageMode::on_request ? cost.overage : Minutes{0};
    return cost;
}

// Takes what the best pairs save off a settlement of months alone.
void OfferCost::pool(std::span<Increments const> usage, ForecastCost& cost) const {
    std::int64_t space[forecast_months_max]; // not cleared
    auto const savings = std::span(space).first(usage.size() - 1);
    for (std::size_t i = 0; i < savings.size(); ++i) {
        std::size_t const one = index_of(usage[i]);
        std::size_t const two = index_of(usage[i + 1]);
        // One month has minutes left and the other needs more: the signs differ, and neither is 0.
        bool const is_pair = beyond(usage[i]) * beyond(usage[i + 1]) < 0;
        std::int64_t const saving =
            alone_[one].minor + alone_[two].minor - pooled_[one + two].minor;
        savings[i] = is_pair ? saving : 0;
    }
    PairChoice const pairs =
        choose_pairs(std::span<std::int64_t const>(savings), tariff_.pairs_per_term_max());
    for (std::size_t k = 0; k < pairs.count; ++k) {
        std::size_t const i = pairs.first_months[k];
        cost.expected.minor -= savings[i];
        // What one month leaves over covers what the other needs beyond.
        auto const [less, more] = std::minmax({beyond(usage[i]), beyond(usage[i + 1])});
        cost.overage.count -= std::min(-less, more);
    }
}

void OfferCost::count(UsageMonths const& usage) {
    counted_.resize(usage.size());
    for (std::size_t i = 0; i < usage.size(); ++i) {
        if (model_ == nullptr) {
            counted_[i].set_first_kind(usage.increments()[i].count * tariff_.increment.count,
                                       std::max<std::size_t>(offer_->kinds.size(), 1));
        } else {
            counted_[i] = count_work(
                tariff_, month_work(model_->details, i, model_->usage[i], usage.minutes()[i]));
        }
    }
}

ForecastCost OfferCost::run(UsageMonths const& usage) {
    bool const pools = tariff_.pairs_per_term_max() > 0;
    bool const is_counted = pools || model_ != nullptr;
    if (is_counted) {
        count(usage);
    }
    PairList pairs;
    if (pools) {
        // Bounded by is_bounded().
        static_cast<void>(best_pairs(*settlement_, counted_, pairs));
    }
    settlement_->restart();
    ForecastCost cost;
    MoneySum sum;
    LineSink none;
    auto next_pair = pairs.begin();
    for (std::size_t i = 0; i < usage.size(); ++i) {
        auto const number = static_cast<std::int32_t>(i) + 1;
        bool const is_first = next_pair != pairs.end() && *next_pair == number;
        SettledMonth const settled =
            is_first ? settlement_->settle_pair(counted_[i], counted_[i + 1], number + 1, none)
            : is_counted
                ? settlement_->settle(counted_[i], number, none)
                : settlement_->settle(of_first_kind(usage.increments()[i].count), number, none);
        cost.overage.count += settled.overage.count;
        cost.expired.count += settled.expired.count;
        cost.open.count += settled.open.count;
        sum.add(settled.net);
        std::int64_t tasks = is_counted ? counted_[i].task_count : 0;
        if (is_first) {
            ++next_pair;
            tasks += counted_[++i].task_count;
        }
        if (tasks > 0) {
            sum.add(multiply(offer_->task->fee, tasks));
        }
    }
    cost.expected = sum.value();
    return cost;
}

} // namespace kontingent
