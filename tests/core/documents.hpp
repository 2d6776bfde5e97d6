// A catalogue and documents of the tests' own, as JSON text.
#pragma once

#include "core/document/document.hpp"
#include "core/document/steps.hpp"

#include <string>
#include <string_view>

namespace kontingent::tests {

// "standard": 10 h, 980.00, blocks of 5 h at 525.00. "starter": 4 h, 420.00, 125.00 an hour up to 4
// h, then 135.00. "odd": 333.40 without hours beyond. Terms of 1 month, and of 12 at 10 % on the
// base.
std::string_view document_catalogue_text();
Catalogue document_catalogue();
// The same with other members at its beginning: "\"small_business\": true".
std::string document_catalogue_with(std::string_view find, std::string_view replacement);

// What varies between documents; the rest is a consumer-free quote of one alternative.
struct DocumentText {
    std::string package = "standard";
    int term_months = 12;
    int minutes = 720; // in each of twelve months
    std::string discounts = "[]";
    std::string items = "[]";
    std::string vat = "domestic";
    std::string valid_until = "2027-03-28";
};

std::string file_text(DocumentText const& document);
QuoteDocument document_of(DocumentText const& document);

inline constexpr std::string_view discount_of_750 =
    R"([{"reason": "Messe", "basis_points": 750, "on": "base"}])";

Instant at(std::string_view text);
// On 1 March 2027, by "sales", with number A-2027-0001, until the end of 28 March in Berlin.
Issue usual_issue();
QuoteDocument issued(DocumentText const& document);
// As it is written with the tests' catalogue.
std::string file_of(QuoteDocument const& document);
// Of the latest version, on 10 March.
Acceptance usual_acceptance(QuoteDocument const& document);

// An issued document, accepted so.
QuoteDocument accepted();

} // namespace kontingent::tests
