// Every package with every term, each with its best pooling, and on demand once, ranked by net total.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "core/catalogue.hpp"
#include "core/quote.hpp"
#include "core/scenario.hpp"

namespace kontingent {

struct Offer {
    std::optional<std::size_t> package_index;  // into Catalogue::packages; none is on demand
    Quote quote;
};

enum class RecommendationReason : std::uint8_t { lowest_net };

struct Comparison {
    std::vector<Offer> offers;  // rising by net; among equals catalogue order, on demand last, shorter term first
    RecommendationReason reason = RecommendationReason::lowest_net;
};

// Which terms take part: all of them, or only packages with this one (on demand always takes part).
struct TermFilter {
    std::optional<std::int32_t> months;
};

std::expected<Comparison, Faults> compare(const Catalogue& catalogue, const std::vector<Minutes>& usage, Vat vat,
                                          TermFilter filter = {});

std::string comparison_to_json(const Catalogue& catalogue, const Comparison& comparison);

}  // namespace kontingent
