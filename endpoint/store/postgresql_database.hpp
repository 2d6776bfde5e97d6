// PostgreSQL as the store's database, through libpq's asynchronous interface: every wait has an
// end, whatever the server or the network does. Keeps no state in the session, so that a pooler in
// transaction mode may stand between.
#pragma once

#include "endpoint/store/database.hpp"

namespace kontingent::endpoint {

std::expected<std::unique_ptr<Database>, StoreError> open_postgresql(std::string const& uri,
                                                                     StoreAccess access);

} // namespace kontingent::endpoint
