// What a tier charges: its minutes at its rate, and its flat fee.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/overage.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/money_sum.hpp"

#include <cstdint>

namespace kontingent {

// What an HourlyRate is the price of.
enum class RateUnit : std::uint8_t { hour, one };

struct TierCharge {
    LineSink& sink;
    MoneySum& sum;
    RateUnit rate_unit = RateUnit::hour;
    Maybe<std::uint8_t> work_kind; // of the lines

    // Most of a quote's time is spent here.
    [[gnu::always_inline]] void put(Tier const& tier, Minutes minutes) const {
        auto const net = rate_unit == RateUnit::hour
                             ? charge(minutes, tier.hourly_rate)
                             : multiply(Money{tier.hourly_rate.minor_per_hour}, minutes.count);
        sum.add(net);
        if (!net) {
            return;
        }
        sink.put({.kind = LineKind::overage,
                  .work_kind = work_kind,
                  .minutes = minutes,
                  .hourly_rate = tier.hourly_rate,
                  .net = *net});
        if (tier.flat_fee && *tier.flat_fee != Money{0}) {
            sum.add(*tier.flat_fee);
            sink.put({.kind = LineKind::overage_flat_fee,
                      .work_kind = work_kind,
                      .net = *tier.flat_fee});
        }
    }
};

} // namespace kontingent
