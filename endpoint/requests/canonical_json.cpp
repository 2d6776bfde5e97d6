#include "endpoint/requests/canonical_json.hpp"

#include <nlohmann/json.hpp>

namespace kontingent::endpoint {

std::string canonical_json(std::string_view text) {
    return nlohmann::json::parse(text, nullptr, false).dump();
}

} // namespace kontingent::endpoint
