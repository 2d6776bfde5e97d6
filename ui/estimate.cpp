#include "ui/estimate.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

Faults overflow_fault() { return {Fault{.code = FaultCode::overflow, .pointer = "/usage_minutes", .detail = {}}}; }

std::expected<Money, Overflow> monthly(Money total, std::int32_t months) {
    const auto minor = multiply_divide_half_away(total.minor, 1, months);
    if (!minor) return std::unexpected(minor.error());
    return Money{*minor};
}

// What pooling saves: the same offer is quoted once more without it.
std::expected<Money, Faults> saved_by_pooling(const Catalogue& catalogue, const std::vector<Minutes>& usage,
                                              const Quote& pooled) {
    if (pooled.pooled_pairs.empty()) return Money{};
    const Scenario apart{.usage = usage,
                         .package_id = pooled.package_id,
                         .term_months = pooled.term_months,
                         .pooling = NoPooling{},
                         .vat = Vat::domestic};
    const auto quote = make_quote(catalogue, apart);
    if (!quote) return std::unexpected(quote.error());
    const auto saved = subtract(quote->net, pooled.net);
    if (!saved) return std::unexpected(overflow_fault());
    return *saved;
}

std::expected<Explained, Faults> explain(const Catalogue& catalogue, const std::vector<Minutes>& usage,
                                         const Offer& offer) {
    const Quote& quote = offer.quote;
    Explained explained{.offer = offer, .key = quote.package_id};
    if (offer.package_index) explained.key += "-" + std::to_string(quote.term_months);
    const auto months = static_cast<std::int32_t>(quote.months.size());
    const auto parts = parts_of(quote);
    const auto expired = cost_of_expired(quote);
    const auto net = monthly(quote.net, months);
    const auto gross = monthly(quote.gross, months);
    if (!parts || !expired || !net || !gross) return std::unexpected(overflow_fault());
    const auto used_base = subtract(parts->base, *expired);
    const auto saved = saved_by_pooling(catalogue, usage, quote);
    if (!used_base) return std::unexpected(overflow_fault());
    if (!saved) return std::unexpected(saved.error());
    explained.used_base = *used_base;
    explained.expired_base = *expired;
    explained.overage = parts->overage;
    explained.monthly_net = *net;
    explained.monthly_gross = *gross;
    explained.pooling_saves = *saved;
    explained.months_within = static_cast<std::int32_t>(std::count_if(
        quote.months.begin(), quote.months.end(), [](const Month& month) { return month.overage.count == 0; }));
    return explained;
}

}  // namespace

std::expected<Estimate, Faults> estimate(const Catalogue& catalogue, const std::vector<Minutes>& usage,
                                         TermFilter filter) {
    const auto comparison = compare(catalogue, usage, Vat::domestic, filter);
    if (!comparison) return std::unexpected(comparison.error());
    Estimate made;
    made.months = static_cast<std::int32_t>(usage.size());
    for (const Offer& offer : comparison->offers) {
        auto explained = explain(catalogue, usage, offer);
        if (!explained) return std::unexpected(explained.error());
        made.offers.push_back(std::move(*explained));
    }
    made.used = made.offers.front().offer.quote.used;
    made.largest_net = made.offers.back().offer.quote.net;
    return made;
}

}  // namespace kontingent::ui
