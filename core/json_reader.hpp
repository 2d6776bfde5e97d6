// JSON as a tree of values that know where in the text they stand, so that a fault can name line
// and column. The grammar is nlohmann/json's; this keeps what its events say. Nothing throws, and
// nothing depends on how deep or how large a hostile text is beyond the limits below.
#pragma once

#include "core/fault.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::json {

// A number is an integer when it is written as one: 12.0 and 1e3 are decimals.
enum class Kind : std::uint8_t { null, boolean, integer, decimal, text, list, object };

struct Place {
    std::int32_t line = 1;
    std::int32_t column = 1;
};

struct Value {
    Kind kind = Kind::null;
    bool is_true = false;
    Place place;          // of its first character
    Place key_place;      // likewise of its name; members only
    std::string_view key; // members only
    std::string_view text;
    std::int64_t integer = 0; // out of 64 bits: the nearest that fits
    std::uint32_t item_count = 0;
    std::uint32_t position = 0; // in its list or object, from 0
    // Indices into the document.
    std::uint32_t parent = 0;
    std::uint32_t first_item = 0; // 0: none
    std::uint32_t next = 0;       // 0: none
};

// Values stay valid as long as their document, also when it is moved.
class Document {
public:
    Value const& root() const { return values_.front(); }

    // The first of a list's items or an object's members; null where there is none.
    Value const* first(Value const& container) const { return at(container.first_item); }

    Value const* next(Value const& value) const { return at(value.next); }

    // RFC 6901.
    std::string pointer_to(Value const& value) const;

private:
    friend class TreeBuilder;

    Value const* at(std::uint32_t index) const { return index == 0 ? nullptr : &values_[index]; }

    std::vector<Value> values_;
    std::vector<char> characters_; // what the values' texts and keys point into
};

inline constexpr std::int32_t depth_max = 32;

// The fault is one of too_large (bytes or depth), syntax, or wrong_type for a number that no
// program can hold. A byte order mark is skipped. Members that repeat a name are all kept.
std::expected<Document, Fault> read(std::string_view text, std::size_t bytes_max);

} // namespace kontingent::json
