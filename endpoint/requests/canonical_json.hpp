// The same text for the same request, however it is spaced and ordered: what is stored, and what
// tells a repetition from another request under the same key.
#pragma once

#include <string>
#include <string_view>

namespace kontingent::endpoint {

// Of valid JSON only.
std::string canonical_json(std::string_view json);

} // namespace kontingent::endpoint
