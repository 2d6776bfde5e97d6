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

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
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
    // Writes what exceeds over `minutes`, which are by kind, and fills all of the month but open
    // and net. `months_pooled` is 1, or 2 for a pooled pair, which only monthly allowances have.
    void use(std::span<std::int64_t> minutes, std::int32_t month, std::int32_t months_pooled,
             SettledMonth& settled);
    // The same of work of a single kind, which uses what is included; returns the month.
    SettledMonth use_one_kind(std::int64_t minutes, std::int32_t month, std::int32_t months_pooled);

    // What is still usable after the last month settled.
    Minutes left() const { return {lots_.total().count + period_left_}; }

private:
    // What a month can use: minutes of its own (or of its period) and those carried on.
    struct Usable {
        std::int64_t own;
        std::int64_t carried;
    };

    Usable begin_month(std::int32_t month, std::int32_t months_pooled);
    void end_month(std::int32_t month, Usable usable, std::int64_t used, SettledMonth& settled);
    void carry_on(Carry const& carry, std::int32_t month, std::int64_t own_left,
                  SettledMonth& settled);

    Offer const* offer_;
    Lots lots_;
    std::int64_t period_left_ = 0;
    std::int32_t period_end_ = 0; // the last month of the period begun
};

class Settlement {
public:
    explicit Settlement(Tariff const& tariff);

    // Begins again with month 1.
    void restart();

    [[gnu::always_inline]] SettledMonth settle(CountedWork const& counted, std::int32_t month,
                                               LineSink& sink) {
        return is_plain_       ? settle_plain(counted.by_kind[0], included_, month, sink)
               : has_one_kind_ ? settle_one_kind(counted.by_kind[0], 1, month, sink)
                               : settle_kinds(counted, nullptr, month, sink);
    }

    // A pooled pair, as one month with twice the included minutes: in its second, which is `month`.
    [[gnu::always_inline]] SettledMonth settle_pair(CountedWork const& one,
                                                    CountedWork const& other, std::int32_t month,
                                                    LineSink& sink) {
        return is_plain_
                   ? settle_plain(one.by_kind[0] + other.by_kind[0], 2 * included_, month, sink)
               : has_one_kind_ ? settle_one_kind(one.by_kind[0] + other.by_kind[0], 2, month, sink)
                               : settle_kinds(one, &other, month, sink);
    }

    // What settle() says of the minutes, without charging for them. Of an offer without memory.
    SettledMonth balance_of(CountedWork const& counted) {
        return is_plain_ ? plain_balance(counted.by_kind[0], included_) : kinds_balance(counted);
    }

    Minutes left() const { return balance_.left(); }

    Tariff const& tariff() const { return tariff_; }

private:
    // What AllowanceBalance::use() comes to where there is nothing to tell apart and nothing to
    // carry on.
    static SettledMonth plain_balance(std::int64_t minutes, std::int64_t usable) {
        SettledMonth settled;
        settled.usable = Minutes{usable};
        settled.overage = Minutes{std::max<std::int64_t>(minutes - usable, 0)};
        settled.expired = Minutes{std::max<std::int64_t>(usable - minutes, 0)};
        return settled;
    }

    // Months within what is included are the usual ones, and are settled without a call.
    SettledMonth settle_plain(std::int64_t minutes, std::int64_t usable, std::int32_t month,
                              LineSink& sink) {
        SettledMonth settled = plain_balance(minutes, usable);
        if (minutes > usable) {
            charge(sink, settled, tariff_.offer->overage, settled.overage, {}, month);
            if (has_discounts_) {
                put_discounts(sink, settled, month);
            }
        }
        return settled;
    }

    SettledMonth settle_one_kind(std::int64_t minutes, std::int32_t months_pooled,
                                 std::int32_t month, LineSink& sink);
    SettledMonth settle_kinds(CountedWork const& one, CountedWork const* pooled_with,
                              std::int32_t month, LineSink& sink);
    void charge_kinds(SettledMonth& settled, std::span<std::int64_t const> minutes,
                      std::int32_t month, LineSink& sink);
    SettledMonth kinds_balance(CountedWork const& counted);
    Lots& blocks_of(std::size_t kind);
    void charge(LineSink& sink, SettledMonth& settled, Overage const& overage, Minutes beyond,
                Maybe<std::uint8_t> kind, std::int32_t month);
    void put_discounts(LineSink& sink, SettledMonth& settled, std::int32_t month) const;

    Tariff tariff_;
    AllowanceBalance balance_;
    std::vector<Lots> blocks_; // what is left of them, by kind; empty until a block is bought
    std::int64_t included_;    // of a month
    bool has_one_kind_;
    bool is_plain_;      // one kind of work, and minutes that are included for a month alone
    bool has_discounts_; // on overage
};

} // namespace kontingent
