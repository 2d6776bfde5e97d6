#include "ui/estimate.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

Faults overflow_fault() {
    return {Fault{.code = FaultCode::overflow, .pointer = "/usage_minutes", .detail = {}}};
}

std::expected<Money, Overflow> monthly(Money total, std::int32_t months) {
    auto const minor = multiply_divide_half_away(total.minor, 1, months);
    if (!minor) {
        return std::unexpected(minor.error());
    }
    return Money{*minor};
}

// What pooling saves: the same offer is quoted once more without it.
std::expected<Money, Faults> saved_by_pooling(Catalogue const& catalogue,
                                              std::vector<Minutes> const& usage,
                                              Quote const& pooled) {
    if (pooled.pooled_pairs.empty()) {
        return Money{};
    }
    Scenario const apart{.usage = usage,
                         .package_id = pooled.package_id,
                         .term_months = pooled.term_months,
                         .pooling = NoPooling{},
                         .vat = Vat::domestic};
    auto const quote = make_quote(catalogue, apart);
    if (!quote) {
        return std::unexpected(quote.error());
    }
    auto const saved = subtract(quote->net, pooled.net);
    if (!saved) {
        return std::unexpected(overflow_fault());
    }
    return *saved;
}

std::expected<Explained, Faults> explain(Catalogue const& catalogue,
                                         std::vector<Minutes> const& usage, Offer const& offer) {
    Quote const& quote = offer.quote;
    Explained explained;
    explained.offer = offer;
    explained.key = quote.package_id;
    if (offer.package_index) {
        explained.key += "-" + std::to_string(quote.term_months);
    }
    auto const months = static_cast<std::int32_t>(quote.months.size());
    auto const parts = parts_of(quote);
    auto const expired = cost_of_expired(quote);
    auto const net = monthly(quote.net, months);
    auto const gross = monthly(quote.gross, months);
    if (!parts || !expired || !net || !gross) {
        return std::unexpected(overflow_fault());
    }
    auto const used_base = subtract(parts->base, *expired);
    auto const saved = saved_by_pooling(catalogue, usage, quote);
    if (!used_base) {
        return std::unexpected(overflow_fault());
    }
    if (!saved) {
        return std::unexpected(saved.error());
    }
    explained.used_base = *used_base;
    explained.expired_base = *expired;
    explained.overage = parts->overage;
    explained.monthly_net = *net;
    explained.monthly_gross = *gross;
    explained.pooling_saves = *saved;
    explained.months_within = static_cast<std::int32_t>(
        std::count_if(quote.months.begin(), quote.months.end(),
                      [](Month const& month) { return month.used <= month.included; }));
    return explained;
}

} // namespace

std::expected<Estimate, Faults> estimate(Catalogue const& catalogue,
                                         std::vector<Minutes> const& usage, TermFilter filter) {
    auto const comparison = compare(catalogue, usage, Vat::domestic, filter);
    if (!comparison) {
        return std::unexpected(comparison.error());
    }
    Estimate made;
    made.months = static_cast<std::int32_t>(usage.size());
    for (Offer const& offer : comparison->offers) {
        auto explained = explain(catalogue, usage, offer);
        if (!explained) {
            return std::unexpected(explained.error());
        }
        made.offers.push_back(std::move(*explained));
    }
    made.used = made.offers.front().offer.quote.used;
    made.largest_net = made.offers.back().offer.quote.net;
    return made;
}

} // namespace kontingent::ui
