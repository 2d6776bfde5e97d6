#include "tests/core/random_offers.hpp"

#include "tests/core/offers.hpp"

#include <string>
#include <utility>

namespace kontingent::tests {
namespace {

std::vector<Tier> random_tiers(Random& random) {
    std::vector<Tier> tiers;
    std::int64_t bound = 0;
    for (std::int64_t bounded = random.between(0, 3); bounded > 0; --bounded) {
        bound += random.between(1, 20) * 15;
        tiers.push_back({Minutes{bound}, HourlyRate{random.between(0, 15'000)}, std::nullopt});
    }
    tiers.push_back({std::nullopt, HourlyRate{random.between(0, 15'000)}, std::nullopt});
    for (Tier& tier : tiers) {
        if (random.between(0, 2) == 0) {
            tier.flat_fee = Money{random.between(0, 20'000)};
        }
    }
    return tiers;
}

} // namespace

Overage random_overage(Random& random) {
    switch (random.between(0, 2)) {
    case 0:
        return tiered(OverageMode::graduated, random_tiers(random));
    case 1:
        return tiered(OverageMode::volume, random_tiers(random));
    default: {
        // Named, because arguments are evaluated in any order, and a seed has to mean one
        // catalogue.
        std::int64_t const size_minutes = random.between(1, 20) * 15;
        std::int64_t const price_minor = random.between(0, 60'000);
        return in_blocks(size_minutes, price_minor);
    }
    }
}

Catalogue random_catalogue(Random& random) {
    Catalogue catalogue = small_catalogue();
    catalogue.vat = BasisPoints{random.between(0, 2'500)};
    catalogue.billing_increment = Minutes{random.between(1, 60)};
    Offer on_demand = std::move(catalogue.offers.back());
    catalogue.offers.clear();
    for (int i = 0; i < 3; ++i) {
        Minutes const included{random.between(1, 40) * 15};
        Money const monthly_price{random.between(0, 100'000)};
        Overage overage = random_overage(random);
        auto const pairs_max = static_cast<std::int32_t>(random.between(0, 7));
        catalogue.offers.push_back(package_offer("package-" + std::to_string(i), included,
                                                 monthly_price, std::move(overage), pairs_max));
    }
    on_demand.overage = random_overage(random);
    catalogue.offers.push_back(std::move(on_demand));
    tests::set_terms(catalogue, {{1, BasisPoints{0}},
                                 {6, BasisPoints{random.between(0, 1'000)}},
                                 {12, BasisPoints{random.between(1'000, 10'000)}}});
    catalogue.term_discount_applies_to =
        random.between(0, 1) == 0 ? DiscountScope{} : DiscountScope{.overage = true};
    return catalogue;
}

std::vector<Minutes> random_usage(Random& random, std::size_t month_count) {
    std::vector<Minutes> usage(month_count);
    for (Minutes& minutes : usage) {
        std::int64_t const kind = random.between(0, 5);
        minutes.count = kind == 0   ? 0
                        : kind == 1 ? random.between(0, 1'500)
                                    : random.between(0, 10) * 120;
    }
    return usage;
}

} // namespace kontingent::tests
