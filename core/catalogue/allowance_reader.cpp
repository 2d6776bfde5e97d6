// Reads how many minutes an offer includes, and what becomes of those that nobody uses.
#include "core/catalogue/offer_reader.hpp"

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds included_bounds{0, 1'000'000};
constexpr json::Bounds cap_bounds{1, 1'000'000};
constexpr json::Bounds carry_month_bounds{1, 120};
constexpr json::Bounds share_bounds{0, 10'000};
constexpr json::Bounds pair_bounds{0, 12};

void read_carry(json::Checker& json, json::Value const& object, Allowance& allowance) {
    json::Members const members(json, &object,
                                {{"months", Presence::optional},
                                 {"cap_minutes", Presence::optional},
                                 {"share_basis_points", Presence::optional}});
    Carry& carry = allowance.carry.emplace();
    if (auto const months = json.integer(members["months"], carry_month_bounds)) {
        carry.months = static_cast<std::int32_t>(*months);
    }
    if (auto const cap = json.integer(members["cap_minutes"], cap_bounds)) {
        carry.cap = Minutes{*cap};
    }
    carry.share =
        BasisPoints{json.integer(members["share_basis_points"], share_bounds).value_or(10'000)};
}

} // namespace

void read_allowance(json::Checker& json, json::Members const& members, Offer& offer) {
    Allowance& allowance = offer.allowance;
    json::Value const* included = members["included_minutes"];
    if (included != nullptr && included->kind == json::Kind::text &&
        included->text == "unlimited") {
        allowance.is_unlimited = true;
    } else if (included != nullptr) {
        // What cannot be read is not taken for nothing: carry and pooling would be errors, too.
        allowance.included = Minutes{
            json.integer(included, included_bounds, Wanted::minutes_or_unlimited).value_or(1)};
    }
    constexpr std::int32_t period_months[] = {1, 3, 12};
    if (auto const per = json.choice(members["included_per"], {"month", "quarter", "year"})) {
        allowance.period_months = period_months[*per];
    }
    if (members["carry"] != nullptr) {
        read_carry(json, *members["carry"], allowance);
    }
    if (members["pooling"] != nullptr) {
        json::Members const pooling(json, members["pooling"], {{"pairs_per_term_max"}});
        allowance.pooling_pairs_per_term_max = static_cast<std::int32_t>(
            json.integer(pooling["pairs_per_term_max"], pair_bounds).value_or(0));
    }
}

} // namespace kontingent
