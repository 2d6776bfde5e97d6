// SQLite: a file of its own, durable when a commit returns (write-ahead log, synchronous=FULL).
#pragma once

#include "endpoint/store/database.hpp"

#include <filesystem>

namespace kontingent::endpoint {

std::expected<std::unique_ptr<Database>, StoreError> open_sqlite(std::filesystem::path const& file);

} // namespace kontingent::endpoint
