#include "core/catalogue/offer_reader.hpp"

#include "core/base/small_sort.hpp"

#include <algorithm>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds response_bounds{0, response_time_max.count};

std::vector<std::size_t> read_services(OfferContext& context, json::Value const* list) {
    json::Checker& json = context.checker.json;
    auto const& services = context.catalogue.services;
    std::vector<std::size_t> indices;
    if (!json.list(list, {0, static_cast<std::int64_t>(service_count_max)})) {
        return indices;
    }
    for (json::Value const& item : json.document().items(*list)) {
        if (!json.is_kind(&item, json::Kind::text) || !context.knows_services) {
            continue;
        }
        auto const found = std::ranges::find(services, item.text, &Service::id);
        auto const index = static_cast<std::size_t>(found - services.begin());
        if (index == services.size()) {
            json.report(ErrorCode::unknown_id, item, item.text);
        } else if (std::ranges::find(indices, index) != indices.end()) {
            json.report(ErrorCode::duplicate_id, item, item.text);
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
        json::Members const members(
            json, &item,
            {{"level"}, {"minutes", Presence::required, json::NameOf::time}, {"hours"}});
        ResponsePromise response;
        response.level = levels.read(json, members["level"]);
        response.within = Minutes{json.integer(members["minutes"], response_bounds).value_or(0)};
        if (json.choice(members["hours"], {"always", "business"}) == 0) {
            response.hours = SupportHours::always;
        }
        if (response.level > 0) {
            responses.push_back(response);
        }
    }
    levels.report_missing(json, *list, context.level_count);
    sort_few(responses, &ResponsePromise::level);
    return responses;
}

// What packages and on demand have in common.
void read_common(OfferContext& context, json::Members const& members, json::Value const& object,
                 Offer& offer) {
    offer.id = context.used_ids.read(context.checker.json, members["id"]);
    offer.name = read_text(context.checker, members["name"]);
    offer.summary = read_text(context.checker, members["summary"]);
    offer.services = read_services(context, members["services"]);
    offer.responses = read_responses(context, members["responses"]);
    read_conditions(context, members, object, offer);
}

void read_package(OfferContext& context, json::Value const& object, Offer& offer) {
    json::Checker& json = context.checker.json;
    json::Members const members(json, &object,
                                {{"id"},
                                 {"name"},
                                 {"summary", Presence::optional},
                                 {"included_minutes", Presence::optional},
                                 {"included_per", Presence::optional},
                                 {"carry", Presence::optional},
                                 {"pooling", Presence::optional},
                                 {"monthly_price", Presence::optional},
                                 {"prices", Presence::optional},
                                 {"terms", Presence::optional},
                                 {"setup_fee", Presence::optional},
                                 {"services", Presence::optional},
                                 {"responses", Presence::optional},
                                 {"overage", Presence::optional},
                                 {"kinds", Presence::optional},
                                 {"task", Presence::optional},
                                 {"extras", Presence::optional}});
    if (!members.is_object()) {
        return;
    }
    read_allowance(json, members, offer);
    read_common(context, members, object, offer);
    read_subscription(context, members, object, offer);
    check_combinations(json, members, offer);
}

} // namespace

void read_packages(OfferContext& context, json::Value const& list, std::span<Offer> packages) {
    std::size_t index = 0;
    for (json::Value const& item : context.checker.json.document().items(list)) {
        read_package(context, item, packages[index++]);
    }
}

void read_on_demand(OfferContext& context, json::Value const& object, Offer& offer) {
    json::Members const members(context.checker.json, &object,
                                {{"id"},
                                 {"name"},
                                 {"summary", Presence::optional},
                                 {"services", Presence::optional},
                                 {"responses", Presence::optional},
                                 {"overage", Presence::optional},
                                 {"kinds", Presence::optional},
                                 {"task", Presence::optional},
                                 {"extras", Presence::optional}});
    if (members.is_object()) {
        read_common(context, members, object, offer);
    }
}

} // namespace kontingent
