// Every word of the program's output for people, by language. {} marks the place of an argument.
#pragma once

#include "core/base/language.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace kontingent::cli {

// A noun with its number: "1 Monat", "12 Monate".
struct Counted {
    std::string_view one;
    std::string_view other;
};

struct Wording {
    // Above a quote or a comparison
    std::string_view quote_title;           // package, term
    std::string_view quote_title_on_demand; // name
    std::string_view comparison_title;      // months, hours
    std::string_view prices_of;             // seller, catalogue
    std::string_view sample_note;

    // Tables
    std::string_view month, used, included, extra, expired, net, gross, total;
    std::string_view rank, offer, per_hour, no_value;
    std::string_view with_term; // package, term

    // A quote's lines
    std::string_view lines_title;
    std::string_view lines_of_month;  // month
    std::string_view lines_of_months; // first, last
    std::string_view base;
    std::string_view discount_on_base;    // per cent
    std::string_view discount_on_overage; // per cent
    std::string_view overage_at_rate;     // hours, rate
    Counted overage_in_blocks; // blocks, hours of a block, price of a block, hours charged
    std::string_view flat_fee;
    std::string_view setup_fee;
    std::string_view extra_monthly;      // extra, how many
    std::string_view extra_one_off;      // extra, how many
    std::string_view discount_on_extras; // per cent
    // per cent or money, reason
    std::string_view special_discount_on_base, special_discount_on_extras;
    std::string_view special_discount_on_overage;
    std::string_view task_fee; // how many tasks
    std::string_view of_kind;  // a line's label, kind of work
    std::string_view unlimited;

    // What is owed whatever happens, and what is not in the totals
    std::string_view fixed_and_expected; // money, money
    std::string_view committed_beyond;   // money
    std::string_view left;               // hours
    std::string_view open_work;          // hours
    std::string_view missing_extras;     // extras
    std::string_view no_vat;
    std::string_view prices_include_vat; // per cent

    // Pooling
    std::string_view pooled_pairs;    // pairs
    std::string_view pair;            // month, month
    std::string_view pooled_in_offer; // offer, pairs
    std::string_view pooling_saves;   // money
    std::string_view pooling_costs;   // money
    std::string_view agreement;

    // Totals
    std::string_view vat; // per cent
    std::string_view reverse_charge;
    std::string_view effective_rate; // money
    std::string_view nothing_used;

    // A comparison's answer
    std::string_view gross_holds_vat; // per cent
    std::string_view gross_is_net;
    std::string_view recommendation;                          // offer, net, gross
    std::string_view recommendation_of_allowed;               // offer, net, gross
    std::string_view recommendation_expected;                 // offer, mean
    std::string_view recommendation_with_commitment;          // offer, net, gross
    std::string_view recommendation_expected_with_commitment; // offer, mean
    std::string_view counts_commitment;
    std::string_view lowest_of_all;
    std::string_view lowest_of_allowed;
    std::string_view saves;          // money, offer
    std::string_view saves_expected; // money, offer
    std::string_view saves_beside;   // offer, money
    std::string_view costs_the_same; // offer
    std::string_view only_one;
    std::string_view spread;             // money, money
    std::string_view spread_none;        // money
    std::string_view stays_cheapest;     // per cent
    std::string_view cheaper_if_typical; // offer, money
    std::string_view none_allowed;

    // Requirements
    std::string_view excluded_title;
    std::string_view reasons;
    std::string_view lacks_response; // level, its name, promised, required
    std::string_view lacks_service;  // service
    std::string_view term_too_long;  // months
    std::string_view has_open_work;
    std::string_view lacks_extra; // extra
    std::string_view always;      // hours
    std::string_view in_business; // hours

    // What would change the answer
    std::string_view turns_title;
    std::string_view turns_title_typical;
    std::string_view tipping_fewer; // per cent, hours a month, offer
    std::string_view tipping_more;  // per cent, hours a month, offer
    std::string_view turn_nothing;  // offer
    std::string_view stays_fewer;   // offer
    std::string_view stays_more;    // offer

    // What a term binds
    std::string_view commitment_title;
    std::string_view committed;         // term, money
    std::string_view commitment_saves;  // money, shortest term
    std::string_view pays_from;         // months, shortest term
    std::string_view forecast_is_short; // months, shortest term

    // Uncertain hours
    std::string_view uncertain_range; // low, high, typical hours
    std::string_view uncertain_past;  // months, their mean, typical hours
    std::string_view typical_title;
    std::string_view risk_title; // trials
    std::string_view mean, p10, p50, p90, any_extra, cheapest;
    std::string_view quantiles;

    // Break-even
    std::string_view break_even_title;         // horizon, increment
    std::string_view break_even_title_allowed; // horizon, increment
    std::string_view from, to, cheapest_offer;
    std::string_view cliffs_title; // horizon
    std::string_view cliff;        // offer, hours, money, hours

    // A catalogue's summary
    std::string_view catalogue_is_good; // file, id, currency, languages
    Counted packages, terms, services, levels, answers, months;
    std::string_view on_demand; // name

    // Files
    std::string_view cannot_read;  // file, reason
    std::string_view cannot_write; // file, reason

    // A page's template and texts
    std::string_view unknown_placeholder; // name
    std::string_view open_placeholder;
    std::string_view unknown_argument; // name
};

Wording const& wording(Language language);

// Puts the arguments into the places, in order.
std::string filled(std::string_view text, std::initializer_list<std::string_view> arguments);
// The form that fits the number.
std::string_view form_for(Counted const& noun, std::int64_t count);
// The number with its noun.
std::string counted(Counted const& noun, std::int64_t count, Language language);

} // namespace kontingent::cli
