// What a workbook's number formats make of numbers: dates, times of day, durations, plain numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::history {

enum class CellKind : std::uint8_t { number, date, moment, time, duration };

// By a format's number (those that every workbook has) and by its code, such as "yyyy-mm-dd".
CellKind kind_of_format(std::int32_t number);
CellKind kind_of_format(std::string_view code);

// Which day is 0.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

// "2026-03-02", "2026-03-02 08:30:00", "08:30:00", "26:15:00", "1.5". The text as it is where it is
// no number, or too large for a day.
std::string written_number(std::string_view text, CellKind kind, DateSystem system);

} // namespace kontingent::history
