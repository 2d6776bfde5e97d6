// What a document says of an alternative: every line over its term, and totals that are sums of
// them. What is fixed is owed whatever happens, what is expected only if it is used; neither total
// contains the other.
#pragma once

#include "core/base/error.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/document/document.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/pairs.hpp"
#include "core/pricing/vat.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <vector>

namespace kontingent {

// A line of a quote, or of an item.
struct DocumentLine {
    Line line;                       // of an item: month, quantity and net alone
    std::optional<std::size_t> item; // index into the content's items
    LinePart part = LinePart::fixed;
    bool is_one_off = false;
    friend bool operator==(DocumentLine const&, DocumentLine const&) = default;
};

struct Totals {
    TaxedAmount month; // what is owed in a usual month whatever happens: see usual_month()
    TaxedAmount fixed;
    Money expected_net; // all.net - fixed.net
    TaxedAmount all;
};

// The fixed part as monthly invoices, each with its own VAT. It may differ from VAT on the term.
struct MonthlyInvoices {
    std::int32_t count = 1;
    TaxedAmount sum;
    Money gross_difference; // sum.gross less the term's
};

// What an optional item would add; in no total.
struct OptionalItem {
    std::size_t item = 0; // index into the content's items
    TaxedAmount amount;   // each time it is due
};

struct OfferedAlternative {
    Alternative chosen;
    std::int32_t months = 1;          // of the term; on demand: of the forecast
    std::int32_t forecast_months = 1; // of these, those with expected work
    std::vector<DocumentLine> lines;  // by month
    std::vector<OptionalItem> optional_items;
    Totals totals;
    MonthlyInvoices invoices;
    // Special discounts as a share of what they are on, over the term, rounded up: what a person
    // grants is compared with their limit by this.
    BasisPoints discount;
    PairList pooled_pairs;
    Minutes open; // work that has no price
    std::vector<std::size_t> missing_extras;
};

// Of every alternative of a version. Pointers of errors begin at the content ("/alternatives/0 …").
std::expected<std::vector<OfferedAlternative>, Errors> alternatives_of(Catalogue const& catalogue,
                                                                       Content const& content);

// The fixed amount that most months have, one-off lines left out; among equally frequent ones the
// one that comes last.
Money usual_month(std::span<DocumentLine const> lines, std::int32_t months);

// Special discounts over what they are on: base with its term discount, and extras or overage where
// a discount is on them. Rounded up; 0 where there is nothing.
BasisPoints discount_share(std::span<DocumentLine const> lines, SpecialDiscounts const& discounts);

} // namespace kontingent
