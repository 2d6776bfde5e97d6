// The tables, and how an older store becomes a current one: every version is a list of statements,
// applied in order and never changed once released. Several processes may try at once.
#pragma once

#include "endpoint/store/database.hpp"

namespace kontingent::endpoint {

inline constexpr std::int64_t schema_version_current = 2;

// Brings the store to `version` (tests go through the older ones). A store newer than this program
// is an error.
std::expected<void, StoreError> migrate(Database& database,
                                        std::int64_t version = schema_version_current);

} // namespace kontingent::endpoint
