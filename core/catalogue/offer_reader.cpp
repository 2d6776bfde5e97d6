#include "core/catalogue/offer_reader.hpp"

#include "core/base/small_sort.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace kontingent {
namespace {

constexpr json::Bounds minutes_bounds{1, 1'000'000};
constexpr json::Bounds response_bounds{0, 1'000'000};
constexpr json::Bounds price_bounds{0, 100'000'000'000};
constexpr json::Bounds rate_bounds{0, 1'000'000'000};
constexpr json::Bounds count_bounds{1, 64}; // of packages, and of tiers
constexpr json::Bounds pair_bounds{0, 12};

Money money(std::optional<std::int64_t> minor) {
    return Money{minor.value_or(0)};
}

Minutes minutes(std::optional<std::int64_t> count) {
    return Minutes{count.value_or(0)};
}

std::vector<std::size_t> read_services(OfferContext& context, json::Value const* list) {
    json::Checker& json = context.checker.json;
    std::vector<std::size_t> indices;
    if (!json.list(list, {0, static_cast<std::int64_t>(service_count_max)})) {
        return indices;
    }
    for (json::Value const& item : json.document().items(*list)) {
        if (!json.is_kind(&item, json::Kind::text)) {
            continue;
        }
        auto const found = std::ranges::find(context.services, item.text, &Service::id);
        auto const index = static_cast<std::size_t>(found - context.services.begin());
        if (context.services.empty()) {
            continue; // reported already: the catalogue's own list is missing or wrong
        }
        if (index == context.services.size()) {
            json.report(ErrorCode::unknown_id, item, std::string(item.text));
        } else if (std::ranges::find(indices, index) != indices.end()) {
            json.report(ErrorCode::duplicate_id, item, std::string(item.text));
        } else {
            indices.push_back(index);
        }
    }
    return indices;
}

std::vector<ResponsePromise> read_responses(OfferContext& context, json::Value const* list) {
    json::Checker& json = context.checker.json;
    std::vector<ResponsePromise> responses;
    if (!is_level_list(json, list)) {
        return responses;
    }
    UsedLevels levels(context.level_count);
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item, {{"level"}, {"minutes"}, {"hours"}});
        ResponsePromise response;
        response.level = levels.read(json, members["level"]);
        response.within = minutes(json.integer(members["minutes"], response_bounds));
        auto const hours = json.choice(members["hours"], {"always", "business"});
        if (hours) {
            response.hours = *hours == 0 ? SupportHours::always : SupportHours::business;
        }
        if (response.level > 0) {
            responses.push_back(response);
        }
    }
    levels.report_missing(json, *list, context.level_count);
    small_sort(responses, &ResponsePromise::level);
    return responses;
}

// Bounds rise, and exactly the last tier has none.
class BoundCheck {
public:
    void read(json::Checker& json, json::Value const& tier, json::Value const* bound) {
        bool const is_last = tier.next == 0;
        if (bound == nullptr && !is_last) {
            json.report(ErrorCode::open_tier_missing, tier);
        }
        if (bound == nullptr) {
            return;
        }
        if (is_last) {
            json.report(ErrorCode::open_tier_missing, *bound);
        }
        auto const count = json.integer(bound, minutes_bounds);
        if (!count) {
            return;
        }
        if (*count <= highest_) {
            json.report(ErrorCode::tiers_not_rising, *bound, std::to_string(highest_));
        }
        highest_ = std::max(highest_, *count);
    }

private:
    std::int64_t highest_ = 0;
};

void read_tiers(json::Checker& json, json::Value const& list, Overage& overage) {
    BoundCheck bounds;
    for (json::Value const& item : json.document().items(list)) {
        json::Members const members(json, &item,
                                    {{"up_to_minutes", json::Presence::optional},
                                     {"hourly_rate"},
                                     {"flat_fee", json::Presence::optional}});
        if (!members.is_object()) {
            continue;
        }
        json::Value const* up_to = members["up_to_minutes"];
        json::Value const* flat_fee = members["flat_fee"];
        bounds.read(json, item, up_to);
        Tier tier;
        if (up_to != nullptr) {
            tier.up_to = Minutes{up_to->integer};
        }
        tier.hourly_rate =
            HourlyRate{json.integer(members["hourly_rate"], rate_bounds).value_or(0)};
        if (flat_fee != nullptr) {
            tier.flat_fee = money(json.integer(flat_fee, price_bounds));
        }
        overage.tiers.push_back(tier);
    }
}

void read_blocks(json::Checker& json, json::Value const& list, Overage& overage) {
    for (json::Value const& item : json.document().items(list)) {
        json::Members const members(json, &item, {{"block_minutes"}, {"block_price"}});
        overage.block_size = minutes(json.integer(members["block_minutes"], minutes_bounds));
        overage.block_price = money(json.integer(members["block_price"], price_bounds));
    }
}

Overage read_overage(json::Checker& json, json::Value const* object) {
    Overage overage;
    json::Members const members(json, object, {{"mode"}, {"tiers"}});
    auto const mode = json.choice(members["mode"], {"graduated", "volume", "block"});
    json::Value const* tiers = members["tiers"];
    if (!mode) {
        // Without a mode nobody knows what a tier consists of.
        json.list(tiers, count_bounds);
        return overage;
    }
    overage.mode = static_cast<OverageMode>(*mode);
    bool const is_block = overage.mode == OverageMode::block;
    if (!json.list(tiers, is_block ? json::Bounds{1, 1} : count_bounds)) {
        return overage;
    }
    if (is_block) {
        read_blocks(json, *tiers, overage);
    } else {
        read_tiers(json, *tiers, overage);
    }
    return overage;
}

Offer read_package(OfferContext& context, json::Value const* object) {
    json::Checker& json = context.checker.json;
    json::Members const members(json, object,
                                {{"id"},
                                 {"name"},
                                 {"summary"},
                                 {"included_minutes"},
                                 {"monthly_price"},
                                 {"services"},
                                 {"responses"},
                                 {"overage"},
                                 {"pooling"}});
    Offer package;
    Subscription& subscription = package.subscription.emplace();
    for (Term const& term : context.terms) {
        subscription.terms.push_back(
            {.months = term.months, .discount = term.discount, .total = {}, .setup_fee = {}});
    }
    if (!members.is_object()) {
        return package;
    }
    package.id = context.used_ids.read(json, members["id"]);
    package.name = read_text(context.checker, members["name"]);
    package.summary = read_text(context.checker, members["summary"]);
    package.allowance.included = minutes(json.integer(members["included_minutes"], minutes_bounds));
    subscription.monthly_price = money(json.integer(members["monthly_price"], price_bounds));
    package.services = read_services(context, members["services"]);
    package.responses = read_responses(context, members["responses"]);
    if (members["overage"] != nullptr) {
        package.overage = read_overage(json, members["overage"]);
    }
    if (members["pooling"] != nullptr) {
        json::Members const pooling(json, members["pooling"], {{"pairs_per_term_max"}});
        package.allowance.pooling_pairs_per_term_max = static_cast<std::int32_t>(
            json.integer(pooling["pairs_per_term_max"], pair_bounds).value_or(0));
    }
    return package;
}

} // namespace

std::vector<Offer> read_packages(OfferContext& context, json::Value const* list) {
    json::Checker& json = context.checker.json;
    std::vector<Offer> packages;
    if (!json.list(list, count_bounds)) {
        return packages;
    }
    for (json::Value const& item : json.document().items(*list)) {
        packages.push_back(read_package(context, &item));
    }
    return packages;
}

Offer read_on_demand(OfferContext& context, json::Value const* object) {
    json::Checker& json = context.checker.json;
    Offer on_demand;
    if (object == nullptr) {
        return on_demand;
    }
    json::Members const members(
        json, object, {{"id"}, {"name"}, {"summary"}, {"services"}, {"responses"}, {"overage"}});
    if (!members.is_object()) {
        return on_demand;
    }
    on_demand.id = context.used_ids.read(json, members["id"]);
    on_demand.name = read_text(context.checker, members["name"]);
    on_demand.summary = read_text(context.checker, members["summary"]);
    on_demand.services = read_services(context, members["services"]);
    on_demand.responses = read_responses(context, members["responses"]);
    if (members["overage"] != nullptr) {
        on_demand.overage = read_overage(json, members["overage"]);
    }
    return on_demand;
}

} // namespace kontingent
