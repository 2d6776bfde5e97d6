// All that the desk needs from outside: a store of records, files, the calendar of a time zone, and
// chance. The browser layer implements it, tests fake it.
#pragma once

#include "core/base/instant.hpp"
#include "ui/page_actions.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kontingent::ui {

// What a chosen file is for; a dropped one is known by its content alone.
enum class FilePurpose : std::uint8_t { request, import, logo, dropped };

class DeskPlatform : public PageActions {
public:
    // One transaction with strict durability: {"expect":{KEY:REVISION},"put":[{"key","value"}],
    // "delete":[KEY]}. Desk::take_written() reports its outcome exactly once, and never from
    // within this call.
    virtual void write(std::int32_t step, std::string_view json) = 0;
    // Opens the browser's file dialog, which browsers allow only right after a press;
    // Desk::take_file() brings what was chosen.
    virtual void choose_file(FilePurpose purpose) = 0;
    // The last millisecond of the day in this IANA zone; none where the zone is not known.
    virtual std::optional<Instant> end_of_day(std::string_view zone, Day day) = 0;
    // The calendar day of the instant in this zone; likewise.
    virtual std::optional<Day> day_in(std::string_view zone, Instant instant) = 0;
    virtual void fill_random(std::span<unsigned char> bytes) = 0;
};

} // namespace kontingent::ui
