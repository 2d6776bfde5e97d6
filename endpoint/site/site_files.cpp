#include "endpoint/site/site_files.hpp"

#include "core/base/ascii.hpp"
#include "endpoint/base/digest.hpp"
#include "endpoint/http/http.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace kontingent::endpoint {
namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}

    ~Descriptor() {
        if (number_ >= 0) {
            ::close(number_);
        }
    }

    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    int get() const { return number_; }

private:
    int number_;
};

std::optional<std::string> read_all(int descriptor, std::size_t size_bytes) {
    std::string bytes(size_bytes, '\0');
    std::size_t filled = 0;
    while (filled < size_bytes) {
        ssize_t const count = ::read(descriptor, bytes.data() + filled, size_bytes - filled);
        if (count <= 0) {
            return std::nullopt; // it shrank under us, or cannot be read
        }
        filled += static_cast<std::size_t>(count);
    }
    return bytes;
}

std::string unescape_html(std::string text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> entities{
        {{"&#39;", "'"}, {"&apos;", "'"}, {"&quot;", "\""}, {"&amp;", "&"}}};
    for (auto const& [entity, character] : entities) {
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1)) {
            text.replace(at, entity.size(), character);
        }
    }
    return text;
}

} // namespace

std::string policy_of_page(std::string_view html) {
    std::string const lower = ascii::to_lower(html);
    auto const named = lower.find("content-security-policy");
    if (named == std::string::npos) {
        return {};
    }
    auto const tag_begin = lower.rfind('<', named);
    auto const attribute = lower.find("content=", named);
    if (tag_begin == std::string::npos || !lower.substr(tag_begin).starts_with("<meta") ||
        attribute == std::string::npos) {
        return {};
    }
    auto const begin = attribute + std::string_view("content=").size();
    if (begin >= html.size() || (html[begin] != '"' && html[begin] != '\'')) {
        return {};
    }
    auto const end = html.find(html[begin], begin + 1);
    if (end == std::string_view::npos) {
        return {};
    }
    std::string policy = unescape_html(std::string(html.substr(begin + 1, end - begin - 1)));
    std::ranges::replace_if(
        policy, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return policy;
}

SiteFiles::SiteFiles(fs::path const& folder) {
    std::error_code error;
    root_ = fs::canonical(folder, error);
    if (error) {
        root_ = fs::path("/nonexistent");
    }
}

bool SiteFiles::is_inside(fs::path const& canonical) const {
    auto const [root_end, rest] =
        std::mismatch(root_.begin(), root_.end(), canonical.begin(), canonical.end());
    if (root_end != root_.end()) {
        return false;
    }
    return std::none_of(rest, canonical.end(),
                        [](fs::path const& part) { return part.native().starts_with('.'); });
}

SiteAnswer SiteFiles::find(Target const& target) {
    fs::path path = root_;
    for (std::string const& segment : target.segments) {
        path /= segment;
    }
    std::error_code error;
    fs::path canonical = fs::canonical(path, error);
    if (error || !is_inside(canonical)) {
        return NotFound{};
    }
    bool const is_directory = fs::is_directory(canonical, error);
    if (is_directory && !target.is_folder) {
        return FolderWithoutSlash{target.segments.back()};
    }
    if (!is_directory && target.is_folder) {
        return NotFound{};
    }

    std::string name;
    for (std::string const& segment : target.segments) {
        name += (name.empty() ? "" : "/") + segment;
    }
    if (is_directory) {
        name += name.empty() ? "index.html" : "/index.html";
    }
    fs::path const chosen = fs::canonical(root_ / name, error);
    if (error || !is_inside(chosen)) {
        return NotFound{};
    }
    auto found = load(chosen);
    if (!found) {
        return Unavailable{};
    }
    if (*found == nullptr) {
        return NotFound{};
    }
    return FoundFile{std::move(*found), std::move(name)};
}

std::shared_ptr<SiteFile const> SiteFiles::file(std::string_view name) {
    std::error_code error;
    fs::path const canonical = fs::canonical(root_ / name, error);
    if (error || !is_inside(canonical)) {
        return nullptr;
    }
    return load(canonical).value_or(nullptr);
}

std::optional<std::shared_ptr<SiteFile const>> SiteFiles::load(fs::path const& canonical) {
    struct stat status{};
    if (::lstat(canonical.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return nullptr;
    }
    {
        std::scoped_lock const lock(mutex_);
        auto const known = entries_.find(canonical);
        if (known != entries_.end() && known->second.stamp == stamp_of(status)) {
            return known->second.file;
        }
    }
    Descriptor const descriptor(
        ::open(canonical.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    if (descriptor.get() < 0) {
        bool const is_for_now = errno == EMFILE || errno == ENFILE || errno == ENOMEM;
        return is_for_now ? std::nullopt : std::optional<std::shared_ptr<SiteFile const>>(nullptr);
    }
    if (::fstat(descriptor.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return nullptr;
    }
    auto bytes = read_all(descriptor.get(), static_cast<std::size_t>(status.st_size));
    if (!bytes) {
        return nullptr;
    }
    auto file = std::make_shared<SiteFile>();
    file->etag = '"' + to_hex(sha256(*bytes)).substr(0, 24) + '"';
    if (canonical.extension() == ".html") {
        file->policy = policy_of_page(*bytes);
    }
    file->body = std::make_shared<std::string const>(std::move(*bytes));
    std::scoped_lock const lock(mutex_);
    entries_[canonical] = Entry{stamp_of(status), file};
    return file;
}

SiteFiles::Stamp SiteFiles::stamp_of(struct stat const& status) {
    return {.modified_nanoseconds = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec,
            .size_bytes = status.st_size,
            .inode = status.st_ino};
}

} // namespace kontingent::endpoint
