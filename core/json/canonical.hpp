// The canonical form of JSON (RFC 8785): one text for one value, whatever its spaces, escapes and
// order of members. Digests are made of it.
#pragma once

#include "core/base/error.hpp"
#include "core/json/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace kontingent::json {

// Whole numbers that every program reads exactly: up to 2^53 - 1 either way.
inline constexpr std::int64_t exact_integer_max = 9'007'199'254'740'991;

// Of a value whose numbers are all whole and at most exact_integer_max; any other number is an
// error, since its canonical form would need floating point.
std::expected<std::string, Error> canonical(Document const& document, Value const& value);
std::expected<std::string, Error> canonical(std::string_view text, std::size_t bytes_max);

} // namespace kontingent::json
