// What `kontingent check` says of a valid catalogue: its offers in its own money and hours, so that
// a misplaced decimal point is visible, and what is unlikely.
#pragma once

#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"

#include <string>
#include <string_view>

namespace kontingent::cli {

std::string check_text(std::string_view file, Catalogue const& catalogue, Language language);

// {"catalogue", "currency", "languages", "offers": [{"id", "monthly_price", "included_minutes",
// "included_per", "included_hour_price", "overage_hour_price", "terms"}], "warnings": [{"code",
// "text"}]}; amounts in minor units, null where there is none. With units, names say so as in the
// catalogue.
std::string check_json(Catalogue const& catalogue, Language language);

} // namespace kontingent::cli
