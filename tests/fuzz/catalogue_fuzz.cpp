#include "core/catalogue/catalogue.hpp"
#include "core/pricing/comparison.hpp"
#include "tests/fuzz/check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

using namespace kontingent;
using fuzz::require;

namespace {

void require_valid(LocalizedText const& text, Catalogue const& catalogue) {
    for (Language const language : catalogue.languages) {
        require(!text.in(language).empty());
    }
}

void require_valid(Overage const& overage) {
    switch (overage.mode) {
    case OverageMode::on_request:
        require(overage.tiers.empty());
        return;
    case OverageMode::block:
        require(overage.tiers.empty() && overage.block_size.count > 0);
        require(!overage.block_valid_months || *overage.block_valid_months > 0);
        return;
    case OverageMode::graduated:
    case OverageMode::volume:
        break;
    }
    require(!overage.tiers.empty() && !overage.tiers.back().up_to);
    for (std::size_t index = 0; index + 1 < overage.tiers.size(); ++index) {
        require(overage.tiers[index].up_to.has_value());
        require(index == 0 || overage.tiers[index].up_to > overage.tiers[index - 1].up_to);
    }
}

void require_valid(Allowance const& allowance) {
    require(allowance.included >= Minutes{0});
    require(allowance.period_months == 1 || allowance.period_months == 3 ||
            allowance.period_months == 12);
    require(!allowance.carry || allowance.period_months == 1);
    require(allowance.pooling_pairs_per_term_max == 0 || allowance.is_monthly());
}

void require_valid(Subscription const& subscription, Catalogue const& catalogue) {
    require(!subscription.terms.empty());
    for (OfferedTerm const& term : subscription.terms) {
        require(subscription.find_term(term.months) == &term);
        require(std::ranges::any_of(catalogue.terms,
                                    [&](Term each) { return each.months == term.months; }));
    }
}

void require_valid(std::vector<std::size_t> const& services,
                   std::vector<ResponsePromise> const& responses, Catalogue const& catalogue) {
    for (std::size_t const service : services) {
        require(service < catalogue.services.size());
    }
    require(responses.size() <= catalogue.levels.size());
    for (std::size_t index = 0; index < responses.size(); ++index) {
        require(responses[index].level >= 1);
        require(index == 0 || responses[index].level > responses[index - 1].level);
        require(static_cast<std::size_t>(responses[index].level) <= catalogue.levels.size());
    }
}

void require_valid(Offer const& offer, Catalogue const& catalogue) {
    require(catalogue.find_offer(offer.id) == &offer);
    require_valid(offer.name, catalogue);
    require_valid(offer.allowance);
    if (offer.can_exceed()) {
        require_valid(offer.overage);
    }
    if (offer.subscription) {
        require_valid(*offer.subscription, catalogue);
    }
    require(offer.kinds.empty() || offer.kinds.size() == catalogue.kinds.size());
    for (KindRule const& kind : offer.kinds) {
        require(kind.counts.value >= 0);
        if (kind.overage) {
            require_valid(*kind.overage);
        }
    }
    for (OfferedExtra const& extra : offer.extras) {
        require(extra.extra < catalogue.extras.size());
    }
    require_valid(offer.services, offer.responses, catalogue);
}

// Whatever is answered, no more questions are asked than there are, and each ends at a level.
void require_ends(Catalogue const& catalogue, std::size_t question, std::size_t asked) {
    Triage const& triage = catalogue.triage;
    require(question < triage.questions.size() && asked < triage.questions.size());
    require(triage.questions[question].answers.size() >= 2);
    for (TriageAnswer const& answer : triage.questions[question].answers) {
        require(answer.level >= 0 &&
                static_cast<std::size_t>(answer.level) <= catalogue.levels.size());
    }
    TriageAnswer const& last = triage.questions[question].answers.back();
    if (last.level == 0) {
        require_ends(catalogue, last.next, asked + 1);
    }
}

void require_valid(Catalogue const& catalogue) {
    require(!catalogue.languages.empty() && !catalogue.terms.empty() && !catalogue.offers.empty());
    for (SupportLevel const& level : catalogue.levels) {
        require_valid(level.name, catalogue);
        require(level.typical_effort.count > 0);
    }
    for (NamedSeason const& season : catalogue.seasons) {
        require(std::ranges::any_of(season.weights, [](auto weight) { return weight > 0; }));
    }
    for (std::size_t question = 0; question < catalogue.triage.questions.size(); ++question) {
        require_ends(catalogue, question, 0);
    }
    for (Offer const& offer : catalogue.offers) {
        require_valid(offer, catalogue);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const catalogue = parse_catalogue(text);
    if (!catalogue) {
        fuzz::require_valid_errors(catalogue.error(), text);
        return 0;
    }
    require_valid(*catalogue);
    // The most that a month can hold must not overflow with any prices that are allowed.
    std::vector<Minutes> const usage{Minutes{0}, Minutes{1}, month_usage_max, Minutes{600}};
    auto const comparison = compare(*catalogue, usage, Vat::domestic);
    require(comparison.has_value());
    require(comparison->offers.size() == offers_of(*catalogue).size());
    return 0;
}
