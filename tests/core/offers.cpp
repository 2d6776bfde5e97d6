#include "tests/core/offers.hpp"

#include "tests/core/catalogue_text.hpp"
#include "tests/languages/names.hpp"

#include <utility>

namespace kontingent::tests {

std::vector<Tier> graduated_tiers() {
    return {{Minutes{240}, HourlyRate{12'500}, std::nullopt},
            {Minutes{600}, HourlyRate{10'001}, Money{2'500}},
            {std::nullopt, HourlyRate{9'000}, Money{100}}};
}

Overage tiered(OverageMode mode, std::vector<Tier> tiers) {
    Overage overage;
    overage.mode = mode;
    overage.tiers = std::move(tiers);
    return overage;
}

Overage in_blocks(std::int64_t size_minutes, std::int64_t price_minor) {
    Overage overage;
    overage.mode = OverageMode::block;
    overage.block_size = Minutes{size_minutes};
    overage.block_price = Money{price_minor};
    return overage;
}

Overage flat(std::int64_t hourly_rate_minor) {
    return tiered(OverageMode::graduated,
                  {{std::nullopt, HourlyRate{hourly_rate_minor}, std::nullopt}});
}

Offer package_offer(std::string id, Minutes included, Money monthly_price, Overage overage,
                    std::int32_t pairs_per_term_max) {
    Offer offer;
    offer.id = std::move(id);
    offer.allowance.included = included;
    offer.allowance.pooling_pairs_per_term_max = pairs_per_term_max;
    offer.overage = std::move(overage);
    offer.subscription = Subscription{.monthly_price = monthly_price, .terms = {{}}};
    return offer;
}

void set_terms(Catalogue& catalogue, std::vector<Term> terms) {
    catalogue.terms = std::move(terms);
    for (Offer& offer : catalogue.offers) {
        if (!offer.subscription) {
            continue;
        }
        offer.subscription->terms.clear();
        for (Term const& term : catalogue.terms) {
            offer.subscription->terms.push_back(
                {.months = term.months, .discount = term.discount, .total = {}, .setup_fee = {}});
        }
    }
}

void set_discount(Catalogue& catalogue, std::size_t term, BasisPoints discount) {
    std::vector<Term> terms = catalogue.terms;
    terms[term].discount = discount;
    set_terms(catalogue, std::move(terms));
}

Catalogue small_catalogue() {
    Catalogue catalogue;
    catalogue.id = "small-1";
    catalogue.currency = "EUR";
    catalogue.vat = BasisPoints{1'900};
    catalogue.billing_increment = Minutes{15};
    catalogue.languages = {german, english};
    catalogue.offers.push_back(package_offer("standard", Minutes{600}, Money{98'000},
                                             tiered(OverageMode::graduated, graduated_tiers()), 2));
    Offer on_demand;
    on_demand.id = "on-demand";
    on_demand.overage = flat(14'500);
    catalogue.offers.push_back(std::move(on_demand));
    set_terms(catalogue, {{1, BasisPoints{0}}, {12, BasisPoints{1'000}}});
    return catalogue;
}

std::vector<Minutes> months(std::initializer_list<std::int64_t> minutes) {
    std::vector<Minutes> usage;
    for (std::int64_t const count : minutes) {
        usage.push_back(Minutes{count});
    }
    return usage;
}

Scenario scenario_for(std::string package_id, std::vector<Minutes> usage) {
    Scenario scenario;
    scenario.usage = std::move(usage);
    scenario.package_id = std::move(package_id);
    return scenario;
}

std::string text_of(Lines const& lines) {
    std::string text;
    for (Line const& line : lines) {
        text += text.empty() ? "" : "; ";
        text += std::to_string(line.month) + " " + std::string(info_of(line.kind).text);
        if (line.work_kind || line.extra) {
            auto const index = line.work_kind ? *line.work_kind : *line.extra;
            text += "[" + std::to_string(index) + "]";
        }
        text += " ";
        text += line.minutes ? std::to_string(line.minutes->count) : "";
        text += line.hourly_rate ? "@" + std::to_string(line.hourly_rate->minor_per_hour) : "";
        text += line.quantity ? "x" + std::to_string(*line.quantity) : "";
        text += line.minutes || line.hourly_rate || line.quantity ? " " : "";
        text += std::to_string(line.net.minor);
    }
    return text;
}

std::string text_of(std::vector<Month> const& months) {
    std::string text;
    for (Month const& month : months) {
        text += text.empty() ? "" : "; ";
        text += std::to_string(month.month) + ": " + std::to_string(month.used.count);
        text += " of " + (month.included ? std::to_string(month.included->count) : "unlimited");
        text +=
            " +" + std::to_string(month.overage.count) + " -" + std::to_string(month.expired.count);
        text += " = " + std::to_string(month.net.minor);
    }
    return text;
}

std::string text_of(Errors const& errors) {
    std::string text;
    for (Error const& error : errors) {
        text += text.empty() ? "" : "; ";
        text += std::string(error_code_text(error.code)) + " " + error.pointer;
        std::string const detail = text_of(error.detail);
        text += detail.empty() ? "" : ": " + detail;
    }
    return text;
}

} // namespace kontingent::tests
