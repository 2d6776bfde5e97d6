#include "core/pooling.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace kontingent {
namespace {

// 12 neighbouring months begin at most 6 disjoint pairs, whatever the catalogue allows.
constexpr std::size_t pairs_in_run_max = 6;

// What the rest of the forecast costs at best, and with how many pairs: compared in this order.
struct Rest {
    Money net;
    std::int32_t pair_count = 0;
    friend auto operator<=>(Rest const&, Rest const&) = default;
};

// Extra costs of the months from one on, by the number of pairs already begun in that month's run.
using RestByPairsBegun = std::array<Rest, pairs_in_run_max + 1>;

// What is settled in one go: each month alone, and each pair by its first month, one fewer.
struct Extras {
    std::vector<Money> alone;
    std::vector<Money> pooled;
};

std::expected<Money, Overflow> extra_of(Tariff const& tariff, Minutes included, Minutes used) {
    auto const lines = extra_lines(tariff, balance_of(included, used).overage, 1);
    if (!lines) {
        return std::unexpected(lines.error());
    }
    return sum_of(*lines);
}

std::expected<Extras, Overflow> extras_of(Tariff const& tariff, std::span<Minutes const> usage) {
    Extras extras;
    for (std::size_t i = 0; i < usage.size(); ++i) {
        auto const alone = extra_of(tariff, tariff.included, usage[i]);
        if (!alone) {
            return std::unexpected(alone.error());
        }
        extras.alone.push_back(*alone);
        if (i + 1 == usage.size()) {
            break;
        }
        auto const pooled = extra_of(tariff, Minutes{2 * tariff.included.count},
                                     Minutes{usage[i].count + usage[i + 1].count});
        if (!pooled) {
            return std::unexpected(pooled.error());
        }
        extras.pooled.push_back(*pooled);
    }
    return extras;
}

// Pairs begun in the run of month i + step, where `begun` of them stand in the run of month i.
std::size_t begun_after(std::size_t i, std::size_t step, std::size_t begun) {
    auto const run = static_cast<std::size_t>(pooling_run_months);
    return i / run == (i + step) / run ? begun : 0;
}

// The table of a dynamic programme over months, from the last to the first.
class BestRests {
public:
    BestRests(Extras extras, std::size_t pairs_max)
        : extras_(std::move(extras)), pairs_max_(pairs_max), rests_(extras_.alone.size() + 1) {}

    // False where a sum overflows.
    bool fill() {
        for (std::size_t i = extras_.alone.size(); i-- > 0;) {
            for (std::size_t begun = 0; begun <= pairs_max_; ++begun) {
                auto const alone = rest_alone(i, begun);
                auto const pooled = can_pool(i, begun) ? rest_pooled(i, begun) : alone;
                if (!alone || !pooled) {
                    return false;
                }
                rests_[i][begun] = std::min(*alone, *pooled);
            }
        }
        return true;
    }

    // Among equals an earlier pair makes the smaller list, so a pair is taken wherever it keeps the
    // optimum.
    PairList pairs() const {
        PairList pairs;
        std::size_t begun = 0;
        for (std::size_t i = 0; i < extras_.alone.size();) {
            bool const is_pooled = can_pool(i, begun) && rest_pooled(i, begun) == rests_[i][begun];
            std::size_t const step = is_pooled ? 2 : 1;
            if (is_pooled) {
                pairs.push_back(static_cast<std::int32_t>(i) + 1);
            }
            begun = begun_after(i, step, begun + (is_pooled ? 1 : 0));
            i += step;
        }
        return pairs;
    }

private:
    bool can_pool(std::size_t i, std::size_t begun) const {
        return begun < pairs_max_ && i < extras_.pooled.size();
    }

    std::expected<Rest, Overflow> rest_alone(std::size_t i, std::size_t begun) const {
        return plus(extras_.alone[i], rests_[i + 1][begun_after(i, 1, begun)], 0);
    }

    std::expected<Rest, Overflow> rest_pooled(std::size_t i, std::size_t begun) const {
        return plus(extras_.pooled[i], rests_[i + 2][begun_after(i, 2, begun + 1)], 1);
    }

    static std::expected<Rest, Overflow> plus(Money extra, Rest const& rest,
                                              std::int32_t pair_count) {
        auto const net = add(extra, rest.net);
        if (!net) {
            return std::unexpected(net.error());
        }
        return Rest{*net, rest.pair_count + pair_count};
    }

    Extras extras_;
    std::size_t pairs_max_;
    std::vector<RestByPairsBegun> rests_;
};

std::size_t useful_pairs(std::int32_t pairs_per_term_max) {
    if (pairs_per_term_max <= 0) {
        return 0;
    }
    return std::min(static_cast<std::size_t>(pairs_per_term_max), pairs_in_run_max);
}

} // namespace

std::expected<PairList, Overflow> best_pairs(Tariff const& tariff, std::span<Minutes const> usage) {
    std::size_t const pairs_max = useful_pairs(tariff.pairs_per_term_max);
    if (pairs_max == 0) {
        return PairList{};
    }
    auto extras = extras_of(tariff, usage);
    if (!extras) {
        return std::unexpected(extras.error());
    }
    BestRests rests(std::move(*extras), pairs_max);
    if (!rests.fill()) {
        return std::unexpected(Overflow{});
    }
    return rests.pairs();
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
