// The languages that tests name. No other code does.
#pragma once

#include "core/base/language.hpp"

namespace kontingent {

inline Language const german = *language_of_tag("de"); // NOLINT(bugprone-unchecked-optional-access)
inline Language const english =
    *language_of_tag("en");                            // NOLINT(bugprone-unchecked-optional-access)
inline Language const french = *language_of_tag("fr"); // NOLINT(bugprone-unchecked-optional-access)
inline Language const polish = *language_of_tag("pl"); // NOLINT(bugprone-unchecked-optional-access)

} // namespace kontingent
