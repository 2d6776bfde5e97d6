#include "endpoint/store/store_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace kontingent::endpoint {
namespace {

namespace fs = std::filesystem;

constexpr mode_t owner_alone = 0600;

fs::path beside(fs::path const& file, std::string_view ending) {
    fs::path other = file;
    other += ending;
    return other;
}

StoreError lasting(std::string sentence) {
    return {.sentence = std::move(sentence), .is_lasting = true};
}

bool give_to_owner_of_folder(int descriptor, fs::path const& file) {
    struct stat own{};
    struct stat folder{};
    if (::geteuid() != 0) {
        return true;
    }
    if (::fstat(descriptor, &own) != 0 ||
        ::stat(fs::absolute(file).parent_path().c_str(), &folder) != 0) {
        return false;
    }
    return (own.st_uid == folder.st_uid && own.st_gid == folder.st_gid) ||
           ::fchown(descriptor, folder.st_uid, folder.st_gid) == 0;
}

} // namespace

std::expected<void, StoreError> create_private_file(fs::path const& file) {
    int const descriptor =
        ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, owner_alone);
    if (descriptor < 0) {
        return std::unexpected(
            lasting(file.string() + " cannot be created: " + std::strerror(errno)));
    }
    // The umask may have taken something away.
    bool const is_set =
        ::fchmod(descriptor, owner_alone) == 0 && give_to_owner_of_folder(descriptor, file);
    ::close(descriptor);
    if (!is_set) {
        return std::unexpected(
            lasting("the owner or the mode of " + file.string() + " cannot be set"));
    }
    return {};
}

void make_private(fs::path const& file) {
    for (std::string_view const ending : {"", "-wal", "-shm"}) {
        fs::path const one = beside(file, ending);
        struct stat status{};
        if (::stat(one.c_str(), &status) == 0 && (status.st_mode & 0777U) != owner_alone) {
            // By its name: to open and close it would drop SQLite's locks.
            static_cast<void>(::chmod(one.c_str(), owner_alone));
        }
    }
}

std::expected<void, StoreError> create_store_file(fs::path const& file) {
    auto const created = create_private_file(file);
    if (created) {
        note_store(file);
    }
    return created;
}

void note_store(fs::path const& file) {
    fs::path const note = beside(file, ".note");
    int const descriptor =
        ::open(note.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, owner_alone);
    if (descriptor < 0) {
        return; // it is there, or the folder may not be written: then nothing is created, either
    }
    constexpr std::string_view text =
        "This folder has held a store of this name. While this note is "
        "here, a missing store is not made anew.\n";
    if (::write(descriptor, text.data(), text.size()) < 0 ||
        !give_to_owner_of_folder(descriptor, note)) {
        // An empty note says the same to a program, and nobody needs to read it.
    }
    ::close(descriptor);
}

bool has_held_store(fs::path const& file) {
    std::error_code error;
    return fs::exists(beside(file, ".note"), error) || fs::exists(beside(file, "-wal"), error);
}

std::expected<void, StoreError> check_store_file(fs::path const& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) {
        return std::unexpected(
            lasting("the store " + file.string() + " cannot be read: " + std::strerror(errno)));
    }
    if (status.st_size == 0) {
        return std::unexpected(lasting("the store " + file.string() +
                                       " is empty: something has truncated it; restore a backup "
                                       "with 'kontingent requests restore'"));
    }
    return {};
}

StoreError store_is_gone(fs::path const& file) {
    return lasting("the store " + file.string() +
                   " was moved or deleted; put it back, or restart the server with its store");
}

std::string file_identity(fs::path const& file) {
    struct stat status{};
    return ::stat(file.c_str(), &status) == 0
               ? std::to_string(status.st_dev) + ":" + std::to_string(status.st_ino)
               : std::string{};
}

std::optional<StoreFile::Status> StoreFile::status_of(fs::path const& file) {
    struct stat status{};
    if (::stat(file.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return Status{.identity = {.device = status.st_dev, .inode = status.st_ino},
                  .size_bytes = status.st_size};
}

std::expected<StoreFile, StoreError> StoreFile::watch(fs::path const& file) {
    auto const status = status_of(file);
    if (!status) {
        return std::unexpected(lasting("the store " + file.string() + " is not there"));
    }
    StoreFile watched;
    watched.file_ = file;
    watched.log_ = beside(file, "-wal");
    watched.identity_ = status->identity;
    watched.size_bytes_ = status->size_bytes;
    return watched;
}

std::expected<void, StoreError> StoreFile::check() {
    auto const status = status_of(file_);
    if (!status) {
        return std::unexpected(store_is_gone(file_));
    }
    if (status->identity != identity_) {
        return std::unexpected(lasting("the store " + file_.string() +
                                       " was replaced by another file; put it back, or restart "
                                       "the server"));
    }
    if (status->size_bytes < size_bytes_) {
        is_truncated_ = true;
        return std::unexpected(lasting("the store " + file_.string() +
                                       " was truncated; restore a backup with 'kontingent "
                                       "requests restore'"));
    }
    size_bytes_ = status->size_bytes;
    auto const log = status_of(log_);
    if (log_identity_ && (!log || log->identity != *log_identity_)) {
        return std::unexpected(StoreError{"the store's log " + log_.string() + " was removed"});
    }
    if (log) {
        log_identity_ = log->identity;
    }
    return {};
}

} // namespace kontingent::endpoint
