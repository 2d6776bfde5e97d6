// SQLite's files on a file system that is read-only for a while: what the kernel answers then
// (EROFS), to every user and on every machine, given through SQLite's own door for such tests.
#pragma once

namespace kontingent::endpoint {

// For this whole process while it lives, also for files that are open already; one at a time.
class ReadOnlyFiles {
public:
    ReadOnlyFiles();
    ~ReadOnlyFiles();
    ReadOnlyFiles(ReadOnlyFiles const&) = delete;
    ReadOnlyFiles& operator=(ReadOnlyFiles const&) = delete;

    // How many writes, and opens for writing, were refused so far.
    int refusals() const;
};

} // namespace kontingent::endpoint
