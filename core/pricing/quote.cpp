#include "core/pricing/quote.hpp"

#include "core/base/small_sort.hpp"
#include "core/pricing/fixed.hpp"
#include "core/pricing/pooling.hpp"
#include "core/pricing/settlement.hpp"
#include "core/pricing/tariff.hpp"
#include "core/pricing/vat.hpp"

#include <span>
#include <string>
#include <utility>

namespace kontingent {
namespace {

[[gnu::cold]] std::unexpected<Errors> one_error(ErrorCode code, std::string pointer,
                                                ErrorDetail detail = {}) {
    return std::unexpected(Errors{{.code = code,
                                   .pointer = std::move(pointer),
                                   .line = 1,
                                   .column = 1,
                                   .detail = std::move(detail)}});
}

// The only members a quote is computed from; every overflow is one of their making.
[[gnu::cold]] std::unexpected<Errors> overflow_error() {
    return one_error(ErrorCode::overflow, "/usage_minutes");
}

[[gnu::cold]] Choices possible_terms(Subscription const& subscription) {
    Choices terms;
    for (OfferedTerm const& term : subscription.terms) {
        terms.push_back(std::to_string(term.months));
    }
    return terms;
}

// Base, discount and two tiers: more is made room for when it comes.
constexpr std::size_t lines_expected_a_month = 4;

std::expected<Tariff, Errors> tariff_for(Catalogue const& catalogue, Scenario const& scenario) {
    Offer const* offer = catalogue.find_offer(scenario.package_id);
    if (offer == nullptr) {
        return one_error(ErrorCode::unknown_id, "/package", scenario.package_id);
    }
    if (offer->subscription && offer->subscription->find_term(scenario.term_months) == nullptr) {
        return one_error(ErrorCode::unknown_value, "/term_months",
                         possible_terms(*offer->subscription));
    }
    Tariff tariff = tariff_of(catalogue, *offer, scenario.term_months);
    tariff.special_discounts = scenario.special_discounts;
    return tariff;
}

// A forecast as an offer counts it. On the stack and not cleared: a quote that is made over another
// allocates nothing.
class CountedMonths { // NOLINT(cppcoreguidelines-pro-type-member-init)
public:
    std::expected<void, Errors> count(Tariff const& tariff, Scenario const& scenario) {
        std::vector<Minutes> const& usage = scenario.usage;
        if (usage.empty() || usage.size() > forecast_months_max) {
            return one_error(
                ErrorCode::out_of_range, "/usage_minutes",
                Range{RangeOf::entries, 1, static_cast<std::int64_t>(forecast_months_max)});
        }
        // What count_work() comes to without kinds and tasks.
        bool const is_plain = scenario.work.is_plain() && tariff.offer->kinds.empty();
        count_ = usage.size();
        for (std::size_t i = 0; i < count_; ++i) {
            if (usage[i] < Minutes{0} || usage[i] > month_usage_max) {
                return one_error(ErrorCode::out_of_range, "/usage_minutes/" + std::to_string(i),
                                 Range{RangeOf::number, 0, month_usage_max.count});
            }
            if (is_plain) {
                months_[i].set_first_kind(round_up(usage[i].count, tariff.increment.count), 1);
            } else {
                months_[i] = count_work(tariff, month_work(scenario.work, i, usage[i], usage[i]));
            }
        }
        return {};
    }

    std::span<CountedWork const> months() const { return std::span(months_).first(count_); }

private:
    CountedWork months_[forecast_months_max];
    std::size_t count_ = 0;
};

// Pairs given by hand. They are offered only where months do not depend on each other, so one
// settlement serves them all.
std::expected<void, Errors> sum_savings(Quote& quote, Settlement& settlement,
                                        std::span<CountedWork const> months) {
    MoneySum saved;
    for (std::int32_t const first : quote.pooled_pairs) {
        auto const i = static_cast<std::size_t>(first);
        auto const saving = saving_of_pair(settlement, months[i - 1], months[i], first);
        if (!saving) {
            return overflow_error();
        }
        saved.add(Money{saving->money_minor});
    }
    if (saved.has_overflowed()) {
        return overflow_error();
    }
    quote.saved_by_pooling = saved.value();
    return {};
}

std::expected<void, Errors> fill_pairs(Quote& quote, Settlement& settlement,
                                       std::span<CountedWork const> months,
                                       Scenario const& scenario) {
    std::int32_t const pairs_per_term_max = settlement.tariff().pairs_per_term_max();
    PairList& pairs = quote.pooled_pairs;
    pairs.clear();
    quote.saved_by_pooling = Money{0};
    if (auto const* given = std::get_if<PairList>(&scenario.pooling)) {
        pairs = *given;
        if (!pairs.empty() && pairs_per_term_max == 0) {
            return one_error(ErrorCode::pooling_not_offered, "/pooling", scenario.package_id);
        }
        sort_few(pairs);
        Errors errors = errors_of_pairs(pairs, months.size(), pairs_per_term_max);
        if (!errors.empty()) {
            return std::unexpected(std::move(errors));
        }
        return sum_savings(quote, settlement, months);
    }
    if (!std::holds_alternative<BestPooling>(scenario.pooling)) {
        return {};
    }
    auto const saved = best_pairs(settlement, months, pairs);
    if (!saved) {
        return overflow_error();
    }
    quote.saved_by_pooling = *saved;
    return {};
}

// The month that has the same fixed lines as all later ones; a month beyond any forecast where
// there is none.
std::int32_t months_are_alike_from(Tariff const& tariff, ChosenExtras const& extras) {
    if (!months_are_alike(tariff)) {
        return static_cast<std::int32_t>(forecast_months_max);
    }
    bool const has_one_off =
        !extras.empty() || (tariff.term != nullptr && tariff.term->setup_fee != Money{0});
    return has_one_off ? 2 : 1;
}

// Goes over the months once: settles and itemises them.
class Itemiser {
public:
    Itemiser(Quote& quote, LineSink& sink, Settlement& settlement, ChosenExtras const& extras)
        : quote_(quote),
          tariff_(settlement.tariff()),
          extras_(extras),
          settlement_(settlement),
          sink_(sink),
          alike_from_(months_are_alike_from(tariff_, extras)),
          is_unlimited_(tariff_.allowance().is_unlimited) {
        settlement_.restart();
    }

    bool run(std::span<CountedWork const> months) {
        auto next_pair = quote_.pooled_pairs.cbegin();
        auto const pairs_end = quote_.pooled_pairs.cend();
        Month* const quoted = quote_.months.data();
        bool is_second = false; // of a pair
        for (std::size_t i = 0; i < months.size(); ++i) {
            auto const number = static_cast<std::int32_t>(i) + 1;
            bool const is_first = next_pair != pairs_end && *next_pair == number;
            next_pair += is_first ? 1 : 0;
            sink_.set_month(number);
            MoneySum net = itemise_fixed(number);
            fixed_.add(net);
            SettledMonth settled;
            if (is_second) {
                settled = settlement_.settle_pair(months[i - 1], months[i], number, sink_);
            } else if (!is_first) {
                settled = settlement_.settle(months[i], number, sink_);
            }
            if (is_first || is_second) {
                settled.usable = tariff_.allowance().included;
            }
            put_task_fee(months[i].task_count, settled.net);
            net.add(settled.net);
            quoted[i] = take(settled, number, months[i].total(), net.value());
            is_second = is_first;
        }
        sink_.close();
        return fill_sums();
    }

private:
    // Later months repeat the lines of the one that they are like.
    MoneySum itemise_fixed(std::int32_t month) {
        if (month > alike_from_) {
            sink_.repeat(alike_begin_, alike_end_);
            return alike_sum_;
        }
        alike_begin_ = sink_.count();
        alike_sum_ = {};
        alike_sum_.add(put_fixed(sink_, tariff_, extras_, month));
        alike_end_ = sink_.count();
        return alike_sum_;
    }

    Month take(SettledMonth const& settled, std::int32_t number, Minutes used, Money net) {
        used_ += used.count;
        overage_ += settled.overage.count;
        expired_ += settled.expired.count;
        open_ += settled.open.count;
        expected_.add(settled.net);
        return {.month = number,
                .used = used,
                .included = is_unlimited_ ? Maybe<Minutes>{} : settled.usable,
                .overage = settled.overage,
                .expired = settled.expired,
                .net = net};
    }

    void put_task_fee(std::int64_t task_count, MoneySum& expected) {
        if (task_count == 0 || tariff_.offer->task->fee == Money{0}) {
            return;
        }
        auto const fee = multiply(tariff_.offer->task->fee, task_count);
        expected.add(fee);
        sink_.put(
            Line{.kind = LineKind::task_fee, .quantity = task_count, .net = fee.value_or(Money{})});
    }

    // A month whose sum does not fit makes no total that does: no line but a discount is negative.
    bool fill_sums() {
        quote_.used = Minutes{used_};
        quote_.overage = Minutes{overage_};
        quote_.expired = Minutes{expired_};
        quote_.open = Minutes{open_};
        quote_.left = settlement_.left();
        quote_.fixed = fixed_.value();
        quote_.expected = expected_.value();
        MoneySum total = fixed_;
        total.add(expected_);
        quote_.line_total = total.value();
        return !total.has_overflowed();
    }

    Quote& quote_;
    Tariff const& tariff_;
    ChosenExtras const& extras_;
    Settlement& settlement_;
    LineSink& sink_;
    std::int32_t alike_from_;     // the month that all later ones are like
    std::size_t alike_begin_ = 0; // its lines among the quote's
    std::size_t alike_end_ = 0;
    MoneySum alike_sum_;
    bool is_unlimited_;
    MoneySum fixed_;
    MoneySum expected_;
    std::int64_t used_ = 0;
    std::int64_t overage_ = 0;
    std::int64_t expired_ = 0;
    std::int64_t open_ = 0;
};

Minutes granted(Allowance const& allowance, std::size_t month_count) {
    auto const months = static_cast<std::int64_t>(month_count);
    return {allowance.is_unlimited
                ? 0
                : allowance.included.count * divide_up(months, allowance.period_months)};
}

bool fill_rate(Quote& quote) {
    quote.effective_hourly_rate.reset();
    if (quote.worked == Minutes{0}) {
        return true;
    }
    auto const rate =
        multiply_divide_half_away(quote.net.minor, quote.counts_units ? 1 : 60, quote.worked.count);
    if (!rate) {
        return false;
    }
    quote.effective_hourly_rate = HourlyRate{*rate};
    return true;
}

bool fill_totals(Quote& quote, Catalogue const& catalogue, Vat vat) {
    auto const total = with_vat(catalogue, vat, quote.line_total);
    if (!total) {
        return false;
    }
    quote.net = total->net;
    quote.vat = total->vat;
    quote.gross = total->gross;
    return fill_rate(quote);
}

// Empties what the months will fill again, and keeps the storage.
void begin(Quote& quote, Catalogue const& catalogue, Scenario const& scenario,
           Tariff const& tariff) {
    quote.catalogue_id = catalogue.id;
    quote.package_id = scenario.package_id;
    quote.term_months = tariff.term != nullptr ? tariff.term->months : 1;
    quote.currency = catalogue.currency;
    quote.counts_units = catalogue.unit.has_value();
    quote.special_discounts = scenario.special_discounts;
    quote.months.resize(scenario.usage.size());
    quote.lines.reserve(lines_expected_a_month * quote.months.size());
    quote.worked = Minutes{0};
    for (Minutes const month : scenario.usage) {
        quote.worked.count += month.count;
    }
    quote.granted = granted(tariff.allowance(), scenario.usage.size());
    quote.missing_extras = missing_extras(*tariff.offer, scenario.extras);
}

} // namespace

std::expected<Quote, Errors> make_quote(Catalogue const& catalogue, Scenario const& scenario) {
    std::expected<Quote, Errors> quote;
    if (auto made = remake_quote(*quote, catalogue, scenario); !made) {
        quote = std::unexpected(std::move(made.error()));
    }
    return quote;
}

// Built for speed, which it would not be within a caller that is built for size.
[[gnu::noinline]] std::expected<void, Errors> remake_quote(Quote& quote, Catalogue const& catalogue,
                                                           Scenario const& scenario) {
    auto const tariff = tariff_for(catalogue, scenario);
    if (!tariff) {
        return std::unexpected(tariff.error());
    }
    if (scenario.vat == Vat::reverse_charge &&
        (catalogue.prices_include_vat || catalogue.is_small_business)) {
        return one_error(ErrorCode::no_reverse_charge, "/vat");
    }
    CountedMonths counted;
    if (auto made = counted.count(*tariff, scenario); !made) {
        return made;
    }
    Settlement settlement(*tariff);
    if (auto filled = fill_pairs(quote, settlement, counted.months(), scenario); !filled) {
        return filled;
    }
    begin(quote, catalogue, scenario, *tariff);
    auto const beyond = committed_beyond(*tariff, scenario.extras,
                                         static_cast<std::int32_t>(scenario.usage.size()));
    LineSink sink(quote.lines);
    if (!beyond || !Itemiser(quote, sink, settlement, scenario.extras).run(counted.months()) ||
        !fill_totals(quote, catalogue, scenario.vat)) {
        return overflow_error();
    }
    quote.committed_beyond = *beyond;
    return {};
}

} // namespace kontingent
