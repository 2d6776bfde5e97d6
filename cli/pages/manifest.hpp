// What an installed page is called: its manifest, in the catalogue's first language and words,
// since an installed page begins at the root.
#pragma once

#include "core/base/language.hpp"
#include "templates/texts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kontingent::cli {

// The site's manifest with the page's title and description; nothing where it is no JSON object or
// the texts have none of these.
std::optional<std::string> manifest_in(Language language, templates::Texts const& texts,
                                       std::string_view manifest);

} // namespace kontingent::cli
