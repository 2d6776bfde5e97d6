#include "wasm/desk/platform.hpp"

#include "wasm/desk/imports.hpp"
#include "wasm/received.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace kontingent::wasm {

void DeskPagePlatform::write(std::int32_t step, std::string_view json) {
    page_write(step, json.data(), json.size());
}

void DeskPagePlatform::choose_file(ui::FilePurpose purpose) {
    page_choose_file(static_cast<std::int32_t>(purpose));
}

std::optional<Instant> DeskPagePlatform::end_of_day(std::string_view zone, Day day) {
    using namespace std::chrono;
    year_month_day const date{sys_days{days{day.number}}};
    double const found = page_end_of_day(zone.data(), zone.size(), int{date.year()},
                                         static_cast<std::int32_t>(unsigned{date.month()}),
                                         static_cast<std::int32_t>(unsigned{date.day()}));
    if (std::isnan(found)) {
        return std::nullopt;
    }
    return Instant{static_cast<std::int64_t>(found)};
}

std::optional<Day> DeskPagePlatform::day_in(std::string_view zone, Instant instant) {
    using namespace std::chrono;
    std::int32_t const found =
        page_day_in(zone.data(), zone.size(), static_cast<double>(instant.milliseconds));
    if (found == 0) {
        return std::nullopt;
    }
    sys_days const date = year{found / 10'000} / (found / 100 % 100) / (found % 100);
    return Day{static_cast<std::int32_t>(date.time_since_epoch().count())};
}

void DeskPagePlatform::fill_random(std::span<unsigned char> bytes) {
    page_random(bytes.size());
    std::ranges::copy(take_received(), bytes.begin());
}

} // namespace kontingent::wasm
