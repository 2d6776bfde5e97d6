// A sum that remembers an overflow, so that it is asked for once and not at every addend.
#pragma once

#include "core/base/units.hpp"

#include <expected>

namespace kontingent {

class MoneySum {
public:
    void add(Money money) {
        has_overflowed_ |= __builtin_add_overflow(sum_.minor, money.minor, &sum_.minor);
    }

    void add(std::expected<Money, Overflow> const& money) {
        if (money) {
            add(*money);
        } else {
            has_overflowed_ = true;
        }
    }

    void add(MoneySum const& other) {
        has_overflowed_ |= other.has_overflowed_;
        add(other.sum_);
    }

    bool has_overflowed() const { return has_overflowed_; }

    // Of no meaning after an overflow.
    Money value() const { return sum_; }

    std::expected<Money, Overflow> total() const {
        if (has_overflowed_) {
            return std::unexpected(Overflow{});
        }
        return sum_;
    }

private:
    Money sum_;
    bool has_overflowed_ = false;
};

} // namespace kontingent
