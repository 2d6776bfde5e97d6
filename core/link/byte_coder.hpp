// Numbers and texts in few bytes: a number is a varint (7 bits a byte, low ones first), a text
// follows its length. A coder either writes or reads, so that one description of the order serves
// both.
#pragma once

#include "core/base/limits.hpp"
#include "core/base/units.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

namespace kontingent {

class Coder {
public:
    Coder() = default; // writes

    explicit Coder(std::string bytes) : bytes_(std::move(bytes)), is_reading_(true) {}

    bool is_reading() const { return is_reading_; }

    // Reading: nothing was outside its bounds, too short or otherwise refused, and nothing is left.
    bool is_valid() const { return is_valid_ && (!is_reading_ || at_ == bytes_.size()); }

    std::string const& bytes() const { return bytes_; }

    void require(bool is_true) { is_valid_ = is_valid_ && is_true; }

    // The number at this place, 0 to `highest`: when writing, the one given; when reading, 0 from
    // the first invalid one on.
    std::int64_t number(std::int64_t value, std::int64_t highest);
    void number(std::int32_t& value, std::int64_t highest);
    void minutes(Minutes& value, Minutes highest = month_usage_max);
    std::size_t count(std::size_t value, std::size_t highest);
    void text(std::string& value, std::size_t size_max);

private:
    std::string bytes_;
    std::size_t at_ = 0;
    bool is_reading_ = false;
    bool is_valid_ = true;
};

} // namespace kontingent
