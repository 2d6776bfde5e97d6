// The lines of an offer over its whole term: the one place where documents ask core/pricing.
#pragma once

#include "core/base/error.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/pairs.hpp"
#include "core/pricing/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <vector>

namespace kontingent {

struct TermLines {
    std::int32_t months = 1;          // the term; on demand: the forecast's months
    std::int32_t forecast_months = 1; // of these, those that the needs say anything about
    Lines lines;                      // by month
    PairList pooled_pairs;
    Minutes open; // work that has no price
    std::vector<std::size_t> missing_extras;
};

// Fixed lines of every month of the term, and expected ones of the forecast's months within it.
// Errors are those of make_quote().
std::expected<TermLines, Errors> lines_of_term(Catalogue const& catalogue,
                                               Scenario const& scenario);

} // namespace kontingent
