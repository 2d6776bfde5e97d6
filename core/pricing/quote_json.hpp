// Parts of a quote as JSON, shared by the documents that contain them.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/json/writer.hpp"
#include "core/pricing/line.hpp"
#include "core/pricing/pairs.hpp"
#include "core/pricing/scenario.hpp"
#include "core/pricing/special_discount.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace kontingent {

JsonText json_rate(std::optional<HourlyRate> const& rate); // null where there is none
JsonText json_pairs(PairList const& pairs);                // [[2, 3], [7, 8]]
JsonText json_pooling(Pooling const& pooling);             // "none", "best" or pairs
// A scenario without what was chosen for it.
JsonText needs_json(Scenario const& scenario, Catalogue const& catalogue);
// The members of a quote's line. `discounts` are those of its scenario.
std::vector<JsonMember> line_members(Catalogue const& catalogue, Line const& line,
                                     SpecialDiscounts const& discounts);
// Ids of the catalogue's extras at these places.
JsonText json_extras(Catalogue const& catalogue, std::vector<std::size_t> const& extras);

} // namespace kontingent
