#include "endpoint/store/database.hpp"

#include "endpoint/store/sqlite_backup.hpp"
#include "endpoint/store/sqlite_database.hpp"
#ifdef KONTINGENT_WITH_POSTGRESQL
#include "endpoint/store/postgresql_database.hpp"
#endif

#include <algorithm>
#include <array>

namespace kontingent::endpoint {

namespace {

using Opened = std::expected<std::unique_ptr<Database>, StoreError>;

bool is_file_name(std::string_view store) {
    return !store.empty() && store.find("://") == std::string_view::npos;
}

bool is_postgresql(std::string_view store) {
    return store.starts_with("postgresql://") || store.starts_with("postgres://");
}

Opened open_file(std::string const& store, StoreAccess access) {
    return open_sqlite(store, access);
}

#ifndef KONTINGENT_WITH_POSTGRESQL
Opened open_postgresql(std::string const&, StoreAccess) {
    return std::unexpected(
        StoreError{"this program was built without PostgreSQL (libpq was not found)", true});
}
#endif

constexpr std::array kinds{
    // SQLite writes one request, or one group of them, at a time anyway.
    StoreKind{.name = "SQLite",
              .form = "the name of a file",
              .takes = is_file_name,
              .open = open_file,
              .connections = 1,
              .groups = 1,
              .is_file = true,
              .needs_tidying = true,
              .back_up = backup_sqlite,
              .restore = restore_sqlite,
              .tools = {}},
    // One group is computed while another waits for the disk; with more, groups only get smaller.
    StoreKind{.name = "PostgreSQL",
              .form = "postgresql://",
              .takes = is_postgresql,
              .open = open_postgresql,
              .connections = 8,
              .groups = 2,
              .is_file = false,
              .needs_tidying = false,
              .back_up = nullptr,
              .restore = nullptr,
              .tools = "pg_dump, pg_restore"},
};

Opened open_unknown(std::string const& store, StoreAccess) {
    return std::unexpected(StoreError{check_store_name(store).error(), true});
}

std::string known_forms() {
    std::string text;
    for (StoreKind const& kind : kinds) {
        text += (text.empty() ? "" : " and ") + std::string(kind.form);
    }
    return text;
}

} // namespace

std::span<StoreKind const> store_kinds() {
    return kinds;
}

StoreKind const& kind_of(std::string_view store) {
    static constexpr StoreKind unknown{.name = {},
                                       .form = {},
                                       .takes = nullptr,
                                       .open = open_unknown,
                                       .connections = 1,
                                       .groups = 1,
                                       .is_file = false,
                                       .needs_tidying = false,
                                       .back_up = nullptr,
                                       .restore = nullptr,
                                       .tools = {}};
    auto const* kind =
        std::ranges::find_if(kinds, [&](StoreKind const& one) { return one.takes(store); });
    return kind == kinds.end() ? unknown : *kind;
}

SqlValue nullable(std::string const& text) {
    return text.empty() ? SqlValue{} : SqlValue{text};
}

std::expected<void, std::string> check_store_name(std::string_view store) {
    if (store.empty()) {
        return std::unexpected(std::string("the store needs a name"));
    }
    if (kind_of(store).takes == nullptr) {
        return std::unexpected("the store's address begins with '" +
                               std::string(store.substr(0, store.find("://"))) +
                               "://'; known are " + known_forms());
    }
    return {};
}

Opened open_database(std::string const& store, StoreAccess access) {
    return kind_of(store).open(store, access);
}

std::expected<Transaction, StoreError> Transaction::begin(Database& database) {
    auto const begun = database.run(database.dialect().begin_write);
    if (!begun) {
        return std::unexpected(begun.error());
    }
    return Transaction(database);
}

Transaction::~Transaction() {
    if (database_ != nullptr) {
        static_cast<void>(database_->run("ROLLBACK"));
    }
}

std::expected<void, StoreError> Transaction::commit() {
    auto const done = database_->run("COMMIT");
    if (!done) {
        return std::unexpected(done.error());
    }
    database_ = nullptr;
    return {};
}

} // namespace kontingent::endpoint
