// A catalogue and the needs with which the portal begins, for the tests of links.
#pragma once

#include "core/advice/needs.hpp"
#include "core/catalogue/catalogue.hpp"
#include "tests/core/offers.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kontingent::tests {

inline constexpr std::int32_t december_2026 = 12 * 2026 + 11;

inline Catalogue catalogue_with_services(std::string id, std::vector<std::string> const& services) {
    Catalogue catalogue = small_catalogue();
    catalogue.id = std::move(id);
    for (std::string const& service : services) {
        catalogue.services.push_back({.id = service, .name = {}, .description = {}});
    }
    for (std::int32_t level = 1; level <= 4; ++level) {
        catalogue.levels.push_back({.level = level,
                                    .name = {},
                                    .definition = {},
                                    .examples = {},
                                    .typical_effort = Minutes{300 - 60 * level}});
    }
    for (char const* const id : {"regular", "urgent", "design"}) {
        catalogue.kinds.emplace_back().id = id;
    }
    for (char const* const id : {"site", "user"}) {
        catalogue.extras.push_back({.id = id, .name = {}, .summary = {}, .max = 500});
    }
    return catalogue;
}

// As the portal begins.
inline Needs first_needs(Catalogue const& catalogue) {
    Needs needs;
    needs.average = Minutes{720};
    for (SupportLevel const& level : catalogue.levels) {
        needs.incidents.push_back({.tenths_a_month = 0, .effort = level.typical_effort});
    }
    return needs;
}

} // namespace kontingent::tests
