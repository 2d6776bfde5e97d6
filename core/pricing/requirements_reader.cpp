#include "core/pricing/requirements_reader.hpp"

#include "core/base/small_sort.hpp"

#include <algorithm>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds service_count_bounds{0, static_cast<std::int64_t>(service_count_max)};
constexpr json::Bounds within_bounds{0, response_time_max.count};
constexpr json::Bounds term_bounds{1, term_months_max};

void read_response(json::Checker& json, json::Value const& item, std::int64_t level_count,
                   std::vector<RequiredResponse>& responses) {
    json::Members const members(json, &item, {{"level"}, {"within_minutes"}, {"hours"}});
    if (!members.is_object()) {
        return;
    }
    RequiredResponse required;
    auto const level = json.integer(members["level"], {1, level_count});
    required.within = Minutes{json.integer(members["within_minutes"], within_bounds).value_or(0)};
    if (json.choice(members["hours"], {"always", "business"}) == 0) {
        required.hours = SupportHours::always;
    }
    if (!level) {
        return;
    }
    required.level = static_cast<std::int32_t>(*level);
    if (std::ranges::find(responses, required.level, &RequiredResponse::level) != responses.end()) {
        json.report(ErrorCode::duplicate_level, *members["level"], *level);
        return;
    }
    responses.push_back(required);
}

std::vector<RequiredResponse> read_responses(json::Checker& json, json::Value const* list,
                                             Catalogue const& catalogue) {
    std::vector<RequiredResponse> responses;
    auto const level_count = static_cast<std::int64_t>(catalogue.levels.size());
    if (json.list(list, {0, level_count})) {
        for (json::Value const& item : json.document().items(*list)) {
            read_response(json, item, level_count, responses);
        }
        sort_few(responses, &RequiredResponse::level);
    }
    return responses;
}

std::vector<std::size_t> read_services(json::Checker& json, json::Value const* list,
                                       Catalogue const& catalogue) {
    std::vector<std::size_t> services;
    if (!json.list(list, service_count_bounds)) {
        return services;
    }
    for (json::Value const& item : json.document().items(*list)) {
        if (!json.is_kind(&item, json::Kind::text)) {
            continue;
        }
        auto const service = std::ranges::find(catalogue.services, item.text, &Service::id);
        auto const index = static_cast<std::size_t>(service - catalogue.services.begin());
        if (service == catalogue.services.end()) {
            json.report(ErrorCode::unknown_id, item, item.text);
        } else if (std::ranges::find(services, index) != services.end()) {
            json.report(ErrorCode::duplicate_id, item, item.text);
        } else {
            services.push_back(index);
        }
    }
    sort_few(services);
    return services;
}

} // namespace

Requirements read_requirements(json::Checker& json, json::Value const* object,
                               Catalogue const& catalogue) {
    Requirements requirements;
    if (object == nullptr) {
        return requirements;
    }
    json::Members const members(json, object,
                                {{"responses", Presence::optional},
                                 {"services", Presence::optional},
                                 {"term_months_max", Presence::optional}});
    requirements.responses = read_responses(json, members["responses"], catalogue);
    requirements.services = read_services(json, members["services"], catalogue);
    if (auto const term = json.integer(members["term_months_max"], term_bounds)) {
        requirements.term_months_max = static_cast<std::int32_t>(*term);
    }
    return requirements;
}

} // namespace kontingent
