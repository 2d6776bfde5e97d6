// Requests for tests of stores, each with a name of its own.
#pragma once

#include "endpoint/store/store.hpp"

#include <string>

namespace kontingent::endpoint {

inline NewRequest sample_request(std::string const& name) {
    return {.reference = "K-" + name,
            .key_hash = "key " + name,
            .body_hash = "body " + name,
            .received_at = "2026-11-23T10:00:00.000Z",
            .kind = "question",
            .language = "de",
            .email = name + "@example.org",
            .request = "{}",
            .price = "",
            .quote = "",
            .answer = "answer " + name};
}

} // namespace kontingent::endpoint
