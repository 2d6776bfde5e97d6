#include "core/history/zip.hpp"

#include <algorithm>
#include <zlib.h>

namespace kontingent::history {

namespace {

constexpr std::size_t entries_max = 10'000;

// Of the directory's end, of an entry in it, and of a file: sizes without names.
constexpr std::size_t end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t header_size = 30;
constexpr std::uint32_t end_mark = 0x06054B50;
constexpr std::uint32_t entry_mark = 0x02014B50;
constexpr std::uint32_t header_mark = 0x04034B50;

// Little end first; 0 beyond the end.
std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (std::size_t index = size; index-- > 0;) {
        std::uint32_t const byte =
            at + index < bytes.size() ? static_cast<unsigned char>(bytes[at + index]) : 0U;
        number = number << 8U | byte;
    }
    return number;
}

// Behind it there may be a comment of 65,535 bytes.
std::optional<std::size_t> find_end(std::string_view bytes) {
    constexpr std::size_t comment_max = 65'535;
    if (bytes.size() < end_size) {
        return std::nullopt;
    }
    std::size_t const last = bytes.size() - end_size;
    std::size_t const first = last > comment_max ? last - comment_max : 0;
    for (std::size_t at = last + 1; at-- > first;) {
        if (number_at(bytes, at, 4) == end_mark) {
            return at;
        }
    }
    return std::nullopt;
}

// `size` is what the directory says; more or less is damage.
std::optional<std::string> inflated(std::string_view packed, std::size_t size) {
    std::string content(size, '\0');
    z_stream stream{};
    constexpr int without_header = -MAX_WBITS;
    if (inflateInit2(&stream, without_header) != Z_OK) {
        return std::nullopt;
    }
    // zlib only reads what it is given.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    int const result = inflate(&stream, Z_FINISH);
    bool const is_whole = result == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return is_whole ? std::optional{std::move(content)} : std::nullopt;
}

} // namespace

std::optional<Zip> Zip::open(std::string_view bytes) {
    auto const end = find_end(bytes);
    if (!end) {
        return std::nullopt;
    }
    Zip zip;
    zip.bytes_ = bytes;
    std::size_t const count = number_at(bytes, *end + 10, 2);
    std::size_t at = number_at(bytes, *end + 16, 4);
    for (std::size_t index = 0; index < std::min(count, entries_max); ++index) {
        if (at > bytes.size() || bytes.size() - at < entry_size ||
            number_at(bytes, at, 4) != entry_mark) {
            return std::nullopt;
        }
        std::size_t const name_size = number_at(bytes, at + 28, 2);
        Entry entry;
        entry.name = bytes.substr(at + entry_size, name_size);
        entry.flags = number_at(bytes, at + 8, 2);
        entry.method = number_at(bytes, at + 10, 2);
        entry.checksum = number_at(bytes, at + 16, 4);
        entry.packed_size = number_at(bytes, at + 20, 4);
        entry.size = number_at(bytes, at + 24, 4);
        entry.offset = number_at(bytes, at + 42, 4);
        zip.entries_.push_back(entry);
        at += entry_size + name_size + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
    }
    return zip;
}

Zip::Entry const* Zip::find(std::string_view name) const {
    auto const found = std::ranges::find(entries_, name, &Entry::name);
    return found == entries_.end() ? nullptr : &*found;
}

std::optional<std::string> Zip::read(std::string_view name, std::size_t bytes_max) const {
    Entry const* entry = find(name);
    bool const is_encrypted = entry != nullptr && (entry->flags & 1U) != 0;
    if (entry == nullptr || is_encrypted || entry->size > bytes_max ||
        number_at(bytes_, entry->offset, 4) != header_mark) {
        return std::nullopt;
    }
    std::size_t const begin = entry->offset + header_size +
                              number_at(bytes_, entry->offset + 26, 2) +
                              number_at(bytes_, entry->offset + 28, 2);
    if (begin > bytes_.size() || bytes_.size() - begin < entry->packed_size) {
        return std::nullopt;
    }
    std::string_view const packed = bytes_.substr(begin, entry->packed_size);
    constexpr std::uint32_t stored = 0;
    constexpr std::uint32_t deflated = 8;
    std::optional<std::string> content;
    if (entry->method == stored && entry->packed_size == entry->size) {
        content = std::string{packed};
    } else if (entry->method == deflated) {
        content = inflated(packed, entry->size);
    }
    bool const is_intact = content && crc32(0, reinterpret_cast<Bytef const*>(content->data()),
                                            static_cast<uInt>(content->size())) == entry->checksum;
    return is_intact ? content : std::nullopt;
}

} // namespace kontingent::history
