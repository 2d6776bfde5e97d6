#include "core/overage.hpp"

#include <algorithm>

namespace kontingent {
namespace {

bool append_tier(Lines& lines, const Tier& tier, Minutes minutes, std::int32_t month) {
    const auto net = charge(minutes, tier.hourly_rate);
    if (!net) return false;
    lines.push_back({month, LineKind::overage, minutes, tier.hourly_rate, *net});
    if (tier.flat_fee) lines.push_back({month, LineKind::overage_flat_fee, std::nullopt, std::nullopt, *tier.flat_fee});
    return true;
}

std::expected<Lines, Overflow> graduated_lines(const Overage& overage, Minutes extra, std::int32_t month) {
    Lines lines;
    Minutes lower;
    for (const Tier& tier : overage.tiers) {
        if (extra <= lower) break;
        const Minutes upper = tier.up_to ? std::min(*tier.up_to, extra) : extra;
        if (!append_tier(lines, tier, Minutes{upper.count - lower.count}, month)) return std::unexpected(Overflow{});
        lower = upper;
    }
    return lines;
}

std::expected<Lines, Overflow> volume_lines(const Overage& overage, Minutes extra, std::int32_t month) {
    const auto holds_extra = [extra](const Tier& tier) { return !tier.up_to || extra <= *tier.up_to; };
    const auto tier = std::ranges::find_if(overage.tiers, holds_extra);
    Lines lines;
    if (tier != overage.tiers.end() && !append_tier(lines, *tier, extra, month)) return std::unexpected(Overflow{});
    return lines;
}

std::expected<Lines, Overflow> block_lines(const Overage& overage, Minutes extra, std::int32_t month) {
    const std::int64_t size = overage.block_size.count;
    const std::int64_t blocks = extra.count / size + (extra.count % size == 0 ? 0 : 1);
    const auto net = multiply_divide_half_away(overage.block_price.minor, blocks, 1);
    if (!net) return std::unexpected(net.error());
    return Lines{{month, LineKind::overage, extra, std::nullopt, Money{*net}}};
}

}  // namespace

std::expected<Lines, Overflow> overage_lines(const Overage& overage, Minutes extra, std::int32_t month) {
    if (extra <= Minutes{0}) return Lines{};
    switch (overage.mode) {
        case OverageMode::graduated: return graduated_lines(overage, extra, month);
        case OverageMode::volume: return volume_lines(overage, extra, month);
        case OverageMode::block: return block_lines(overage, extra, month);
    }
    return Lines{};
}

}  // namespace kontingent
