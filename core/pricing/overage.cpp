#include "core/pricing/overage.hpp"

#include <algorithm>

namespace kontingent {
namespace {

// Where lines go, so that itemising and adding are one computation.
class IntoLines {
public:
    IntoLines(Lines& lines, std::int32_t month) : lines_(lines), month_(month) {}

    [[gnu::always_inline]] void put(LineKind kind, std::optional<Minutes> minutes,
                                    std::optional<HourlyRate> rate, Money net) {
        lines_.emplace_back(month_, kind, minutes, rate, net);
    }

private:
    Lines& lines_;
    std::int32_t month_;
};

class Nowhere {
public:
    void put(LineKind, std::optional<Minutes>, std::optional<HourlyRate>, Money) {}
};

// A sum that remembers an overflow, so that it is asked for once and not line by line.
class Sum {
public:
    void add(Money money) {
        overflowed_ |= __builtin_add_overflow(sum_.minor, money.minor, &sum_.minor);
    }

    void add(std::expected<Money, Overflow> money) {
        overflowed_ |= !money.has_value();
        add(money.value_or(Money{0}));
    }

    std::expected<Money, Overflow> total() const {
        return overflowed_ ? std::expected<Money, Overflow>(std::unexpected(Overflow{})) : sum_;
    }

private:
    Money sum_;
    bool overflowed_ = false;
};

template <class Output>
[[gnu::always_inline]] inline void put_tier(Output& out, Sum& sum, Tier const& tier,
                                            Minutes minutes) {
    auto const net = charge(minutes, tier.hourly_rate);
    sum.add(net);
    out.put(LineKind::overage, minutes, tier.hourly_rate, net.value_or(Money{0}));
    if (tier.flat_fee) {
        out.put(LineKind::overage_flat_fee, std::nullopt, std::nullopt, *tier.flat_fee);
        sum.add(*tier.flat_fee);
    }
}

template <class Output>
std::expected<Money, Overflow> put_graduated(Output& out, Overage const& overage, Minutes extra) {
    Sum sum;
    Minutes lower;
    for (Tier const& tier : overage.tiers) {
        if (extra <= lower) {
            break;
        }
        Minutes const upper = tier.up_to ? std::min(*tier.up_to, extra) : extra;
        put_tier(out, sum, tier, Minutes{upper.count - lower.count});
        lower = upper;
    }
    return sum.total();
}

template <class Output>
std::expected<Money, Overflow> put_volume(Output& out, Overage const& overage, Minutes extra) {
    for (Tier const& tier : overage.tiers) {
        if (!tier.up_to || extra <= *tier.up_to) {
            Sum sum;
            put_tier(out, sum, tier, extra);
            return sum.total();
        }
    }
    return Money{0};
}

template <class Output>
std::expected<Money, Overflow> put_blocks(Output& out, Overage const& overage, Minutes extra) {
    auto const net =
        multiply(overage.block_price, divide_up(extra.count, overage.block_size.count));
    if (!net) {
        return net;
    }
    out.put(LineKind::overage, extra, std::nullopt, *net);
    return net;
}

template <class Output>
std::expected<Money, Overflow> put_overage(Output out, Overage const& overage, Minutes extra) {
    if (extra <= Minutes{0}) {
        return Money{0};
    }
    switch (overage.mode) {
    case OverageMode::graduated:
        return put_graduated(out, overage, extra);
    case OverageMode::volume:
        return put_volume(out, overage, extra);
    case OverageMode::block:
        return put_blocks(out, overage, extra);
    case OverageMode::on_request:
        return Money{0};
    }
    return Money{0};
}

} // namespace

std::expected<Money, Overflow> append_overage(Lines& lines, Overage const& overage, Minutes extra,
                                              std::int32_t month) {
    return put_overage(IntoLines{lines, month}, overage, extra);
}

std::expected<Money, Overflow> overage_sum(Overage const& overage, Minutes extra) {
    return put_overage(Nowhere{}, overage, extra);
}

} // namespace kontingent
