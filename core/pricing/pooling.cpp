#include "core/pricing/pooling.hpp"

#include <algorithm>
#include <string>

namespace kontingent {
namespace {

constexpr std::size_t run_months = static_cast<std::size_t>(pooling_run_months);

// 12 neighbouring months begin at most 6 disjoint pairs, whatever the catalogue allows.
constexpr std::size_t pairs_in_run_max = 6;

// What the months from one on save at best, and with how many pairs.
template <class Saving>
struct Rest {
    Saving saved;
    std::int32_t pair_count;
};

// Whether the months are better off with one more pair: by the saving, then by the fewest pairs.
// Among equals an earlier pair makes the smaller list, so a pair is taken wherever it keeps the
// optimum; one that saves nothing never does. Without a branch, as is better(): which way it goes
// is as good as random, and a branch guessed wrong costs more than all of it.
template <class Saving>
bool takes_pair(Rest<Saving> const& with_pair, Rest<Saving> const& without) {
    auto const saves_more = static_cast<unsigned>(with_pair.saved > without.saved);
    auto const saves_as_much = static_cast<unsigned>(with_pair.saved == without.saved);
    auto const no_more_pairs = static_cast<unsigned>(with_pair.pair_count <= without.pair_count);
    return (saves_more | (saves_as_much & no_more_pairs)) != 0;
}

template <class Saving>
Rest<Saving> better(bool is_taken, Rest<Saving> const& with_pair, Rest<Saving> const& without) {
    return {is_taken ? with_pair.saved : without.saved,
            is_taken ? with_pair.pair_count : without.pair_count};
}

// Both are dynamic programmes over months, from the last to the first, whose decisions are then
// followed from the first on. Arrays are not cleared: each entry is written before it is read, and
// clearing them would take longer than what is worked out. The best pairs without a limit:
template <class Saving>
void choose_unlimited(std::span<Saving const> savings, PairChoice& choice) {
    bool taken[forecast_months_max];
    Rest<Saving> next{{}, 0};
    Rest<Saving> after_pair{{}, 0};
    for (std::size_t i = savings.size(); i-- > 0;) {
        Rest<Saving> const with_pair{after_pair.saved + savings[i], after_pair.pair_count + 1};
        taken[i] = takes_pair(with_pair, next);
        after_pair = next;
        next = better(taken[i], with_pair, next);
    }
    choice.count = 0;
    for (std::size_t i = 0; i < savings.size(); ++i) {
        if (taken[i]) {
            choice.first_months[choice.count++] = static_cast<std::uint8_t>(i++);
        }
    }
}

// With at most `pairs_max` in a run. A row says of one month the best rest by the number of pairs
// already begun in its run.
template <class Saving>
class LimitedRests {
public:
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init)
    LimitedRests(std::span<Saving const> savings, std::size_t pairs_max)
        : savings_(savings), pairs_max_(pairs_max) {}

    void choose(PairChoice& choice) {
        std::size_t const count = savings_.size();
        for (std::size_t begun = 0; begun <= pairs_max_; ++begun) {
            rows_[count % 3][begun] = rows_[(count + 1) % 3][begun] = {{}, 0};
        }
        for (std::size_t i = count; i-- > 0;) {
            fill(i);
        }
        walk(choice);
    }

private:
    using Row = Rest<Saving>[pairs_in_run_max + 1];

    // All bits where month i + step is in the run of month i, where pairs begun still count.
    static std::size_t same_run(std::size_t i, std::size_t step) {
        return i % run_months + step < run_months ? ~std::size_t{0} : 0;
    }

    void fill(std::size_t i) {
        Row const& next = rows_[(i + 1) % 3];
        Row const& after_pair = rows_[(i + 2) % 3];
        Row& row = rows_[i % 3];
        std::size_t const next_mask = same_run(i, 1);
        std::size_t const after_mask = same_run(i, 2);
        Saving const saving = savings_[i];
        unsigned taken = 0;
        row[pairs_max_] = next[pairs_max_ & next_mask];
        for (std::size_t begun = 0; begun < pairs_max_; ++begun) {
            Rest<Saving> const without = next[begun & next_mask];
            Rest<Saving> const rest = after_pair[(begun + 1) & after_mask];
            Rest<Saving> const with_pair{rest.saved + saving, rest.pair_count + 1};
            bool const is_taken = takes_pair(with_pair, without);
            row[begun] = better(is_taken, with_pair, without);
            taken |= (is_taken ? 1u : 0u) << begun;
        }
        taken_[i] = static_cast<std::uint8_t>(taken);
    }

    void walk(PairChoice& choice) const {
        choice.count = 0;
        std::size_t begun = 0;
        for (std::size_t i = 0; i < savings_.size();) {
            bool const is_taken = (taken_[i] >> begun & 1u) != 0;
            std::size_t const step = is_taken ? 2 : 1;
            if (is_taken) {
                choice.first_months[choice.count++] = static_cast<std::uint8_t>(i);
                ++begun;
            }
            begun &= same_run(i, step);
            i += step;
        }
    }

    std::span<Saving const> savings_;
    std::size_t pairs_max_;
    Row rows_[3];                             // of the three months in sight
    std::uint8_t taken_[forecast_months_max]; // a bit by pairs begun
};

bool keeps_limit(PairChoice const& choice, std::size_t pairs_max) {
    // More than the limit in one run: a pair, and the one `pairs_max` places behind it.
    for (std::size_t i = pairs_max; i < choice.count; ++i) {
        if (choice.first_months[i] / run_months ==
            choice.first_months[i - pairs_max] / run_months) {
            return false;
        }
    }
    return true;
}

template <class Saving>
PairChoice choose(std::span<Saving const> savings, std::int32_t pairs_per_term_max) {
    PairChoice choice;
    bool const can_save =
        std::ranges::any_of(savings, [](Saving const& saving) { return saving > Saving{}; });
    if (!can_save || pairs_per_term_max <= 0) {
        return choice;
    }
    // The best pairs of all, where they keep the limit, are the best that keep it.
    auto const pairs_max = std::min(static_cast<std::size_t>(pairs_per_term_max), pairs_in_run_max);
    choose_unlimited(savings, choice);
    if (!keeps_limit(choice, pairs_max)) {
        LimitedRests<Saving>(savings, pairs_max).choose(choice);
    }
    return choice;
}

bool is_bounded(SettledMonth const& settled) {
    return !settled.net.has_overflowed() && settled.net.value() <= settlement_extra_max;
}

PairSaving saving(SettledMonth const& one, SettledMonth const& other, SettledMonth const& pooled) {
    return {one.open.count + other.open.count - pooled.open.count,
            one.net.value().minor + other.net.value().minor - pooled.net.value().minor};
}

} // namespace

std::expected<PairSaving, Overflow> saving_of_pair(Settlement& settlement, CountedWork const& one,
                                                   CountedWork const& other,
                                                   std::int32_t first_month) {
    // Offers that can pool have no memory, so a month can be settled again and in any order. Its
    // number (from 1) counts only for discounts of certain months.
    LineSink none;
    SettledMonth const first = settlement.settle(one, first_month, none);
    SettledMonth const second = settlement.settle(other, first_month + 1, none);
    SettledMonth const pooled = settlement.settle_pair(one, other, first_month + 1, none);
    if (!is_bounded(first) || !is_bounded(second) || !is_bounded(pooled)) {
        return std::unexpected(Overflow{});
    }
    return saving(first, second, pooled);
}

PairChoice choose_pairs(std::span<std::int64_t const> savings_minor,
                        std::int32_t pairs_per_term_max) {
    return choose(savings_minor, pairs_per_term_max);
}

PairChoice choose_pairs(std::span<PairSaving const> savings, std::int32_t pairs_per_term_max) {
    return choose(savings, pairs_per_term_max);
}

std::expected<Money, Overflow> best_pairs(Settlement& settlement,
                                          std::span<CountedWork const> months, PairList& pairs) {
    pairs.clear();
    Money saved;
    std::int32_t const pairs_per_term_max = settlement.tariff().pairs_per_term_max();
    if (pairs_per_term_max == 0 || months.empty()) {
        return saved;
    }
    PairSaving savings[forecast_months_max]; // neither is cleared
    std::int64_t savings_minor[forecast_months_max];
    bool has_open_work = false;
    bool has_candidate = false;
    std::size_t const count = months.size() - 1;
    SettledMonth one = settlement.balance_of(months[0]);
    for (std::size_t i = 0; i < count; ++i) {
        SettledMonth const other = settlement.balance_of(months[i + 1]);
        PairSaving saving{};
        // Few pairs come into question, so months are charged only here.
        if (may_pool(one, other)) {
            auto const made = saving_of_pair(settlement, months[i], months[i + 1],
                                             static_cast<std::int32_t>(i) + 1);
            if (!made) {
                return std::unexpected(made.error());
            }
            saving = *made;
            has_open_work = has_open_work || saving.open_minutes != 0;
            has_candidate = true;
        }
        savings[i] = saving;
        savings_minor[i] = saving.money_minor;
        one.overage = other.overage; // may_pool() reads no more
        one.expired = other.expired;
    }
    if (!has_candidate) {
        return saved;
    }
    PairChoice const choice =
        has_open_work
            ? choose_pairs(std::span<PairSaving const>(savings, count), pairs_per_term_max)
            : choose_pairs(std::span<std::int64_t const>(savings_minor, count), pairs_per_term_max);
    for (std::size_t i = 0; i < choice.count; ++i) {
        pairs.push_back(choice.first_months[i] + 1);
        saved.minor += savings_minor[choice.first_months[i]];
    }
    return saved;
}

std::vector<Error> errors_of_pairs(PairList const& pairs, std::size_t month_count,
                                   std::int32_t pairs_per_term_max) {
    std::vector<Error> errors;
    std::int32_t run = -1;
    std::int32_t begun = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        std::int32_t const first = pairs[i];
        auto const report = [&](ErrorCode code, std::int64_t detail) {
            errors.push_back({.code = code,
                              .pointer = "/pooling/" + std::to_string(i),
                              .line = 1,
                              .column = 1,
                              .detail = detail});
        };
        if (first < 1 || static_cast<std::size_t>(first) >= month_count) {
            report(ErrorCode::pair_outside_forecast, static_cast<std::int64_t>(month_count));
            continue;
        }
        if (i > 0 && first <= pairs[i - 1] + 1) {
            report(ErrorCode::pair_overlaps, first);
        }
        if ((first - 1) / pooling_run_months != run) {
            begun = 0;
        }
        run = (first - 1) / pooling_run_months;
        if (++begun == pairs_per_term_max + 1) {
            report(ErrorCode::too_many_pairs, pairs_per_term_max);
        }
    }
    return errors;
}

} // namespace kontingent
