// JSON as a tree of values that know where in the text they stand, so that an error can name line
// and column. The grammar is nlohmann/json's; this keeps what its events say. Nothing throws, and
// nothing depends on how deep or how large a hostile text is beyond the limits below.
#pragma once

#include "core/base/error.hpp"

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

// A list's items or an object's members, for range-based for.
class Items {
public:
    class Iterator {
    public:
        Iterator(std::vector<Value> const& values, std::uint32_t index)
            : values_(&values), index_(index) {}

        Value const& operator*() const { return (*values_)[index_]; }

        Iterator& operator++() {
            index_ = (*values_)[index_].next;
            return *this;
        }

        friend bool operator==(Iterator const& a, Iterator const& b) {
            return a.index_ == b.index_;
        }

    private:
        std::vector<Value> const* values_;
        std::uint32_t index_;
    };

    Items(std::vector<Value> const& values, Value const& container)
        : values_(&values), first_(container.first_item) {}

    Iterator begin() const { return {*values_, first_}; }

    Iterator end() const { return {*values_, 0}; }

private:
    std::vector<Value> const* values_;
    std::uint32_t first_;
};

// Values stay valid as long as their document, also when it is moved.
class Document {
public:
    Value const& root() const { return values_.front(); }

    Items items(Value const& container) const { return {values_, container}; }

    // RFC 6901.
    std::string pointer_to(Value const& value) const;

private:
    friend class TreeBuilder;

    std::vector<Value> values_;
    std::vector<char> characters_; // what the values' texts and keys point into
};

inline constexpr std::int32_t depth_max = 32;

// The error is one of too_large (bytes or depth), syntax, or wrong_type for a number that no
// program can hold. A byte order mark is skipped. Members that repeat a name are all kept.
std::expected<Document, Error> read(std::string_view text, std::size_t bytes_max);

} // namespace kontingent::json
