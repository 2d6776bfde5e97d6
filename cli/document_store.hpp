// A store of documents: a folder with a file for each, named by its id. Steps are taken under a
// lock of the folder, files are written whole and by a rename, and a number is never given twice,
// even where a document was lost.
#pragma once

#include "core/base/instant.hpp"

#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::cli {

// A reason in words: "Permission denied".
using StoreFailure = std::string;

class DocumentStore {
public:
    // Makes the folder where it is missing, and waits for the lock. It is held as long as the
    // store.
    static std::expected<DocumentStore, StoreFailure> open(std::filesystem::path const& folder);

    DocumentStore(DocumentStore&& other) noexcept;
    DocumentStore& operator=(DocumentStore&&) = delete;
    ~DocumentStore();

    std::filesystem::path file_of(std::string_view id) const;
    bool has(std::string_view id) const;
    // Rising.
    std::vector<std::string> ids() const;
    std::expected<std::string, StoreFailure> read(std::string_view id) const;
    // Durable when it returns without a reason.
    std::optional<StoreFailure> write(std::string_view id, std::string_view text) const;

    // "A-2027-0013": one more than the highest ever given with this prefix in this year.
    std::expected<std::string, StoreFailure> next_number(std::string_view prefix, int year) const;
    // To be called before a document with the number is written: from then on it counts as given.
    std::optional<StoreFailure> keep_number(std::string_view number) const;

private:
    DocumentStore(std::filesystem::path folder, int lock)
        : folder_(std::move(folder)), lock_(lock) {}

    std::filesystem::path folder_;
    int lock_ = -1;
};

} // namespace kontingent::cli
