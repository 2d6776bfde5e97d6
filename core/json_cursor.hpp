// A place in a JSON text that moves forward, character by character, and knows its line and column.
#pragma once

#include "core/json_reader.hpp"
#include "core/utf8.hpp"

#include <cstddef>
#include <string_view>

namespace kontingent::json {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A place in the text that moves forward and knows its line and column.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {
        if (text_.starts_with(byte_order_mark)) {
            offset_ = byte_order_mark.size();
        }
    }

    Place place() const { return place_; }

    bool is_at_end() const { return offset_ == text_.size(); }

    // 0 at the end, which no token contains.
    char peek() const { return is_at_end() ? '\0' : text_[offset_]; }

    char take() {
        char const byte = peek();
        if (is_at_end()) {
            return byte;
        }
        ++offset_;
        if (byte == '\n') {
            ++place_.line;
            place_.column = 1;
        } else if (!utf8::continues(byte)) {
            ++place_.column;
        }
        return byte;
    }

    bool take_if(char wanted) {
        if (is_at_end() || peek() != wanted) {
            return false;
        }
        take();
        return true;
    }

    void skip_white_space() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            take();
        }
    }

    void go_to(std::size_t offset) {
        while (offset_ < offset && !is_at_end()) {
            take();
        }
    }

private:
    std::string_view text_;
    std::size_t offset_ = 0;
    Place place_;
};

} // namespace kontingent::json
