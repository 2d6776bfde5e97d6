#include <algorithm>

#include "core/quote.hpp"

namespace kontingent {
namespace {

// A month's discount on its base stands before its overage lines, the one on its overage behind them.
bool is_overage(LineKind kind) { return kind == LineKind::overage || kind == LineKind::overage_flat_fee; }

}  // namespace

std::expected<QuoteParts, Overflow> parts_of(const Quote& quote) {
    QuoteParts parts;
    Money* part = &parts.base;
    for (const Line& line : quote.lines) {
        if (line.kind == LineKind::base) part = &parts.base;
        if (is_overage(line.kind)) part = &parts.overage;
        const auto sum = add(*part, line.net);
        const auto discount =
            line.kind == LineKind::term_discount ? add(parts.term_discount, line.net) : parts.term_discount;
        if (!sum || !discount) return std::unexpected(Overflow{});
        *part = *sum;
        parts.term_discount = *discount;
    }
    return parts;
}

std::expected<Money, Overflow> cost_of_expired(const Quote& quote) {
    std::int64_t included = 0;
    for (const Month& month : quote.months) included += month.included.count;
    if (included == 0) return Money{0};
    const auto parts = parts_of(quote);
    if (!parts) return std::unexpected(parts.error());
    const auto cost = multiply_divide_half_away(parts->base.minor, quote.expired.count, included);
    if (!cost) return std::unexpected(cost.error());
    return Money{*cost};
}

}  // namespace kontingent
