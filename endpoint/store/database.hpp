// One connection to a database that speaks SQL: the little that SQLite and PostgreSQL have in
// common here. Values are text, whole numbers or null; placeholders are $1, $2, … in rising order
// of their first use.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kontingent::endpoint {

// Why something could not be read or stored, for the log and the person at the command line. Holds
// no stored data and no password.
struct StoreError {
    std::string sentence;
    // Waiting does not help: a missing or damaged file, a newer schema, a missing right.
    bool is_lasting = false;
    // The statement's values were refused: with other values it may succeed.
    bool is_of_values = false;
    // Another program that reads the store holds it up.
    bool is_of_reader = false;
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

// Empty text becomes null.
SqlValue nullable(std::string const& text);

// Where the two speak differently.
struct Dialect {
    std::string_view identity;         // column type of a number that counts by itself
    std::string_view begin_write;      // begins a transaction that will write, and is durable
    std::string_view lock_schema;      // keeps other processes from migrating; within a transaction
    std::string_view skip_locked;      // at the end of a SELECT whose rows are claimed
    std::string_view count_tables;     // how many tables have the name $1: 0 or 1
    std::string_view now_milliseconds; // Unix time by the database's clock, one for all replicas
    std::string_view random_text;      // an expression
    std::string_view durable;          // in FROM: makes a statement's own transaction durable
    bool takes_arrays = false;         // as values, for unnest()
};

enum class Forgotten : std::uint8_t {
    now,
    later, // the database does it by itself, at a time of its own
};

class Database {
public:
    virtual ~Database() = default;
    // One statement. A failed one leaves nothing behind of itself.
    virtual std::expected<SqlRows, StoreError> run(std::string_view sql,
                                                   std::vector<SqlValue> const& values) = 0;

    std::expected<SqlRows, StoreError> run(std::string_view sql) { return run(sql, {}); }

    // The error says why this connection must be thrown away.
    virtual std::expected<void, StoreError> check() = 0;
    // Reads all of it, as far as the database offers that.
    virtual std::expected<void, StoreError> check_integrity() = 0;
    // What was erased can no longer be read back from the files, as far as this database can
    // promise it.
    virtual std::expected<Forgotten, StoreError> forget_erased() = 0;
    // Moves what was committed to its final place where that is due, so that no request has to.
    virtual void tidy() = 0;
    virtual Dialect const& dialect() const = 0;
};

enum class StoreAccess : std::uint8_t {
    read,          // never writes, never makes or migrates anything
    write,         // an existing store
    create_if_new, // makes a file where the folder has never held this store
    create,        // makes a file where there is none
};

// One kind of store, known by its address, and all that depends on the kind. No member has a
// default, so that the compiler asks a new kind for each.
struct StoreKind {
    std::string_view name;
    std::string_view form; // what its addresses look like, for a sentence
    bool (*takes)(std::string_view store);
    std::expected<std::unique_ptr<Database>, StoreError> (*open)(std::string const& store,
                                                                 StoreAccess access);
    std::size_t connections; // at the same time
    std::size_t groups;      // of requests that are stored at the same time
    // The address is a file's name: it must be there when a program starts and not be published
    // with the site, and another file may take its place.
    bool is_file;
    bool needs_tidying; // by Database::tidy(), from time to time
    // Both null where the database has tools of its own, which `tools` names. As backup_sqlite()
    // and restore_sqlite().
    std::expected<void, StoreError> (*back_up)(std::filesystem::path const& store,
                                               std::filesystem::path const& copy);
    std::expected<std::filesystem::path, StoreError> (*restore)(std::filesystem::path const& store,
                                                                std::filesystem::path const& copy);
    std::string_view tools;
};

// All kinds there are; the tests of stores run on each of them.
std::span<StoreKind const> store_kinds();

// That takes the address; where none does, one that only opens to check_store_name()'s error.
StoreKind const& kind_of(std::string_view store);

// Does not make the tables.
std::expected<std::unique_ptr<Database>, StoreError> open_database(std::string const& store,
                                                                   StoreAccess access);
// The error is a sentence for the person who named the store: a URL of an unknown scheme.
std::expected<void, std::string> check_store_name(std::string_view store);

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
