// HTML that cannot hold anything unescaped by mistake: markup comes from string literals of ours
// alone, every other text goes through escaped().
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kontingent::cli {

// A string literal; nothing that is made at run time converts to it.
class Markup {
public:
    template <std::size_t size>
    consteval Markup(char const (&literal)[size]) : text_(literal, size - 1) {}

    std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

class Html {
public:
    Html() = default;

    explicit Html(Markup markup) : text_(markup.text()) {}

    Html& operator<<(Markup markup) {
        text_ += markup.text();
        return *this;
    }

    Html& operator<<(Html const& html) {
        text_ += html.text_;
        return *this;
    }

    std::string const& text() const { return text_; }

private:
    friend Html escaped(std::string_view text);
    std::string text_;
};

// & < > " ' as character references, so that the text stands safely in elements and in quoted
// attributes.
Html escaped(std::string_view text);

} // namespace kontingent::cli
