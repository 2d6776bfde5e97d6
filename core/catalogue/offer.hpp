// An offer: a package, or support on demand. Both are read through one view; what a package has
// besides is its subscription, which on demand lacks.
#pragma once

#include "core/base/language.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/overage.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kontingent {

enum class SupportHours : std::uint8_t { always, business };

struct ResponsePromise {
    std::int32_t level = 0; // from 1
    Minutes within;
    SupportHours hours = SupportHours::business;
};

// What becomes of a month's unused minutes: a lot that later months use.
struct Carry {
    std::optional<std::int32_t> months; // how many of the next months may use it; none: all
    std::optional<Minutes> cap;         // of all lots together; none: no limit
    BasisPoints share{10'000};          // of what is unused
};

// The minutes that an offer includes.
struct Allowance {
    bool is_unlimited = false;
    Minutes included;               // for each period; 0 on demand
    std::int32_t period_months = 1; // 1, 3 or 12
    std::optional<Carry> carry;
    std::int32_t pooling_pairs_per_term_max = 0; // 0: pooling is not offered

    // Months settle independently of each other.
    bool is_monthly() const { return period_months == 1 && !carry; }
};

// A term that a package is sold with.
struct OfferedTerm {
    std::int32_t months = 1;
    BasisPoints discount;       // the catalogue's for the term
    std::optional<Money> total; // the price of the whole term, in place of the monthly price
    Money setup_fee;
};

struct Subscription {
    Money monthly_price;            // 0 where every term has a total
    std::vector<OfferedTerm> terms; // at least one, rising by months

    OfferedTerm const* find_term(std::int32_t months) const;
};

// How an offer treats one kind of work.
struct KindRule {
    bool uses_included = true;
    BasisPoints counts{10'000};     // a minute counts as this share of one, at least 0
    std::optional<Overage> overage; // none: what exceeds is charged by the offer's own tariff

    bool is_alike(KindRule const& other) const {
        return uses_included == other.uses_included && counts == other.counts && !overage &&
               !other.overage;
    }
};

// How an offer counts a task, before anything else.
struct TaskRule {
    Minutes minimum;      // 0: none
    Minutes first;        // up to this size a task counts as this; 0: none
    Minutes increment{1}; // what is beyond `first` is rounded up to it
    Money fee;            // for each task
};

// An extra as an offer sells it.
struct OfferedExtra {
    std::size_t extra = 0;     // index into Catalogue::extras
    std::int32_t included = 0; // without a price
    std::optional<Money> monthly_price;
    std::optional<Money> one_off_price;

    bool has_price() const { return monthly_price || one_off_price; }
};

struct Offer {
    std::string id;
    LocalizedText name;
    LocalizedText summary;                  // empty where the catalogue has none
    std::vector<std::size_t> services;      // indices into Catalogue::services
    std::vector<ResponsePromise> responses; // by level; may be empty
    Allowance allowance;
    Overage overage;                          // without tiers where nothing can exceed
    std::optional<Subscription> subscription; // none on demand
    // One for each of the catalogue's kinds, or empty without any. Of the first only
    // `uses_included` can differ.
    std::vector<KindRule> kinds;
    std::optional<TaskRule> task;
    std::vector<OfferedExtra> extras; // in the catalogue's order

    bool is_package() const { return subscription.has_value(); }

    // How many months it binds for at least: its shortest term; 1 on demand.
    std::int32_t shortest_term_months() const {
        return subscription ? subscription->terms.front().months : 1;
    }

    // Null where it makes none.
    ResponsePromise const* promise_for(std::int32_t level) const;
    // Some work can go beyond the included minutes.
    bool can_exceed() const;
    // What a month uses changes what another costs.
    bool has_memory() const;
};

} // namespace kontingent
