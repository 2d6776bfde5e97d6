// What work beyond the included minutes is charged by: a tariff of one of four modes.
#pragma once

#include "core/base/units.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace kontingent {

enum class OverageMode : std::uint8_t { graduated, volume, block, on_request };

struct Tier {
    std::optional<Minutes> up_to; // upper bound, included; none on the last tier
    HourlyRate hourly_rate;
    std::optional<Money> flat_fee;
};

struct Overage {
    OverageMode mode = OverageMode::graduated;
    std::vector<Tier> tiers; // graduated, volume
    Minutes block_size;      // block
    Money block_price;       // block
    // block: how many months one can be used in, that of its purchase included; none: without end
    std::optional<std::int32_t> block_valid_months = 1;

    // What is left of a block is of use in later months.
    bool keeps_blocks() const { return mode == OverageMode::block && block_valid_months != 1; }
};

} // namespace kontingent
