// Minutes that can be used for some months and then lapse: what an allowance carries on, and what
// is left of bought blocks. The oldest are used first.
#pragma once

#include "core/base/units.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace kontingent {

class Lots {
public:
    void clear() {
        lots_.clear();
        oldest_ = 0;
        total_ = 0;
    }

    // All lots of one owner are usable for equally many months, so they lapse in the order in which
    // they come. `usable_months` are those from `month` on, `month` included; none: without end.
    void add(Minutes minutes, std::int32_t month, std::optional<std::int32_t> usable_months) {
        if (minutes.count > 0) {
            lots_.push_back({minutes.count, usable_months
                                                ? month + *usable_months - 1
                                                : std::numeric_limits<std::int32_t>::max()});
            total_ += minutes.count;
        }
    }

    // Takes as much of `wanted` as there is and returns what it took.
    Minutes take(Minutes wanted) {
        std::int64_t rest = wanted.count;
        while (rest > 0 && oldest_ < lots_.size()) {
            Lot& lot = lots_[oldest_];
            std::int64_t const taken = std::min(rest, lot.minutes);
            lot.minutes -= taken;
            rest -= taken;
            oldest_ += lot.minutes == 0 ? 1 : 0;
        }
        total_ -= wanted.count - rest;
        return {wanted.count - rest};
    }

    // Drops what cannot be used after `month` and returns how much that was.
    Minutes lapse(std::int32_t month) {
        std::int64_t lapsed = 0;
        while (oldest_ < lots_.size() && lots_[oldest_].last_month <= month) {
            lapsed += lots_[oldest_++].minutes;
        }
        total_ -= lapsed;
        return {lapsed};
    }

    Minutes total() const { return {total_}; }

private:
    struct Lot {
        std::int64_t minutes;
        std::int32_t last_month;
    };

    std::vector<Lot> lots_;
    std::size_t oldest_ = 0;
    std::int64_t total_ = 0;
};

} // namespace kontingent
