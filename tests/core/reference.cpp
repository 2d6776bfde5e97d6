#include "tests/core/reference.hpp"

#include <algorithm>
#include <deque>
#include <limits>
#include <numeric>
#include <optional>
#include <tuple>

namespace kontingent::tests {
namespace {

using Number = std::int64_t;
using ByKind = std::vector<Number>;

Number up(Number number, Number step) {
    return (number + step - 1) / step * step;
}

// Of numbers from 0 on.
Number rounded(Number dividend, Number divisor) {
    return (2 * dividend + divisor) / (2 * divisor);
}

struct Lot {
    Number minutes;
    Number last_month;
};

struct Work {
    ByKind counted;
    Number tasks = 0;
};

constexpr Number for_ever = std::numeric_limits<Number>::max();

class Reference {
public:
    Reference(Catalogue const& catalogue, Scenario const& scenario)
        : catalogue_(catalogue),
          scenario_(scenario),
          offer_(*catalogue.find_offer(scenario.package_id)),
          blocks_(std::max<std::size_t>(catalogue.kinds.size(), 1)) {
        if (offer_.subscription) {
            term_ = offer_.subscription->find_term(scenario.term_months);
        }
    }

    ReferenceQuote quote(PairList const& pairs) {
        Number const months = static_cast<Number>(scenario_.usage.size());
        for (Number month = 1; month <= months; ++month) {
            auto const starts = [&](Number first) {
                return std::ranges::find(pairs, first) != pairs.end();
            };
            Work work = work_of(month);
            Number const used = std::reduce(work.counted.begin(), work.counted.end());
            bool const is_pair = starts(month - 1);
            settled_ = {};
            Number net = 0;
            if (is_pair) {
                Work const before = work_of(month - 1);
                for (std::size_t kind = 0; kind < work.counted.size(); ++kind) {
                    work.counted[kind] += before.counted[kind];
                }
            }
            if (!starts(month)) {
                net = settle(work.counted, month, is_pair ? 2 : 1);
            }
            if (is_pair || starts(month)) {
                settled_.usable = offer_.allowance.included.count;
            }
            net += offer_.task ? work.tasks * offer_.task->fee.minor : 0;
            Number const fixed = fixed_of(month);
            result_.expected += net;
            result_.fixed += fixed;
            write(month, used, fixed + net);
        }
        finish(months);
        return result_;
    }

    // The month alone, as if it were the first.
    std::pair<Number, Number> overage_and_expired(Number month) {
        settled_ = {};
        settle(work_of(month).counted, 1, 1);
        return {settled_.overage, settled_.expired};
    }

private:
    struct Settled {
        Number usable = 0, overage = 0, expired = 0;
    };

    Number counted_task(Number size) const {
        TaskRule const& rule = *offer_.task;
        Number const first = rule.first.count;
        Number const counts =
            size <= first ? first : first + up(size - first, rule.increment.count);
        return std::max(counts, rule.minimum.count);
    }

    Work work_of(Number month) const {
        auto const index = static_cast<std::size_t>(month - 1);
        ByKind worked(blocks_.size());
        std::vector<Task> tasks;
        if (!scenario_.work.tasks.empty()) {
            tasks = scenario_.work.tasks[index];
            for (Task const& task : tasks) {
                worked[task.kind] += task.size.count;
            }
        } else {
            worked[0] = scenario_.usage[index].count;
            for (KindMonths const& kind : scenario_.work.kinds) {
                worked[kind.kind] += kind.months[index].count;
                worked[0] -= kind.months[index].count;
            }
            for (std::size_t kind = 0; kind < worked.size() && scenario_.work.task_size; ++kind) {
                Number left = worked[kind];
                for (; left >= scenario_.work.task_size->count;
                     left -= scenario_.work.task_size->count) {
                    tasks.push_back({*scenario_.work.task_size, kind});
                }
                if (left > 0) {
                    tasks.push_back({Minutes{left}, kind});
                }
            }
        }
        Work work;
        work.counted = worked;
        if (offer_.task && !tasks.empty()) {
            work.counted.assign(worked.size(), 0);
            for (Task const& task : tasks) {
                work.counted[task.kind] += counted_task(task.size.count);
            }
            work.tasks = static_cast<Number>(tasks.size());
        }
        for (std::size_t kind = 0; kind < worked.size(); ++kind) {
            Number const minutes = up(work.counted[kind], catalogue_.billing_increment.count);
            Number const share = offer_.kinds.empty() ? 10'000 : offer_.kinds[kind].counts.value;
            work.counted[kind] = (minutes * share + 9'999) / 10'000;
        }
        return work;
    }

    // What is owed for the work if it is used.
    Number settle(ByKind counted, Number month, Number pooled) {
        use_included(counted, month, pooled);
        Number shared = 0;
        Number sum = 0;
        for (std::size_t kind = 0; kind < counted.size(); ++kind) {
            settled_.overage += counted[kind];
            if (offer_.kinds.empty() || !offer_.kinds[kind].overage) {
                shared += counted[kind];
            } else {
                sum += price(*offer_.kinds[kind].overage, counted[kind], kind, month);
            }
        }
        sum += price(offer_.overage, shared, 0, month);
        result_.overage += settled_.overage;
        bool const is_discounted = catalogue_.term_discount_applies_to.overage && term_ != nullptr;
        return is_discounted ? sum - rounded(sum * term_->discount.value, 10'000) : sum;
    }

    void use_included(ByKind& counted, Number month, Number pooled) {
        Allowance const& allowance = offer_.allowance;
        Number const period = allowance.period_months;
        if ((month - 1) % period == 0) {
            own_ = allowance.included.count * pooled;
        }
        for (Lot const& lot : lots_) {
            settled_.usable += lot.minutes;
        }
        settled_.usable += own_;
        for (std::size_t kind = 0; kind < counted.size(); ++kind) {
            if (!offer_.kinds.empty() && !offer_.kinds[kind].uses_included) {
                continue;
            }
            if (allowance.is_unlimited) {
                result_.from_included += counted[kind];
                counted[kind] = 0;
                continue;
            }
            while (counted[kind] > 0 && !lots_.empty()) {
                take(lots_.front().minutes, counted[kind]);
                if (lots_.front().minutes == 0) {
                    lots_.pop_front();
                }
            }
            take(own_, counted[kind]);
        }
        if (month % period == 0) {
            end_period(month);
        }
    }

    void take(Number& from, Number& wanted) {
        Number const taken = std::min(from, wanted);
        from -= taken;
        wanted -= taken;
        result_.from_included += taken;
    }

    void end_period(Number month) {
        settled_.expired = own_;
        if (auto const& carry = offer_.allowance.carry) {
            while (!lots_.empty() && lots_.front().last_month <= month) {
                settled_.expired += lots_.front().minutes;
                lots_.pop_front();
            }
            Number held = 0;
            for (Lot const& lot : lots_) {
                held += lot.minutes;
            }
            Number lot = own_ * carry->share.value / 10'000;
            if (carry->cap) {
                lot = std::min(lot, std::max<Number>(carry->cap->count - held, 0));
            }
            settled_.expired -= lot;
            if (lot > 0) {
                lots_.push_back({lot, carry->months ? month + *carry->months : for_ever});
            }
        }
        result_.expired += settled_.expired;
        own_ = 0;
    }

    Number price(Overage const& overage, Number minutes, std::size_t owner, Number month) {
        if (minutes == 0) {
            return 0;
        }
        switch (overage.mode) {
        case OverageMode::graduated:
        case OverageMode::volume:
            result_.charged += minutes;
            return price_tiers(overage, minutes);
        case OverageMode::block:
            return price_blocks(overage, minutes, owner, month);
        case OverageMode::on_request:
            result_.open += minutes;
            return 0;
        }
        return 0;
    }

    Number price_tiers(Overage const& overage, Number minutes) const {
        Number sum = 0;
        Number lower = 0;
        Number const rate_of = catalogue_.unit ? 1 : 60;
        for (Tier const& tier : overage.tiers) {
            Number const upper = tier.up_to ? tier.up_to->count : for_ever;
            bool const is_volume = overage.mode == OverageMode::volume;
            if (minutes <= lower) {
                break;
            }
            Number const inside = is_volume ? minutes : std::min(minutes, upper) - lower;
            if (!is_volume || minutes <= upper) {
                sum += rounded(inside * tier.hourly_rate.minor_per_hour, rate_of);
                sum += tier.flat_fee ? tier.flat_fee->minor : 0;
            }
            lower = upper;
        }
        return sum;
    }

    Number price_blocks(Overage const& overage, Number minutes, std::size_t owner, Number month) {
        result_.from_blocks += minutes;
        std::deque<Lot>& bought = blocks_[owner];
        while (!bought.empty() && bought.front().last_month < month) {
            bought.pop_front();
        }
        while (minutes > 0 && !bought.empty()) {
            Number const taken = std::min(minutes, bought.front().minutes);
            minutes -= taken;
            bought.front().minutes -= taken;
            if (bought.front().minutes == 0) {
                bought.pop_front();
            }
        }
        Number const blocks = up(minutes, overage.block_size.count) / overage.block_size.count;
        Number const valid = overage.block_valid_months.value_or(1'000);
        // Of a pair, and where a block is valid for its month, nothing is left.
        if (valid > 1 && blocks > 0) {
            bought.push_back({blocks * overage.block_size.count - minutes, month + valid - 1});
        }
        return blocks * overage.block_price.minor;
    }

    Number fixed_of(Number month) const {
        Number const monthly = extras_of(&OfferedExtra::monthly_price);
        Number const once = month == 1 ? extras_of(&OfferedExtra::one_off_price) : 0;
        if (term_ == nullptr) {
            return monthly + once;
        }
        auto const discounted = [this](Number amount, bool applies) {
            return applies ? amount - rounded(amount * term_->discount.value, 10'000) : amount;
        };
        DiscountScope const scope = catalogue_.term_discount_applies_to;
        Number sum = discounted(monthly, scope.extras) + once;
        sum += month == 1 ? term_->setup_fee.minor : 0;
        if (!term_->total) {
            return sum + discounted(offer_.subscription->monthly_price.minor, scope.base);
        }
        Number const k = (month - 1) % term_->months + 1;
        return sum + term_->total->minor * k / term_->months -
               term_->total->minor * (k - 1) / term_->months;
    }

    Number extras_of(std::optional<Money> OfferedExtra::* price) const {
        Number sum = 0;
        for (ChosenExtra const& chosen : scenario_.extras) {
            for (OfferedExtra const& offered : offer_.extras) {
                if (offered.extra == chosen.extra && offered.*price) {
                    sum += std::max(chosen.number - offered.included, 0) * (offered.*price)->minor;
                }
            }
        }
        return sum;
    }

    void write(Number month, Number used, Number net) {
        result_.months +=
            (month > 1 ? "; " : "") + std::to_string(month) + ": " + std::to_string(used) + " of " +
            (offer_.allowance.is_unlimited ? "unlimited" : std::to_string(settled_.usable)) + " +" +
            std::to_string(settled_.overage) + " -" + std::to_string(settled_.expired) + " = " +
            std::to_string(net);
    }

    void finish(Number months) {
        Number const total = result_.fixed + result_.expected;
        Number const vat = scenario_.vat == Vat::reverse_charge ? 0 : catalogue_.vat.value;
        result_.net = catalogue_.prices_include_vat ? rounded(total * 10'000, 10'000 + vat) : total;
        result_.vat =
            catalogue_.prices_include_vat ? total - result_.net : rounded(total * vat, 10'000);
        Number const term = term_ != nullptr ? term_->months : 1;
        for (Number month = months + 1; term_ != nullptr && month <= up(months, term); ++month) {
            result_.committed_beyond += fixed_of(month);
        }
        result_.left = own_;
        for (Lot const& lot : lots_) {
            result_.left += lot.minutes;
        }
    }

    Catalogue const& catalogue_;
    Scenario const& scenario_;
    Offer const& offer_;
    OfferedTerm const* term_ = nullptr;
    ReferenceQuote result_;
    Settled settled_;
    Number own_ = 0; // of the month or period
    std::deque<Lot> lots_;
    std::vector<std::deque<Lot>> blocks_; // by the kind whose tariff they are of
};

} // namespace

ReferenceQuote reference_quote(Catalogue const& catalogue, Scenario const& scenario) {
    auto const* pairs = std::get_if<PairList>(&scenario.pooling);
    return Reference(catalogue, scenario).quote(pairs != nullptr ? *pairs : PairList{});
}

PairList reference_pairs(Catalogue const& catalogue, Scenario const& scenario) {
    auto const months = static_cast<std::int32_t>(scenario.usage.size());
    std::int32_t const limit =
        catalogue.find_offer(scenario.package_id)->allowance.pooling_pairs_per_term_max;
    std::vector<std::int32_t> begun(10);
    using Rank = std::tuple<Number, Number, std::size_t, PairList>;
    std::optional<Rank> best;
    PairList pairs;
    auto const may_pool = [&](std::int32_t first) {
        Reference one(catalogue, scenario);
        Reference two(catalogue, scenario);
        auto const [over, spare] = one.overage_and_expired(first);
        auto const [over_2, spare_2] = two.overage_and_expired(first + 1);
        return (over > 0 && spare_2 > 0) || (spare > 0 && over_2 > 0);
    };
    auto const extend = [&](auto const& self, std::int32_t month) -> void {
        if (month >= months) {
            ReferenceQuote const quote = Reference(catalogue, scenario).quote(pairs);
            Rank rank{quote.open, quote.fixed + quote.expected, pairs.size(), pairs};
            if (!best || rank < *best) {
                best = rank;
            }
            return;
        }
        self(self, month + 1);
        std::int32_t& in_run = begun[static_cast<std::size_t>((month - 1) / 12)];
        if (in_run < limit && may_pool(month)) {
            ++in_run;
            pairs.push_back(month);
            self(self, month + 2);
            pairs.pop_back();
            --in_run;
        }
    };
    extend(extend, 1);
    return std::get<PairList>(*best);
}

} // namespace kontingent::tests
