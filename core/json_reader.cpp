#include "core/json_reader.hpp"

#include "core/json_cursor.hpp"
#include "core/json_string.hpp"
#include "core/utf8.hpp"

#include <limits>

namespace kontingent::json {
namespace {

Fault fault_at(Place place, FaultCode code, std::string detail = {}) {
    return {.code = code,
            .pointer = {},
            .line = place.line,
            .column = place.column,
            .detail = std::move(detail)};
}

std::string escaped(std::string_view key) {
    std::string text;
    for (char const character : key) {
        if (character == '~') {
            text += "~0";
        } else if (character == '/') {
            text += "~1";
        } else {
            text += character;
        }
    }
    return text;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

Place place_of(std::string_view text, std::size_t offset) {
    Cursor cursor(text);
    cursor.go_to(offset);
    return cursor.place();
}

} // namespace

std::string Document::pointer_to(Value const& value) const {
    std::string pointer;
    for (Value const* at = &value; at != &root(); at = &values_[at->parent]) {
        bool const is_member = values_[at->parent].kind == Kind::object;
        pointer.insert(0, "/" + (is_member ? escaped(at->key) : std::to_string(at->position)));
    }
    return pointer;
}

// RFC 8259 by recursive descent, over text that is sound UTF-8. Every function leaves a fault and
// returns false (or nothing) where the text is not JSON.
class Parser {
public:
    explicit Parser(std::string_view text) : cursor_(text) {
        // Unescaped text is never longer than it was, so the characters never move.
        document_.characters_.reserve(text.size());
    }

    std::expected<Document, Fault> parse() {
        Container none;
        if (!parse_value(none)) {
            return std::unexpected(std::move(fault_));
        }
        cursor_.skip_white_space();
        if (!cursor_.is_at_end()) {
            fail();
            return std::unexpected(std::move(fault_));
        }
        return std::move(document_);
    }

private:
    // What a value is added to.
    struct Container {
        std::uint32_t index = 0;
        std::uint32_t last_item = 0; // 0: none yet
        bool is_there = false;       // false for the root
        std::string_view key = {};   // of the member that comes next
        Place key_place = {};
    };

    bool fail_at(Place place) {
        fault_ = fault_at(place, FaultCode::syntax);
        return false;
    }

    bool fail() { return fail_at(cursor_.place()); }

    bool parse_value(Container& container) {
        cursor_.skip_white_space();
        char const first = cursor_.peek();
        if (first == '{') {
            return parse_container(container, Kind::object, '}');
        }
        if (first == '[') {
            return parse_container(container, Kind::list, ']');
        }
        if (first == '"') {
            return parse_text(container);
        }
        if (first == '-' || is_digit(first)) {
            return parse_number(container);
        }
        if (first == 't') {
            return parse_word(container, "true", Kind::boolean);
        }
        if (first == 'f') {
            return parse_word(container, "false", Kind::boolean);
        }
        if (first == 'n') {
            return parse_word(container, "null", Kind::null);
        }
        return fail();
    }

    // The value begins at the cursor.
    Value& add(Container& container, Kind kind) {
        std::vector<Value>& values = document_.values_;
        auto const index = static_cast<std::uint32_t>(values.size());
        Value value;
        value.kind = kind;
        value.place = cursor_.place();
        if (container.is_there) {
            value.key = container.key;
            value.key_place = container.key_place;
            value.parent = container.index;
            value.position = values[container.index].item_count++;
            if (container.last_item == 0) {
                values[container.index].first_item = index;
            } else {
                values[container.last_item].next = index;
            }
            container.last_item = index;
        }
        return values.emplace_back(value);
    }

    bool parse_container(Container& outer, Kind kind, char end) {
        add(outer, kind);
        if (++depth_ > depth_max) {
            fault_ = fault_at(cursor_.place(), FaultCode::too_large,
                              "depth " + std::to_string(depth_max));
            return false;
        }
        Container inner{.index = static_cast<std::uint32_t>(document_.values_.size() - 1),
                        .is_there = true};
        cursor_.take();
        cursor_.skip_white_space();
        if (!cursor_.take_if(end)) {
            do {
                if (kind == Kind::object && !parse_key(inner)) {
                    return false;
                }
                if (!parse_value(inner)) {
                    return false;
                }
                cursor_.skip_white_space();
            } while (cursor_.take_if(','));
            if (!cursor_.take_if(end)) {
                return fail();
            }
        }
        --depth_;
        return true;
    }

    bool parse_key(Container& container) {
        cursor_.skip_white_space();
        container.key_place = cursor_.place();
        if (cursor_.peek() != '"') {
            return fail();
        }
        auto const key = take_string(cursor_, document_.characters_);
        if (!key) {
            return fail_at(key.error());
        }
        container.key = *key;
        cursor_.skip_white_space();
        return cursor_.take_if(':') || fail();
    }

    bool parse_word(Container& container, std::string_view word, Kind kind) {
        Place const begin = cursor_.place();
        add(container, kind).is_true = word == "true";
        for (char const letter : word) {
            if (!cursor_.take_if(letter)) {
                return fail_at(begin);
            }
        }
        return true;
    }

    bool parse_number(Container& container) {
        Place const begin = cursor_.place();
        auto const index = document_.values_.size();
        add(container, Kind::integer);
        bool const is_negative = cursor_.take_if('-');
        std::int64_t number = 0;
        if (!cursor_.take_if('0') && !take_digits(number, is_negative)) {
            return fail_at(begin);
        }
        Kind kind = Kind::integer;
        std::int64_t unused = 0;
        if (cursor_.take_if('.')) {
            kind = Kind::decimal;
            if (!take_digits(unused, false)) {
                return fail_at(begin);
            }
        }
        if (cursor_.take_if('e') || cursor_.take_if('E')) {
            kind = Kind::decimal;
            if (!cursor_.take_if('+')) {
                cursor_.take_if('-');
            }
            if (!take_digits(unused, false)) {
                return fail_at(begin);
            }
        }
        document_.values_[index].kind = kind;
        document_.values_[index].integer = kind == Kind::integer ? number : 0;
        return true;
    }

    // At least one digit; the number stops at the nearest that 64 bits hold.
    bool take_digits(std::int64_t& number, bool is_negative) {
        if (!is_digit(cursor_.peek())) {
            return false;
        }
        while (is_digit(cursor_.peek())) {
            int const digit = cursor_.take() - '0';
            if (is_negative) {
                constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
                number = number < (lowest + digit) / 10 ? lowest : number * 10 - digit;
            } else {
                constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
                number = number > (highest - digit) / 10 ? highest : number * 10 + digit;
            }
        }
        return true;
    }

    bool parse_text(Container& container) {
        auto const index = document_.values_.size();
        add(container, Kind::text);
        auto const text = take_string(cursor_, document_.characters_);
        if (!text) {
            return fail_at(text.error());
        }
        document_.values_[index].text = *text;
        return true;
    }

    Cursor cursor_;
    Document document_;
    std::int32_t depth_ = 0;
    Fault fault_;
};

std::expected<Document, Fault> read(std::string_view text, std::size_t bytes_max) {
    if (text.size() > bytes_max) {
        return std::unexpected(
            fault_at({}, FaultCode::too_large, "bytes " + std::to_string(bytes_max)));
    }
    std::size_t const sound_bytes = utf8::sound_prefix(text);
    if (sound_bytes < text.size()) {
        return std::unexpected(fault_at(place_of(text, sound_bytes), FaultCode::syntax, "utf8"));
    }
    return Parser(text).parse();
}

} // namespace kontingent::json
