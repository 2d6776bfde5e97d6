// Connections to the store, lent to one thread at a time. Opens them when they are needed, throws
// broken ones away, and after a failure says so at once for a moment instead of letting everybody
// wait for the same dead server.
#pragma once

#include "endpoint/store/database.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>

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

    explicit ConnectionPool(std::string store);

    // An open, migrated connection. Waits a few seconds at most while all are lent.
    std::expected<Lease, StoreError> acquire();

private:
    std::expected<std::unique_ptr<Database>, StoreError> open();
    void give_back(std::unique_ptr<Database> database);

    std::string const store_;
    std::size_t const size_max_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Database>> idle_;
    std::size_t open_count_ = 0; // idle, lent, and being opened
    std::chrono::steady_clock::time_point closed_until_;
    StoreError last_error_;
};

} // namespace kontingent::endpoint
