// The one tier of block prices.
#include "core/catalogue/overage_reader.hpp"

namespace kontingent {

void read_block(json::Checker& json, json::Value const& list, Overage& overage) {
    for (json::Value const& item : json.document().items(list)) {
        json::Members const members(json, &item, {{"block_minutes"}, {"block_price"}});
        overage.block_size =
            Minutes{json.integer(members["block_minutes"], tariff_minutes_bounds).value_or(1)};
        overage.block_price = json.money(members["block_price"], price_max).value_or(Money{});
    }
}

} // namespace kontingent
