// Reads an offer's tariff and what it has of its own for kinds of work, tasks and extras.
#include "core/base/small_sort.hpp"
#include "core/catalogue/offer_reader.hpp"
#include "core/catalogue/overage_reader.hpp"

#include <algorithm>
#include <string>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds kind_count_bounds{0, static_cast<std::int64_t>(kind_count_max)};
constexpr json::Bounds extra_count_bounds{0, static_cast<std::int64_t>(extra_count_max)};
constexpr json::Bounds counts_bounds{0, 100'000};
constexpr json::Bounds task_bounds{1, 60'000};

// The index of an id among those of the catalogue, each at most once.
template <class Item>
class References {
public:
    References(json::Checker& json, std::vector<Item> const& items) : json_(json), items_(items) {}

    std::optional<std::size_t> read(json::Value const* value) {
        auto const id = json_.id(value);
        if (!id) {
            return std::nullopt;
        }
        auto const found = std::ranges::find(items_, *id, &Item::id);
        auto const index = static_cast<std::size_t>(found - items_.begin());
        if (found == items_.end()) {
            json_.report(ErrorCode::unknown_id, *value, std::string(*id));
            return std::nullopt;
        }
        if (std::ranges::find(used_, index) != used_.end()) {
            json_.report(ErrorCode::duplicate_id, *value, std::string(*id));
            return std::nullopt;
        }
        used_.push_back(index);
        return index;
    }

private:
    json::Checker& json_;
    std::vector<Item> const& items_;
    std::vector<std::size_t> used_;
};

void read_kinds(OfferContext& context, json::Value const* list, Offer& offer) {
    json::Checker& json = context.checker.json;
    offer.kinds.resize(context.catalogue.kinds.size());
    if (!json.list(list, kind_count_bounds)) {
        return;
    }
    References kinds(json, context.catalogue.kinds);
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item,
                                    {{"id"},
                                     {"counts_basis_points", Presence::optional},
                                     {"uses_included", Presence::optional},
                                     {"overage", Presence::optional}});
        KindRule rule;
        auto const counts = json.integer(members["counts_basis_points"], counts_bounds);
        rule.counts = BasisPoints{counts.value_or(10'000)};
        rule.uses_included = json.boolean(members["uses_included"]).value_or(true);
        if (members["overage"] != nullptr) {
            rule.overage = read_overage(json, members["overage"]);
        }
        auto const kind = kinds.read(members["id"]);
        // The regular kind's tariff and counting are the offer's own; only whether it uses the
        // included minutes is said here.
        bool const says_more = members["counts_basis_points"] != nullptr ||
                               members["overage"] != nullptr || rule.uses_included;
        if (kind == std::size_t{0} && says_more) {
            json.report(ErrorCode::regular_kind, item, context.catalogue.kinds[0].id);
        } else if (kind) {
            offer.kinds[*kind] = std::move(rule);
        }
    }
}

void read_task(json::Checker& json, json::Value const* object, Offer& offer) {
    if (object == nullptr) {
        return;
    }
    if (json.counts_units()) {
        json.report(ErrorCode::conflicting_member, *object, "unit");
        return;
    }
    json::Members const members(json, object,
                                {{"minimum_minutes", Presence::optional},
                                 {"first_minutes", Presence::optional},
                                 {"increment_minutes", Presence::optional},
                                 {"fee", Presence::optional}});
    auto const minutes = [&](std::string_view name, std::int64_t absent) {
        return Minutes{json.integer(members[name], task_bounds).value_or(absent)};
    };
    TaskRule& rule = offer.task.emplace();
    rule.minimum = minutes("minimum_minutes", 0);
    rule.first = minutes("first_minutes", 0);
    rule.increment = minutes("increment_minutes", 1);
    rule.fee = json.money(members["fee"], price_max).value_or(Money{});
}

void read_extras(OfferContext& context, json::Value const* list, Offer& offer) {
    json::Checker& json = context.checker.json;
    if (!json.list(list, extra_count_bounds)) {
        return;
    }
    References extras(json, context.catalogue.extras);
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item,
                                    {{"id"},
                                     {"included", Presence::optional},
                                     {"monthly_price", Presence::optional},
                                     {"one_off_price", Presence::optional}});
        OfferedExtra offered;
        auto const extra = extras.read(members["id"]);
        std::int64_t const most = extra ? context.catalogue.extras[*extra].max : extra_number_max;
        offered.included =
            static_cast<std::int32_t>(json.integer(members["included"], {0, most}).value_or(0));
        offered.monthly_price = json.money(members["monthly_price"], price_max);
        offered.one_off_price = json.money(members["one_off_price"], price_max);
        bool const says_nothing = members["included"] == nullptr &&
                                  members["monthly_price"] == nullptr &&
                                  members["one_off_price"] == nullptr;
        if (members.is_object() && says_nothing) {
            json.report(ErrorCode::missing_member, item, "monthly_price");
        }
        if (extra) {
            offered.extra = *extra;
            offer.extras.push_back(offered);
        }
    }
    sort_few(offer.extras, &OfferedExtra::extra);
}

} // namespace

void read_conditions(OfferContext& context, json::Members const& members, json::Value const& object,
                     Offer& offer) {
    json::Checker& json = context.checker.json;
    read_kinds(context, members["kinds"], offer);
    read_task(json, members["task"], offer);
    read_extras(context, members["extras"], offer);
    if (members["overage"] != nullptr) {
        offer.overage = read_overage(json, members["overage"]);
        return;
    }
    bool const is_needed =
        !offer.allowance.is_unlimited || std::ranges::any_of(offer.kinds, [](KindRule const& rule) {
            return !rule.uses_included && !rule.overage;
        });
    if (is_needed) {
        json.report(ErrorCode::missing_member, object, "overage");
    }
}

void check_combinations(json::Checker& json, json::Members const& members, Offer const& offer) {
    Allowance const& allowance = offer.allowance;
    bool const is_empty = allowance.is_unlimited || allowance.included == Minutes{0};
    auto const refuse = [&](std::string_view member, std::string_view beside) {
        json.report(ErrorCode::conflicting_member, *members[member], beside);
    };
    auto const keeps_blocks = [](KindRule const& rule) {
        return rule.overage && rule.overage->keeps_blocks();
    };
    if (members["pooling"] != nullptr) {
        if (allowance.carry) {
            refuse("pooling", "carry");
        } else if (is_empty) {
            refuse("pooling", json.name("included_minutes"));
        } else if (allowance.period_months > 1) {
            refuse("pooling", "included_per");
        } else if (offer.overage.keeps_blocks()) {
            refuse("pooling", "overage");
        } else if (std::ranges::any_of(offer.kinds, keeps_blocks)) {
            refuse("pooling", "kinds");
        }
    }
    if (allowance.carry && is_empty) {
        refuse("carry", json.name("included_minutes"));
    } else if (allowance.carry && allowance.period_months > 1) {
        refuse("carry", "included_per");
    }
}

} // namespace kontingent
