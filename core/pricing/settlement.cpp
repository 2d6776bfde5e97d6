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
}

void AllowanceBalance::use(CountedWork& counted, std::int32_t month, std::int32_t months_pooled,
                           SettledMonth& settled) {
    Allowance const& allowance = offer_->allowance;
    if (allowance.period_months > 1 && (month - 1) % allowance.period_months == 0) {
        period_left_ = allowance.included.count;
    }
    std::int64_t const own =
        allowance.period_months > 1 ? period_left_ : allowance.included.count * months_pooled;
    std::int64_t const carried = lots_.total().count;
    std::int64_t usable = own + carried;
    settled.usable = Minutes{usable};
    for (std::size_t kind = 0; kind < counted.kind_count; ++kind) {
        std::int64_t& minutes = counted.by_kind[kind];
        if (kind < offer_->kinds.size() && !offer_->kinds[kind].uses_included) {
            settled.overage.count += minutes;
            continue;
        }
        std::int64_t const used = allowance.is_unlimited ? minutes : std::min(minutes, usable);
        usable -= allowance.is_unlimited ? 0 : used;
        minutes -= used;
        settled.overage.count += minutes;
    }
    std::int64_t const used = own + carried - usable;
    std::int64_t const from_lots = lots_.take(Minutes{std::min(used, carried)}).count;
    close_month(month, own - (used - from_lots), settled);
}

void AllowanceBalance::close_month(std::int32_t month, std::int64_t own_left,
                                   SettledMonth& settled) {
    Allowance const& allowance = offer_->allowance;
    if (allowance.period_months > 1) {
        bool const is_last = month % allowance.period_months == 0;
        settled.expired.count = is_last ? own_left : 0;
        period_left_ = is_last ? 0 : own_left;
        return;
    }
    settled.expired.count = own_left;
    if (!allowance.carry) {
        return;
    }
    Carry const& carry = *allowance.carry;
    settled.expired.count += lots_.lapse(month).count;
    std::int64_t lot = own_left * carry.share.value / 10'000;
    if (carry.cap) {
        lot = std::clamp<std::int64_t>(carry.cap->count - lots_.total().count, 0, lot);
    }
    settled.expired.count -= lot;
    lots_.add(Minutes{lot}, month + 1, carry.months);
}

Settlement::Settlement(Tariff const& tariff)
    : tariff_(tariff),
      balance_(tariff),
      is_plain_(tariff.offer->kinds.empty() && tariff.offer->allowance.is_monthly()) {}

void Settlement::restart() {
    balance_.restart();
    for (Lots& lots : blocks_) {
        lots.clear();
    }
}

SettledMonth Settlement::settle(CountedWork const& counted, std::int32_t month,
                                std::int32_t months_pooled, LineSink&& sink) {
    SettledMonth settled;
    if (is_plain_) {
        settle_plain(settled, counted.by_kind[0], month, months_pooled, sink);
    } else {
        settle_kinds(settled, counted, month, months_pooled, sink);
    }
    if (tariff_.overage_discount != BasisPoints{0}) {
        put_discount(sink, settled);
    }
    if (!tariff_.special_discounts.empty()) {
        put_special_discounts(sink, settled.net, tariff_.special_discounts, DiscountedPart::overage,
                              month, settled.net.value());
    }
    return settled;
}

// What settle_kinds() comes to where there is nothing to tell apart and nothing to carry on.
void Settlement::settle_plain(SettledMonth& settled, std::int64_t minutes, std::int32_t month,
                              std::int32_t months_pooled, LineSink& sink) {
    Allowance const& allowance = tariff_.offer->allowance;
    std::int64_t const usable = allowance.included.count * months_pooled;
    std::int64_t const beyond = allowance.is_unlimited ? 0 : minutes - usable;
    settled.usable = Minutes{usable};
    settled.overage = Minutes{std::max<std::int64_t>(beyond, 0)};
    settled.expired = Minutes{allowance.is_unlimited ? usable : std::max<std::int64_t>(-beyond, 0)};
    charge(sink, settled, tariff_.offer->overage, settled.overage, std::nullopt, month);
}

void Settlement::settle_kinds(SettledMonth& settled, CountedWork counted, std::int32_t month,
                              std::int32_t months_pooled, LineSink& sink) {
    balance_.use(counted, month, months_pooled, settled);
    std::int64_t shared = counted.by_kind[0];
    for (std::size_t kind = 1; kind < counted.kind_count; ++kind) {
        shared += tariff_.offer->kinds[kind].overage ? 0 : counted.by_kind[kind];
    }
    charge(sink, settled, tariff_.offer->overage, Minutes{shared}, std::nullopt, month);
    for (std::size_t kind = 1; kind < counted.kind_count; ++kind) {
        if (auto const& overage = tariff_.offer->kinds[kind].overage) {
            charge(sink, settled, *overage, Minutes{counted.by_kind[kind]},
                   static_cast<std::uint8_t>(kind), month);
        }
    }
}

Lots& Settlement::blocks_of(std::size_t kind) {
    if (blocks_.empty()) {
        blocks_.resize(std::max<std::size_t>(tariff_.offer->kinds.size(), 1));
    }
    return blocks_[kind];
}

void Settlement::charge(LineSink& sink, SettledMonth& settled, Overage const& overage,
                        Minutes beyond, std::optional<std::uint8_t> kind, std::int32_t month) {
    if (beyond <= Minutes{0}) {
        return;
    }
    TierCharge const tiers{sink, settled.net, tariff_.rate_unit, kind};
    switch (overage.mode) {
    case OverageMode::graduated:
        charge_graduated(tiers, overage, beyond);
        break;
    case OverageMode::volume:
        charge_volume(tiers, overage, beyond);
        break;
    case OverageMode::block: {
        Lots& left = blocks_of(kind.value_or(0));
        left.lapse(month - 1);
        charge_blocks(sink, settled.net, overage, beyond, kind, left, month);
        break;
    }
    case OverageMode::on_request:
        settled.open.count += beyond.count;
        break;
    }
}

void Settlement::put_discount(LineSink& sink, SettledMonth& settled) const {
    auto const discount = discount_on(settled.net.value(), tariff_.overage_discount);
    settled.net.add(discount);
    if (discount && *discount != Money{0}) {
        if (Line* line = sink.add(LineKind::overage_discount)) {
            line->net = *discount;
        }
    }
}

} // namespace kontingent
