// Blocks: minutes bought so many at once. What is left of one is used later, while it is valid.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/overage.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/lots.hpp"
#include "core/pricing/money_sum.hpp"

#include <cstdint>
#include <optional>

namespace kontingent {

// What earlier blocks left is used first; the rest takes as many blocks as it begins: one line of
// them, with the minutes that they were bought for. `left` is what earlier blocks of this tariff
// left, of use to tariffs whose blocks outlive their month alone.
inline void charge_blocks(LineSink& sink, MoneySum& sum, Overage const& overage, Minutes beyond,
                          std::optional<std::uint8_t> work_kind, Lots& left, std::int32_t month) {
    if (overage.keeps_blocks()) {
        beyond.count -= left.take(beyond).count;
    }
    std::int64_t const blocks = divide_up(beyond.count, overage.block_size.count);
    if (blocks == 0) {
        return;
    }
    auto const net = multiply(overage.block_price, blocks);
    sum.add(net);
    if (Line* line = sink.add(LineKind::overage)) {
        line->work_kind = work_kind;
        line->minutes = beyond;
        line->quantity = blocks;
        line->net = net ? *net : Money{0};
    }
    if (overage.keeps_blocks()) {
        left.add(Minutes{blocks * overage.block_size.count - beyond.count}, month,
                 overage.block_valid_months);
    }
}

} // namespace kontingent
