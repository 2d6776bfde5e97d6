#include "core/pricing/line.hpp"

namespace kontingent {

std::string_view line_kind_text(LineKind kind) {
    switch (kind) {
    case LineKind::base:
        return "base";
    case LineKind::term_discount:
        return "term_discount";
    case LineKind::overage:
        return "overage";
    case LineKind::overage_flat_fee:
        return "overage_flat_fee";
    }
    return {};
}

std::expected<Money, Overflow> sum_of(std::span<Line const> lines) {
    Money sum;
    for (Line const& line : lines) {
        auto const next = add(sum, line.net);
        if (!next) {
            return std::unexpected(next.error());
        }
        sum = *next;
    }
    return sum;
}

} // namespace kontingent
