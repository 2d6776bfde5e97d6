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

std::expected<std::unique_ptr<Database>, StoreError> open_database(std::string const& store) {
    if (!is_postgresql(store)) {
        return open_sqlite(store);
    }
#ifdef KONTINGENT_WITH_POSTGRESQL
    return open_postgresql(store);
#else
    return std::unexpected(
        StoreError{"this program was built without PostgreSQL (libpq was not found)"});
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
