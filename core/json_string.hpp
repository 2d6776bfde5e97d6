// A JSON text in quotation marks, as the characters it means.
#pragma once

#include "core/json_cursor.hpp"

#include <expected>
#include <string_view>
#include <vector>

namespace kontingent::json {

// Takes the token that begins at the cursor (with a quotation mark) and appends what it means to
// `characters`, whose capacity must do: the result points into it. The text must be sound UTF-8.
// The fault is the place of the escape or character that is not allowed, or of an unended text's
// beginning.
std::expected<std::string_view, Place> take_string(Cursor& cursor, std::vector<char>& characters);

} // namespace kontingent::json
