// Blocks: minutes bought so many at once. What is left of one is used later, while it is valid.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/overage.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/lots.hpp"
#include "core/pricing/money_sum.hpp"

#include <cstdint>

namespace kontingent {

// As many blocks as the minutes begin: one line of them, with the minutes that they are bought for.
// Returns how many.
inline std::int64_t charge_blocks(LineSink& sink, MoneySum& sum, Overage const& overage,
                                  Minutes beyond, Maybe<std::uint8_t> work_kind) {
    std::int64_t const blocks = divide_up(beyond.count, overage.block_size.count);
    if (blocks == 0) {
        return 0;
    }
    auto const net = multiply(overage.block_price, blocks);
    sum.add(net);
    sink.put({.kind = LineKind::overage,
              .work_kind = work_kind,
              .minutes = beyond,
              .quantity = blocks,
              .net = net ? *net : Money{0}});
    return blocks;
}

// Of blocks that outlive their month. `left` is what earlier blocks of this tariff left, which is
// used first.
inline void charge_kept_blocks(LineSink& sink, MoneySum& sum, Overage const& overage,
                               Minutes beyond, Maybe<std::uint8_t> work_kind, Lots& left,
                               std::int32_t month) {
    beyond.count -= left.take(beyond).count;
    std::int64_t const blocks = charge_blocks(sink, sum, overage, beyond, work_kind);
    left.add(Minutes{blocks * overage.block_size.count - beyond.count}, month,
             overage.block_valid_months);
}

} // namespace kontingent
