#include "tests/core/offers.hpp"
#include "tests/core/random_offers.hpp"

#include <string>

namespace kontingent::tests {
namespace {

bool one_in(Random& random, std::int64_t count) {
    return random.between(1, count) == 1;
}

Overage random_tariff(Random& random, bool keeps_blocks) {
    Overage overage = random_overage(random);
    if (one_in(random, 8)) {
        overage = Overage{};
        overage.mode = OverageMode::on_request;
    }
    if (overage.mode == OverageMode::block && keeps_blocks) {
        overage.block_valid_months = static_cast<std::int32_t>(random.between(1, 5));
        if (one_in(random, 4)) {
            overage.block_valid_months.reset();
        }
    }
    return overage;
}

Allowance random_allowance(Random& random) {
    Allowance allowance;
    allowance.included = Minutes{random.between(0, 40) * 15};
    std::int64_t const rule = random.between(0, 5);
    if (rule == 0) {
        allowance.is_unlimited = true;
        allowance.included = Minutes{0};
    } else if (rule == 1) {
        constexpr std::int32_t periods[] = {3, 12};
        allowance.period_months = periods[random.between(0, 1)];
        allowance.included.count *= 3;
    } else if (rule <= 3 && allowance.included > Minutes{0}) {
        Carry& carry = allowance.carry.emplace();
        if (!one_in(random, 3)) {
            carry.months = static_cast<std::int32_t>(random.between(1, 4));
        }
        if (one_in(random, 2)) {
            carry.cap = Minutes{random.between(1, 60) * 10};
        }
        if (one_in(random, 2)) {
            carry.share = BasisPoints{random.between(0, 10'000)};
        }
    } else if (allowance.included > Minutes{0}) {
        allowance.pooling_pairs_per_term_max = static_cast<std::int32_t>(random.between(0, 7));
    }
    return allowance;
}

std::vector<KindRule> random_kinds(Random& random, std::size_t count, bool keeps_blocks) {
    std::vector<KindRule> kinds(count);
    for (std::size_t i = 0; i < count; ++i) {
        kinds[i].uses_included = !one_in(random, 4);
        if (i > 0 && one_in(random, 3)) {
            kinds[i].counts = BasisPoints{random.between(0, 4) * 7'500};
        }
        if (i > 0 && one_in(random, 2)) {
            kinds[i].overage = random_tariff(random, keeps_blocks);
        }
    }
    return kinds;
}

std::optional<TaskRule> random_task(Random& random) {
    if (!one_in(random, 3)) {
        return std::nullopt;
    }
    TaskRule rule;
    rule.minimum = Minutes{random.between(0, 3) * 15};
    rule.first = Minutes{random.between(0, 2) * 30};
    rule.increment = Minutes{random.between(1, 20)};
    rule.fee = Money{random.between(0, 2) * 250};
    return rule;
}

std::vector<OfferedExtra> random_extras(Random& random, std::size_t count) {
    std::vector<OfferedExtra> extras;
    for (std::size_t i = 0; i < count; ++i) {
        if (one_in(random, 4)) {
            continue;
        }
        OfferedExtra& offered = extras.emplace_back();
        offered.extra = i;
        offered.included = static_cast<std::int32_t>(random.between(0, 2));
        if (!one_in(random, 3)) {
            offered.monthly_price = Money{random.between(0, 5'000)};
        }
        if (one_in(random, 3)) {
            offered.one_off_price = Money{random.between(0, 5'000)};
        }
    }
    return extras;
}

void set_random_prices(Random& random, Offer& package) {
    Subscription& subscription = *package.subscription;
    if (package.allowance.period_months > 1) {
        // A term is a multiple of the period.
        std::erase_if(subscription.terms, [&](OfferedTerm const& term) {
            return term.months % package.allowance.period_months != 0;
        });
    }
    Money const setup_fee{one_in(random, 3) ? random.between(1, 9'999) : 0};
    for (OfferedTerm& term : subscription.terms) {
        term.setup_fee = setup_fee;
        if (one_in(random, 3)) {
            term.total = Money{random.between(0, 500'000)};
            term.setup_fee = Money{random.between(0, 1) * 777};
        }
    }
}

// Half of a month's minutes at most, spread over the further kinds.
void set_random_kinds(Random& random, std::size_t kind_count, Scenario& scenario) {
    for (std::size_t kind = 1; kind < kind_count; ++kind) {
        if (one_in(random, 3)) {
            continue;
        }
        KindMonths& months = scenario.work.kinds.emplace_back();
        months.kind = kind;
        auto const share = static_cast<std::int64_t>(2 * kind_count);
        for (Minutes const month : scenario.usage) {
            months.months.push_back(Minutes{random.between(0, month.count / share)});
        }
    }
}

void set_random_tasks(Random& random, std::size_t kind_count, Scenario& scenario) {
    for (Minutes& month : scenario.usage) {
        std::vector<Task>& tasks = scenario.work.tasks.emplace_back();
        month = Minutes{0};
        for (std::int64_t count = random.between(0, 8); count > 0; --count) {
            Minutes const size{random.between(1, 150)};
            auto const last = static_cast<std::int64_t>(kind_count) - 1;
            tasks.push_back({size, static_cast<std::size_t>(random.between(0, last))});
            month.count += size.count;
        }
    }
}

} // namespace

Catalogue random_rules(Random& random) {
    Catalogue catalogue = random_catalogue(random);
    catalogue.prices_include_vat = one_in(random, 4);
    if (one_in(random, 6)) {
        catalogue.is_small_business = true;
        catalogue.vat = BasisPoints{0};
    }
    auto const scope = random.between(0, 7);
    catalogue.term_discount_applies_to = {
        .base = scope % 2 == 0, .extras = scope / 2 % 2 == 0, .overage = scope / 4 == 0};
    for (std::int64_t count = random.between(0, 3); count > 0; --count) {
        catalogue.kinds.emplace_back().id = "kind-" + std::to_string(count);
    }
    for (std::int64_t count = random.between(0, 2); count > 0; --count) {
        catalogue.extras.emplace_back().id = "extra-" + std::to_string(count);
        catalogue.extras.back().max = 5;
    }
    bool const counts_units = one_in(random, 6);
    if (counts_units) {
        catalogue.unit.emplace();
        catalogue.billing_increment = Minutes{1};
    }
    for (Offer& offer : catalogue.offers) {
        if (offer.is_package()) {
            offer.allowance = random_allowance(random);
            set_random_prices(random, offer);
        }
        bool const keeps_blocks = offer.allowance.pooling_pairs_per_term_max == 0;
        offer.overage = random_tariff(random, keeps_blocks);
        offer.kinds = random_kinds(random, catalogue.kinds.size(), keeps_blocks);
        offer.task = counts_units ? std::nullopt : random_task(random);
        offer.extras = random_extras(random, catalogue.extras.size());
    }
    return catalogue;
}

Scenario random_scenario(Random& random, Catalogue const& catalogue, std::size_t month_count) {
    auto const last = static_cast<std::int64_t>(catalogue.offers.size()) - 1;
    Offer const& offer = catalogue.offers[static_cast<std::size_t>(random.between(0, last))];
    Scenario scenario = scenario_for(offer.id, random_usage(random, month_count));
    if (offer.subscription) {
        auto const& terms = offer.subscription->terms;
        auto const last_term = static_cast<std::int64_t>(terms.size()) - 1;
        scenario.term_months = terms[static_cast<std::size_t>(random.between(0, last_term))].months;
    }
    if (one_in(random, 2)) {
        scenario.pooling = BestPooling{};
    }
    bool const may_reverse = !catalogue.prices_include_vat && !catalogue.is_small_business;
    scenario.vat = may_reverse && one_in(random, 4) ? Vat::reverse_charge : Vat::domestic;
    if (!catalogue.unit && one_in(random, 4)) {
        set_random_tasks(random, std::max<std::size_t>(catalogue.kinds.size(), 1), scenario);
    } else {
        set_random_kinds(random, catalogue.kinds.size(), scenario);
        if (!catalogue.unit && one_in(random, 2)) {
            scenario.work.task_size = Minutes{random.between(1, 90)};
        }
    }
    for (std::size_t extra = 0; extra < catalogue.extras.size(); ++extra) {
        if (!one_in(random, 3)) {
            scenario.extras.push_back({extra, static_cast<std::int32_t>(random.between(0, 5))});
        }
    }
    return scenario;
}

} // namespace kontingent::tests
