// ISO 4217: which currency codes there are.
#pragma once

#include <string_view>

namespace kontingent {

bool is_currency(std::string_view code);

} // namespace kontingent
