#include "endpoint/store/connection_pool.hpp"

#include "endpoint/base/deadline.hpp"
#include "endpoint/store/schema.hpp"
#include "endpoint/store/store_file.hpp"

#include <utility>

namespace kontingent::endpoint {

namespace {

constexpr std::chrono::milliseconds patience{1000};
constexpr std::chrono::milliseconds pause_after_failure{500};

} // namespace

ConnectionPool::Lease::~Lease() {
    if (database_) {
        pool_->give_back(std::move(database_));
    }
}

ConnectionPool::ConnectionPool(std::string store, StoreAccess access)
    : store_(std::move(store)), kind_(kind_of(store_)), access_(access) {}

std::expected<ConnectionPool::Lease, StoreError> ConnectionPool::acquire() {
    std::vector<std::unique_ptr<Database>> broken; // closed outside the lock
    {
        std::unique_lock lock(mutex_);
        auto const is_possible = [this] {
            return !idle_.empty() || open_count_ < kind_.connections;
        };
        if (!returned_.wait_until(lock, Deadline::within(patience), is_possible)) {
            return std::unexpected(StoreError{"all connections to the store are busy"});
        }
        while (!idle_.empty()) {
            auto database = std::move(idle_.back());
            idle_.pop_back();
            auto const checked = database->check();
            if (checked) {
                return Lease(*this, std::move(database));
            }
            last_error_ = checked.error();
            broken.push_back(std::move(database));
            --open_count_;
        }
        if (std::chrono::steady_clock::now() < closed_until_) {
            return std::unexpected(last_error_);
        }
        ++open_count_;
    }
    broken.clear();
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

std::string ConnectionPool::identity_now() const {
    return kind_.is_file ? file_identity(store_) : std::string{};
}

std::expected<std::unique_ptr<Database>, StoreError> ConnectionPool::open() {
    StoreAccess access{};
    std::string first_identity;
    {
        std::scoped_lock const lock(mutex_);
        access = access_;
        first_identity = first_identity_;
    }
    // Before it is opened: SQLite would play the log of the one file into the other.
    std::string const identity = identity_now();
    if (!first_identity.empty() && identity.empty()) {
        return std::unexpected(store_is_gone(store_));
    }
    if (!first_identity.empty() && identity != first_identity) {
        return std::unexpected(
            StoreError{.sentence = "another file is in the place of the store " + store_ +
                                   "; put the store back, or restart the program",
                       .is_lasting = true});
    }
    auto database = open_database(store_, access);
    if (!database) {
        return database;
    }
    if (auto const ready = prepare(**database, access); !ready) {
        return std::unexpected(ready.error());
    }
    return database;
}

std::expected<void, StoreError> ConnectionPool::prepare(Database& database, StoreAccess access) {
    auto const version = schema_version(database);
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version == 0 &&
        (access == StoreAccess::read || (access == StoreAccess::write && kind_.is_file))) {
        return std::unexpected(StoreError{.sentence = "the store holds no tables of this program",
                                          .is_lasting = true});
    }
    if (*version > schema_version_current) {
        return std::unexpected(newer_schema(*version));
    }
    if (access == StoreAccess::read) {
        return {};
    }
    if (auto const migrated = migrate(database); !migrated) {
        return migrated;
    }
    return recognize(database);
}

std::expected<void, StoreError> ConnectionPool::recognize(Database& database) {
    auto const rows = database.run("SELECT value FROM settings WHERE name = 'store_id'");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::string const id = rows->empty() ? std::string{} : rows->front().front().text;
    std::scoped_lock const lock(mutex_);
    if (!store_id_) {
        store_id_ = id;
        first_identity_ = identity_now();
        access_ = StoreAccess::write;
        return {};
    }
    if (*store_id_ != id) {
        return std::unexpected(StoreError{
            .sentence = "another store is in the place of the one this program was started with; "
                        "put that back, or restart the program",
            .is_lasting = true});
    }
    // Opened again: after a failure, or because the file is another one now.
    return kind_.is_file ? database.check_integrity() : std::expected<void, StoreError>{};
}

void ConnectionPool::give_back(std::unique_ptr<Database> database) {
    auto const checked = database->check();
    bool const is_usable = checked.has_value();
    std::vector<std::unique_ptr<Database>> broken; // closed outside the lock: it may take a while
    std::scoped_lock const lock(mutex_);
    if (is_usable) {
        idle_.push_back(std::move(database));
    } else {
        // Those that wait need not find out one by one, nor on one connection after the other.
        broken = std::exchange(idle_, {});
        broken.push_back(std::move(database));
        open_count_ -= broken.size();
        last_error_ = checked.error();
        closed_until_ = std::chrono::steady_clock::now() + pause_after_failure;
    }
    returned_.notify_all();
}

} // namespace kontingent::endpoint
