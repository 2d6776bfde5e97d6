// The files in a zip archive, as far as workbooks need it: stored or deflated (zlib), without
// encryption, within 4 GiB. Nothing larger than its caller allows is unpacked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::history {

class Zip {
public:
    // `bytes` outlive it. Nothing where they are no archive.
    static std::optional<Zip> open(std::string_view bytes);

    bool contains(std::string_view name) const { return find(name) != nullptr; }

    // The content of a file; nothing where there is none of this name, where it is damaged,
    // encrypted or otherwise packed, or has more than `bytes_max`.
    std::optional<std::string> read(std::string_view name, std::size_t bytes_max) const;

private:
    struct Entry {
        std::string_view name;
        std::uint32_t method = 0;
        std::uint32_t flags = 0;
        std::uint32_t checksum = 0;
        std::size_t packed_size = 0;
        std::size_t size = 0;
        std::size_t offset = 0; // of its header
    };

    Entry const* find(std::string_view name) const;

    std::string_view bytes_;
    std::vector<Entry> entries_;
};

} // namespace kontingent::history
