// The portal's own words, read from one JSON file a language: a list of texts in the order of
// texts.def. site/assemble.mjs makes it from the files in site/texts/, which give each text its
// name, and refuses one that lacks a name or has another; so neither the module nor a visitor
// carries the names.
#pragma once

#include "core/base/error.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <expected>
#include <initializer_list>
#include <string>
#include <string_view>

namespace kontingent::ui {

enum class Text : std::uint16_t {
#define KONTINGENT_TEXT(name) name,
#include "ui/texts.def"
#undef KONTINGENT_TEXT
    count_,
};

inline constexpr std::size_t text_count = static_cast<std::size_t>(Text::count_);

inline constexpr std::array<std::string_view, text_count> text_names{
#define KONTINGENT_TEXT(name) #name,
#include "ui/texts.def"
#undef KONTINGENT_TEXT
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

struct Slot {
    std::string_view name;
    std::string_view value;
};

class Texts {
public:
    std::string_view operator[](Text text) const { return texts_[static_cast<std::size_t>(text)]; }

    // The text with each {name} replaced by its value.
    std::string fill(Text text, std::initializer_list<Slot> slots) const;

    friend std::expected<Texts, Errors> parse_texts(std::string_view json);

private:
    std::array<std::string, text_count> texts_;
};

// Refuses a list that is shorter or longer than texts.def: it is of another version.
std::expected<Texts, Errors> parse_texts(std::string_view json);

} // namespace kontingent::ui
