#include "core/json_text.hpp"
#include "core/quote_json.hpp"
#include "core/scenario.hpp"

namespace kontingent {
namespace {

JsonText pooling_text(Pooling const& pooling) {
    if (auto const* pairs = std::get_if<PairList>(&pooling)) {
        return json_pairs(*pairs);
    }
    return json_string(std::holds_alternative<BestPooling>(pooling) ? "best" : "none");
}

} // namespace

std::string scenario_to_json(Scenario const& scenario) {
    std::vector<JsonText> usage;
    usage.reserve(scenario.usage.size());
    for (Minutes const minutes : scenario.usage) {
        usage.push_back(json_number(minutes.count));
    }
    return json_document({{"format", json_number(1)},
                          {"usage_minutes", json_array(usage)},
                          {"package", json_string(scenario.package_id)},
                          {"term_months", json_number(scenario.term_months)},
                          {"pooling", pooling_text(scenario.pooling)},
                          {"vat", json_string(scenario.vat == Vat::reverse_charge ? "reverse_charge"
                                                                                  : "domestic")}});
}

} // namespace kontingent
