// Copies of a SQLite store, by SQLite's own backup: safe while programs read and write it. A copy
// of the file alone is not.
#pragma once

#include "endpoint/store/database.hpp"

#include <filesystem>

namespace kontingent::endpoint {

// Writes a whole, checked copy into a new file of mode 0600. An existing file is not overwritten.
std::expected<void, StoreError> backup_sqlite(std::filesystem::path const& store,
                                              std::filesystem::path const& copy);

// Replaces what the store holds by a checked copy, also while a server runs on it. What it held is
// kept: returns the file it was copied to, or an empty path where there was no store.
std::expected<std::filesystem::path, StoreError> restore_sqlite(std::filesystem::path const& store,
                                                                std::filesystem::path const& copy);

} // namespace kontingent::endpoint
