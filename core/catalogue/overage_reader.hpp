// Reads what is charged for work beyond the included minutes. Each kind of price has its reader in
// a file of its name.
#pragma once

#include "core/catalogue/overage.hpp"
#include "core/json/check.hpp"

#include <cstdint>

namespace kontingent {

inline constexpr json::Bounds tariff_minutes_bounds{1, 1'000'000};
inline constexpr std::int64_t price_max = 100'000'000'000;
inline constexpr std::int64_t rate_max = 1'000'000'000;

Overage read_overage(json::Checker& json, json::Value const* object);

// By mode: graduated and volume have tiers of one form.
void read_tiers(json::Checker& json, json::Value const& list, Overage& overage);
void read_block(json::Checker& json, json::Value const& list, Overage& overage);

} // namespace kontingent
