// Connections to the store, lent to one thread at a time. Opens them when they are needed, throws
// broken ones away, and after a failure reports it at once for a moment instead of letting
// everybody wait for the same dead server.
#pragma once

#include "endpoint/store/database.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace kontingent::endpoint {

class ConnectionPool {
public:
    class Lease {
    public:
        Lease(ConnectionPool& pool, std::unique_ptr<Database> database)
            : pool_(&pool), database_(std::move(database)) {}

        ~Lease();
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;

        Database& operator*() const { return *database_; }

        Database* operator->() const { return database_.get(); }

    private:
        ConnectionPool* pool_;
        std::unique_ptr<Database> database_;
    };

    // `access` is for the first connection: once the store was open, it is never made again.
    ConnectionPool(std::string store, StoreAccess access);

    // An open connection to a store of a known schema, migrated unless it is only read. Waits a
    // second at most while all are lent.
    std::expected<Lease, StoreError> acquire();

private:
    std::expected<std::unique_ptr<Database>, StoreError> open();
    std::expected<void, StoreError> prepare(Database& database, StoreAccess access);
    // That it is the store that was opened first, and whole.
    std::expected<void, StoreError> recognize(Database& database);
    std::string identity_now() const; // of the file; empty where the store is none
    void give_back(std::unique_ptr<Database> database);

    std::string const store_;
    StoreKind const& kind_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Database>> idle_;
    std::size_t open_count_ = 0; // idle, lent, and being opened
    std::chrono::steady_clock::time_point closed_until_;
    StoreError last_error_;
    StoreAccess access_;
    std::optional<std::string> store_id_;
    std::string first_identity_; // of the file that was opened first
};

} // namespace kontingent::endpoint
