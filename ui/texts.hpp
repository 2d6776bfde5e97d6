// The portal's own words. languages/LL/portal.json gives each text its name; site/assemble.mjs
// makes a list of it in the order of texts.def, and refuses a file that lacks a name or has
// another. So neither the module nor a visitor carries the names.
#pragma once

#include "core/base/error.hpp"
#include "core/base/fill.hpp"
#include "core/json/reader.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class Text : std::uint16_t {
#define KONTINGENT_TEXT(name) name,
#define KONTINGENT_COUNTED(name) name,
#include "ui/texts.def"
#undef KONTINGENT_TEXT
#undef KONTINGENT_COUNTED
    count_,
};

inline constexpr std::size_t text_count = static_cast<std::size_t>(Text::count_);

inline constexpr std::array<std::string_view, text_count> text_names{
#define KONTINGENT_TEXT(name) #name,
#define KONTINGENT_COUNTED(name) #name,
#include "ui/texts.def"
#undef KONTINGENT_TEXT
#undef KONTINGENT_COUNTED
};

// The text named `prefix` and `name` together; without one it does not compile.
consteval Text text_named(std::string_view prefix, std::string_view name) {
    std::size_t index = 0;
    while (!text_names.at(index).starts_with(prefix) ||
           text_names.at(index).substr(prefix.size()) != name) {
        ++index;
    }
    return static_cast<Text>(index);
}

class Texts {
public:
    std::string_view operator[](Text text) const { return texts_[static_cast<std::size_t>(text)]; }

    // The text with each {name} replaced by its value.
    std::string fill(Text text, std::initializer_list<Slot> slots) const;

    // Of a counted text: the form at this place (plural_index()).
    std::string_view form(Text text, std::size_t index) const;

    friend std::expected<Texts, Errors> parse_texts(json::Document const& document,
                                                    json::Value const& list);
    friend Texts texts_of(std::span<std::string_view const> list);

private:
    std::array<std::string, text_count> texts_;
};

// Refuses a list that is shorter or longer than texts.def: it is of another version. The forms of a
// counted text are lines.
std::expected<Texts, Errors> parse_texts(json::Document const& document, json::Value const& list);

// The same from a list that the build has made in the order of texts.def.
Texts texts_of(std::span<std::string_view const> list);

} // namespace kontingent::ui
