// The comparison with what explains it: computed once when the needs change, then only drawn. Every
// figure comes from core's quotes.
#pragma once

#include "core/catalogue.hpp"
#include "core/comparison.hpp"
#include "core/quote.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace kontingent::ui {

struct Explained {
    Offer offer;
    std::string key; // "standard-12", "on-demand"
    Money used_base; // base less what expires
    Money expired_base;
    Money overage;
    Money monthly_net; // the total over the forecast's months, rounded once
    Money monthly_gross;
    Money pooling_saves;            // against the same offer without pooling
    std::int32_t months_within = 0; // months without hours beyond the package
};

struct Estimate {
    std::vector<Explained> offers; // ranked; the first is recommended
    std::int32_t months = 0;
    Minutes used;
    Money largest_net;
};

std::expected<Estimate, Faults> estimate(Catalogue const& catalogue,
                                         std::vector<Minutes> const& usage, TermFilter filter);

} // namespace kontingent::ui
