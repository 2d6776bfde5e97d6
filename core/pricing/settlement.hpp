// The one engine that settles months: a month's counted work against what an offer includes, and
// what exceeds against its tariffs. A quote settles into lines, trials and curves into sums.
//
// Months are settled in their order; a pooled pair is settled as one month with twice the included
// minutes. What months leave to later ones (carried minutes, the rest of a period, bought blocks)
// is kept here, so one settlement serves one forecast at a time.
#pragma once

#include "core/base/units.hpp"
#include "core/pricing/counting.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/lots.hpp"
#include "core/pricing/money_sum.hpp"
#include "core/pricing/tariff.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace kontingent {

struct SettledMonth {
    Minutes usable;  // included minutes that the month could use; 0 where they are unlimited
    Minutes overage; // open minutes included
    Minutes expired; // what lapses at the month's end
    Minutes open;    // work without a price
    MoneySum net;    // overage and flat fees with the discount on them
};

// What of a month's work exceeds what an offer includes, kind by kind.
class AllowanceBalance {
public:
    explicit AllowanceBalance(Tariff const& tariff) : offer_(tariff.offer) { restart(); }

    void restart();
    // Writes what exceeds over `counted` and fills all of the month but open and net.
    // `months_pooled` is 1, or 2 for a pooled pair, which only monthly allowances have.
    void use(CountedWork& counted, std::int32_t month, std::int32_t months_pooled,
             SettledMonth& settled);

    // What is still usable after the last month settled.
    Minutes left() const { return {lots_.total().count + period_left_}; }

private:
    void close_month(std::int32_t month, std::int64_t own_left, SettledMonth& settled);

    Offer const* offer_;
    Lots lots_;
    std::int64_t period_left_ = 0;
};

class Settlement {
public:
    explicit Settlement(Tariff const& tariff);

    // Begins again with month 1.
    void restart();

    // A month of counted work; `months_pooled` as for AllowanceBalance::use().
    SettledMonth settle(CountedWork const& counted, std::int32_t month, std::int32_t months_pooled,
                        LineSink&& sink = {});

    Minutes left() const { return balance_.left(); }

private:
    void settle_plain(SettledMonth& settled, std::int64_t minutes, std::int32_t month,
                      std::int32_t months_pooled, LineSink& sink);
    void settle_kinds(SettledMonth& settled, CountedWork counted, std::int32_t month,
                      std::int32_t months_pooled, LineSink& sink);
    Lots& blocks_of(std::size_t kind);
    void charge(LineSink& sink, SettledMonth& settled, Overage const& overage, Minutes beyond,
                std::optional<std::uint8_t> kind, std::int32_t month);
    void put_discount(LineSink& sink, SettledMonth& settled) const;

    Tariff tariff_;
    AllowanceBalance balance_;
    std::vector<Lots> blocks_; // what is left of them, by kind; empty until a block is bought
    bool is_plain_;            // one kind of work, and minutes that are included for a month alone
};

} // namespace kontingent
