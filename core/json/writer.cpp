#include "core/json/writer.hpp"

#include "core/base/ascii.hpp"

#include <cstddef>

namespace kontingent {
namespace {

void append_escaped(std::string& out, char character) {
    auto const byte = static_cast<unsigned char>(character);
    switch (character) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    if (byte >= 0x20) {
        out += character;
        return;
    }
    out += "\\u00";
    out += ascii::hex_digit(byte >> 4U);
    out += ascii::hex_digit(byte);
}

std::string joined(std::span<JsonMember const> members, std::string_view separator) {
    std::string out;
    for (auto const& [name, value] : members) {
        if (!out.empty()) {
            out += separator;
        }
        out += json_string(name).text + ": " + value.text;
    }
    return out;
}

std::string joined(std::vector<JsonText> const& values, std::string_view separator) {
    std::string out;
    for (JsonText const& value : values) {
        if (!out.empty()) {
            out += separator;
        }
        out += value.text;
    }
    return out;
}

} // namespace

JsonText json_null() {
    return {"null"};
}

JsonText json_number(std::int64_t value) {
    return {std::to_string(value)};
}

JsonText json_string(std::string_view text) {
    std::string out = "\"";
    for (char const character : text) {
        append_escaped(out, character);
    }
    out += '"';
    return {std::move(out)};
}

JsonText json_object(std::initializer_list<JsonMember> members) {
    return json_object(std::span(members.begin(), members.size()));
}

JsonText json_object(std::span<JsonMember const> members) {
    return {"{" + joined(members, ", ") + "}"};
}

JsonText json_array(std::vector<JsonText> const& values) {
    return {"[" + joined(values, ", ") + "]"};
}

JsonText json_array_of_lines(std::vector<JsonText> const& values, std::size_t indent) {
    if (values.empty()) {
        return {"[]"};
    }
    std::string const line = "\n" + std::string(indent, ' ');
    std::string const end = "\n" + std::string(indent >= 2 ? indent - 2 : 0, ' ');
    return {"[" + line + joined(values, "," + line) + end + "]"};
}

std::string json_document(std::initializer_list<JsonMember> members) {
    return json_document(std::span(members.begin(), members.size()));
}

std::string json_document(std::span<JsonMember const> members) {
    return "{\n  " + joined(members, ",\n  ") + "\n}\n";
}

} // namespace kontingent
