// The program's own texts. They are compiled in, so a problem with them is our own mistake: what is
// written does without, and the log says so.
#pragma once

#include "core/base/language.hpp"
#include "templates/problems.hpp"
#include "templates/texts.hpp"

#include <string_view>

namespace kontingent::endpoint {

templates::Problems& logged_problems();

// "page": the texts of languages/LL/page.json.
templates::Texts logged_texts(std::string_view file, Language language);

} // namespace kontingent::endpoint
