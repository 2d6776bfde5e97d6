#include "cli/document_store.hpp"

#include "cli/files.hpp"
#include "core/json/check.hpp"
#include "core/json/reader.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <sstream>
#include <sys/file.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace kontingent::cli {
namespace {

constexpr std::string_view extension = ".json";
constexpr std::string_view numbers_name = "numbers"; // a line for each prefix and year: "A-2027 13"
constexpr std::size_t file_bytes_max = 16u << 20;

std::string reason() {
    return std::error_code(errno, std::generic_category()).message();
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}

    ~Descriptor() {
        if (number_ >= 0) {
            close(number_);
        }
    }

    Descriptor(Descriptor const&) = delete;
    Descriptor& operator=(Descriptor const&) = delete;

    int number() const { return number_; }

private:
    int number_;
};

bool write_all(int file, std::string_view text) {
    while (!text.empty()) {
        ssize_t const written = ::write(file, text.data(), text.size());
        if (written < 0 && errno != EINTR) {
            return false;
        }
        text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
    return true;
}

// The file under a temporary name, made durable, then renamed, and the folder made durable.
std::optional<StoreFailure> write_durably(std::filesystem::path const& path,
                                          std::string_view text) {
    std::filesystem::path temporary = path;
    temporary += ".new";
    {
        Descriptor const file(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
        if (file.number() < 0 || !write_all(file.number(), text) || fsync(file.number()) != 0) {
            return reason();
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) {
        return reason();
    }
    Descriptor const folder(::open(path.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.number() < 0 || fsync(folder.number()) != 0) {
        return reason();
    }
    return std::nullopt;
}

// Series "A-2027" and count 13 of "A-2027-0013".
std::pair<std::string, std::int64_t> parts_of(std::string_view number) {
    auto const dash = number.rfind('-');
    std::int64_t count = 0;
    std::from_chars(number.data() + dash + 1, number.data() + number.size(), count);
    return {std::string(number.substr(0, dash)), count};
}

std::vector<std::pair<std::string, std::int64_t>> counts_of(std::string const& text) {
    std::vector<std::pair<std::string, std::int64_t>> counts;
    std::istringstream in(text);
    std::string series;
    std::int64_t count = 0;
    while (in >> series >> count) {
        counts.emplace_back(series, count);
    }
    return counts;
}

std::string padded(std::int64_t count) {
    constexpr std::size_t digits = 4;
    std::string text = std::to_string(count);
    return std::string(digits > text.size() ? digits - text.size() : 0, '0') + text;
}

} // namespace

std::expected<DocumentStore, StoreFailure>
DocumentStore::open(std::filesystem::path const& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return std::unexpected(error.message());
    }
    int const lock = ::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0) {
        return std::unexpected(reason());
    }
    while (flock(lock, LOCK_EX) != 0) {
        if (errno != EINTR) {
            std::string why = reason();
            close(lock);
            return std::unexpected(std::move(why));
        }
    }
    return DocumentStore(folder, lock);
}

DocumentStore::DocumentStore(DocumentStore&& other) noexcept
    : folder_(std::move(other.folder_)), lock_(std::exchange(other.lock_, -1)) {}

DocumentStore::~DocumentStore() {
    if (lock_ >= 0) {
        close(lock_);
    }
}

std::filesystem::path DocumentStore::file_of(std::string_view id) const {
    return folder_ / (std::string(id) + std::string(extension));
}

bool DocumentStore::has(std::string_view id) const {
    std::error_code error;
    return std::filesystem::is_regular_file(file_of(id), error);
}

std::vector<std::string> DocumentStore::ids() const {
    std::vector<std::string> ids;
    std::error_code error;
    for (auto const& entry : std::filesystem::directory_iterator(folder_, error)) {
        if (entry.path().extension() == extension) {
            ids.push_back(entry.path().stem().string());
        }
    }
    std::ranges::sort(ids);
    return ids;
}

std::expected<std::string, StoreFailure> DocumentStore::read(std::string_view id) const {
    std::istringstream none;
    return read_file(file_of(id).string(), file_bytes_max, none);
}

std::optional<StoreFailure> DocumentStore::write(std::string_view id, std::string_view text) const {
    return write_durably(file_of(id), text);
}

std::expected<std::string, StoreFailure> DocumentStore::next_number(std::string_view prefix,
                                                                    int year) const {
    std::string const series = std::string(prefix) + "-" + std::to_string(year);
    std::int64_t highest = 0;
    std::error_code error;
    if (std::filesystem::exists(folder_ / numbers_name, error)) {
        std::istringstream none;
        auto const text = read_file((folder_ / numbers_name).string(), file_bytes_max, none);
        if (!text) {
            return std::unexpected(text.error());
        }
        for (auto const& [name, count] : counts_of(*text)) {
            highest = name == series ? std::max(highest, count) : highest;
        }
    }
    // A lost file of counts does not give numbers again that documents have.
    for (std::string const& id : ids()) {
        auto const text = read(id);
        auto const tree = text ? json::read(*text, file_bytes_max)
                               : std::unexpected(Error{.pointer = {}, .detail = {}});
        json::Value const* number =
            tree ? json::find_member(*tree, tree->root(), "number") : nullptr;
        if (number != nullptr && number->kind == json::Kind::text) {
            auto const [name, count] = parts_of(number->text);
            highest = name == series ? std::max(highest, count) : highest;
        }
    }
    return series + "-" + padded(highest + 1);
}

std::optional<StoreFailure> DocumentStore::keep_number(std::string_view number) const {
    auto const [series, count] = parts_of(number);
    std::istringstream none;
    auto const text = read_file((folder_ / numbers_name).string(), file_bytes_max, none);
    auto counts = counts_of(text.value_or(""));
    auto const found =
        std::ranges::find(counts, series, &std::pair<std::string, std::int64_t>::first);
    if (found == counts.end()) {
        counts.emplace_back(series, count);
    } else {
        found->second = std::max(found->second, count);
    }
    std::string written;
    for (auto const& [name, highest] : counts) {
        written += name + " " + std::to_string(highest) + "\n";
    }
    return write_durably(folder_ / numbers_name, written);
}

} // namespace kontingent::cli
