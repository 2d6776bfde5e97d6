// What changed between two versions of a document, in figures and promises. Each version is read
// with the catalogue it is computed with.
#pragma once

#include "core/document/amounts.hpp"
#include "core/document/document.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace kontingent {

struct MoneyChange {
    Money before;
    Money after;

    Money difference() const { return Money{after.minor - before.minor}; }
};

// The expected work of the whole forecast, as worked.
struct WorkChange {
    Minutes before, after;
    std::int32_t months_before = 0, months_after = 0; // of the forecast
    bool is_spread_otherwise = false; // over months, kinds or tasks; of the same work

    bool is_other_work() const { return before != after || months_before != months_after; }
};

// How many of an extra there are: what is wanted, and at least what the offer includes.
struct ExtraChange {
    LocalizedText name; // of the later catalogue that has the extra
    std::int32_t before = 0, after = 0;
};

struct PromiseChange {
    std::int32_t level = 1;
    std::optional<ResponsePromise> before; // none: no promise
    std::optional<ResponsePromise> after;
};

// A version with what it is computed with; all must outlive the changes' use of names.
struct ComparedVersion {
    Version const& version;
    Catalogue const& catalogue;
    OfferedAlternative const& offered; // one of the version's alternatives

    Offer const& offer() const { return *catalogue.find_offer(offered.chosen.package_id); }
};

struct Changes {
    bool has_other_package = false;
    bool has_other_term = false;
    bool has_other_hours = false; // what is included in a month or period
    WorkChange work;
    std::vector<ExtraChange> extras;          // only those that differ
    MoneyChange month, fixed, expected, all;  // net
    std::vector<PromiseChange> promises;      // rising by level; only those that differ
    std::vector<std::size_t> services_gained; // indices into the later catalogue's services
    std::vector<std::size_t> services_lost;   // indices into the earlier catalogue's services
    SpecialDiscounts discounts_gained, discounts_lost;
    std::vector<Item> items_gained, items_lost;
};

Changes changes_between(ComparedVersion const& before, ComparedVersion const& after);

} // namespace kontingent
