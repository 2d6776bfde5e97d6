// The endpoint's own catalogue: a file, read again when it changes. A new file with errors is
// logged, and the last good one stays in force.
#pragma once

#include "core/catalogue/catalogue.hpp"

#include <chrono>
#include <cstdint>
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
    std::chrono::nanoseconds written_at_{}; // of the file that was read, since 1970
    std::int64_t size_bytes_ = 0;
    bool was_read_ = false;
    std::shared_ptr<Catalogue const> catalogue_;
};

} // namespace kontingent::endpoint
