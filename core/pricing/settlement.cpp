#include "core/pricing/settlement.hpp"

#include "core/pricing/block.hpp"
#include "core/pricing/fixed.hpp"
#include "core/pricing/graduated.hpp"
#include "core/pricing/special_discount.hpp"
#include "core/pricing/volume.hpp"

#include <algorithm>

namespace kontingent {

void AllowanceBalance::restart() {
    lots_.clear();
    period_left_ = 0;
    period_end_ = 0;
}

AllowanceBalance::Usable AllowanceBalance::begin_month(std::int32_t month,
                                                       std::int32_t months_pooled) {
    Allowance const& allowance = offer_->allowance;
    if (allowance.period_months == 1) {
        return {.own = allowance.included.count * months_pooled, .carried = lots_.total().count};
    }
    if (month > period_end_) {
        period_left_ = allowance.included.count;
        period_end_ += allowance.period_months;
    }
    return {.own = period_left_, .carried = 0};
}

// `used`: of the included and carried minutes.
void AllowanceBalance::end_month(std::int32_t month, Usable usable, std::int64_t used,
                                 SettledMonth& settled) {
    Allowance const& allowance = offer_->allowance;
    settled.usable.count = usable.own + usable.carried;
    std::int64_t const from_lots = std::min(used, usable.carried);
    std::int64_t const own_left = usable.own - (used - from_lots);
    if (allowance.period_months > 1) {
        bool const is_last = month == period_end_;
        settled.expired.count = is_last ? own_left : 0;
        period_left_ = is_last ? 0 : own_left;
        return;
    }
    settled.expired.count = own_left;
    if (allowance.carry) {
        lots_.take(Minutes{from_lots});
        carry_on(*allowance.carry, month, own_left, settled);
    }
}

void AllowanceBalance::carry_on(Carry const& carry, std::int32_t month, std::int64_t own_left,
                                SettledMonth& settled) {
    settled.expired.count += lots_.lapse(month).count;
    std::int64_t lot = quotient_of(own_left * carry.share.value, 10'000);
    if (carry.cap) {
        lot = std::clamp<std::int64_t>(carry.cap->count - lots_.total().count, 0, lot);
    }
    settled.expired.count -= lot;
    lots_.add(Minutes{lot}, month + 1, carry.months);
}

void AllowanceBalance::use(std::span<std::int64_t> minutes, std::int32_t month,
                           std::int32_t months_pooled, SettledMonth& settled) {
    bool const is_unlimited = offer_->allowance.is_unlimited;
    Usable const usable = begin_month(month, months_pooled);
    std::int64_t const most = usable.own + usable.carried;
    std::int64_t left = most;
    for (std::size_t kind = 0; kind < minutes.size(); ++kind) {
        if (kind < offer_->kinds.size() && !offer_->kinds[kind].uses_included) {
            settled.overage.count += minutes[kind];
            continue;
        }
        std::int64_t const used = is_unlimited ? minutes[kind] : std::min(minutes[kind], left);
        left -= is_unlimited ? 0 : used;
        minutes[kind] -= used;
        settled.overage.count += minutes[kind];
    }
    end_month(month, usable, most - left, settled);
}

SettledMonth AllowanceBalance::use_one_kind(std::int64_t minutes, std::int32_t month,
                                            std::int32_t months_pooled) {
    bool const is_unlimited = offer_->allowance.is_unlimited;
    Usable const usable = begin_month(month, months_pooled);
    std::int64_t const used = is_unlimited ? 0 : std::min(minutes, usable.own + usable.carried);
    SettledMonth settled;
    settled.overage.count = is_unlimited ? 0 : minutes - used;
    end_month(month, usable, used, settled);
    return settled;
}

Settlement::Settlement(Tariff const& tariff)
    : tariff_(tariff),
      balance_(tariff),
      included_(tariff.allowance().included.count),
      has_one_kind_(tariff.offer->kinds.empty()),
      is_plain_(has_one_kind_ && tariff.allowance().is_monthly() &&
                !tariff.allowance().is_unlimited),
      has_discounts_(tariff.overage_discount != BasisPoints{0} ||
                     !tariff.special_discounts.empty()) {}

void Settlement::restart() {
    balance_.restart();
    for (Lots& lots : blocks_) {
        lots.clear();
    }
}

SettledMonth Settlement::kinds_balance(CountedWork const& counted) {
    KindMinutes space; // NOLINT(cppcoreguidelines-pro-type-member-init): written are its kinds
    std::span const minutes = std::span(space).first(counted.kind_count);
    std::copy_n(counted.by_kind.begin(), minutes.size(), minutes.begin());
    SettledMonth settled;
    balance_.use(minutes, 1, 1, settled);
    return settled;
}

SettledMonth Settlement::settle_one_kind(std::int64_t minutes, std::int32_t months_pooled,
                                         std::int32_t month, LineSink& sink) {
    SettledMonth settled = balance_.use_one_kind(minutes, month, months_pooled);
    if (settled.overage > Minutes{0}) {
        charge(sink, settled, tariff_.offer->overage, settled.overage, {}, month);
        if (has_discounts_) {
            put_discounts(sink, settled, month);
        }
    }
    return settled;
}

SettledMonth Settlement::settle_kinds(CountedWork const& one, CountedWork const* pooled_with,
                                      std::int32_t month, LineSink& sink) {
    KindMinutes space; // NOLINT(cppcoreguidelines-pro-type-member-init): written are its kinds
    std::span const minutes = std::span(space).first(one.kind_count);
    for (std::size_t kind = 0; kind < minutes.size(); ++kind) {
        minutes[kind] =
            one.by_kind[kind] + (pooled_with != nullptr ? pooled_with->by_kind[kind] : 0);
    }
    SettledMonth settled;
    balance_.use(minutes, month, pooled_with != nullptr ? 2 : 1, settled);
    if (settled.overage > Minutes{0}) {
        charge_kinds(settled, minutes, month, sink);
    }
    return settled;
}

void Settlement::charge_kinds(SettledMonth& settled, std::span<std::int64_t const> minutes,
                              std::int32_t month, LineSink& sink) {
    std::int64_t shared = minutes[0]; // what the offer's own tariff charges
    for (std::size_t kind = 1; kind < minutes.size(); ++kind) {
        shared += tariff_.offer->kinds[kind].overage ? 0 : minutes[kind];
    }
    charge(sink, settled, tariff_.offer->overage, Minutes{shared}, {}, month);
    for (std::size_t kind = 1; kind < minutes.size(); ++kind) {
        if (auto const& overage = tariff_.offer->kinds[kind].overage) {
            charge(sink, settled, *overage, Minutes{minutes[kind]}, static_cast<std::uint8_t>(kind),
                   month);
        }
    }
    if (has_discounts_) {
        put_discounts(sink, settled, month);
    }
}

Lots& Settlement::blocks_of(std::size_t kind) {
    if (blocks_.empty()) {
        blocks_.resize(std::max<std::size_t>(tariff_.offer->kinds.size(), 1));
    }
    return blocks_[kind];
}

void Settlement::charge(LineSink& sink, SettledMonth& settled, Overage const& overage,
                        Minutes beyond, Maybe<std::uint8_t> kind, std::int32_t month) {
    if (beyond <= Minutes{0}) {
        return;
    }
    MoneySum sum;
    TierCharge const tiers{sink, sum, tariff_.rate_unit, kind};
    switch (overage.mode) {
    case OverageMode::graduated:
        charge_graduated(tiers, overage, beyond);
        break;
    case OverageMode::volume:
        charge_volume(tiers, overage, beyond);
        break;
    case OverageMode::block:
        if (overage.keeps_blocks()) {
            Lots& left = blocks_of(kind.value_or(0));
            left.lapse(month - 1);
            charge_kept_blocks(sink, sum, overage, beyond, kind, left, month);
        } else {
            charge_blocks(sink, sum, overage, beyond, kind);
        }
        break;
    case OverageMode::on_request:
        settled.open.count += beyond.count;
        break;
    }
    settled.net.add(sum);
}

void Settlement::put_discounts(LineSink& sink, SettledMonth& settled, std::int32_t month) const {
    auto const discount = discount_on(settled.net.value(), tariff_.overage_discount);
    settled.net.add(discount);
    if (discount && *discount != Money{0}) {
        sink.put({.kind = LineKind::overage_discount, .net = *discount});
    }
    put_special_discounts(sink, settled.net, tariff_.special_discounts, DiscountedPart::overage,
                          month, settled.net.value());
}

} // namespace kontingent
