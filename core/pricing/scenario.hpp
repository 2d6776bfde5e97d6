// What a prospect asks for: the forecast months and, for a quote, the package, term, pooling and
// VAT; for a comparison also what an offer must have, and how uncertain the months are.
// parse_scenario() reads the JSON of the contract and checks it against a catalogue.
#pragma once

#include "core/base/error.hpp"
#include "core/base/limits.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/fixed.hpp"
#include "core/pricing/pairs.hpp"
#include "core/pricing/requirements.hpp"
#include "core/pricing/special_discount.hpp"
#include "core/pricing/work.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kontingent {

enum class Vat : std::uint8_t { domestic, reverse_charge };

struct NoPooling {
    friend bool operator==(NoPooling, NoPooling) = default;
};

struct BestPooling {
    friend bool operator==(BestPooling, BestPooling) = default;
};

using Pooling = std::variant<NoPooling, BestPooling, PairList>;

// Either low and high minutes, as many as the usage and around it month by month, or past months to
// draw from.
struct Uncertainty {
    std::vector<Minutes> low;
    std::vector<Minutes> high;
    std::vector<Minutes> past;         // 1 to forecast_months_max; empty with low and high
    std::optional<std::uint64_t> seed; // 0 to 2^53; trial_seed_default where absent
    friend bool operator==(Uncertainty const&, Uncertainty const&) = default;
};

struct Scenario {
    std::vector<Minutes> usage; // one a month, as worked
    std::string package_id;     // a package's, or the on-demand id
    std::int32_t term_months = 1;
    Pooling pooling = NoPooling{};
    Vat vat = Vat::domestic;
    WorkDetails work = {};                   // how the usage is made up
    ChosenExtras extras = {};                // what is not named is what the offer includes
    SpecialDiscounts special_discounts = {}; // of a seller's scenario alone
    Requirements requirements = {};          // a quote ignores them …
    std::optional<Uncertainty> uncertainty = std::nullopt; // … and this
};

// A quote is for one package; a comparison is of all, and its scenario may name none.
enum class ScenarioUse : std::uint8_t { quote, comparison };

std::expected<Scenario, Errors> parse_scenario(std::string_view json, Catalogue const& catalogue,
                                               ScenarioUse use = ScenarioUse::quote);
// What a visitor's quote needs of it, which is all that the portal's requests carry.
std::string quoted_scenario_to_json(Scenario const& scenario, Catalogue const& catalogue);
// All of it.
std::string scenario_to_json(Scenario const& scenario, Catalogue const& catalogue);

} // namespace kontingent
