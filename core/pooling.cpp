#include "core/pooling.hpp"

#include <algorithm>
#include <string>

namespace kontingent {
namespace {

constexpr std::size_t run_months = static_cast<std::size_t>(pooling_run_months);

// 12 neighbouring months begin at most 6 disjoint pairs, whatever the catalogue allows.
constexpr std::size_t pairs_in_run_max = 6;

// What the months from one on save at best, and with how many pairs.
struct Rest {
    std::int64_t saved = 0;
    std::int32_t pair_count = 0;
};

// Among equals an earlier pair makes the smaller list, so a pair is taken wherever it keeps the
// optimum.
bool takes_pair(Rest with_pair, Rest without) {
    return with_pair.saved > without.saved ||
           (with_pair.saved == without.saved && with_pair.pair_count <= without.pair_count);
}

// A dynamic programme over months, from the last to the first. A row says of one month the best
// rest by the number of pairs already begun in its run.
class BestRests {
public:
    // No limit: pairs need not be counted, and every row has one entry.
    explicit BestRests(std::span<Money const> savings) : savings_(savings) {}

    BestRests(std::span<Money const> savings, std::size_t pairs_max)
        : savings_(savings), pairs_max_(pairs_max), counted_(1) {}

    PairChoice choose() {
        for (std::size_t i = savings_.size(); i-- > 0;) {
            fill(i);
        }
        return walk();
    }

private:
    using Row = std::array<Rest, pairs_in_run_max + 1>;

    // Pairs begun in the run of month i + step, where `begun` of them stand in the run of month i.
    static std::size_t begun_after(std::size_t i, std::size_t step, std::size_t begun) {
        return i / run_months == (i + step) / run_months ? begun : 0;
    }

    void fill(std::size_t i) {
        Row const& next = rows_[(i + 1) % 3];
        Row const& after_pair = rows_[(i + 2) % 3];
        Row& row = rows_[i % 3];
        std::int64_t const saving = savings_[i].minor;
        unsigned taken = 0;
        for (std::size_t begun = 0; begun <= pairs_max_; ++begun) {
            row[begun] = next[begun_after(i, 1, begun)];
            if (saving <= 0 || begun + counted_ > pairs_max_) {
                continue;
            }
            Rest with_pair = after_pair[begun_after(i, 2, begun + counted_)];
            with_pair.saved += saving;
            ++with_pair.pair_count;
            if (takes_pair(with_pair, row[begun])) {
                row[begun] = with_pair;
                taken |= 1u << begun;
            }
        }
        taken_[i] = static_cast<std::uint8_t>(taken);
    }

    PairChoice walk() const {
        PairChoice choice;
        std::size_t begun = 0;
        for (std::size_t i = 0; i < savings_.size();) {
            bool const is_taken = (taken_[i] >> begun & 1u) != 0;
            std::size_t const step = is_taken ? 2 : 1;
            if (is_taken) {
                choice.first_months[choice.count++] = static_cast<std::uint8_t>(i);
                begun += counted_;
            }
            begun = begun_after(i, step, begun);
            i += step;
        }
        return choice;
    }

    std::span<Money const> savings_;
    std::size_t pairs_max_ = 0;
    std::size_t counted_ = 0;   // what a pair adds to the pairs begun
    std::array<Row, 3> rows_{}; // of the three months in sight; nothing is left after the last
    std::array<std::uint8_t, forecast_months_max> taken_{}; // a bit by pairs begun
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

} // namespace

std::expected<Money, Overflow> extra_charge(Tariff const& tariff, Minutes included, Minutes used) {
    auto const sum = extra_sum(tariff, balance_of(included, used).overage);
    if (!sum || *sum < Money{0} || *sum > settlement_extra_max) {
        return std::unexpected(Overflow{});
    }
    return sum;
}

PairChoice choose_pairs(std::span<Money const> savings, std::int32_t pairs_per_term_max) {
    bool const can_save =
        std::ranges::any_of(savings, [](Money saving) { return saving > Money{0}; });
    if (!can_save || pairs_per_term_max <= 0) {
        return {};
    }
    // The best pairs of all, where they keep the limit, are the best that keep it.
    auto const pairs_max = std::min(static_cast<std::size_t>(pairs_per_term_max), pairs_in_run_max);
    PairChoice const unlimited = BestRests(savings).choose();
    return keeps_limit(unlimited, pairs_max) ? unlimited : BestRests(savings, pairs_max).choose();
}

std::expected<PairList, Overflow> best_pairs(Tariff const& tariff, std::span<Minutes const> usage) {
    PairList pairs;
    if (tariff.pairs_per_term_max == 0) {
        return pairs;
    }
    std::array<Money, forecast_months_max> savings;
    Money before;
    for (std::size_t i = 0; i < usage.size(); ++i) {
        auto const alone = extra_charge(tariff, tariff.included, usage[i]);
        auto const pooled = i == 0 ? Money{0}
                                   : extra_charge(tariff, Minutes{2 * tariff.included.count},
                                                  Minutes{usage[i - 1].count + usage[i].count});
        if (!alone || !pooled) {
            return std::unexpected(Overflow{});
        }
        if (i > 0) {
            savings[i - 1].minor = before.minor + alone->minor - pooled->minor;
        }
        before = *alone;
    }
    std::size_t const neighbours = std::max<std::size_t>(usage.size(), 1) - 1;
    PairChoice const choice =
        choose_pairs(std::span<Money const>(savings.data(), neighbours), tariff.pairs_per_term_max);
    pairs.reserve(choice.count);
    for (std::size_t i = 0; i < choice.count; ++i) {
        pairs.push_back(choice.first_months[i] + 1);
    }
    return pairs;
}

std::vector<Fault> faults_of_pairs(PairList const& pairs, std::size_t month_count,
                                   std::int32_t pairs_per_term_max) {
    std::vector<Fault> faults;
    std::int32_t run = -1;
    std::int32_t begun = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        std::int32_t const first = pairs[i];
        auto const report = [&](FaultCode code, std::string detail) {
            faults.push_back({.code = code,
                              .pointer = "/pooling/" + std::to_string(i),
                              .line = 1,
                              .column = 1,
                              .detail = std::move(detail)});
        };
        if (first < 1 || static_cast<std::size_t>(first) >= month_count) {
            report(FaultCode::pair_outside_forecast, std::to_string(month_count));
            continue;
        }
        if (i > 0 && first <= pairs[i - 1] + 1) {
            report(FaultCode::pair_overlaps, std::to_string(first));
        }
        if ((first - 1) / pooling_run_months != run) {
            begun = 0;
        }
        run = (first - 1) / pooling_run_months;
        if (++begun == pairs_per_term_max + 1) {
            report(FaultCode::too_many_pairs, std::to_string(pairs_per_term_max));
        }
    }
    return faults;
}

} // namespace kontingent
