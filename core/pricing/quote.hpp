// A quote: one package, one term, every line of every month, and totals that are sums of those
// lines.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/month.hpp"
#include "core/pricing/scenario.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace kontingent {

struct Quote {
    std::string catalogue_id;
    std::string package_id;
    std::int32_t term_months = 1;
    std::string currency;
    PairList pooled_pairs;
    std::vector<Month> months;
    Lines lines; // by month, then in the contract's order
    Minutes used;
    Minutes overage;
    Minutes expired;
    Money net;
    Money vat;
    Money gross;
    std::optional<HourlyRate> effective_hourly_rate; // none where nothing is used
};

// Sums over a quote's lines, for composition bars and explanations.
struct QuoteParts {
    Money base;          // base lines with the term discount on them
    Money overage;       // overage and flat fees, with the discount on them
    Money term_discount; // all of it, zero or negative; already contained in the two above
};

std::expected<QuoteParts, Overflow> parts_of(Quote const& quote);

// What the expired minutes cost: the discounted base of the whole quote, by the share of included
// minutes that expired, rounded half away from zero. Zero where nothing is included.
std::expected<Money, Overflow> cost_of_expired(Quote const& quote);

// The scenario must have passed parse_scenario() or be made of the same catalogue's values; what
// still can go wrong (a hand-made pair list, unknown ids, overflow) comes back as an error whose
// pointer is the scenario member. On demand has no term and no pooling: it ignores term_months and
// reports 1, and takes best pooling as none.
std::expected<Quote, Errors> make_quote(Catalogue const& catalogue, Scenario const& scenario);

// The same over a quote that is no longer wanted, whose storage serves again: for whoever quotes
// again and again. With an error nothing that the quote says holds.
std::expected<void, Errors> remake_quote(Quote& quote, Catalogue const& catalogue,
                                         Scenario const& scenario);

std::string quote_to_json(Quote const& quote);

} // namespace kontingent
