#include "core/advice/forecast.hpp"

#include "core/base/limits.hpp"

#include <algorithm>
#include <utility>

namespace kontingent {
namespace {

using Months = std::vector<Minutes>;

// What enters is at most month_usage_max in each of forecast_months_max months, so products of two
// such sums are far from 64 bits.
Minutes limited(std::int64_t count) {
    return Minutes{std::clamp<std::int64_t>(count, 0, month_usage_max.count)};
}

std::int64_t sum_of(Months const& months) {
    std::int64_t sum = 0;
    for (Minutes const month : months) {
        sum += month.count;
    }
    return sum;
}

Months spread(Minutes average, Season const& season, std::int32_t first_month, std::size_t count) {
    std::int64_t const year = limited(average.count).count * 12;
    std::int64_t weight_of_year = 0;
    for (std::int32_t const weight : season) {
        weight_of_year += weight;
    }
    Season const& weights = weight_of_year > 0 ? season : even_season;
    weight_of_year = weight_of_year > 0 ? weight_of_year : 12 * std::int64_t{even_season[0]};
    Months months(count);
    std::int64_t weight = 0;
    std::int64_t taken = 0;
    auto calendar_month = static_cast<std::size_t>(first_month);
    for (Minutes& month : months) {
        weight += weights[calendar_month++ % 12];
        std::int64_t const so_far = divide_half_up(year * weight, weight_of_year);
        month = limited(so_far - taken);
        taken = so_far;
    }
    return months;
}

// Months that are known, rising; those between them too where the person says that they are zero.
std::vector<PastMonth> known_months(Needs const& needs) {
    std::vector<PastMonth> latest_first;
    for (std::size_t index = needs.past.size(); index-- > 0;) {
        PastMonth const& past = needs.past[index];
        while (needs.gaps == Gaps::zero && !latest_first.empty() &&
               latest_first.back().month > past.month + 1 &&
               latest_first.size() < past_months_max) {
            latest_first.push_back({.month = latest_first.back().month - 1, .used = {}});
        }
        if (latest_first.size() >= past_months_max) {
            break;
        }
        latest_first.push_back({.month = past.month, .used = limited(past.used.count)});
    }
    std::ranges::reverse(latest_first);
    return latest_first;
}

Minutes mean(std::vector<PastMonth> const& past, std::int32_t calendar_month) {
    std::int64_t sums[2] = {0, 0}; // of this calendar month, of all
    std::int64_t counts[2] = {0, 0};
    for (PastMonth const& month : past) {
        bool const is_other = month.month % 12 != calendar_month;
        for (std::size_t of = is_other ? 1 : 0; of < 2; ++of) {
            sums[of] += month.used.count;
            ++counts[of];
        }
    }
    std::size_t const of = counts[0] > 0 ? 0 : 1;
    return counts[of] > 0 ? Minutes{divide_half_up(sums[of], counts[of])} : Minutes{0};
}

Months scaled(Months const& months, std::int64_t numerator, std::int64_t denominator) {
    Months result;
    result.reserve(months.size());
    for (Minutes const month : months) {
        result.push_back(limited(divide_half_up(month.count * numerator, denominator)));
    }
    return result;
}

// Kinds that take nothing are left out.
std::vector<KindMonths> kinds_of(std::vector<NeededKind> const& needed, Months const& typical) {
    std::vector<KindMonths> kinds;
    Months rest = typical;
    for (NeededKind const& need : needed) {
        KindMonths kind{.kind = need.kind, .months = need.months};
        if (kind.months.empty()) {
            kind.months = scaled(typical, need.share.value, 10'000);
        }
        kind.months.resize(typical.size());
        for (std::size_t index = 0; index < typical.size(); ++index) {
            kind.months[index] = std::min(kind.months[index], rest[index]);
            rest[index].count -= kind.months[index].count;
        }
        if (sum_of(kind.months) > 0) {
            kinds.push_back(std::move(kind));
        }
    }
    return kinds;
}

class Forecaster {
public:
    Forecaster(Needs const& needs, Catalogue const& catalogue, std::int32_t first_month)
        : needs_(needs),
          horizon_(static_cast<std::size_t>(catalogue.horizon_months)),
          first_month_(first_month) {}

    Forecast forecast() const {
        Forecast result;
        std::vector<PastMonth> past;
        if (needs_.way == NeedsWay::history) {
            past = known_months(needs_);
        }
        result.typical = typical(past);
        result.low = result.typical;
        result.high = result.typical;
        result.work.kinds = kinds_of(needs_.kinds, result.typical);
        if (needs_.task_size > Minutes{0}) {
            result.work.task_size = needs_.task_size;
        }
        result.extras = needs_.extras;
        if (needs_.certainty == Certainty::quarter || needs_.certainty == Certainty::half) {
            int const quarters = needs_.certainty == Certainty::quarter ? 1 : 2;
            result.low = scaled(result.typical, 4 - quarters, 4);
            result.high = scaled(result.typical, 4 + quarters, 4);
        }
        if (needs_.certainty == Certainty::own) {
            result.low = of_average(needs_.low, result.typical);
            result.high = of_average(needs_.high, result.typical);
            for (std::size_t index = 0; index < result.typical.size(); ++index) {
                result.low[index] = std::min(result.low[index], result.typical[index]);
                result.high[index] = std::max(result.high[index], result.typical[index]);
            }
        }
        if (needs_.certainty == Certainty::resampled) {
            for (PastMonth const& month : past) {
                result.resample.push_back(month.used);
            }
        }
        return result;
    }

private:
    Months typical(std::vector<PastMonth> const& past) const {
        if (needs_.way == NeedsWay::history) {
            Months months;
            for (std::size_t index = 0; index < horizon_; ++index) {
                auto const month = static_cast<std::int32_t>(index) + first_month_;
                months.push_back(mean(past, month % 12));
            }
            return months;
        }
        if (needs_.way == NeedsWay::by_month) {
            return needs_.months.empty() ? Months(horizon_) : scaled(needs_.months, 1, 1);
        }
        return spread(needs_.way == NeedsWay::incidents ? incidents_average(needs_)
                                                        : needs_.average,
                      needs_.season, first_month_, horizon_);
    }

    // The months that an average comes to when it is spread as the typical one.
    Months of_average(Minutes average, Months const& typical) const {
        if (needs_.way == NeedsWay::average || needs_.way == NeedsWay::incidents) {
            return spread(average, needs_.season, first_month_, horizon_);
        }
        std::int64_t const sum = sum_of(typical);
        if (sum == 0) {
            return Months(typical.size(), limited(average.count));
        }
        auto const count = static_cast<std::int64_t>(typical.size());
        return scaled(typical, limited(average.count).count * count, sum);
    }

    Needs const& needs_;
    std::size_t horizon_;
    std::int32_t first_month_;
};

} // namespace

Minutes average_of(std::vector<Minutes> const& months) {
    auto const count = static_cast<std::int64_t>(months.size());
    return Minutes{count > 0 ? divide_half_up(sum_of(months), count) : 0};
}

Minutes incidents_average(Needs const& needs) {
    std::int64_t tenths = 0;
    for (Incidents const& incidents : needs.incidents) {
        tenths += incidents.tenths_a_month * incidents.effort.count;
    }
    return limited(divide_half_up(std::max<std::int64_t>(tenths, 0), 10));
}

Forecast forecast_of(Needs const& needs, Catalogue const& catalogue, std::int32_t first_month) {
    return Forecaster(needs, catalogue, first_month).forecast();
}

} // namespace kontingent
