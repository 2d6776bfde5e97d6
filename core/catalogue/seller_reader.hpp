// Reads who offers what the catalogue has.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/json/check.hpp"

namespace kontingent {

Seller read_seller(json::Checker& json, json::Value const* object);

} // namespace kontingent
