// What erasing leaves behind, and how it is compared with what comes later.
#pragma once

#include "endpoint/store/database.hpp"

#include <string>

namespace kontingent::endpoint {

// The store's secret; makes it where there is none yet.
std::expected<std::string, StoreError> secret_of(Database& database);

// What stays of an erased request's hash: it shows whether a late repetition is the same request,
// and nobody without the secret can try out what the request said.
std::string erased_body_hash(std::string const& body_hash, std::string const& secret);

// `known` is a stored hash, of a request that is there or of an erased one.
std::expected<bool, StoreError> is_same_body(Database& database, std::string const& known,
                                             std::string const& body_hash);

} // namespace kontingent::endpoint
