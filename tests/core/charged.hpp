// What a tariff charges for one month's minutes, as rows of a table.
#pragma once

#include "core/catalogue/overage.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/tier.hpp"

#include <cstdint>
#include <expected>
#include <span>

namespace kontingent::tests {

struct ChargedRow {
    char const* name;
    std::int64_t minutes;
    char const* lines; // as text_of() writes them
};

// By the engine, of an offer that includes nothing.
std::expected<Lines, Overflow> lines_of(Overage const& overage, Minutes beyond,
                                        RateUnit rate_unit = RateUnit::hour);

void check_rows(Overage const& overage, std::span<ChargedRow const> rows,
                RateUnit rate_unit = RateUnit::hour);

} // namespace kontingent::tests
