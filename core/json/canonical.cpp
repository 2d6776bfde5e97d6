#include "core/json/canonical.hpp"

#include "core/base/small_sort.hpp"
#include "core/json/writer.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace kontingent::json {
namespace {

// The order of RFC 8785 is that of UTF-16's code units, where characters beyond U+FFFF come before
// those from U+E000 on.
std::u16string utf16_of(std::string_view text) {
    std::u16string units;
    for (std::size_t at = 0; at < text.size();) {
        auto const first = static_cast<unsigned char>(text[at]);
        std::size_t const length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t code = length == 1 ? first : first & (0x7FU >> length);
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
            code = code << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        }
        if (code >= 0x10000) {
            units += static_cast<char16_t>(0xD800 + ((code - 0x10000) >> 10U));
            units += static_cast<char16_t>(0xDC00 + ((code - 0x10000) & 0x3FFU));
        } else {
            units += static_cast<char16_t>(code);
        }
        at += length;
    }
    return units;
}

class Writer {
public:
    explicit Writer(Document const& document) : document_(document) {}

    void write(Value const& value) {
        switch (value.kind) {
        case Kind::null:
            out_ += "null";
            return;
        case Kind::boolean:
            out_ += value.is_true ? "true" : "false";
            return;
        case Kind::integer:
        case Kind::decimal:
            write_number(value);
            return;
        case Kind::text:
            out_ += json_string(value.text).text;
            return;
        case Kind::list:
            write_list(value);
            return;
        case Kind::object:
            write_object(value);
            return;
        }
    }

    std::expected<std::string, Error> result() && {
        if (error_) {
            return std::unexpected(*std::move(error_));
        }
        return std::move(out_);
    }

private:
    void write_number(Value const& value) {
        bool const is_exact = value.kind == Kind::integer && value.integer <= exact_integer_max &&
                              value.integer >= -exact_integer_max;
        if (!is_exact && !error_) {
            error_ = Error{.code = ErrorCode::out_of_range,
                           .pointer = document_.pointer_to(value),
                           .line = value.place.line,
                           .column = value.place.column,
                           .detail = Range{RangeOf::number, -exact_integer_max, exact_integer_max}};
        }
        out_ += std::to_string(value.integer);
    }

    void write_list(Value const& list) {
        out_ += '[';
        for (Value const& item : document_.items(list)) {
            out_ += item.position == 0 ? "" : ",";
            write(item);
        }
        out_ += ']';
    }

    void write_object(Value const& object) {
        std::vector<std::pair<std::u16string, Value const*>> members;
        for (Value const& member : document_.items(object)) {
            members.emplace_back(utf16_of(member.key), &member);
        }
        small_sort(members, [](auto const& member) { return member.first; });
        out_ += '{';
        bool is_first = true;
        for (auto const& [key, member] : members) {
            out_ += is_first ? "" : ",";
            is_first = false;
            out_ += json_string(member->key).text;
            out_ += ':';
            write(*member);
        }
        out_ += '}';
    }

    Document const& document_;
    std::string out_;
    std::optional<Error> error_;
};

} // namespace

std::expected<std::string, Error> canonical(Document const& document, Value const& value) {
    Writer writer(document);
    writer.write(value);
    return std::move(writer).result();
}

std::expected<std::string, Error> canonical(std::string_view text, std::size_t bytes_max) {
    auto const document = read(text, bytes_max);
    if (!document) {
        return std::unexpected(document.error());
    }
    return canonical(*document, document->root());
}

} // namespace kontingent::json
