#include "core/document/document.hpp"
#include "documents/pdf/picture.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <zlib.h>

namespace kontingent::documents::pdf {
namespace {

constexpr std::string_view signature("\x89PNG\r\n\x1A\n", 8);
constexpr std::size_t side_max = 2'000;

enum Kind : unsigned { grey = 0, colour = 2, palette = 3, grey_opacity = 4, colour_opacity = 6 };

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 24U | byte_at(bytes, at + 1) << 16U |
           byte_at(bytes, at + 2) << 8U | byte_at(bytes, at + 3);
}

struct Chunks {
    std::size_t width = 0, height = 0;
    unsigned depth = 8, kind = 0;
    std::string palette, opacities, packed;
    bool has_end = false;

    std::size_t channels() const {
        constexpr std::array<std::size_t, 7> counts{1, 0, 3, 1, 2, 0, 4};
        return counts[kind];
    }

    std::size_t row_bytes() const { return (width * channels() * depth + 7) / 8; }

    // From a byte of the row to the one that filters compare it with.
    std::size_t step() const { return std::max<std::size_t>(channels() * depth / 8, 1); }

    bool is_readable() const {
        bool const is_palette = kind == Kind::palette;
        bool const is_kind = kind == Kind::grey || kind == Kind::colour || is_palette ||
                             kind == Kind::grey_opacity || kind == Kind::colour_opacity;
        bool const is_depth =
            depth == 8 || (is_palette && (depth == 1 || depth == 2 || depth == 4));
        return is_kind && is_depth && width > 0 && width <= side_max && height > 0 &&
               height <= side_max && has_end && is_palette == !palette.empty() &&
               palette.size() % 3 == 0;
    }
};

bool read_header(std::string_view data, Chunks& chunks) {
    constexpr std::size_t header_size = 13;
    if (data.size() != header_size) {
        return false;
    }
    chunks.width = u32_at(data, 0);
    chunks.height = u32_at(data, 4);
    chunks.depth = byte_at(data, 8);
    chunks.kind = byte_at(data, 9);
    bool const is_plain =
        byte_at(data, 10) == 0 && byte_at(data, 11) == 0 && byte_at(data, 12) == 0;
    return is_plain && chunks.kind <= Kind::colour_opacity;
}

std::optional<Chunks> read_chunks(std::string_view bytes) {
    constexpr std::size_t frame = 12; // length, name and checksum
    Chunks chunks;
    bytes.remove_prefix(signature.size());
    bool is_first = true;
    while (bytes.size() >= frame && !chunks.has_end) {
        std::size_t const length = u32_at(bytes, 0);
        if (length > bytes.size() - frame) {
            return std::nullopt;
        }
        std::string_view const name = bytes.substr(4, 4);
        std::string_view const data = bytes.substr(8, length);
        if (is_first != (name == "IHDR") || (is_first && !read_header(data, chunks))) {
            return std::nullopt;
        }
        is_first = false;
        if (name == "PLTE") {
            chunks.palette = data;
        } else if (name == "tRNS") {
            chunks.opacities = data;
        } else if (name == "IDAT") {
            chunks.packed += data;
        }
        chunks.has_end = name == "IEND";
        bytes.remove_prefix(length + frame);
    }
    return chunks.is_readable() ? std::optional(std::move(chunks)) : std::nullopt;
}

// Exactly as many bytes as `size`, or nothing.
std::optional<std::string> inflated(std::string& packed, std::size_t size) {
    std::string bytes(size, '\0');
    z_stream stream{};
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    if (inflateInit(&stream) != Z_OK) {
        return std::nullopt;
    }
    int const status = inflate(&stream, Z_FINISH);
    bool const is_whole = status == Z_STREAM_END && stream.total_out == size;
    inflateEnd(&stream);
    return is_whole ? std::optional(std::move(bytes)) : std::nullopt;
}

int paeth(int left, int above, int corner) {
    int const guess = left + above - corner;
    int const to_left = std::abs(guess - left);
    int const to_above = std::abs(guess - above);
    int const to_corner = std::abs(guess - corner);
    if (to_left <= to_above && to_left <= to_corner) {
        return left;
    }
    return to_above <= to_corner ? above : corner;
}

// Undoes the filters of rows in place; each row begins with the number of its filter.
bool unfilter(std::string& rows, Chunks const& chunks) {
    constexpr unsigned filter_max = 4;
    std::size_t const size = chunks.row_bytes() + 1;
    std::size_t const step = chunks.step();
    for (std::size_t row = 0; row < chunks.height; ++row) {
        std::size_t const begin = row * size;
        unsigned const filter = byte_at(rows, begin);
        if (filter > filter_max) {
            return false;
        }
        for (std::size_t i = 1; i < size; ++i) {
            auto const value = [&](bool is_there, std::size_t at) {
                return is_there ? static_cast<int>(byte_at(rows, at)) : 0;
            };
            int const left = value(i > step, begin + i - step);
            int const above = value(row > 0, begin + i - size);
            int const corner = value(row > 0 && i > step, begin + i - size - step);
            std::array<int, filter_max + 1> const guesses{0, left, above, (left + above) / 2,
                                                          paeth(left, above, corner)};
            rows[begin + i] = static_cast<char>(
                (static_cast<int>(byte_at(rows, begin + i)) + guesses[filter]) & 0xFF);
        }
    }
    return true;
}

class PixelReader {
public:
    PixelReader(Chunks const& chunks, std::string_view rows) : chunks_(chunks), rows_(rows) {}

    std::optional<Pixels> run() {
        Pixels pixels{
            .width = chunks_.width, .height = chunks_.height, .colours = {}, .opacities = {}};
        bool is_opaque = true;
        for (std::size_t y = 0; y < chunks_.height; ++y) {
            for (std::size_t x = 0; x < chunks_.width; ++x) {
                if (!add(y * (chunks_.row_bytes() + 1) + 1, x, pixels)) {
                    return std::nullopt;
                }
                is_opaque =
                    is_opaque && byte_at(pixels.opacities, pixels.opacities.size() - 1) == 0xFF;
            }
        }
        if (is_opaque) {
            pixels.opacities.clear();
        }
        return pixels;
    }

private:
    bool add(std::size_t row, std::size_t x, Pixels& pixels) const {
        if (chunks_.kind == Kind::palette) {
            return add_from_palette(row, x, pixels);
        }
        std::size_t const at = row + x * chunks_.channels();
        bool const has_colour =
            chunks_.kind == Kind::colour || chunks_.kind == Kind::colour_opacity;
        std::string const colour =
            has_colour ? std::string(rows_.substr(at, 3)) : std::string(3, rows_[at]);
        pixels.colours += colour;
        bool const has_opacity = chunks_.channels() % 2 == 0;
        pixels.opacities += has_opacity                  ? rows_[at + chunks_.channels() - 1]
                            : is_key(colour, has_colour) ? '\0'
                                                         : '\xFF';
        return true;
    }

    // The one colour that a picture without opacities may name as transparent, two bytes a channel.
    bool is_key(std::string const& colour, bool has_colour) const {
        std::string const& key = chunks_.opacities;
        constexpr std::size_t key_size = 6;
        return has_colour ? key.size() == key_size && key[1] == colour[0] && key[3] == colour[1] &&
                                key[5] == colour[2]
                          : key.size() == 2 && key[1] == colour[0];
    }

    bool add_from_palette(std::size_t row, std::size_t x, Pixels& pixels) const {
        std::size_t const bit = x * chunks_.depth;
        unsigned const shift = 8U - chunks_.depth - static_cast<unsigned>(bit % 8);
        std::size_t const index =
            byte_at(rows_, row + bit / 8) >> shift & ((1U << chunks_.depth) - 1U);
        if (index * 3 >= chunks_.palette.size()) {
            return false;
        }
        pixels.colours += chunks_.palette.substr(index * 3, 3);
        pixels.opacities += index < chunks_.opacities.size() ? chunks_.opacities[index] : '\xFF';
        return true;
    }

    Chunks const& chunks_;
    std::string_view rows_;
};

} // namespace

std::optional<Pixels> read_png(std::string_view bytes) {
    if (!bytes.starts_with(signature)) {
        return std::nullopt;
    }
    auto chunks = read_chunks(bytes);
    if (!chunks) {
        return std::nullopt;
    }
    auto rows = inflated(chunks->packed, (chunks->row_bytes() + 1) * chunks->height);
    if (!rows || !unfilter(*rows, *chunks)) {
        return std::nullopt;
    }
    return PixelReader(*chunks, *rows).run();
}

std::optional<Picture> read_picture(std::string_view bytes) {
    if (bytes.size() > logo_bytes_max) {
        return std::nullopt;
    }
    if (auto pixels = read_png(bytes)) {
        return *std::move(pixels);
    }
    if (auto drawing = read_svg(bytes)) {
        return *std::move(drawing);
    }
    return std::nullopt;
}

} // namespace kontingent::documents::pdf
