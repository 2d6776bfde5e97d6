#include "documents/pdf/objects.hpp"

#include "core/base/sha256.hpp"
#include "documents/pdf/font.hpp"
#include "documents/pdf/units.hpp"

#include <utility>
#include <zlib.h>

namespace kontingent::documents::pdf {
namespace {

std::string padded(std::size_t value, std::size_t width) {
    std::string const text = std::to_string(value);
    return std::string(width > text.size() ? width - text.size() : 0, '0') + text;
}

} // namespace

std::string reference(std::size_t object) {
    return std::to_string(object) + " 0 R";
}

std::string text_string(std::string_view utf8) {
    constexpr char32_t first_of_pairs = 0x10000;
    std::string text = "<FEFF";
    for (char32_t const character : characters_of(utf8)) {
        if (character < first_of_pairs) {
            text += hexadecimal(character);
        } else {
            text += hexadecimal(0xD800U + ((character - first_of_pairs) >> 10U));
            text += hexadecimal(0xDC00U + ((character - first_of_pairs) & 0x3FFU));
        }
    }
    return text + ">";
}

std::string plain_string(std::string_view ascii) {
    return "(" + std::string(ascii) + ")";
}

std::string deflated(std::string_view bytes) {
    z_stream stream{};
    if (deflateInit(&stream, Z_BEST_COMPRESSION) != Z_OK) {
        return {};
    }
    std::string packed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    // zlib does not write to what it reads, though its type allows it.
    std::string input(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    int const status = deflate(&stream, Z_FINISH);
    packed.resize(status == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return packed;
}

std::size_t Objects::reserve() {
    values_.emplace_back("null");
    return values_.size();
}

void Objects::set(std::size_t object, std::string value) {
    values_[object - 1] = std::move(value);
}

std::size_t Objects::add(std::string value) {
    values_.push_back(std::move(value));
    return values_.size();
}

std::size_t Objects::add_stream(std::string const& entries, std::string_view bytes) {
    std::string const packed = deflated(bytes);
    bool const is_shorter = !packed.empty() && packed.size() < bytes.size();
    return is_shorter ? add_packed(entries + " /Filter /FlateDecode", packed)
                      : add_packed(entries, bytes);
}

std::size_t Objects::add_packed(std::string const& entries, std::string_view bytes) {
    return add("<<" + entries + " /Length " + std::to_string(bytes.size()) + ">>\nstream\n" +
               std::string(bytes) + "\nendstream");
}

std::string Objects::file(std::size_t catalogue, std::size_t information) const {
    constexpr std::size_t offset_digits = 10;
    // The four bytes above 127 tell programs for transfer that the file is binary.
    std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    std::string table = "xref\n0 " + std::to_string(values_.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < values_.size(); ++i) {
        table += padded(file.size(), offset_digits) + " 00000 n \n";
        file += std::to_string(i + 1) + " 0 obj\n" + values_[i] + "\nendobj\n";
    }
    constexpr std::size_t identity_digits = 32;
    std::string const identity = "<" + sha256_hex(file).substr(0, identity_digits) + ">";
    std::string const start = std::to_string(file.size());
    return file + table + "trailer\n<</Size " + std::to_string(values_.size() + 1) + " /Root " +
           reference(catalogue) + " /Info " + reference(information) + " /ID [" + identity + " " +
           identity + "]>>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace kontingent::documents::pdf
