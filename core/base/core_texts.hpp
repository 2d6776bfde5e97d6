// Core's sentences: what is wrong with an input, an export, a step of a quote.
// languages/LL/core.json has them by these names.
#pragma once

#include "core/base/language.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kontingent {

enum class CoreText : std::uint8_t {
#define KONTINGENT_SHARED_TEXT(name, ...) name,
#define KONTINGENT_CORE_TEXT(name, ...) name,
#include "core/base/core_texts.def"
#undef KONTINGENT_SHARED_TEXT
#undef KONTINGENT_CORE_TEXT
    count_,
};

// Empty where the language was handed over without it.
std::string_view text_of(CoreText text, Language language);

// The text that stands `offset` places behind `first`: for the enumerators of a code, whose texts
// are in the same order.
constexpr CoreText text_behind(CoreText first, std::size_t offset) {
    return static_cast<CoreText>(static_cast<std::size_t>(first) + offset);
}

} // namespace kontingent
