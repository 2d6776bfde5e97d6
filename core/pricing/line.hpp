// One line of a quote: the smallest amount that is itemised and the only place where money is
// rounded.
#pragma once

#include "core/base/units.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kontingent {

enum class LineKind : std::uint8_t { base, term_discount, overage, overage_flat_fee };

// As in the quote's JSON: "base", "term_discount", "overage", "overage_flat_fee".
std::string_view line_kind_text(LineKind kind);

struct Line {
    std::int32_t month = 1;
    LineKind kind = LineKind::base;
    std::optional<Minutes> minutes;
    std::optional<HourlyRate> hourly_rate;
    Money net;
    friend bool operator==(Line const&, Line const&) = default;
};

using Lines = std::vector<Line>;

std::expected<Money, Overflow> sum_of(std::span<Line const> lines);

} // namespace kontingent
