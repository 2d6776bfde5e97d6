#include "endpoint/requests/catalogue_source.hpp"

#include "endpoint/base/log.hpp"

#include <fstream>
#include <iterator>

namespace kontingent::endpoint {

std::shared_ptr<Catalogue const> CatalogueSource::current() {
    std::error_code time_error;
    std::error_code size_error;
    auto const written_at = std::filesystem::last_write_time(file_, time_error);
    auto const size_bytes = std::filesystem::file_size(file_, size_error);
    std::scoped_lock const lock(mutex_);
    bool const is_readable = !time_error && !size_error;
    if (is_readable && (!was_read_ || written_at != read_at_ || size_bytes != size_bytes_)) {
        was_read_ = true;
        read_at_ = written_at;
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
