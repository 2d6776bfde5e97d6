#include "core/pricing/uncertainty_reader.hpp"

#include <utility>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds month_count_bounds{1, static_cast<std::int64_t>(forecast_months_max)};
constexpr json::Bounds minutes_bounds{0, month_usage_max.count};
constexpr json::Bounds seed_bounds{0,
                                   std::int64_t{1} << 53}; // what every JSON reader holds exactly

enum class Side : std::uint8_t { low, high };

// Minutes of the usage bound low ones above and high ones below; wrong ones bound nothing.
json::Bounds bounds_beside(std::optional<Minutes> typical, Side side) {
    if (!typical) {
        return minutes_bounds;
    }
    return side == Side::low ? json::Bounds{minutes_bounds.lowest, typical->count}
                             : json::Bounds{typical->count, minutes_bounds.highest};
}

std::vector<Minutes> read_past(json::Checker& json, json::Value const* list) {
    std::vector<Minutes> months;
    if (json.list(list, month_count_bounds)) {
        for (json::Value const& item : json.document().items(*list)) {
            months.push_back(Minutes{json.integer(&item, minutes_bounds).value_or(0)});
        }
    }
    return months;
}

std::vector<Minutes> read_side(json::Checker& json, json::Value const* list, TypicalMonths typical,
                               Side side) {
    if (typical.empty()) {
        return read_past(json, list);
    }
    std::vector<Minutes> months;
    auto const count = static_cast<std::int64_t>(typical.size());
    if (json.list(list, {count, count})) {
        std::size_t month = 0;
        for (json::Value const& item : json.document().items(*list)) {
            json::Bounds const bounds =
                bounds_beside(month < typical.size() ? typical[month] : std::nullopt, side);
            ++month;
            months.push_back(Minutes{json.integer(&item, bounds).value_or(0)});
        }
    }
    return months;
}

void refuse_beside_past(json::Checker& json, json::Value const* member) {
    if (member != nullptr) {
        json.report(ErrorCode::conflicting_member, *member, json.name("past_minutes"));
    }
}

} // namespace

std::optional<Uncertainty> read_uncertainty(json::Checker& json, json::Value const* object,
                                            TypicalMonths typical) {
    if (object == nullptr) {
        return std::nullopt;
    }
    json::Members const members(json, object,
                                {{"low_minutes", Presence::optional},
                                 {"high_minutes", Presence::optional},
                                 {"past_minutes", Presence::optional},
                                 {"seed", Presence::optional}});
    Uncertainty uncertainty;
    json::Value const* const low = members["low_minutes"];
    json::Value const* const high = members["high_minutes"];
    json::Value const* const past = members["past_minutes"];
    if (past != nullptr) {
        refuse_beside_past(json, low);
        refuse_beside_past(json, high);
        uncertainty.past = read_past(json, past);
    } else if (members.is_object()) {
        for (auto const& [value, name] :
             {std::pair(low, std::string_view("low_minutes")), {high, "high_minutes"}}) {
            if (value == nullptr) {
                json.report(ErrorCode::missing_member, *object, json.name(name));
            }
        }
        uncertainty.low = read_side(json, low, typical, Side::low);
        uncertainty.high = read_side(json, high, typical, Side::high);
    }
    if (auto const seed = json.integer(members["seed"], seed_bounds)) {
        uncertainty.seed = static_cast<std::uint64_t>(*seed);
    }
    return uncertainty;
}

} // namespace kontingent
