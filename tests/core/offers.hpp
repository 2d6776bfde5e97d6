// Small catalogues and short notations for the tests of prices.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

namespace kontingent::tests {

// EUR, VAT 19 %, increment 15 minutes, terms 1 (0 %) and 12 (10 %) months, discount on the base.
// One package "standard": 600 minutes for 98000, beyond that graduated_tiers(), 2 pairs a term.
// "on-demand" at 14500 an hour.
Catalogue small_catalogue();

// (0, 240] at 12500; (240, 600] at 10001 and a fee of 2500; beyond at 9000 and a fee of 100.
std::vector<Tier> graduated_tiers();
Overage tiered(OverageMode mode, std::vector<Tier> tiers);
Overage in_blocks(std::int64_t size_minutes, std::int64_t price_minor);
Overage flat(std::int64_t hourly_rate_minor);

// With one term of a month, until set_terms().
Offer package_offer(std::string id, Minutes included, Money monthly_price, Overage overage,
                    std::int32_t pairs_per_term_max = 0);

// The catalogue's terms, which every package is then sold with.
void set_terms(Catalogue& catalogue, std::vector<Term> terms);
// The same terms with another discount on the one at this place.
void set_discount(Catalogue& catalogue, std::size_t term, BasisPoints discount);

std::vector<Minutes> months(std::initializer_list<std::int64_t> minutes);

// Domestic VAT, 1 month's term and no pooling unless changed afterwards.
Scenario scenario_for(std::string package_id, std::vector<Minutes> usage);

// "1 base 98000; 1 overage 15@12500 3125; 1 extra[0] x2 1000": month, kind with the index of the
// kind of work or the extra, minutes@rate and quantity where it has them, net.
std::string text_of(Lines const& lines);
// "1: 615 of 600 +15 -0 = 101125": used of included, overage, expired, net.
std::string text_of(std::vector<Month> const& months);
// "unknown_id /package: x": code, pointer, detail, separated by "; ".
std::string text_of(Errors const& errors);

} // namespace kontingent::tests
