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

struct Sizes {
    std::int64_t smallest = std::numeric_limits<std::int64_t>::max();
    std::int64_t largest = 0;

    // 0 is no size.
    void add(std::int64_t size) {
        if (size > 0) {
            smallest = std::min(smallest, size);
            largest = std::max(largest, size);
        }
    }
};

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
    Sizes included;
    Sizes blocks;
    for (Offer const& offer : catalogue.offers) {
        included.add(included_in_month(offer));
        if (offer.overage.mode == OverageMode::block) {
            blocks.add(offer.overage.block_size.count);
        }
    }
    Sizes const& sold = included.largest > 0 ? included : blocks;
    if (sold.largest == 0) {
        return Minutes{5 * catalogue.hour()};
    }
    std::int64_t const wanted = 12 * catalogue.hour();
    std::int64_t const half = std::max<std::int64_t>(1, catalogue.hour() / 2);
    std::int64_t const middle = (sold.smallest + sold.largest) / 2;
    std::int64_t const readable = std::max(sold.smallest, middle / half * half);
    bool const fits = sold.smallest <= wanted && wanted <= sold.largest;
    return Minutes{std::min(fits ? wanted : readable, month_usage_max.count)};
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
