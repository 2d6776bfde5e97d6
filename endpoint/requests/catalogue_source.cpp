#include "endpoint/requests/catalogue_source.hpp"

#include "endpoint/base/log.hpp"

#include <fstream>
#include <iterator>
#include <sys/stat.h>

namespace kontingent::endpoint {

std::shared_ptr<Catalogue const> CatalogueSource::current() {
    // With each request: one call of the system, where std::filesystem makes two.
    struct stat status{};
    bool const is_readable = ::stat(file_.c_str(), &status) == 0;
    auto const written_at = std::chrono::seconds(status.st_mtim.tv_sec) +
                            std::chrono::nanoseconds(status.st_mtim.tv_nsec);
    auto const size_bytes = status.st_size;
    std::scoped_lock const lock(mutex_);
    if (is_readable && (!was_read_ || written_at != written_at_ || size_bytes != size_bytes_)) {
        was_read_ = true;
        written_at_ = written_at;
        size_bytes_ = size_bytes;
        read_again();
    }
    return catalogue_;
}

void CatalogueSource::read_again() {
    std::ifstream file(file_, std::ios::binary);
    std::string const text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    auto parsed = parse_catalogue(text);
    if (!parsed) {
        log({.level = LogLevel::error,
             .event = "catalogue_refused",
             .values = {{"errors", std::ssize(parsed.error())},
                        {"first", to_line(parsed.error().front(), Language{})}}});
        return;
    }
    log({.event = "catalogue_read", .values = {{"catalogue", parsed->id}}});
    catalogue_ = std::make_shared<Catalogue const>(std::move(*parsed));
}

} // namespace kontingent::endpoint
