#include "core/link/byte_coder.hpp"

namespace kontingent {

std::int64_t Coder::number(std::int64_t value, std::int64_t highest) {
    if (!is_reading_) {
        std::int64_t rest = value;
        for (; rest > 0x7F; rest >>= 7) {
            bytes_ += static_cast<char>((rest & 0x7F) | 0x80);
        }
        bytes_ += static_cast<char>(rest);
        return value;
    }
    std::int64_t result = 0;
    int byte = 0x80;
    for (int shift = 0; shift < 63 && byte >= 0x80; shift += 7) {
        require(at_ < bytes_.size());
        byte = is_valid_ ? static_cast<unsigned char>(bytes_[at_++]) : 0;
        result |= static_cast<std::int64_t>(byte & 0x7F) << shift;
    }
    require(byte < 0x80 && result <= highest);
    return is_valid_ ? result : 0;
}

void Coder::number(std::int32_t& value, std::int64_t highest) {
    value = static_cast<std::int32_t>(number(std::int64_t{value}, highest));
}

void Coder::minutes(Minutes& value, Minutes highest) {
    value.count = number(value.count, highest.count);
}

std::size_t Coder::count(std::size_t value, std::size_t highest) {
    return static_cast<std::size_t>(
        number(static_cast<std::int64_t>(value), static_cast<std::int64_t>(highest)));
}

void Coder::text(std::string& value, std::size_t size_max) {
    std::size_t const size = count(value.size(), size_max);
    if (!is_reading_) {
        bytes_ += value;
        return;
    }
    require(size <= bytes_.size() - at_);
    value = bytes_.substr(at_, is_valid_ ? size : 0);
    at_ += value.size();
}

} // namespace kontingent
