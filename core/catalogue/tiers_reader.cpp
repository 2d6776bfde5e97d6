// Tiers of graduated and volume prices.
#include "core/catalogue/overage_reader.hpp"

#include <algorithm>

namespace kontingent {
namespace {

// Bounds rise, and exactly the last tier has none.
class BoundCheck {
public:
    void read(json::Checker& json, json::Value const& tier, json::Value const* bound) {
        bool const is_last = tier.next == 0;
        if (bound == nullptr && !is_last) {
            json.report(ErrorCode::open_tier_missing, tier);
        }
        if (bound == nullptr) {
            return;
        }
        if (is_last) {
            json.report(ErrorCode::open_tier_missing, *bound);
        }
        auto const count = json.integer(bound, tariff_minutes_bounds);
        if (!count) {
            return;
        }
        if (*count <= highest_) {
            json.report(ErrorCode::tiers_not_rising, *bound, highest_);
        }
        highest_ = std::max(highest_, *count);
    }

private:
    std::int64_t highest_ = 0;
};

} // namespace

void read_tiers(json::Checker& json, json::Value const& list, Overage& overage) {
    BoundCheck bounds;
    for (json::Value const& item : json.document().items(list)) {
        json::Members const members(json, &item,
                                    {{"up_to_minutes", json::Presence::optional},
                                     {"hourly_rate"},
                                     {"flat_fee", json::Presence::optional}});
        if (!members.is_object()) {
            continue;
        }
        json::Value const* up_to = members["up_to_minutes"];
        bounds.read(json, item, up_to);
        Tier tier;
        if (up_to != nullptr) {
            tier.up_to = Minutes{up_to->integer};
        }
        tier.hourly_rate =
            HourlyRate{json.money(members["hourly_rate"], rate_max).value_or(Money{}).minor};
        tier.flat_fee = json.money(members["flat_fee"], price_max);
        overage.tiers.push_back(tier);
    }
}

} // namespace kontingent
