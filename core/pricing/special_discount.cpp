#include "core/pricing/special_discount.hpp"

#include <array>
#include <cstddef>

namespace kontingent {

std::string_view text_of(DiscountedPart part) {
    constexpr std::array<std::string_view, 3> texts{"base", "extras", "overage"};
    return texts[static_cast<std::size_t>(part)];
}

LineKind special_discount_kind(DiscountedPart part) {
    constexpr std::array kinds{LineKind::base_special_discount, LineKind::extras_special_discount,
                               LineKind::overage_special_discount};
    return kinds[static_cast<std::size_t>(part)];
}

std::expected<Money, Overflow> taken_off(SpecialDiscount const& discount, Money left) {
    if (auto const* amount = std::get_if<Money>(&discount.size)) {
        return std::min(*amount, left);
    }
    return share(left, std::get<BasisPoints>(discount.size));
}

void put_special_discounts(LineSink& sink, MoneySum& sum,
                           std::span<SpecialDiscount const> discounts, DiscountedPart part,
                           std::int32_t month, Money amount) {
    Money left = amount;
    for (std::size_t i = 0; i < discounts.size(); ++i) {
        if (discounts[i].on != part || !discounts[i].is_in(month) || left <= Money{0}) {
            continue;
        }
        auto const taken = taken_off(discounts[i], left);
        if (!taken) {
            sum.add(taken);
            return;
        }
        if (*taken == Money{0}) {
            continue;
        }
        left.minor -= taken->minor;
        Money const net{-taken->minor};
        sum.add(net);
        sink.put(Line{.kind = special_discount_kind(part),
                      .special_discount = static_cast<std::uint8_t>(i),
                      .net = net});
    }
}

} // namespace kontingent
