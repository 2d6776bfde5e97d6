#include "core/json/reader.hpp"

#include "core/base/utf8.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>

// Nobody reads the parser's own messages: an error has a code and a place. Without their texts the
// portal is 1 KB smaller (brotli 11).
NLOHMANN_JSON_NAMESPACE_BEGIN

namespace detail {
template <>
std::string
parser<json, iterator_input_adapter<char const*>>::exception_message(token_type const,
                                                                     std::string const&) {
    return {};
}
} // namespace detail

NLOHMANN_JSON_NAMESPACE_END

namespace kontingent::json {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr int id_of_number_out_of_range = 406; // nlohmann's

Error error_at(Place place, ErrorCode code, ErrorDetail detail) {
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

// Walks the text in step with the parser's events, which do not say where they happened.
class Cursor {
public:
    explicit Cursor(std::string_view text) : text_(text) {
        if (text_.starts_with(byte_order_mark)) {
            offset_ = byte_order_mark.size();
        }
    }

    Place place() const { return place_; }

    std::size_t offset() const { return offset_; }

    void skip_between_tokens() {
        while (offset_ < text_.size() && is_between_tokens(text_[offset_])) {
            step();
        }
    }

    // The text up to here is known to be valid JSON.
    void skip_token() {
        char const first = text_[offset_];
        step();
        if (first == '"') {
            for (bool is_escaped = false; offset_ < text_.size(); step()) {
                if (!is_escaped && text_[offset_] == '"') {
                    break;
                }
                is_escaped = !is_escaped && text_[offset_] == '\\';
            }
            step();
        } else if (!is_bracket(first)) {
            while (offset_ < text_.size() && !is_between_tokens(text_[offset_]) &&
                   !is_bracket(text_[offset_])) {
                step();
            }
        }
    }

    // The parser has read the token it cannot use to its end; a person looks for its beginning.
    // Before it are separators that were accepted.
    void skip_to_unusable_token(std::size_t bytes_read) {
        while (offset_ + 1 < bytes_read && offset_ < text_.size() &&
               is_between_tokens(text_[offset_])) {
            step();
        }
    }

    void go_to(std::size_t offset) {
        while (offset_ < offset && offset_ < text_.size()) {
            step();
        }
    }

private:
    static bool is_between_tokens(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
    }

    static bool is_bracket(char c) { return c == '{' || c == '}' || c == '[' || c == ']'; }

    void step() {
        if (offset_ >= text_.size()) {
            return;
        }
        ++offset_;
        if (text_[offset_ - 1] == '\n') {
            ++place_.line;
            place_.column = 1;
        } else if (!utf8::continues(text_[offset_ - 1])) {
            ++place_.column;
        }
    }

    std::string_view text_;
    std::size_t offset_ = 0;
    Place place_;
};

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

// Receives the parser's events. A function that returns false stops the parser.
class TreeBuilder {
public:
    explicit TreeBuilder(std::string_view text) : text_(text), cursor_(text) {
        // Unescaped text is never longer than it was, so the characters never move.
        document_.characters_.reserve(text.size());
    }

    bool null() { return add_leaf(Kind::null); }

    bool boolean(bool is_true) {
        add_leaf(Kind::boolean);
        document_.values_.back().is_true = is_true;
        return true;
    }

    bool number_integer(std::int64_t number) { return add_integer(number); }

    bool number_unsigned(std::uint64_t number) {
        constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();
        return add_integer(number > static_cast<std::uint64_t>(highest)
                               ? highest
                               : static_cast<std::int64_t>(number));
    }

    bool number_float(double, std::string const& token) {
        if (token.find_first_of(".eE") != std::string::npos) {
            return add_leaf(Kind::decimal);
        }
        // Too many digits for 64 bits.
        return add_integer(token.front() == '-' ? std::numeric_limits<std::int64_t>::min()
                                                : std::numeric_limits<std::int64_t>::max());
    }

    bool string(std::string const& text) {
        add_leaf(Kind::text);
        document_.values_.back().text = keep(text);
        return true;
    }

    bool binary(nlohmann::json::binary_t const&) { return false; } // no such thing in JSON text

    bool key(std::string const& name) {
        cursor_.skip_between_tokens();
        key_ = keep(name);
        key_place_ = cursor_.place();
        cursor_.skip_token();
        return true;
    }

    bool start_object(std::size_t) { return open(Kind::object); }

    bool end_object() { return close(); }

    bool start_array(std::size_t) { return open(Kind::list); }

    bool end_array() { return close(); }

    bool parse_error(std::size_t bytes_read, std::string const&,
                     nlohmann::json::exception const& error) {
        if (error.id == id_of_number_out_of_range) {
            add_leaf(Kind::decimal);
            error_ =
                error_at(document_.values_.back().place, ErrorCode::wrong_type, Wanted::integer);
            error_.pointer = document_.pointer_to(document_.values_.back());
            return false;
        }
        cursor_.skip_to_unusable_token(bytes_read);
        // "01" is one token to the cursor and two to the parser.
        std::size_t const offset = std::min(cursor_.offset(), bytes_read > 0 ? bytes_read - 1 : 0);
        error_ = error_at(place_of(text_, offset), ErrorCode::syntax, {});
        return false;
    }

    Error take_error() { return std::move(error_); }

    Document take_document() { return std::move(document_); }

private:
    std::string_view keep(std::string_view text) {
        std::vector<char>& characters = document_.characters_;
        std::size_t const from = characters.size();
        characters.insert(characters.end(), text.begin(), text.end());
        return {characters.data() + from, text.size()};
    }

    void add(Kind kind) {
        cursor_.skip_between_tokens();
        std::vector<Value>& values = document_.values_;
        auto const index = static_cast<std::uint32_t>(values.size());
        Value value;
        value.kind = kind;
        value.place = cursor_.place();
        if (!open_.empty()) {
            Open& container = open_.back();
            if (values[container.index].kind == Kind::object) {
                value.key = key_;
                value.key_place = key_place_;
            }
            value.parent = container.index;
            value.position = values[container.index].item_count++;
            if (container.last_item == 0) {
                values[container.index].first_item = index;
            } else {
                values[container.last_item].next = index;
            }
            container.last_item = index;
        }
        values.push_back(value);
        cursor_.skip_token();
    }

    bool add_leaf(Kind kind) {
        add(kind);
        return true;
    }

    bool add_integer(std::int64_t number) {
        add(Kind::integer);
        document_.values_.back().integer = number;
        return true;
    }

    bool open(Kind kind) {
        add(kind);
        open_.push_back(
            {.index = static_cast<std::uint32_t>(document_.values_.size() - 1), .last_item = 0});
        if (open_.size() <= static_cast<std::size_t>(depth_max)) {
            return true;
        }
        error_ = error_at(document_.values_.back().place, ErrorCode::too_large,
                          Range{RangeOf::depth, 0, depth_max});
        return false;
    }

    bool close() {
        cursor_.skip_between_tokens();
        cursor_.skip_token();
        open_.pop_back();
        return true;
    }

    struct Open {
        std::uint32_t index;
        std::uint32_t last_item;
    };

    std::string_view text_;
    Cursor cursor_;
    Document document_;
    std::vector<Open> open_;
    std::string_view key_;
    Place key_place_;
    Error error_;
};

std::expected<Document, Error> read(std::string_view text, std::size_t bytes_max) {
    if (text.size() > bytes_max) {
        return std::unexpected(
            error_at({}, ErrorCode::too_large,
                     Range{RangeOf::bytes, 0, static_cast<std::int64_t>(bytes_max)}));
    }
    // The parser would take a zero byte for the end of the text.
    std::size_t const zero_byte = text.find('\0');
    if (zero_byte != std::string_view::npos) {
        return std::unexpected(error_at(place_of(text, zero_byte), ErrorCode::syntax, {}));
    }
    std::size_t const valid_bytes = utf8::valid_prefix(text);
    if (valid_bytes < text.size()) {
        return std::unexpected(
            error_at(place_of(text, valid_bytes), ErrorCode::syntax, Wanted::utf8));
    }
    TreeBuilder builder(text);
    if (!nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &builder)) {
        return std::unexpected(builder.take_error());
    }
    return builder.take_document();
}

} // namespace kontingent::json
