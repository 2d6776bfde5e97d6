// The language that the environment asks for.
#pragma once

#include "core/base/language.hpp"

#include <string_view>

namespace kontingent::cli {

// By POSIX and gettext: LC_ALL, else LC_MESSAGES, else LANG names a locale ("de_DE.UTF-8"). Where
// that is not "C", LANGUAGE may list others that are preferred ("pl:de"). English where none is
// spoken here.
Language language_of_environment();

// The language of a locale's name, or that of the first known in a list with colons.
Language language_of_locale(std::string_view locale, std::string_view preferred);

} // namespace kontingent::cli
