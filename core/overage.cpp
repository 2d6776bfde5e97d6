#include "core/overage.hpp"

#include <algorithm>

namespace kontingent {
namespace {

bool append_tier(Lines& lines, Tier const& tier, Minutes minutes, std::int32_t month) {
    auto const net = charge(minutes, tier.hourly_rate);
    if (!net) {
        return false;
    }
    lines.push_back({month, LineKind::overage, minutes, tier.hourly_rate, *net});
    if (tier.flat_fee) {
        lines.push_back(
            {month, LineKind::overage_flat_fee, std::nullopt, std::nullopt, *tier.flat_fee});
    }
    return true;
}

std::expected<Lines, Overflow> graduated_lines(Overage const& overage, Minutes extra,
                                               std::int32_t month) {
    Lines lines;
    Minutes lower;
    for (Tier const& tier : overage.tiers) {
        if (extra <= lower) {
            break;
        }
        Minutes const upper = tier.up_to ? std::min(*tier.up_to, extra) : extra;
        if (!append_tier(lines, tier, Minutes{upper.count - lower.count}, month)) {
            return std::unexpected(Overflow{});
        }
        lower = upper;
    }
    return lines;
}

std::expected<Lines, Overflow> volume_lines(Overage const& overage, Minutes extra,
                                            std::int32_t month) {
    auto const holds_extra = [extra](Tier const& tier) {
        return !tier.up_to || extra <= *tier.up_to;
    };
    auto const tier = std::ranges::find_if(overage.tiers, holds_extra);
    Lines lines;
    if (tier != overage.tiers.end() && !append_tier(lines, *tier, extra, month)) {
        return std::unexpected(Overflow{});
    }
    return lines;
}

std::expected<Lines, Overflow> block_lines(Overage const& overage, Minutes extra,
                                           std::int32_t month) {
    std::int64_t const size = overage.block_size.count;
    std::int64_t const blocks = extra.count / size + (extra.count % size == 0 ? 0 : 1);
    auto const net = multiply_divide_half_away(overage.block_price.minor, blocks, 1);
    if (!net) {
        return std::unexpected(net.error());
    }
    return Lines{{month, LineKind::overage, extra, std::nullopt, Money{*net}}};
}

} // namespace

std::expected<Lines, Overflow> overage_lines(Overage const& overage, Minutes extra,
                                             std::int32_t month) {
    if (extra <= Minutes{0}) {
        return Lines{};
    }
    switch (overage.mode) {
    case OverageMode::graduated:
        return graduated_lines(overage, extra, month);
    case OverageMode::volume:
        return volume_lines(overage, extra, month);
    case OverageMode::block:
        return block_lines(overage, extra, month);
    }
    return Lines{};
}

} // namespace kontingent
