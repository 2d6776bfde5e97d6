// Text and bytes on their way in.
#pragma once

#include <cstddef>
#include <string>

namespace kontingent::wasm {

// The one text on its way in: the page asks for `size` bytes (export `receive`), writes them, and
// the call that follows takes them.
char* receive(std::size_t size);
std::string take_received();

} // namespace kontingent::wasm
