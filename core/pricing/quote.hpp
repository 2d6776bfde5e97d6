// A quote: one offer under one term, every line of every month, and totals that are sums of those
// lines.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/month.hpp"
#include "core/pricing/pairs.hpp"
#include "core/pricing/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace kontingent {

struct Quote {
    std::string catalogue_id;
    std::string package_id; // a package's, or the on-demand id
    std::int32_t term_months = 1;
    std::string currency;
    bool counts_units = false; // see Unit
    PairList pooled_pairs;
    SpecialDiscounts special_discounts; // the scenario's
    std::vector<Month> months;
    Lines lines; // by month, then in the order of LineKind
    Minutes worked;
    Minutes used;
    Minutes granted; // included minutes of all months or periods begun; 0 where unlimited
    Minutes overage; // open minutes included
    Minutes expired;
    Minutes left;                            // still usable when the forecast ends
    Minutes open;                            // work that has no price
    std::vector<std::size_t> missing_extras; // indices into Catalogue::extras
    // Sums of lines: with prices that include VAT these four are gross amounts.
    Money line_total; // fixed and expected
    Money fixed;
    Money expected;
    Money committed_beyond; // what is fixed after the forecast, until the last term begun ends
    Money saved_by_pooling; // of line_total; negative where pairs given by hand cost more
    Money net;
    Money vat;
    Money gross;
    std::optional<HourlyRate>
        effective_hourly_rate; // of worked hours; none where nothing is worked

    // Every minute and every extra has a price.
    bool is_complete() const { return open == Minutes{0} && missing_extras.empty(); }
};

// What the expired minutes cost: the base with its discounts, by the share of included minutes that
// expired, rounded half away from zero. Zero where nothing is included.
std::expected<Money, Overflow> cost_of_expired(Quote const& quote);

// The scenario must have passed parse_scenario() or be made of the same catalogue's values; what
// still can go wrong (a hand-made pair list, unknown ids, overflow) comes back as an error whose
// pointer is the scenario member. On demand has no term and no pooling: it ignores term_months and
// reports 1, and takes best pooling as none.
std::expected<Quote, Errors> make_quote(Catalogue const& catalogue, Scenario const& scenario);

// The same over a quote that is no longer wanted, whose storage is used again. After an error
// nothing that the quote says holds.
std::expected<void, Errors> remake_quote(Quote& quote, Catalogue const& catalogue,
                                         Scenario const& scenario);

std::string quote_to_json(Catalogue const& catalogue, Quote const& quote);

} // namespace kontingent
