#include "core/quote.hpp"

#include "core/pooling.hpp"
#include "core/small_sort.hpp"
#include "core/tariff.hpp"

#include <algorithm>
#include <utility>

namespace kontingent {
namespace {

std::unexpected<Faults> one_fault(FaultCode code, std::string pointer, std::string detail) {
    return std::unexpected(Faults{{.code = code,
                                   .pointer = std::move(pointer),
                                   .line = 1,
                                   .column = 1,
                                   .detail = std::move(detail)}});
}

// The only members a quote is computed from; every overflow is one of their making.
std::unexpected<Faults> overflow_fault() {
    return one_fault(FaultCode::overflow, "/usage_minutes", {});
}

std::string possible_terms(Catalogue const& catalogue) {
    std::string text;
    for (Term const& term : catalogue.terms) {
        text += (text.empty() ? "" : ", ") + std::to_string(term.months);
    }
    return text;
}

// Base, discount and two tiers: more is made room for when it comes.
constexpr std::size_t lines_expected_a_month = 4;

// What the scenario asks for, found in the catalogue.
struct Choice {
    Tariff tariff;
    std::int32_t term_months = 1;
};

std::expected<Choice, Faults> choose(Catalogue const& catalogue, Scenario const& scenario) {
    if (scenario.package_id == catalogue.on_demand.id) {
        return Choice{tariff_of(catalogue.on_demand), 1};
    }
    Package const* package = catalogue.find_package(scenario.package_id);
    if (package == nullptr) {
        return one_fault(FaultCode::unknown_id, "/package", scenario.package_id);
    }
    Term const* term = catalogue.find_term(scenario.term_months);
    if (term == nullptr) {
        return one_fault(FaultCode::unknown_value, "/term_months", possible_terms(catalogue));
    }
    return Choice{tariff_of(*package, *term, catalogue.term_discount_applies_to), term->months};
}

std::expected<std::vector<Minutes>, Faults> billed_usage(Catalogue const& catalogue,
                                                         std::vector<Minutes> const& usage) {
    if (usage.empty() || usage.size() > forecast_months_max) {
        return one_fault(FaultCode::out_of_range, "/usage_minutes",
                         "entries 1.." + std::to_string(forecast_months_max));
    }
    std::vector<Minutes> billed;
    billed.reserve(usage.size());
    for (std::size_t i = 0; i < usage.size(); ++i) {
        if (usage[i] < Minutes{0} || usage[i] > month_usage_max) {
            return one_fault(FaultCode::out_of_range, "/usage_minutes/" + std::to_string(i),
                             "0.." + std::to_string(month_usage_max.count));
        }
        auto const rounded = round_up(usage[i], catalogue.billing_increment);
        if (!rounded) {
            return overflow_fault();
        }
        billed.push_back(*rounded);
    }
    return billed;
}

std::expected<PairList, Faults> pairs_of(Tariff const& tariff, std::vector<Minutes> const& used,
                                         Scenario const& scenario) {
    if (auto const* given = std::get_if<PairList>(&scenario.pooling)) {
        PairList pairs = *given;
        if (!pairs.empty() && tariff.pairs_per_term_max == 0) {
            return one_fault(FaultCode::pooling_not_offered, "/pooling", scenario.package_id);
        }
        small_sort(pairs);
        Faults faults = faults_of_pairs(pairs, used.size(), tariff.pairs_per_term_max);
        if (!faults.empty()) {
            return std::unexpected(std::move(faults));
        }
        return pairs;
    }
    if (std::holds_alternative<NoPooling>(scenario.pooling)) {
        return PairList{};
    }
    auto pairs = best_pairs(tariff, used);
    if (!pairs) {
        return overflow_fault();
    }
    return *std::move(pairs);
}

// Every month with its balance; of a pooled pair the second month has it all.
std::vector<Month> months_of(Tariff const& tariff, std::vector<Minutes> const& used,
                             PairList const& pairs) {
    std::vector<Month> months(used.size());
    auto next_pair = pairs.begin();
    for (std::size_t i = 0; i < used.size(); ++i) {
        Month& month = months[i];
        month.month = static_cast<std::int32_t>(i) + 1;
        month.used = used[i];
        month.included = tariff.included;
        Balance balance = balance_of(tariff.included, used[i]);
        if (next_pair != pairs.end() && month.month == *next_pair) {
            balance = {};
        } else if (next_pair != pairs.end() && month.month == *next_pair + 1) {
            balance = balance_of(Minutes{2 * tariff.included.count},
                                 Minutes{used[i - 1].count + used[i].count});
            ++next_pair;
        }
        month.overage = balance.overage;
        month.expired = balance.expired;
    }
    return months;
}

// Appends the month's lines to the quote and sets the month's net to their sum.
bool bill_month(Tariff const& tariff, Month& month, Lines& lines) {
    auto const base = append_base(lines, tariff, month.month);
    auto const extra = base ? append_extra(lines, tariff, month.overage, month.month) : base;
    auto const net = extra ? add(*base, *extra) : extra;
    if (!net) {
        return false;
    }
    month.net = *net;
    return true;
}

bool fill_totals(Quote& quote, BasisPoints vat_rate) {
    for (Month const& month : quote.months) {
        quote.used.count += month.used.count;
        quote.overage.count += month.overage.count;
        quote.expired.count += month.expired.count;
    }
    auto const net = sum_of(quote.lines);
    if (!net) {
        return false;
    }
    auto const vat = share(*net, vat_rate);
    if (!vat) {
        return false;
    }
    auto const gross = add(*net, *vat);
    if (!gross) {
        return false;
    }
    quote.net = *net;
    quote.vat = *vat;
    quote.gross = *gross;
    if (quote.used == Minutes{0}) {
        return true;
    }
    auto const rate = multiply_divide_half_away(quote.net.minor, 60, quote.used.count);
    if (!rate) {
        return false;
    }
    quote.effective_hourly_rate = HourlyRate{*rate};
    return true;
}

} // namespace

std::expected<Quote, Faults> make_quote(Catalogue const& catalogue, Scenario const& scenario) {
    auto const choice = choose(catalogue, scenario);
    if (!choice) {
        return std::unexpected(choice.error());
    }
    auto const used = billed_usage(catalogue, scenario.usage);
    if (!used) {
        return std::unexpected(used.error());
    }
    auto pairs = pairs_of(choice->tariff, *used, scenario);
    if (!pairs) {
        return std::unexpected(std::move(pairs.error()));
    }

    Quote quote;
    quote.catalogue_id = catalogue.id;
    quote.package_id = scenario.package_id;
    quote.term_months = choice->term_months;
    quote.currency = catalogue.currency;
    quote.months = months_of(choice->tariff, *used, *pairs);
    quote.pooled_pairs = *std::move(pairs);
    quote.lines.reserve(lines_expected_a_month * quote.months.size());
    for (Month& month : quote.months) {
        if (!bill_month(choice->tariff, month, quote.lines)) {
            return overflow_fault();
        }
    }
    BasisPoints const vat_rate =
        scenario.vat == Vat::reverse_charge ? BasisPoints{0} : catalogue.vat;
    if (!fill_totals(quote, vat_rate)) {
        return overflow_fault();
    }
    return quote;
}

} // namespace kontingent
