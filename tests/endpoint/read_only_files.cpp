#include "tests/endpoint/read_only_files.hpp"

#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/types.h>

namespace kontingent::endpoint {

namespace {

std::atomic<int> refusal_count{0};
sqlite3_syscall_ptr system_open = nullptr;

int refuse() {
    ++refusal_count;
    errno = EROFS;
    return -1;
}

// As SQLite calls it: always with a mode.
int open_for_reading(char const* path, int flags, int mode) {
    bool const would_write = (flags & O_ACCMODE) != O_RDONLY || (flags & O_CREAT) != 0;
    return would_write
               ? refuse()
               : reinterpret_cast<int (*)(char const*, int, int)>(system_open)(path, flags, mode);
}

ssize_t refuse_write(int, void const*, std::size_t) {
    return refuse();
}

ssize_t refuse_write_at(int, void const*, std::size_t, off_t) {
    return refuse();
}

int refuse_size(int, off_t) {
    return refuse();
}

int refuse_name(char const*) {
    return refuse();
}

struct Call {
    char const* name;
    sqlite3_syscall_ptr replacement;
};

template <typename Function>
sqlite3_syscall_ptr as_call(Function* function) {
    return reinterpret_cast<sqlite3_syscall_ptr>(function);
}

std::array<Call, 6> const calls{
    Call{"open", as_call(&open_for_reading)},  Call{"write", as_call(&refuse_write)},
    Call{"pwrite", as_call(&refuse_write_at)}, Call{"pwrite64", as_call(&refuse_write_at)},
    Call{"ftruncate", as_call(&refuse_size)},  Call{"unlink", as_call(&refuse_name)}};

} // namespace

ReadOnlyFiles::ReadOnlyFiles() {
    refusal_count = 0;
    sqlite3_vfs* files = ::sqlite3_vfs_find(nullptr);
    REQUIRE(files != nullptr);
    REQUIRE(files->iVersion >= 3);
    system_open = files->xGetSystemCall(files, "open");
    for (Call const& call : calls) {
        // A platform may lack one of the two that write at a place.
        if (files->xGetSystemCall(files, call.name) != nullptr) {
            REQUIRE(files->xSetSystemCall(files, call.name, call.replacement) == SQLITE_OK);
        }
    }
}

ReadOnlyFiles::~ReadOnlyFiles() {
    sqlite3_vfs* files = ::sqlite3_vfs_find(nullptr);
    for (Call const& call : calls) {
        files->xSetSystemCall(files, call.name, nullptr); // the system's own again
    }
}

int ReadOnlyFiles::refusals() const {
    return refusal_count;
}

} // namespace kontingent::endpoint
