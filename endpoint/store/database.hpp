// One connection to a database that speaks SQL: the little that SQLite and PostgreSQL have in
// common here. Values are text, whole numbers or null; placeholders are $1, $2, … in rising order
// of their first use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kontingent::endpoint {

// Why something could not be read or stored, for the log and the person at the command line. Holds
// no stored data.
struct StoreError {
    std::string sentence;
};

// A null has neither.
struct SqlValue {
    enum class Kind : std::uint8_t { null, number, text };

    SqlValue() = default;

    SqlValue(std::int64_t value) : kind(Kind::number), number(value) {}

    SqlValue(std::string value) : kind(Kind::text), text(std::move(value)) {}

    Kind kind = Kind::null;
    std::int64_t number = 0;
    std::string text;
};

using SqlRow = std::vector<SqlValue>;
using SqlRows = std::vector<SqlRow>;

// No text is null.
SqlValue nullable(std::string const& text);

// Where the two speak differently.
struct Dialect {
    std::string_view identity;    // column type of a number that counts by itself
    std::string_view begin_write; // begins a transaction that will write
    std::string_view lock_schema; // keeps other processes from migrating; within a transaction
    std::string_view skip_locked; // at the end of a SELECT whose rows are claimed
};

class Database {
public:
    virtual ~Database() = default;
    // One statement. A failed one leaves nothing behind of itself.
    virtual std::expected<SqlRows, StoreError> run(std::string_view sql,
                                                   std::vector<SqlValue> const& values) = 0;

    std::expected<SqlRows, StoreError> run(std::string_view sql) { return run(sql, {}); }

    // False: throw it away and open another.
    virtual bool is_usable() = 0;
    // Everything committed can no longer be read back from the files, as far as this database can
    // promise it.
    virtual std::expected<void, StoreError> forget_erased() = 0;
    virtual Dialect const& dialect() const = 0;
};

// A file's name, or postgresql://…; makes the file where there is none yet, not the tables.
std::expected<std::unique_ptr<Database>, StoreError> open_database(std::string const& store);
bool is_postgresql(std::string_view store);

// A transaction that is undone unless commit() succeeded.
class Transaction {
public:
    static std::expected<Transaction, StoreError> begin(Database& database);
    ~Transaction();

    Transaction(Transaction&& other) noexcept
        : database_(std::exchange(other.database_, nullptr)) {}

    Transaction& operator=(Transaction&&) = delete;

    std::expected<void, StoreError> commit();

private:
    explicit Transaction(Database& database) : database_(&database) {}

    Database* database_;
};

} // namespace kontingent::endpoint
