#include "core/json/writer.hpp"
#include "core/pricing/quote_json.hpp"
#include "core/pricing/scenario.hpp"

namespace kontingent {
namespace {

JsonText pooling_text(Pooling const& pooling) {
    if (auto const* pairs = std::get_if<PairList>(&pooling)) {
        return json_pairs(*pairs);
    }
    return json_string(std::holds_alternative<BestPooling>(pooling) ? "best" : "none");
}

JsonText minutes_json(std::vector<Minutes> const& months) {
    std::vector<JsonText> written;
    written.reserve(months.size());
    for (Minutes const minutes : months) {
        written.push_back(json_number(minutes.count));
    }
    return json_array(written);
}

JsonText response_json(RequiredResponse const& required) {
    return json_object(
        {{"level", json_number(required.level)},
         {"within_minutes", json_number(required.within.count)},
         {"hours", json_string(required.hours == SupportHours::always ? "always" : "business")}});
}

JsonText requirements_json(Requirements const& requirements, Catalogue const& catalogue) {
    std::vector<JsonText> responses;
    for (RequiredResponse const& required : requirements.responses) {
        responses.push_back(response_json(required));
    }
    std::vector<JsonText> services;
    for (std::size_t const index : requirements.services) {
        services.push_back(json_string(catalogue.services[index].id));
    }
    std::vector<JsonMember> members{{"responses", json_array(responses)},
                                    {"services", json_array(services)}};
    if (requirements.term_months_max) {
        members.emplace_back("term_months_max", json_number(*requirements.term_months_max));
    }
    return json_object(members);
}

JsonText uncertainty_json(Uncertainty const& uncertainty) {
    std::vector<JsonMember> members;
    if (uncertainty.past.empty()) {
        members.emplace_back("low_minutes", minutes_json(uncertainty.low));
        members.emplace_back("high_minutes", minutes_json(uncertainty.high));
    } else {
        members.emplace_back("past_minutes", minutes_json(uncertainty.past));
    }
    if (uncertainty.seed) {
        members.emplace_back("seed", json_number(static_cast<std::int64_t>(*uncertainty.seed)));
    }
    return json_object(members);
}

std::vector<JsonMember> quoted_members(Scenario const& scenario) {
    return {
        {"format", json_number(1)},
        {"usage_minutes", minutes_json(scenario.usage)},
        {"package", json_string(scenario.package_id)},
        {"term_months", json_number(scenario.term_months)},
        {"pooling", pooling_text(scenario.pooling)},
        {"vat", json_string(scenario.vat == Vat::reverse_charge ? "reverse_charge" : "domestic")}};
}

} // namespace

std::string scenario_to_json(Scenario const& scenario) {
    return json_document(quoted_members(scenario));
}

std::string scenario_to_json(Scenario const& scenario, Catalogue const& catalogue) {
    auto members = quoted_members(scenario);
    if (scenario.requirements != Requirements{}) {
        members.emplace_back("requirements", requirements_json(scenario.requirements, catalogue));
    }
    if (scenario.uncertainty) {
        members.emplace_back("uncertainty", uncertainty_json(*scenario.uncertainty));
    }
    return json_document(members);
}

} // namespace kontingent
