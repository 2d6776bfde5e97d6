#include "cli/time_zone.hpp"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace kontingent::cli {
namespace {

constexpr std::int64_t day_seconds = 86'400;

bool is_known(std::string const& zone) {
    std::error_code error;
    return std::filesystem::is_regular_file(std::filesystem::path("/usr/share/zoneinfo") / zone,
                                            error);
}

// Another zone for as long as it lives.
class ZoneInUse {
public:
    explicit ZoneInUse(std::string const& zone) {
        if (char const* before = std::getenv("TZ")) {
            before_ = before;
        }
        setenv("TZ", (":" + zone).c_str(), 1);
        tzset();
    }

    ~ZoneInUse() {
        if (before_) {
            setenv("TZ", before_->c_str(), 1);
        } else {
            unsetenv("TZ");
        }
        tzset();
    }

    ZoneInUse(ZoneInUse const&) = delete;
    ZoneInUse& operator=(ZoneInUse const&) = delete;

private:
    std::optional<std::string> before_;
};

Day local_day(std::int64_t seconds) {
    std::time_t const time = seconds;
    std::tm parts{};
    localtime_r(&time, &parts);
    std::chrono::year_month_day const date(
        std::chrono::year(parts.tm_year + 1900),
        std::chrono::month(static_cast<unsigned>(parts.tm_mon + 1)),
        std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
    return Day{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

} // namespace

std::optional<Instant> end_of_day(Day day, std::string const& zone) {
    std::string const name = zone.empty() ? "UTC" : zone;
    if (!is_known(name)) {
        return std::nullopt;
    }
    ZoneInUse const in_use(name);
    // The first second of a later day, looked for between two instants: clocks that are put forward
    // at midnight have no 00:00, so the calendar cannot be asked for it.
    std::int64_t before = day.number * day_seconds - day_seconds;
    std::int64_t after = (day.number + 3) * day_seconds;
    while (after - before > 1) {
        std::int64_t const middle = before + (after - before) / 2;
        (local_day(middle) > day ? after : before) = middle;
    }
    return Instant{after * 1'000 - 1};
}

std::optional<Day> day_at(Instant instant, std::string const& zone) {
    std::string const name = zone.empty() ? "UTC" : zone;
    if (!is_known(name)) {
        return std::nullopt;
    }
    ZoneInUse const in_use(name);
    std::int64_t const seconds = instant.milliseconds / 1'000;
    return local_day(instant.milliseconds % 1'000 < 0 ? seconds - 1 : seconds);
}

} // namespace kontingent::cli
