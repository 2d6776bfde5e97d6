// Text that goes into a terminal or a mail: core's numbers and the catalogue's words with ordinary
// spaces and without control characters, and its width in columns.
#pragma once

#include "core/base/language.hpp"
#include "core/base/units.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace kontingent::cli {

// No-break spaces become spaces; control characters, which could steer a terminal, become spaces,
// too.
std::string plain(std::string_view text);

// Unicode code points: the columns that letters, digits and signs of our languages take.
std::size_t width_of(std::string_view text);

std::string money_text(Money money, std::string_view currency, Language language);
std::string hours_text(Minutes minutes, Language language);
std::string percent_text(BasisPoints part, Language language);

} // namespace kontingent::cli
