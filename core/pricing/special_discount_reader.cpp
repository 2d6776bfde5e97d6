#include "core/pricing/special_discount_reader.hpp"

#include "core/base/limits.hpp"

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds discount_count_bounds{0, 16};
constexpr json::Bounds share_bounds{1, 10'000};
constexpr json::Bounds amount_bounds{1, 100'000'000'000};
constexpr std::int64_t reason_length_max = 200;

std::optional<MonthRange> read_months(json::Checker& json, json::Value const* value) {
    if (value == nullptr || (value->kind == json::Kind::text && value->text == "all")) {
        return std::nullopt;
    }
    if (value->kind != json::Kind::list || value->item_count != 2) {
        json.report(ErrorCode::wrong_type, *value, Wanted::month_range);
        return std::nullopt;
    }
    auto items = json.document().items(*value).begin();
    json::Value const& first_value = *items;
    json::Value const& last_value = *++items;
    constexpr auto month_max = static_cast<std::int64_t>(forecast_months_max);
    auto const first = json.integer(&first_value, {1, month_max});
    auto const last = json.integer(&last_value, {first.value_or(1), month_max});
    if (!first || !last) {
        return std::nullopt;
    }
    return MonthRange{static_cast<std::int32_t>(*first), static_cast<std::int32_t>(*last)};
}

SpecialDiscount read_discount(json::Checker& json, json::Value const& object) {
    json::Members const members(json, &object,
                                {{"reason"},
                                 {"basis_points", Presence::optional},
                                 {"amount", Presence::optional},
                                 {"on"},
                                 {"months", Presence::optional}});
    SpecialDiscount discount;
    if (!members.is_object()) {
        return discount;
    }
    discount.reason = json.text(members["reason"], reason_length_max).value_or("");
    json::Value const* share = members["basis_points"];
    json::Value const* amount = members["amount"];
    if (share == nullptr && amount == nullptr) {
        json.report(ErrorCode::missing_member, object, "basis_points");
    }
    if (share != nullptr && amount != nullptr) {
        json.report(ErrorCode::conflicting_member, *amount, "basis_points");
    }
    if (share != nullptr) {
        discount.size = BasisPoints{json.integer(share, share_bounds).value_or(1)};
    } else {
        discount.size = Money{json.integer(amount, amount_bounds, Wanted::money).value_or(1)};
    }
    auto const part = json.choice(members["on"], {"base", "extras", "overage"});
    discount.on = static_cast<DiscountedPart>(part.value_or(0));
    discount.months = read_months(json, members["months"]);
    return discount;
}

} // namespace

SpecialDiscounts read_special_discounts(json::Checker& checker, json::Value const* list) {
    SpecialDiscounts discounts;
    if (!checker.list(list, discount_count_bounds)) {
        return discounts;
    }
    for (json::Value const& item : checker.document().items(*list)) {
        discounts.push_back(read_discount(checker, item));
    }
    return discounts;
}

JsonText json_special_discounts(SpecialDiscounts const& discounts) {
    std::vector<JsonText> written;
    for (SpecialDiscount const& discount : discounts) {
        std::vector<JsonMember> members{{"reason", json_string(discount.reason)}};
        if (auto const* share = std::get_if<BasisPoints>(&discount.size)) {
            members.emplace_back("basis_points", json_number(share->value));
        } else {
            members.emplace_back("amount", json_number(std::get<Money>(discount.size).minor));
        }
        members.emplace_back("on", json_string(text_of(discount.on)));
        if (discount.months) {
            members.emplace_back("months", json_array({json_number(discount.months->first),
                                                       json_number(discount.months->last)}));
        }
        written.push_back(json_object(members));
    }
    return json_array(written);
}

} // namespace kontingent
