#include "core/json/unit_names.hpp"

#include <array>

namespace kontingent::json {
namespace {

struct Names {
    std::string_view of_minutes;
    std::string_view of_units;
};

constexpr std::array names{
    Names{"average_minutes", "average_units"},
    Names{"at_minutes", "at_units"},
    Names{"block_minutes", "block_units"},
    Names{"cap_minutes", "cap_units"},
    Names{"effective_hourly_rate", "effective_unit_rate"},
    Names{"expired_minutes", "expired_units"},
    Names{"expired_minutes_mean", "expired_units_mean"},
    Names{"from_minutes", "from_units"},
    Names{"high_minutes", "high_units"},
    Names{"hourly_rate", "unit_rate"},
    Names{"included_minutes", "included_units"},
    Names{"increment_minutes", "increment_units"},
    Names{"kind_minutes", "kind_units"},
    Names{"left_minutes", "left_units"},
    Names{"low_minutes", "low_units"},
    Names{"minutes", "units"},
    Names{"open_minutes", "open_units"},
    Names{"overage_minutes", "overage_units"},
    Names{"past_minutes", "past_units"},
    Names{"to_minutes", "to_units"},
    Names{"typical_minutes", "typical_units"},
    Names{"up_to_minutes", "up_to_units"},
    Names{"usage_minutes", "usage_units"},
    Names{"used_minutes", "used_units"},
    Names{"worked_minutes", "worked_units"},
};

} // namespace

std::string_view member_name(std::string_view name, bool counts_units) {
    for (Names const& one : names) {
        if (counts_units && one.of_minutes == name) {
            return one.of_units;
        }
    }
    return name;
}

} // namespace kontingent::json
