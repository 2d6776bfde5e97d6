#include "ui/state/best_offers.hpp"

#include <algorithm>

namespace kontingent::ui {

bool has_many(ComparedOffers const& compared) {
    return compared.offers.size() > many_offers;
}

std::size_t shown_count(ComparedOffers const& compared, CompareState const& state) {
    return has_many(compared) && !state.shows_all_offers ? best_offers : compared.offers.size();
}

std::optional<BreakEven> curves_that_matter(BreakEven const& break_even,
                                            ComparedOffers const& compared) {
    if (break_even.offers.size() <= best_offers) {
        return std::nullopt;
    }
    auto const matters = [&](std::size_t offer) {
        auto const& ranked = compared.recommendation.ranked;
        auto const best_end =
            ranked.begin() + std::min<std::ptrdiff_t>(std::ssize(ranked), best_offers);
        return std::find(ranked.begin(), best_end, offer) != best_end ||
               std::ranges::find(break_even.cheapest, offer, &CheapestInterval::offer) !=
                   break_even.cheapest.end();
    };
    BreakEven few{.increment = break_even.increment,
                  .offers = {},
                  .curves = {},
                  .cheapest = break_even.cheapest,
                  .cliffs = break_even.cliffs,
                  .cheapest_cliffs = break_even.cheapest_cliffs};
    for (std::size_t curve = 0; curve < break_even.offers.size(); ++curve) {
        if (matters(break_even.offers[curve])) {
            few.offers.push_back(break_even.offers[curve]);
            few.curves.push_back(break_even.curves[curve]);
        }
    }
    std::erase_if(few.cliffs, [&](Cliff const& cliff) { return !matters(cliff.offer); });
    return few;
}

} // namespace kontingent::ui
