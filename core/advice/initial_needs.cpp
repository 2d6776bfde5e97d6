#include "core/advice/initial_needs.hpp"

#include <algorithm>
#include <limits>

namespace kontingent {
namespace {

// A month's share of what an offer includes; 0 where it includes nothing, or everything.
std::int64_t included_in_month(Offer const& offer) {
    return offer.allowance.is_unlimited
               ? 0
               : offer.allowance.included.count / offer.allowance.period_months;
}

// Without a word about the number the offer costs nothing.
bool is_free_without(Offer const& offer, OfferedExtra const& extra) {
    if (!offer.subscription || extra.included > 0 || !extra.monthly_price) {
        return false;
    }
    auto const& terms = offer.subscription->terms;
    return offer.subscription->monthly_price == Money{0} &&
           std::ranges::none_of(terms,
                                [](OfferedTerm const& term) { return term.total.has_value(); });
}

} // namespace

Minutes initial_average(Catalogue const& catalogue) {
    std::int64_t const wanted = 12 * catalogue.hour();
    std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
    std::int64_t largest = 0;
    std::int64_t without_included = 5 * catalogue.hour();
    for (Offer const& offer : catalogue.offers) {
        if (std::int64_t const included = included_in_month(offer); included > 0) {
            smallest = std::min(smallest, included);
            largest = std::max(largest, included);
        }
        if (offer.overage.mode == OverageMode::block) {
            without_included = offer.overage.block_size.count;
        }
    }
    if (largest == 0) {
        return Minutes{std::min(without_included, month_usage_max.count)};
    }
    std::int64_t const half = std::max<std::int64_t>(1, catalogue.hour() / 2);
    std::int64_t const middle = (smallest + largest) / 2;
    std::int64_t const readable = std::max(smallest, middle / half * half);
    std::int64_t const fitting = smallest <= wanted && wanted <= largest ? wanted : readable;
    return Minutes{std::min(fitting, month_usage_max.count)};
}

std::int32_t included_number(Catalogue const& catalogue, std::size_t extra) {
    std::int32_t least = catalogue.extras[extra].max;
    for (Offer const& offer : catalogue.offers) {
        for (OfferedExtra const& sold : offer.extras) {
            least = sold.extra == extra ? std::min(least, sold.included) : least;
        }
    }
    return least;
}

Needs initial_needs(Catalogue const& catalogue) {
    Needs needs;
    needs.average = initial_average(catalogue);
    if (!catalogue.seasons.empty()) {
        needs.season = catalogue.seasons.front().weights;
    }
    if (catalogue.counts_tasks()) {
        needs.task_size = Minutes{catalogue.hour()};
    }
    for (std::size_t extra = 0; extra < catalogue.extras.size(); ++extra) {
        bool const is_needed = std::ranges::any_of(catalogue.offers, [extra](Offer const& offer) {
            return std::ranges::any_of(offer.extras, [&](OfferedExtra const& sold) {
                return sold.extra == extra && is_free_without(offer, sold);
            });
        });
        if (is_needed) {
            needs.extras.push_back({extra, 1});
        }
    }
    return needs;
}

} // namespace kontingent
