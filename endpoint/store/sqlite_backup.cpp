#include "endpoint/store/sqlite_backup.hpp"

#include "endpoint/base/date.hpp"
#include "endpoint/store/schema.hpp"
#include "endpoint/store/sqlite_database.hpp"
#include "endpoint/store/store_file.hpp"

#include <chrono>
#include <sqlite3.h>
#include <thread>

namespace kontingent::endpoint {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::milliseconds pause_while_busy{50};
constexpr int busy_pauses_max = 200; // ten seconds

std::expected<void, StoreError> copy_all(sqlite3* from, sqlite3* to) {
    sqlite3_backup* backup = ::sqlite3_backup_init(to, "main", from, "main");
    if (backup == nullptr) {
        return std::unexpected(sqlite_error(::sqlite3_extended_errcode(to)));
    }
    // In one step: a copy in several starts over whenever a program writes.
    int code = ::sqlite3_backup_step(backup, -1);
    for (int pause = 0; pause < busy_pauses_max && (code == SQLITE_BUSY || code == SQLITE_LOCKED);
         ++pause) {
        std::this_thread::sleep_for(pause_while_busy);
        code = ::sqlite3_backup_step(backup, -1);
    }
    int const finished = ::sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE || finished != SQLITE_OK) {
        return std::unexpected(sqlite_error(code != SQLITE_DONE ? code : finished));
    }
    return {};
}

std::expected<void, StoreError> check_copy(fs::path const& copy) {
    auto const opened = open_sqlite(copy, StoreAccess::read);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    if (auto const whole = (*opened)->check_integrity(); !whole) {
        return whole;
    }
    auto const version = schema_version(**opened);
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version == 0) {
        return std::unexpected(StoreError{
            .sentence = copy.string() + " is no store of this program", .is_lasting = true});
    }
    if (*version > schema_version_current) {
        return std::unexpected(newer_schema(*version));
    }
    return {};
}

// Without a log beside it, the copy is one file that can be moved and read anywhere.
std::expected<void, StoreError> as_one_file(sqlite3* handle) {
    int const code =
        ::sqlite3_exec(handle, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? std::expected<void, StoreError>{}
                             : std::unexpected(sqlite_error(code));
}

} // namespace

std::expected<void, StoreError> backup_sqlite(fs::path const& store, fs::path const& copy) {
    if (auto const checked = check_store_file(store); !checked) {
        return checked;
    }
    auto const from = open_sqlite_handle(store, StoreAccess::read);
    if (!from) {
        return std::unexpected(from.error());
    }
    if (auto const created = create_private_file(copy); !created) {
        return created;
    }
    auto copied = [&]() -> std::expected<void, StoreError> {
        auto const to = open_sqlite_handle(copy, StoreAccess::write);
        if (!to) {
            return std::unexpected(to.error());
        }
        if (auto const done = copy_all(from->get(), to->get()); !done) {
            return done;
        }
        return as_one_file(to->get());
    }();
    if (copied) {
        copied = check_copy(copy);
    }
    if (!copied) {
        std::error_code ignored;
        fs::remove(copy, ignored); // half a backup is none
    }
    return copied;
}

std::expected<fs::path, StoreError> restore_sqlite(fs::path const& store, fs::path const& copy) {
    if (auto const checked = check_copy(copy); !checked) {
        return std::unexpected(checked.error());
    }
    fs::path kept;
    std::error_code error;
    if (fs::exists(store, error) && !fs::is_empty(store, error)) {
        std::string time = utc_timestamp_now();
        std::erase(time, ':');
        kept = store;
        kept += ".before-restore-" + time;
        // A damaged store cannot be copied by SQLite; its files are kept as they are.
        if (!backup_sqlite(store, kept)) {
            for (std::string const ending : {"-wal", "-shm", ""}) {
                fs::rename(store.string() + ending, kept.string() + ending, error);
            }
            if (error) {
                return std::unexpected(StoreError{"what the store holds cannot be kept in " +
                                                  kept.string() + ": " + error.message()});
            }
        }
    }
    if (!fs::exists(store, error)) {
        if (auto const created = create_store_file(store); !created) {
            return std::unexpected(created.error());
        }
    }
    auto const from = open_sqlite_handle(copy, StoreAccess::read);
    auto const to = open_sqlite_handle(store, StoreAccess::write);
    if (!from || !to) {
        return std::unexpected(!from ? from.error() : to.error());
    }
    if (auto const done = copy_all(from->get(), to->get()); !done) {
        return std::unexpected(done.error());
    }
    note_store(store);
    return kept;
}

} // namespace kontingent::endpoint
