// The work that every contestant of script/bench does, here with core: natively and as a wasm
// module. The contestants in JavaScript (plain/, dinero.mjs) draw the same forecasts and are held
// to the same results.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/offers.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace kontingent::bench {

inline constexpr std::size_t month_count = 12;
inline constexpr std::size_t forecast_count = 2'000;
inline constexpr std::uint64_t forecast_seed = 2026;

// Forecast `index`: a level of 2 to 40 hours a month, each month between nothing and twice of it.
std::vector<Minutes> make_forecast(std::size_t index);

// A quote is what make_quote() makes: a package, a term and twelve months with best pooling, every
// line itemised. The quotes of one forecast (one for each offer) stand until the next forecast's
// are made over them, by remake_quote().
class QuoteWork {
public:
    explicit QuoteWork(Catalogue const& catalogue);

    // Quotes all offers for `count` forecasts from `first` on (they repeat after forecast_count),
    // and returns the sum of all net totals.
    std::int64_t run(std::size_t first, std::size_t count);

    std::size_t offer_count() const { return offers_.size(); }

    // Three figures a quote, by forecast and offer: net, gross, and a digest of all else it says.
    std::vector<std::int64_t> results();

private:
    std::int64_t quote_all(std::vector<Minutes> const& usage);

    Catalogue const& catalogue_;
    std::vector<OfferId> offers_;
    std::vector<std::vector<Minutes>> forecasts_;
    Scenario scenario_;
    std::vector<Quote> quotes_;
};

// Rules that make a month depend on those before it.
enum class Memory : std::uint8_t { none, yearly, carry, blocks };
inline constexpr std::array memories{Memory::none, Memory::yearly, Memory::carry, Memory::blocks};

// The catalogue with such a rule in every package: the year's minutes at once; half of what is
// unused carried for three months, at most as much as a month includes; or what exceeds bought in
// blocks of five hours that last six months. None of them pools.
Catalogue with_memory(Catalogue catalogue, Memory memory);

// 20,000 trials of twelve months over all offers, from the tables of charges to the chances: ten
// hours a month with the catalogue's second season, each month between half and one and a half of
// it. The figures of Trials::risks(), six an offer, then of cheapest_chances() among all offers.
std::vector<std::int64_t> run_trials(Catalogue const& catalogue);

} // namespace kontingent::bench
