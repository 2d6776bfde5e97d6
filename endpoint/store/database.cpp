#include "endpoint/store/database.hpp"

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
    StoreKind{
        .name = "SQLite", .form = "the name of a file", .takes = is_file_name, .open = open_file},
    StoreKind{.name = "PostgreSQL",
              .form = "postgresql://",
              .takes = is_postgresql,
              .open = open_postgresql},
};

StoreKind const* kind_of(std::string_view store) {
    auto const* kind =
        std::ranges::find_if(kinds, [&](StoreKind const& one) { return one.takes(store); });
    return kind == kinds.end() ? nullptr : kind;
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

SqlValue nullable(std::string const& text) {
    return text.empty() ? SqlValue{} : SqlValue{text};
}

bool is_postgresql(std::string_view store) {
    return store.starts_with("postgresql://") || store.starts_with("postgres://");
}

std::expected<void, std::string> check_store_name(std::string_view store) {
    if (store.empty()) {
        return std::unexpected(std::string("the store needs a name"));
    }
    if (kind_of(store) == nullptr) {
        return std::unexpected("the store's address begins with '" +
                               std::string(store.substr(0, store.find("://"))) +
                               "://'; known are " + known_forms());
    }
    return {};
}

Opened open_database(std::string const& store, StoreAccess access) {
    if (auto const named = check_store_name(store); !named) {
        return std::unexpected(StoreError{named.error(), true});
    }
    return kind_of(store)->open(store, access);
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
