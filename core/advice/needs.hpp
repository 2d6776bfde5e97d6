// What a visitor says about the work they need: one of four ways to a forecast, how the work is
// made up, how sure it is, and what an offer must have. Plain values; forecast_of() makes months of
// them, and a link carries all of it.
#pragma once

#include "core/base/limits.hpp"
#include "core/base/past_month.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/season.hpp"
#include "core/pricing/fixed.hpp"
#include "core/pricing/requirements.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kontingent {

enum class NeedsWay : std::uint8_t { average, by_month, incidents, history };

// Incidents of one level.
struct Incidents {
    std::int32_t tenths_a_month = 0; // tenths of an incident: 2 is one in five months
    Minutes effort;                  // of one incident, 0 to 6,000
    friend bool operator==(Incidents const&, Incidents const&) = default;
};

inline constexpr std::int32_t incident_tenths_max = 1'000;
inline constexpr Minutes incident_effort_max{6'000};

// A month between the first and the last one that has no record.
enum class Gaps : std::uint8_t { unknown, zero };

// How much of the work is of a kind: by month where `months` has any, else a share of each month.
// The first kind has the remainder and is never named.
struct NeededKind {
    std::size_t kind = 1;        // index into Catalogue::kinds
    BasisPoints share;           // 0 to 10,000; of all kinds together, too
    std::vector<Minutes> months; // those that are missing have none of the kind
    friend bool operator==(NeededKind const&, NeededKind const&) = default;
};

// How far the hours may be off: not at all, a quarter, a half, between two averages given by hand,
// or as the past was.
enum class Certainty : std::uint8_t { exact, quarter, half, own, resampled };

enum class PriceView : std::uint8_t { net, gross };

struct Needs {
    NeedsWay way = NeedsWay::average;
    Minutes average;             // average: a month
    Season season = even_season; // average and incidents
    std::vector<Minutes> months; // by_month: one a month of the catalogue's horizon
    std::vector<Incidents>
        incidents;               // incidents: level 1 first; fewer than levels: none of the others
    std::vector<PastMonth> past; // history: rising by month, gaps left out
    Gaps gaps = Gaps::unknown;
    std::vector<NeededKind> kinds; // rising by kind
    Minutes task_size;             // of a usual task; 0: not known
    ChosenExtras extras;
    Certainty certainty = Certainty::exact;
    Minutes low;  // own: the average month when little happens …
    Minutes high; // … and when much does; low <= typical <= high is held by forecast_of()
    Requirements requirements;
    PriceView price_view = PriceView::net;
    friend bool operator==(Needs const&, Needs const&) = default;
};

} // namespace kontingent
