// The page's language: all that the module speaks. What core needs of a language comes with the
// portal's texts.
#pragma once

#include "core/base/error.hpp"
#include "ui/texts.hpp"

#include <expected>
#include <string_view>

namespace kontingent::wasm {

// Reads portal.LL.json, a list of three: the tags of all languages, for catalogues that speak more
// than the page; the page's language as language_from() takes it; the portal's texts. To be called
// once, before anything asks for languages().
std::expected<ui::Texts, Errors> take_page_language(std::string_view json);

// Of the language that was taken.
Language page_language();

} // namespace kontingent::wasm
