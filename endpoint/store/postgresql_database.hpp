// PostgreSQL through libpq; several endpoints may share one database.
#pragma once

#include "endpoint/store/database.hpp"

namespace kontingent::endpoint {

// Waits at most three seconds for the server.
std::expected<std::unique_ptr<Database>, StoreError> open_postgresql(std::string const& uri);

} // namespace kontingent::endpoint
