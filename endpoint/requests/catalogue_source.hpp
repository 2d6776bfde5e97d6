// The endpoint's own catalogue: a file, read again when it changes. A new file with errors is
// logged, and the last good one stays in force.
#pragma once

#include "core/catalogue/catalogue.hpp"

#include <filesystem>
#include <memory>
#include <mutex>

namespace kontingent::endpoint {

class CatalogueSource {
public:
    explicit CatalogueSource(std::filesystem::path file) : file_(std::move(file)) {}

    // Null where there has been no good one yet.
    std::shared_ptr<Catalogue const> current();

private:
    void read_again();

    std::filesystem::path const file_;
    std::mutex mutex_;
    std::filesystem::file_time_type read_at_{};
    std::uintmax_t size_bytes_ = 0;
    bool was_read_ = false;
    std::shared_ptr<Catalogue const> catalogue_;
};

} // namespace kontingent::endpoint
