// What a prospect asks for: the forecast months and, for a quote, the package, term, pooling and
// VAT. parse_scenario() reads the JSON of the contract and checks it against a catalogue.
#pragma once

#include "core/catalogue.hpp"
#include "core/fault.hpp"
#include "core/units.hpp"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kontingent {

inline constexpr std::size_t forecast_months_max = 120;
inline constexpr Minutes month_usage_max{60'000};
inline constexpr std::size_t scenario_bytes_max = 1u << 20;

enum class Vat : std::uint8_t { domestic, reverse_charge };

struct NoPooling {
    friend bool operator==(NoPooling, NoPooling) = default;
};

struct BestPooling {
    friend bool operator==(BestPooling, BestPooling) = default;
};

// First months of pooled pairs (m, m + 1), rising; months count from 1.
using PairList = std::vector<std::int32_t>;
using Pooling = std::variant<NoPooling, BestPooling, PairList>;

struct Scenario {
    std::vector<Minutes> usage; // one a month, as entered (not yet rounded to the increment)
    std::string package_id;     // a package's, or the on-demand id
    std::int32_t term_months = 1;
    Pooling pooling = NoPooling{};
    Vat vat = Vat::domestic;
};

std::expected<Scenario, Faults> parse_scenario(std::string_view json, Catalogue const& catalogue);
std::string scenario_to_json(Scenario const& scenario);

} // namespace kontingent
