// The files of the site's folder, read into memory as they are asked for and read again when they
// change. Nothing outside the folder is ever opened: a link that leads out of it, or to something
// hidden, is not found.
#pragma once

#include "endpoint/http/target.hpp"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <sys/stat.h>
#include <variant>

namespace kontingent::endpoint {

struct SiteFile {
    std::shared_ptr<std::string const> body;
    std::string etag; // strong, quoted, of the content alone: the same on every host
    std::string
        policy; // content security policy that the page states itself; empty where it states none
};

struct FoundFile {
    std::shared_ptr<SiteFile const> file;
    std::string name; // relative to the site, with slashes: "en/index.html"
};

struct FolderWithoutSlash {
    std::string last_segment;
};

struct NotFound {};

// It is there, but cannot be read just now: no descriptor is free, for example.
struct Unavailable {};

using SiteAnswer = std::variant<NotFound, Unavailable, FolderWithoutSlash, FoundFile>;

// The policy of the first <meta http-equiv="Content-Security-Policy">; empty where there is none.
std::string policy_of_page(std::string_view html);

class SiteFiles {
public:
    explicit SiteFiles(std::filesystem::path const& folder);

    SiteAnswer find(Target const& target);
    // A file by its name relative to the folder; null where it is absent or not allowed.
    std::shared_ptr<SiteFile const> file(std::string_view name);

private:
    struct Stamp {
        std::int64_t modified_nanoseconds = 0;
        std::int64_t size_bytes = 0;
        std::uint64_t inode = 0;
        friend bool operator==(Stamp const&, Stamp const&) = default;
    };

    struct Entry {
        Stamp stamp;
        std::shared_ptr<SiteFile const> file;
    };

    static Stamp stamp_of(struct stat const& status);
    bool is_inside(std::filesystem::path const& canonical) const;
    // Null where it is no plain file; nothing where it cannot be read just now.
    std::optional<std::shared_ptr<SiteFile const>> load(std::filesystem::path const& canonical);

    std::filesystem::path root_;
    std::mutex mutex_;
    std::map<std::filesystem::path, Entry> entries_;
};

} // namespace kontingent::endpoint
