// A file's bytes as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace kontingent::history {

// Recognises a byte order mark (UTF-8, UTF-16 of either order), UTF-16 without one by its zeros,
// else UTF-8 where it is valid, else Windows-1252. Halves of surrogate pairs and an odd last byte
// become U+FFFD; the mark goes.
std::string to_utf8(std::string bytes);

// Hardly a control character at its beginning: no picture, no PDF.
bool is_text(std::string_view utf8);

} // namespace kontingent::history
