// The catalogue's own accent colour, as the page's style sheet takes it. A file of its own, because
// the page's security policy allows no styles inside the page.
#pragma once

#include "core/catalogue/catalogue.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kontingent::cli {

inline constexpr std::string_view theme_file = "theme.css";

// Nothing where the catalogue has no accent. The dark scheme gets the accent that core makes
// readable there.
std::optional<std::string> theme_styles(Catalogue const& catalogue);

} // namespace kontingent::cli
