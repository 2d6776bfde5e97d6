// The file of a SQLite store as the file system shows it: made once, for its owner alone, and
// watched from then on. A file that is moved, deleted or truncated would take requests that nobody
// ever finds.
#pragma once

#include "endpoint/store/database.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace kontingent::endpoint {

// Makes an empty file with mode 0600, whatever the umask. An existing one is an error. What root
// makes belongs to the folder's owner: the user whom the server runs as.
std::expected<void, StoreError> create_private_file(std::filesystem::path const& file);
// Takes a store's files (NAME-wal and NAME-shm, too) from all but their owner: earlier versions
// made them as the umask had it. Does nothing where this user may not.
void make_private(std::filesystem::path const& file);
// Makes a store's file, and leaves a note beside it (NAME.note)
// that this folder has held the store.
std::expected<void, StoreError> create_store_file(std::filesystem::path const& file);
// Whether the note is there, or a log of SQLite that outlived its store.
bool has_held_store(std::filesystem::path const& file);
void note_store(std::filesystem::path const& file);

// Whether it is there and holds something. Does not open the file: closing it again would drop the
// locks that this process has on it through SQLite, and another program would delete the log.
std::expected<void, StoreError> check_store_file(std::filesystem::path const& file);

// The error of a store that was there and is not any more.
StoreError store_is_gone(std::filesystem::path const& file);

// Device and inode as a text; empty where there is no file.
std::string file_identity(std::filesystem::path const& file);

class StoreFile {
public:
    // Remembers the file as it is now. The error says that it is not there.
    static std::expected<StoreFile, StoreError> watch(std::filesystem::path const& file);

    // The error says what has happened to the file or to its log (NAME-wal).
    std::expected<void, StoreError> check();

    // Less than it was: nothing may be written into it any more.
    bool is_truncated() const { return is_truncated_; }

private:
    struct Identity {
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
        friend bool operator==(Identity const&, Identity const&) = default;
    };

    struct Status {
        Identity identity;
        std::int64_t size_bytes = 0;
    };

    static std::optional<Status> status_of(std::filesystem::path const& file);

    std::filesystem::path file_;
    std::filesystem::path log_;
    Identity identity_;
    std::int64_t size_bytes_ = 0;
    std::optional<Identity> log_identity_;
    bool is_truncated_ = false;
};

} // namespace kontingent::endpoint
