// Reads and writes special discounts as scenarios and documents have them.
#pragma once

#include "core/json/check.hpp"
#include "core/json/writer.hpp"
#include "core/pricing/special_discount.hpp"

namespace kontingent {

// Null is an empty list. What is wrong is left with the checker.
SpecialDiscounts read_special_discounts(json::Checker& checker, json::Value const* list);

JsonText json_special_discounts(SpecialDiscounts const& discounts);

} // namespace kontingent
