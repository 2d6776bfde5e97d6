// The desk's own words, besides the portal's (ui/texts.hpp). languages/LL/desk.json gives each its
// name; the build makes lists of them in the order of texts.def, for all languages: the desk is
// not loaded by visitors, and a quote may be in another language than the page.
#pragma once

#include "core/base/fill.hpp"
#include "core/base/language.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class DeskText : std::uint16_t {
#define KONTINGENT_TEXT(name) name,
#include "ui/desk/texts.def"
#undef KONTINGENT_TEXT
};

// In the orders of ui/texts.def and ui/desk/texts.def; both are made by the build.
std::span<std::string_view const> portal_text_list(Language language);
std::span<std::string_view const> desk_text_list(Language language);

class DeskTexts {
public:
    explicit DeskTexts(Language language) : list_(desk_text_list(language)) {}

    std::string_view operator[](DeskText text) const {
        return list_[static_cast<std::size_t>(text)];
    }

    // The text with each {name} replaced by its value.
    std::string fill(DeskText text, std::initializer_list<Slot> slots) const {
        return kontingent::fill((*this)[text], slots);
    }

private:
    std::span<std::string_view const> list_;
};

} // namespace kontingent::ui
