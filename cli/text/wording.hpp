// Every word of the program's output for people, by language. Texts and the order of their
// arguments are in wording.def, the words in languages/LL/program.json: the build fails where a
// language lacks one.
#pragma once

#include "core/base/language.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace kontingent::cli {

// A noun with its number, by plural category: "1 Monat", "12 Monate".
struct Counted {
    std::array<std::string_view, plural_count> forms;
};

struct Wording {
#define KONTINGENT_TEXT(name, ...) std::string_view name;
#define KONTINGENT_COUNTED(name, ...) Counted name;
#include "cli/text/wording.def"
#undef KONTINGENT_TEXT
#undef KONTINGENT_COUNTED
};

// Generated from the languages' folders (languages/generate.mjs).
Wording const& wording(Language language);

// Puts the arguments, in the order of wording.def, into the text's places.
std::string filled(std::string_view text, std::initializer_list<std::string_view> arguments);
// The form that fits the number.
std::string_view form_for(Counted const& noun, std::int64_t count, Language language);
// The number with its noun.
std::string counted(Counted const& noun, std::int64_t count, Language language);

} // namespace kontingent::cli
