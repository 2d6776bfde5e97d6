// SQLite as the store's database: a file, with a write-ahead log that is on the disk before a
// transaction counts as committed.
#pragma once

#include "endpoint/store/database.hpp"

#include <filesystem>

struct sqlite3;

namespace kontingent::endpoint {

std::expected<std::unique_ptr<Database>, StoreError> open_sqlite(std::filesystem::path const& file,
                                                                 StoreAccess access);

// SQLite's own words for a result code, with the code.
StoreError sqlite_error(int code);

// Handles of SQLite for copying; closed by their owner.
struct SqliteCloser {
    void operator()(sqlite3* handle) const;
};

using SqliteHandle = std::unique_ptr<sqlite3, SqliteCloser>;

// Opens the file for reading (without ever writing beside it) or for writing.
std::expected<SqliteHandle, StoreError> open_sqlite_handle(std::filesystem::path const& file,
                                                           StoreAccess access);

// "ok" from PRAGMA quick_check.
std::expected<void, StoreError> quick_check(sqlite3* handle, std::filesystem::path const& file);

} // namespace kontingent::endpoint
