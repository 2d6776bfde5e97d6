#include "endpoint/store/database.hpp"

#include "endpoint/store/sqlite_database.hpp"
#ifdef KONTINGENT_WITH_POSTGRESQL
#include "endpoint/store/postgresql_database.hpp"
#endif

namespace kontingent::endpoint {

SqlValue nullable(std::string const& text) {
    return text.empty() ? SqlValue{} : SqlValue{text};
}

bool is_postgresql(std::string_view store) {
    return store.starts_with("postgresql://") || store.starts_with("postgres://");
}

std::expected<void, std::string> check_store_name(std::string_view store) {
    auto const scheme = store.find("://");
    if (store.empty()) {
        return std::unexpected(std::string("the store needs a name"));
    }
    if (scheme != std::string_view::npos && !is_postgresql(store)) {
        return std::unexpected("the store's address begins with '" +
                               std::string(store.substr(0, scheme)) +
                               "://'; known are postgresql:// and the name of a file");
    }
    return {};
}

std::expected<std::unique_ptr<Database>, StoreError> open_database(std::string const& store,
                                                                   StoreAccess access) {
    if (auto const named = check_store_name(store); !named) {
        return std::unexpected(StoreError{named.error(), true});
    }
    if (!is_postgresql(store)) {
        return open_sqlite(store, access);
    }
#ifdef KONTINGENT_WITH_POSTGRESQL
    return open_postgresql(store, access);
#else
    return std::unexpected(
        StoreError{"this program was built without PostgreSQL (libpq was not found)", true});
#endif
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
