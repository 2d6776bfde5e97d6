#include "endpoint/store/sqlite_database.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/store/store_file.hpp"

#include <map>
#include <sqlite3.h>
#include <unistd.h>

namespace kontingent::endpoint {

namespace {

constexpr Dialect sqlite_dialect{
    .identity = "INTEGER PRIMARY KEY AUTOINCREMENT",
    .begin_write = "BEGIN IMMEDIATE",
    .lock_schema = "",
    .skip_locked = "",
    .count_tables = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1",
    .now_milliseconds = "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
    .random_text = "lower(hex(randomblob(16)))",
    .durable = "",
    .takes_arrays = false};

// As long as another program writes. A request waits that long at most twice.
constexpr int busy_milliseconds = 2000;
// tidy() moves the log into the file in the background; a commit does it, in pages of 4 KiB, only
// where that has not kept up.
constexpr std::string_view last_resort_checkpoint = "PRAGMA wal_autocheckpoint=20000";
// 32 MiB: holds the inner pages of all indexes of a few million requests, so that an insert reads
// only the leaves it writes to.
constexpr std::string_view page_cache = "PRAGMA cache_size=-32768";

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&::sqlite3_finalize)>;

std::string escaped_for_uri(std::string const& path) {
    std::string text;
    for (char const c : path) {
        if (c == '%' || c == '?' || c == '#') {
            auto const code = static_cast<unsigned char>(c);
            text += {'%', ascii::hex_digit(code >> 4U), ascii::hex_digit(code)};
        } else {
            text += c;
        }
    }
    return text;
}

class SqliteDatabase : public Database {
public:
    SqliteDatabase(SqliteHandle handle, StoreFile file)
        : handle_(std::move(handle)), file_(std::move(file)) {}

    std::expected<void, StoreError> prepare_to_write() {
        for (std::string_view const pragma :
             {std::string_view("PRAGMA journal_mode=WAL"),
              std::string_view("PRAGMA synchronous=FULL"),
              std::string_view("PRAGMA foreign_keys=ON"),
              std::string_view("PRAGMA secure_delete=ON"), last_resort_checkpoint, page_cache}) {
            if (auto const done = run(pragma); !done) {
                return std::unexpected(done.error());
            }
        }
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
        bool const has_committed =
            sql == "COMMIT" || (::sqlite3_stmt_readonly(*statement) == 0 &&
                                ::sqlite3_get_autocommit(handle_.get()) != 0);
        if (has_committed) {
            // Into which file? Only what is in the store counts as stored.
            if (auto const checked = check_file(); !checked) {
                return std::unexpected(checked.error());
            }
        }
        return rows;
    }

    std::expected<void, StoreError> check() override {
        if (!is_valid_ || ::sqlite3_get_autocommit(handle_.get()) == 0) {
            return std::unexpected(StoreError{"the connection to the store is broken"});
        }
        return check_file();
    }

    std::expected<void, StoreError> check_integrity() override {
        return quick_check(handle_.get(), ::sqlite3_db_filename(handle_.get(), "main"));
    }

    std::expected<Forgotten, StoreError> forget_erased() override {
        // Otherwise the write-ahead log still holds it. Busy is no error here but a column.
        auto const rows = run("PRAGMA wal_checkpoint(TRUNCATE)", {});
        if (!rows) {
            return std::unexpected(rows.error());
        }
        if (rows->empty() || rows->front().front().number != 0) {
            return std::unexpected(StoreError{
                .sentence = "another program is reading the store, so its log still holds the text",
                .is_of_reader = true});
        }
        return Forgotten::now;
    }

    void tidy() override {
        int log_pages = 0;
        int moved_pages = 0;
        ::sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, &log_pages,
                                    &moved_pages);
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

    std::expected<void, StoreError> check_file() {
        auto const checked = file_.check();
        if (!checked) {
            is_valid_ = false;
            if (file_.is_truncated()) {
                // Closing would move the log into what is left, and delete it.
                ::sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
            }
        }
        return checked;
    }

    StoreError error(int code) {
        // After an input or output error the connection may hold a stale view of the file.
        int const primary = code & 0xff;
        if (primary == SQLITE_IOERR || primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB ||
            primary == SQLITE_READONLY || primary == SQLITE_CANTOPEN) {
            is_valid_ = false;
        }
        return sqlite_error(code);
    }

    SqliteHandle handle_;
    std::map<std::string, Statement, std::less<>> statements_; // after handle_: gone before it
    StoreFile file_;
    bool is_valid_ = true;
};

std::expected<void, StoreError> make_file(std::filesystem::path const& file, StoreAccess access) {
    std::error_code error;
    bool const is_there = std::filesystem::exists(file, error);
    bool const may_create = access == StoreAccess::create ||
                            (access == StoreAccess::create_if_new && !has_held_store(file));
    if (is_there) {
        // An empty file is a new one only where nothing can have been lost.
        bool const is_new = may_create && std::filesystem::is_empty(file, error);
        return is_new ? std::expected<void, StoreError>{} : check_store_file(file);
    }
    if (may_create) {
        return create_store_file(file);
    }
    std::string sentence = "the store " + file.string() + " is not there";
    if (access == StoreAccess::create_if_new) {
        sentence +=
            ", and its folder has held it before: put it back, or start with --create-store";
    }
    return std::unexpected(StoreError{.sentence = std::move(sentence), .is_lasting = true});
}

} // namespace

void SqliteCloser::operator()(sqlite3* handle) const {
    ::sqlite3_close_v2(handle);
}

StoreError sqlite_error(int code) {
    if ((code & 0xff) == SQLITE_NOTADB) {
        return StoreError{.sentence = "the store is no SQLite database", .is_lasting = true};
    }
    if ((code & 0xff) == SQLITE_FULL) {
        return StoreError{"the disk is full"};
    }
    bool const is_of_writing = code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC ||
                               code == SQLITE_IOERR_TRUNCATE || code == SQLITE_IOERR_SHMSIZE;
    return StoreError{"SQLite: " + std::string(::sqlite3_errstr(code)) + " (" +
                      std::to_string(code) + ")" +
                      (is_of_writing ? ": the store's files cannot be written; the disk is full, a "
                                       "quota is used up, or the disk is broken"
                                     : "")};
}

std::expected<SqliteHandle, StoreError> open_sqlite_handle(std::filesystem::path const& file,
                                                           StoreAccess access) {
    std::string name = file.string();
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX;
    if (access == StoreAccess::read) {
        flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_URI;
        // Without a log no program has it open, and SQLite need not make one to read.
        std::error_code error;
        bool const has_log = std::filesystem::exists(name + "-wal", error);
        name = "file:" + escaped_for_uri(std::filesystem::absolute(file).string()) +
               (has_log ? "" : "?immutable=1");
    }
    sqlite3* raw = nullptr;
    int const code = ::sqlite3_open_v2(name.c_str(), &raw, flags, nullptr);
    SqliteHandle handle(raw);
    if (code != SQLITE_OK) {
        bool const is_permitted =
            ::access(file.c_str(), access == StoreAccess::read ? R_OK : R_OK | W_OK) == 0;
        return std::unexpected(StoreError{
            "SQLite cannot open " + file.string() + ": " +
            (is_permitted ? ::sqlite3_errstr(code)
                          : "this user may not; the file must belong to the user of the server")});
    }
    ::sqlite3_extended_result_codes(handle.get(), 1);
    ::sqlite3_busy_timeout(handle.get(), busy_milliseconds);
    return handle;
}

std::expected<void, StoreError> quick_check(sqlite3* handle, std::filesystem::path const& file) {
    sqlite3_stmt* raw = nullptr;
    int const code = ::sqlite3_prepare_v2(handle, "PRAGMA quick_check(1)", -1, &raw, nullptr);
    Statement const statement(raw, &::sqlite3_finalize);
    bool const has_row = code == SQLITE_OK && ::sqlite3_step(raw) == SQLITE_ROW;
    auto const* text =
        has_row ? reinterpret_cast<char const*>(::sqlite3_column_text(raw, 0)) : nullptr;
    if (text == nullptr || std::string_view(text) != "ok") {
        return std::unexpected(StoreError{
            .sentence = "the store " + file.string() +
                        " is damaged; restore a backup with 'kontingent requests restore'",
            .is_lasting = true});
    }
    return {};
}

std::expected<std::unique_ptr<Database>, StoreError> open_sqlite(std::filesystem::path const& file,
                                                                 StoreAccess access) {
    if (auto const made = make_file(file, access); !made) {
        return std::unexpected(made.error());
    }
    if (access != StoreAccess::read) {
        make_private(file); // before SQLite makes a log with the same mode
    }
    auto handle = open_sqlite_handle(file, access);
    if (!handle) {
        return std::unexpected(handle.error());
    }
    auto watched = StoreFile::watch(file);
    if (!watched) {
        return std::unexpected(watched.error());
    }
    auto database = std::make_unique<SqliteDatabase>(std::move(*handle), std::move(*watched));
    if (auto const read = database->run("PRAGMA schema_version"); !read) {
        return std::unexpected(read.error());
    }
    if (access != StoreAccess::read) {
        if (auto const ready = database->prepare_to_write(); !ready) {
            return std::unexpected(ready.error());
        }
        note_store(file);
    }
    return database;
}

} // namespace kontingent::endpoint
