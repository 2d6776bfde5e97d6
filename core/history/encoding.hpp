// A file's bytes as UTF-8.
#pragma once

#include <string>

namespace kontingent::history {

// Recognises a byte order mark (UTF-8, UTF-16 of either order), UTF-16 without one by its zeros,
// else UTF-8 where it is valid, else Windows-1252. Halves of surrogate pairs and an odd last byte
// become U+FFFD; the mark goes.
std::string to_utf8(std::string bytes);

} // namespace kontingent::history
