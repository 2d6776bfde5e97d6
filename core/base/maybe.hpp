// A value that may be absent, as large as the value itself: absent is one that does not occur. Read
// like a std::optional. A quote has many lines, each with six such values, and it is their size
// that decides how fast quotes are made.
#pragma once

#include "core/base/units.hpp"

#include <compare>
#include <cstdint>
#include <optional>

namespace kontingent {

// What stands for absent: none of these is negative, and no index is that large.
template <class Value>
constexpr Value absent_value();

template <>
constexpr std::int64_t absent_value<std::int64_t>() {
    return -1;
}

template <>
constexpr std::uint8_t absent_value<std::uint8_t>() {
    return 255;
}

template <>
constexpr Minutes absent_value<Minutes>() {
    return {-1};
}

template <>
constexpr HourlyRate absent_value<HourlyRate>() {
    return {-1};
}

template <class Value>
class Maybe {
public:
    constexpr Maybe() = default;

    constexpr Maybe(Value value) : value_(value) {}

    constexpr Maybe(std::nullopt_t) {}

    constexpr bool has_value() const { return value_ != absent_value<Value>(); }

    explicit constexpr operator bool() const { return has_value(); }

    // Only where there is one.
    constexpr Value const& operator*() const { return value_; }

    constexpr Value const* operator->() const { return &value_; }

    constexpr Value value_or(Value other) const { return has_value() ? value_ : other; }

    operator std::optional<Value>() const {
        return has_value() ? std::optional<Value>(value_) : std::nullopt;
    }

    friend constexpr bool operator==(Maybe const&, Maybe const&) = default;

    // Absent comes first, as with std::optional.
    friend constexpr std::strong_ordering operator<=>(Maybe const& a, Maybe const& b) {
        return a.has_value() && b.has_value() ? a.value_ <=> b.value_
                                              : a.has_value() <=> b.has_value();
    }

private:
    Value value_ = absent_value<Value>();
};

} // namespace kontingent
