#include "core/catalogue/overage_reader.hpp"

#include "core/base/limits.hpp"

namespace kontingent {
namespace {

constexpr json::Bounds tier_count_bounds{1, static_cast<std::int64_t>(tier_count_max)};
constexpr json::Bounds one{1, 1};
constexpr json::Bounds valid_bounds{1, 120};

void read_valid_months(json::Checker& json, json::Value const* value, Overage& overage) {
    if (value == nullptr) {
        return;
    }
    if (overage.mode != OverageMode::block) {
        json.report(ErrorCode::conflicting_member, *value, "mode");
        return;
    }
    if (value->kind == json::Kind::text && value->text == "unlimited") {
        overage.block_valid_months.reset();
        return;
    }
    auto const months = json.integer(value, valid_bounds, Wanted::months_or_unlimited);
    overage.block_valid_months = static_cast<std::int32_t>(months.value_or(1));
}

} // namespace

Overage read_overage(json::Checker& json, json::Value const* object) {
    using json::Presence;
    Overage overage;
    json::Members const members(
        json, object,
        {{"mode"}, {"tiers", Presence::optional}, {"valid_months", Presence::optional}});
    if (!members.is_object()) {
        return overage;
    }
    auto const mode = json.choice(members["mode"], {"graduated", "volume", "block", "on_request"});
    json::Value const* tiers = members["tiers"];
    if (!mode) {
        // Without a mode nobody knows what a tier consists of.
        json.list(tiers, tier_count_bounds);
        return overage;
    }
    overage.mode = static_cast<OverageMode>(*mode);
    read_valid_months(json, members["valid_months"], overage);
    if (overage.mode == OverageMode::on_request) {
        if (tiers != nullptr) {
            json.report(ErrorCode::conflicting_member, *tiers, "mode");
        }
        return overage;
    }
    if (tiers == nullptr) {
        json.report(ErrorCode::missing_member, *object, "tiers");
        return overage;
    }
    bool const is_block = overage.mode == OverageMode::block;
    if (!json.list(tiers, is_block ? one : tier_count_bounds)) {
        return overage;
    }
    if (is_block) {
        read_block(json, *tiers, overage);
    } else {
        read_tiers(json, *tiers, overage);
    }
    return overage;
}

} // namespace kontingent
