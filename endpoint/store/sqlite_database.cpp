#include "endpoint/store/sqlite_database.hpp"

#include <map>
#include <sqlite3.h>
#include <sys/stat.h>

namespace kontingent::endpoint {

namespace {

constexpr Dialect sqlite_dialect{.identity = "INTEGER PRIMARY KEY AUTOINCREMENT",
                                 .begin_write = "BEGIN IMMEDIATE",
                                 .lock_schema = "",
                                 .skip_locked = ""};

constexpr int busy_milliseconds = 5000;

struct FileIdentity {
    dev_t device = 0;
    ino_t inode = 0;
    friend bool operator==(FileIdentity const&, FileIdentity const&) = default;
};

std::expected<FileIdentity, StoreError> identity_of(std::filesystem::path const& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) {
        return std::unexpected(StoreError{"the store's file is not there"});
    }
    return FileIdentity{.device = status.st_dev, .inode = status.st_ino};
}

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&::sqlite3_finalize)>;
using Handle = std::unique_ptr<sqlite3, decltype(&::sqlite3_close_v2)>;

class SqliteDatabase : public Database {
public:
    SqliteDatabase(std::filesystem::path file, Handle handle)
        : file_(std::move(file)), handle_(std::move(handle)) {}

    std::expected<void, StoreError> prepare_connection() {
        ::sqlite3_extended_result_codes(handle_.get(), 1);
        ::sqlite3_busy_timeout(handle_.get(), busy_milliseconds);
        for (std::string_view pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL",
                                        "PRAGMA foreign_keys=ON", "PRAGMA secure_delete=ON"}) {
            if (auto const done = run(pragma); !done) {
                return std::unexpected(done.error());
            }
        }
        auto const identity = identity_of(file_);
        if (!identity) {
            return std::unexpected(identity.error());
        }
        identity_ = *identity;
        return {};
    }

    using Database::run;

    std::expected<SqlRows, StoreError> run(std::string_view sql,
                                           std::vector<SqlValue> const& values) override {
        auto statement = statement_for(sql);
        if (!statement) {
            return std::unexpected(statement.error());
        }
        bind(*statement, values);
        SqlRows rows;
        int code = SQLITE_ROW;
        while ((code = ::sqlite3_step(*statement)) == SQLITE_ROW) {
            rows.push_back(read_row(*statement));
        }
        ::sqlite3_reset(*statement);
        ::sqlite3_clear_bindings(*statement);
        if (code != SQLITE_DONE) {
            return std::unexpected(error(code));
        }
        return rows;
    }

    bool is_usable() override {
        // A file that was moved or deleted would take writes that nobody ever finds.
        auto const identity = identity_of(file_);
        return is_valid_ && identity && *identity == identity_ &&
               ::sqlite3_get_autocommit(handle_.get()) != 0;
    }

    std::expected<void, StoreError> forget_erased() override {
        // Otherwise the write-ahead log still holds it.
        auto const done = run("PRAGMA wal_checkpoint(TRUNCATE)", {});
        if (!done) {
            return std::unexpected(done.error());
        }
        return {};
    }

    Dialect const& dialect() const override { return sqlite_dialect; }

private:
    std::expected<sqlite3_stmt*, StoreError> statement_for(std::string_view sql) {
        if (auto const known = statements_.find(sql); known != statements_.end()) {
            return known->second.get();
        }
        sqlite3_stmt* statement = nullptr;
        int const code = ::sqlite3_prepare_v2(handle_.get(), sql.data(),
                                              static_cast<int>(sql.size()), &statement, nullptr);
        if (code != SQLITE_OK) {
            return std::unexpected(error(code));
        }
        statements_.emplace(std::string(sql), Statement(statement, &::sqlite3_finalize));
        return statement;
    }

    static void bind(sqlite3_stmt* statement, std::vector<SqlValue> const& values) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            int const place =
                ::sqlite3_bind_parameter_index(statement, ("$" + std::to_string(i + 1)).c_str());
            SqlValue const& value = values[i];
            if (value.kind == SqlValue::Kind::number) {
                ::sqlite3_bind_int64(statement, place, value.number);
            } else if (value.kind == SqlValue::Kind::text) {
                ::sqlite3_bind_text64(statement, place, value.text.data(), value.text.size(),
                                      SQLITE_STATIC, SQLITE_UTF8);
            }
        }
    }

    static SqlRow read_row(sqlite3_stmt* statement) {
        SqlRow row;
        for (int column = 0; column < ::sqlite3_column_count(statement); ++column) {
            switch (::sqlite3_column_type(statement, column)) {
            case SQLITE_INTEGER:
                row.emplace_back(std::int64_t{::sqlite3_column_int64(statement, column)});
                break;
            case SQLITE_NULL:
                row.emplace_back();
                break;
            default: {
                auto const* text =
                    reinterpret_cast<char const*>(::sqlite3_column_text(statement, column));
                row.emplace_back(std::string(
                    text, static_cast<std::size_t>(::sqlite3_column_bytes(statement, column))));
            }
            }
        }
        return row;
    }

    StoreError error(int code) {
        // After an input or output error the connection may hold a stale view of the file.
        int const primary = code & 0xff;
        if (primary == SQLITE_IOERR || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB ||
            primary == SQLITE_READONLY || primary == SQLITE_CANTOPEN) {
            is_valid_ = false;
        }
        return StoreError{"SQLite: " + std::string(::sqlite3_errstr(code)) + " (" +
                          std::to_string(code) + ")"};
    }

    std::filesystem::path file_;
    Handle handle_;
    std::map<std::string, Statement, std::less<>> statements_; // after handle_: gone before it
    FileIdentity identity_;
    bool is_valid_ = true;
};

} // namespace

std::expected<std::unique_ptr<Database>, StoreError>
open_sqlite(std::filesystem::path const& file) {
    sqlite3* raw = nullptr;
    int const code = ::sqlite3_open_v2(
        file.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX,
        nullptr);
    Handle handle(raw, &::sqlite3_close_v2);
    if (code != SQLITE_OK) {
        return std::unexpected(
            StoreError{"SQLite cannot open " + file.string() + ": " + ::sqlite3_errstr(code)});
    }
    auto database = std::make_unique<SqliteDatabase>(file, std::move(handle));
    if (auto const ready = database->prepare_connection(); !ready) {
        return std::unexpected(ready.error());
    }
    return database;
}

} // namespace kontingent::endpoint
