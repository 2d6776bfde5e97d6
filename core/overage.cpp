#include "core/overage.hpp"

#include <algorithm>

namespace kontingent {
namespace {

// The lines of one tier; their sum.
std::expected<Money, Overflow> append_tier(Lines& lines, Tier const& tier, Minutes minutes,
                                           std::int32_t month) {
    auto const net = charge(minutes, tier.hourly_rate);
    if (!net) {
        return net;
    }
    lines.push_back({month, LineKind::overage, minutes, tier.hourly_rate, *net});
    if (!tier.flat_fee) {
        return net;
    }
    lines.push_back(
        {month, LineKind::overage_flat_fee, std::nullopt, std::nullopt, *tier.flat_fee});
    return add(*net, *tier.flat_fee);
}

std::expected<Money, Overflow> append_graduated(Lines& lines, Overage const& overage, Minutes extra,
                                                std::int32_t month) {
    std::expected<Money, Overflow> sum;
    Minutes lower;
    for (Tier const& tier : overage.tiers) {
        if (extra <= lower || !sum) {
            break;
        }
        Minutes const upper = tier.up_to ? std::min(*tier.up_to, extra) : extra;
        auto const net = append_tier(lines, tier, Minutes{upper.count - lower.count}, month);
        sum = net ? add(*sum, *net) : net;
        lower = upper;
    }
    return sum;
}

std::expected<Money, Overflow> append_volume(Lines& lines, Overage const& overage, Minutes extra,
                                             std::int32_t month) {
    for (Tier const& tier : overage.tiers) {
        if (!tier.up_to || extra <= *tier.up_to) {
            return append_tier(lines, tier, extra, month);
        }
    }
    return Money{0};
}

std::expected<Money, Overflow> append_blocks(Lines& lines, Overage const& overage, Minutes extra,
                                             std::int32_t month) {
    std::int64_t const size = overage.block_size.count;
    std::int64_t const blocks = extra.count / size + (extra.count % size == 0 ? 0 : 1);
    auto const net = multiply_divide_half_away(overage.block_price.minor, blocks, 1);
    if (!net) {
        return std::unexpected(net.error());
    }
    lines.push_back({month, LineKind::overage, extra, std::nullopt, Money{*net}});
    return Money{*net};
}

} // namespace

std::expected<Money, Overflow> append_overage(Lines& lines, Overage const& overage, Minutes extra,
                                              std::int32_t month) {
    if (extra <= Minutes{0}) {
        return Money{0};
    }
    switch (overage.mode) {
    case OverageMode::graduated:
        return append_graduated(lines, overage, extra, month);
    case OverageMode::volume:
        return append_volume(lines, overage, extra, month);
    case OverageMode::block:
        return append_blocks(lines, overage, extra, month);
    }
    return Money{0};
}

} // namespace kontingent
