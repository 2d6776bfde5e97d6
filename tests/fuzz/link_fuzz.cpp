#include "core/advice/forecast.hpp"
#include "core/link/address_text.hpp"
#include "core/link/link.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/fuzz/check.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace kontingent;
using fuzz::require;

namespace {

Catalogue const& catalogue() {
    static Catalogue const made = [] {
        Catalogue result;
        result.id = "f";
        for (char const* const id : {"a", "b", "c"}) {
            result.services.push_back({.id = id, .name = {}, .description = {}});
            result.kinds.emplace_back().id = id;
            result.extras.emplace_back().id = id;
        }
        return result;
    }();
    return made;
}

void require_fits(Needs const& needs) {
    Forecast const forecast = forecast_of(needs, catalogue(), 0);
    require(!forecast.typical.empty() && forecast.typical.size() <= forecast_months_max);
    for (std::size_t month = 0; month < forecast.typical.size(); ++month) {
        require(Minutes{0} <= forecast.low[month]);
        require(forecast.low[month] <= forecast.typical[month]);
        require(forecast.typical[month] <= forecast.high[month]);
        require(forecast.high[month] <= month_usage_max);
        std::int64_t of_kinds = 0;
        for (KindMonths const& kind : forecast.work.kinds) {
            require(0 < kind.kind && kind.kind < catalogue().kinds.size());
            of_kinds += kind.months[month].count;
        }
        require(of_kinds <= forecast.typical[month].count);
    }
    for (ChosenExtra const& chosen : forecast.extras) {
        require(chosen.number <= catalogue().extras[chosen.extra].max);
    }
    for (std::size_t const service : needs.requirements.services) {
        require(service < catalogue().services.size());
    }
}

void require_same_again(std::string_view fragment) {
    auto const link = read_link(fragment, catalogue());
    if (!link) {
        return;
    }
    require_fits(link->needs);
    std::string const written = link_of(link->needs, link->first_month, link->quoted, catalogue());
    auto const again = read_link(written, catalogue());
    require(again && again->needs == link->needs && again->quoted == link->quoted &&
            again->first_month == link->first_month && !again->is_other_edition);
}

} // namespace

// The input as a fragment, and as bytes behind a valid checksum, which the fuzzer could not guess.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    require_same_again(text);
    require_same_again(to_address_text("k2", text));
    require_same_again(to_address_text("k3", text));
    return 0;
}
