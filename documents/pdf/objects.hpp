// The objects of a PDF file: numbered, written one after the other, found through a table at the
// end. The same objects are the same bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::documents::pdf {

// "12 0 R"
std::string reference(std::size_t object);
// As a text string: UTF-16, in hexadecimal.
std::string text_string(std::string_view utf8);
// Of ASCII without brackets and backslashes: "(text)".
std::string plain_string(std::string_view ascii);
// Packed by zlib, as the filter FlateDecode reads it.
std::string deflated(std::string_view bytes);

class Objects {
public:
    // An object's number, for references to what is written later.
    std::size_t reserve();
    void set(std::size_t object, std::string value);
    std::size_t add(std::string value);
    // `entries` are those of its dictionary but length and filter. Packed where that is shorter.
    std::size_t add_stream(std::string const& entries, std::string_view bytes);
    // Bytes that are packed already; `entries` names the filter.
    std::size_t add_packed(std::string const& entries, std::string_view bytes);

    // The whole file. Its identity is made of its content.
    std::string file(std::size_t catalogue, std::size_t information) const;

private:
    std::vector<std::string> values_; // object 1 first
};

} // namespace kontingent::documents::pdf
