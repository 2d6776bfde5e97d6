// Special discounts of every form, at random.
#pragma once

#include "core/pricing/special_discount.hpp"
#include "tests/core/random.hpp"

namespace kontingent::tests {

inline SpecialDiscount random_discount(Random& random) {
    SpecialDiscount discount;
    discount.reason = "r";
    if (random.between(0, 1) == 0) {
        discount.size = BasisPoints{random.between(1, 10'000)};
    } else {
        discount.size = Money{random.between(1, 200'000)};
    }
    discount.on = static_cast<DiscountedPart>(random.between(0, 2));
    if (random.between(0, 1) == 0) {
        auto const first = static_cast<std::int32_t>(random.between(1, 14));
        discount.months = MonthRange{first, static_cast<std::int32_t>(random.between(first, 20))};
    }
    return discount;
}

inline SpecialDiscounts random_discounts(Random& random, std::int64_t count_max) {
    SpecialDiscounts discounts;
    for (std::int64_t i = random.between(0, count_max); i > 0; --i) {
        discounts.push_back(random_discount(random));
    }
    return discounts;
}

} // namespace kontingent::tests
