// The tables, and how an older store becomes a current one: every version is a list of statements,
// applied in order and never changed once released. Several processes may try at once.
#pragma once

#include "endpoint/store/database.hpp"

namespace kontingent::endpoint {

inline constexpr std::int64_t schema_version_current = 3;

// 0 where there are no tables yet. Only reads.
std::expected<std::int64_t, StoreError> schema_version(Database& database);

// Brings the store to `version` (tests go through the older ones); writes nothing where it is there
// already. A store newer than this program is an error.
std::expected<void, StoreError> migrate(Database& database,
                                        std::int64_t version = schema_version_current);

// The error of a store newer than this program.
StoreError newer_schema(std::int64_t version);

// A condition that ends a statement's WHERE: true while no newer program has migrated the store.
std::string schema_is_known();

} // namespace kontingent::endpoint
