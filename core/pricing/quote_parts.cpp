#include "core/pricing/quote.hpp"

namespace kontingent {
namespace {

// A month's discount on its base stands before its overage lines, the one on its overage behind
// them.
bool is_overage(LineKind kind) {
    return kind == LineKind::overage || kind == LineKind::overage_flat_fee;
}

} // namespace

std::expected<QuoteParts, Overflow> parts_of(Quote const& quote) {
    QuoteParts parts;
    Money* part = &parts.base;
    for (Line const& line : quote.lines) {
        if (line.kind == LineKind::base) {
            part = &parts.base;
        }
        if (is_overage(line.kind)) {
            part = &parts.overage;
        }
        auto const sum = add(*part, line.net);
        auto const discount = line.kind == LineKind::term_discount
                                  ? add(parts.term_discount, line.net)
                                  : parts.term_discount;
        if (!sum || !discount) {
            return std::unexpected(Overflow{});
        }
        *part = *sum;
        parts.term_discount = *discount;
    }
    return parts;
}

std::expected<Money, Overflow> cost_of_expired(Quote const& quote) {
    std::int64_t included = 0;
    for (Month const& month : quote.months) {
        included += month.included.count;
    }
    if (included == 0) {
        return Money{0};
    }
    auto const parts = parts_of(quote);
    if (!parts) {
        return std::unexpected(parts.error());
    }
    auto const cost = multiply_divide_half_away(parts->base.minor, quote.expired.count, included);
    if (!cost) {
        return std::unexpected(cost.error());
    }
    return Money{*cost};
}

} // namespace kontingent
