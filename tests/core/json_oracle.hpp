// nlohmann/json as the yardstick for core's own JSON reader: both tell what they see as one text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kontingent::tests {

// Every value in the text's order with kind, number, characters and name; "refused" where the text
// is not JSON.
std::string told_by_core(std::string_view text);
// None where the two may differ: zero bytes (the library takes one for the end), numbers beyond a
// double (it refuses them), more levels than core allows.
std::optional<std::string> told_by_library(std::string_view text);

} // namespace kontingent::tests
