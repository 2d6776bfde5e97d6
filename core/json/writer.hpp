// Writing JSON by hand: numbers and objects of known shape need no document model, and the browser
// carries none.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kontingent {

// A JSON value that has been written already.
struct JsonText {
    std::string text;
};

JsonText json_null();
JsonText json_number(std::int64_t value);
// Quotes, escapes what JSON demands; every other byte as it is, so `text` must be UTF-8.
JsonText json_string(std::string_view text);

using JsonMember = std::pair<std::string_view, JsonText>;

// {"a": 1, "b": 2} on one line.
JsonText json_object(std::initializer_list<JsonMember> members);
JsonText json_object(std::span<JsonMember const> members);
// [1, 2] on one line.
JsonText json_array(std::vector<JsonText> const& values);
// A value a line, indented by `indent`; [] where there is none.
JsonText json_array_of_lines(std::vector<JsonText> const& values, std::size_t indent);
// A whole document: a member a line, indented by two, with a line break at the end.
std::string json_document(std::initializer_list<JsonMember> members);
std::string json_document(std::span<JsonMember const> members);

} // namespace kontingent
