#include "endpoint/store/connection_pool.hpp"

#include "endpoint/store/schema.hpp"

namespace kontingent::endpoint {

namespace {

constexpr std::chrono::milliseconds patience{3000};
constexpr std::chrono::milliseconds pause_after_failure{500};
// SQLite writes one at a time anyway.
constexpr std::size_t sqlite_connections = 1;
constexpr std::size_t postgresql_connections = 8;

} // namespace

ConnectionPool::Lease::~Lease() {
    if (database_) {
        pool_->give_back(std::move(database_));
    }
}

ConnectionPool::ConnectionPool(std::string store)
    : store_(std::move(store)),
      size_max_(is_postgresql(store_) ? postgresql_connections : sqlite_connections) {}

std::expected<ConnectionPool::Lease, StoreError> ConnectionPool::acquire() {
    {
        std::unique_lock lock(mutex_);
        auto const is_possible = [this] { return !idle_.empty() || open_count_ < size_max_; };
        if (!returned_.wait_for(lock, patience, is_possible)) {
            return std::unexpected(StoreError{"all connections to the store are busy"});
        }
        while (!idle_.empty()) {
            auto database = std::move(idle_.back());
            idle_.pop_back();
            if (database->is_usable()) {
                return Lease(*this, std::move(database));
            }
            --open_count_;
        }
        if (std::chrono::steady_clock::now() < closed_until_) {
            return std::unexpected(last_error_);
        }
        ++open_count_;
    }
    auto opened = open();
    if (opened) {
        return Lease(*this, std::move(*opened));
    }
    std::scoped_lock const lock(mutex_);
    --open_count_;
    closed_until_ = std::chrono::steady_clock::now() + pause_after_failure;
    last_error_ = opened.error();
    returned_.notify_one();
    return std::unexpected(opened.error());
}

std::expected<std::unique_ptr<Database>, StoreError> ConnectionPool::open() {
    auto database = open_database(store_);
    if (!database) {
        return database;
    }
    if (auto const migrated = migrate(**database); !migrated) {
        return std::unexpected(migrated.error());
    }
    return database;
}

void ConnectionPool::give_back(std::unique_ptr<Database> database) {
    bool const is_usable = database->is_usable();
    if (!is_usable) {
        database.reset(); // outside the lock: closing may take a while
    }
    std::scoped_lock const lock(mutex_);
    if (is_usable) {
        idle_.push_back(std::move(database));
    } else {
        --open_count_;
    }
    returned_.notify_one();
}

} // namespace kontingent::endpoint
