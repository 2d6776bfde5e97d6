#include "core/pricing/quote.hpp"

#include "core/base/small_sort.hpp"
#include "core/pricing/pooling.hpp"
#include "core/pricing/tariff.hpp"

#include <algorithm>
#include <utility>

namespace kontingent {
namespace {

[[gnu::cold]] std::unexpected<Errors> one_error(ErrorCode code, std::string pointer,
                                                std::string detail) {
    return std::unexpected(Errors{{.code = code,
                                   .pointer = std::move(pointer),
                                   .line = 1,
                                   .column = 1,
                                   .detail = std::move(detail)}});
}

// The only members a quote is computed from; every overflow is one of their making.
[[gnu::cold]] std::unexpected<Errors> overflow_error() {
    return one_error(ErrorCode::overflow, "/usage_minutes", {});
}

[[gnu::cold]] std::string possible_terms(Subscription const& subscription) {
    std::string text;
    for (OfferedTerm const& term : subscription.terms) {
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

std::expected<Choice, Errors> choose(Catalogue const& catalogue, Scenario const& scenario) {
    Offer const* offer = catalogue.find_offer(scenario.package_id);
    if (offer == nullptr) {
        return one_error(ErrorCode::unknown_id, "/package", scenario.package_id);
    }
    if (offer->subscription && offer->subscription->find_term(scenario.term_months) == nullptr) {
        return one_error(ErrorCode::unknown_value, "/term_months",
                         possible_terms(*offer->subscription));
    }
    return Choice{tariff_of(*offer, scenario.term_months, catalogue.term_discount_applies_to),
                  offer->subscription ? scenario.term_months : 1};
}

// The months with what is billed of their usage.
std::expected<void, Errors> fill_usage(std::vector<Month>& months, Catalogue const& catalogue,
                                       std::vector<Minutes> const& usage) {
    if (usage.empty() || usage.size() > forecast_months_max) {
        return one_error(ErrorCode::out_of_range, "/usage_minutes",
                         "entries 1.." + std::to_string(forecast_months_max));
    }
    months.resize(usage.size());
    Minutes const increment = catalogue.billing_increment;
    std::int32_t number = 0;
    for (Month& month : months) {
        Minutes const entered = usage[static_cast<std::size_t>(number)];
        if (entered < Minutes{0} || entered > month_usage_max) {
            return one_error(ErrorCode::out_of_range, "/usage_minutes/" + std::to_string(number),
                             "0.." + std::to_string(month_usage_max.count));
        }
        auto const rounded = round_up(entered, increment);
        if (!rounded) {
            return overflow_error();
        }
        month.month = ++number;
        month.used = *rounded;
    }
    return {};
}

std::expected<void, Errors> fill_pairs(Quote& quote, Tariff const& tariff,
                                       Scenario const& scenario) {
    PairList& pairs = quote.pooled_pairs;
    if (auto const* given = std::get_if<PairList>(&scenario.pooling)) {
        pairs = *given;
        if (!pairs.empty() && tariff.pairs_per_term_max == 0) {
            return one_error(ErrorCode::pooling_not_offered, "/pooling", scenario.package_id);
        }
        small_sort(pairs);
        Errors errors = errors_of_pairs(pairs, quote.months.size(), tariff.pairs_per_term_max);
        if (!errors.empty()) {
            return std::unexpected(std::move(errors));
        }
        return {};
    }
    if (std::holds_alternative<NoPooling>(scenario.pooling)) {
        pairs.clear();
        return {};
    }
    if (!best_pairs(tariff, quote.months, pairs)) {
        return overflow_error();
    }
    return {};
}

// How every month's usage meets its included minutes, and the sums of all months. Of a pooled pair
// the second month has it all.
void fill_balances(Quote& quote, Minutes included) {
    auto next_pair = quote.pooled_pairs.begin();
    std::int64_t open = 0; // of a pair's first month: used less included
    Minutes used;
    Minutes overage;
    Minutes expired;
    for (Month& month : quote.months) {
        std::int64_t beyond = open + month.used.count - included.count;
        open = 0;
        if (next_pair != quote.pooled_pairs.end() && month.month == *next_pair) {
            ++next_pair;
            open = std::exchange(beyond, 0);
        }
        month.included = included;
        month.overage = Minutes{std::max<std::int64_t>(beyond, 0)};
        month.expired = Minutes{std::max<std::int64_t>(-beyond, 0)};
        used.count += month.used.count;
        overage.count += month.overage.count;
        expired.count += month.expired.count;
    }
    quote.used = used;
    quote.overage = overage;
    quote.expired = expired;
}

// Itemises all months. The base lines, alike in each, are worked out once.
bool bill_months(Tariff const& tariff, Quote& quote) {
    Lines& lines = quote.lines;
    auto const base = append_base(lines, tariff, 1);
    if (!base) {
        return false;
    }
    Money const monthly_base = *base;
    std::size_t const base_line_count = lines.size();
    Money const price = base_line_count > 0 ? lines[0].net : Money{0};
    Money const discount = base_line_count > 1 ? lines[1].net : Money{0};
    lines.clear();
    Money total;
    for (Month& month : quote.months) {
        if (base_line_count > 0) {
            lines.emplace_back(month.month, LineKind::base, std::nullopt, std::nullopt, price);
        }
        if (base_line_count > 1) {
            lines.emplace_back(month.month, LineKind::term_discount, std::nullopt, std::nullopt,
                               discount);
        }
        auto const extra = append_extra(lines, tariff, month.overage, month.month);
        auto const net = extra ? add(monthly_base, *extra) : extra;
        auto const sum = net ? add(total, *net) : net;
        if (!sum) {
            return false;
        }
        month.net = *net;
        total = *sum;
    }
    quote.net = total;
    return true;
}

bool fill_totals(Quote& quote, BasisPoints vat_rate) {
    auto const vat = share(quote.net, vat_rate);
    if (!vat) {
        return false;
    }
    auto const gross = add(quote.net, *vat);
    if (!gross) {
        return false;
    }
    quote.vat = *vat;
    quote.gross = *gross;
    quote.effective_hourly_rate.reset();
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

std::expected<Quote, Errors> make_quote(Catalogue const& catalogue, Scenario const& scenario) {
    std::expected<Quote, Errors> quote;
    if (auto made = remake_quote(*quote, catalogue, scenario); !made) {
        quote = std::unexpected(std::move(made.error()));
    }
    return quote;
}

std::expected<void, Errors> remake_quote(Quote& quote, Catalogue const& catalogue,
                                         Scenario const& scenario) {
    auto const choice = choose(catalogue, scenario);
    if (!choice) {
        return std::unexpected(choice.error());
    }
    if (auto filled = fill_usage(quote.months, catalogue, scenario.usage); !filled) {
        return filled;
    }
    if (auto filled = fill_pairs(quote, choice->tariff, scenario); !filled) {
        return filled;
    }
    fill_balances(quote, choice->tariff.included);

    quote.catalogue_id = catalogue.id;
    quote.package_id = scenario.package_id;
    quote.term_months = choice->term_months;
    quote.currency = catalogue.currency;
    quote.lines.clear();
    quote.lines.reserve(lines_expected_a_month * quote.months.size());
    BasisPoints const vat_rate =
        scenario.vat == Vat::reverse_charge ? BasisPoints{0} : catalogue.vat;
    if (!bill_months(choice->tariff, quote) || !fill_totals(quote, vat_rate)) {
        return overflow_error();
    }
    return {};
}

} // namespace kontingent
