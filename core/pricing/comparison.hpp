// Every package with every term, each with its best pooling, and on demand once, ranked by net
// total.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <vector>

namespace kontingent {

struct Offer {
    std::optional<std::size_t> package_index; // into Catalogue::packages; none is on demand
    Quote quote;
};

enum class RecommendationReason : std::uint8_t { lowest_net, lowest_expected_net };

struct Comparison {
    std::vector<Offer>
        offers; // rising by net; among equals catalogue order, on demand last, shorter term first
    RecommendationReason reason = RecommendationReason::lowest_net;
};

// Which terms take part: all of them, or only packages with this one (on demand always takes part).
struct TermFilter {
    std::optional<std::int32_t> months;
};

std::expected<Comparison, Errors> compare(Catalogue const& catalogue,
                                          std::vector<Minutes> const& usage, Vat vat,
                                          TermFilter filter = {});

} // namespace kontingent
