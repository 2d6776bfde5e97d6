#include "core/json/unit_names.hpp"
#include "core/json/writer.hpp"
#include "core/pricing/quote_json.hpp"
#include "core/pricing/scenario.hpp"
#include "core/pricing/special_discount_reader.hpp"

namespace kontingent {
namespace {

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

JsonText uncertainty_json(Uncertainty const& uncertainty, bool counts_units) {
    auto const name = [&](std::string_view of_minutes) {
        return json::member_name(of_minutes, counts_units);
    };
    std::vector<JsonMember> members;
    if (uncertainty.past.empty()) {
        members.emplace_back(name("low_minutes"), minutes_json(uncertainty.low));
        members.emplace_back(name("high_minutes"), minutes_json(uncertainty.high));
    } else {
        members.emplace_back(name("past_minutes"), minutes_json(uncertainty.past));
    }
    if (uncertainty.seed) {
        members.emplace_back("seed", json_number(static_cast<std::int64_t>(*uncertainty.seed)));
    }
    return json_object(members);
}

JsonText tasks_json(std::vector<std::vector<Task>> const& months, Catalogue const& catalogue) {
    std::vector<JsonText> written;
    for (std::vector<Task> const& tasks : months) {
        std::vector<JsonText> month;
        for (Task const& task : tasks) {
            JsonText const minutes = json_number(task.size.count);
            month.push_back(
                task.kind == 0
                    ? minutes
                    : json_object({{"minutes", minutes},
                                   {"kind", json_string(catalogue.kinds[task.kind].id)}}));
        }
        written.push_back(json_array(month));
    }
    return json_array(written);
}

void add_work(std::vector<JsonMember>& members, Scenario const& scenario,
              Catalogue const& catalogue) {
    WorkDetails const& work = scenario.work;
    bool const counts_units = catalogue.unit.has_value();
    if (!work.tasks.empty()) {
        members.emplace_back("tasks", tasks_json(work.tasks, catalogue));
    } else {
        members.emplace_back(json::member_name("usage_minutes", counts_units),
                             minutes_json(scenario.usage));
    }
    if (!work.kinds.empty()) {
        std::vector<JsonMember> kinds;
        for (KindMonths const& kind : work.kinds) {
            kinds.emplace_back(catalogue.kinds[kind.kind].id, minutes_json(kind.months));
        }
        members.emplace_back(json::member_name("kind_minutes", counts_units), json_object(kinds));
    }
    if (work.task_size) {
        members.emplace_back("task_minutes", json_number(work.task_size->count));
    }
    if (!scenario.extras.empty()) {
        std::vector<JsonMember> extras;
        for (ChosenExtra const& chosen : scenario.extras) {
            extras.emplace_back(catalogue.extras[chosen.extra].id, json_number(chosen.number));
        }
        members.emplace_back("extras", json_object(extras));
    }
}

std::vector<JsonMember> quoted_members(Scenario const& scenario, Catalogue const& catalogue) {
    std::vector<JsonMember> members{{"format", json_number(1)}};
    add_work(members, scenario, catalogue);
    members.emplace_back("package", json_string(scenario.package_id));
    members.emplace_back("term_months", json_number(scenario.term_months));
    members.emplace_back("pooling", json_pooling(scenario.pooling));
    members.emplace_back(
        "vat", json_string(scenario.vat == Vat::reverse_charge ? "reverse_charge" : "domestic"));
    return members;
}

void add_estimate(std::vector<JsonMember>& members, Scenario const& scenario,
                  Catalogue const& catalogue) {
    if (scenario.requirements != Requirements{}) {
        members.emplace_back("requirements", requirements_json(scenario.requirements, catalogue));
    }
    if (scenario.uncertainty) {
        members.emplace_back("uncertainty",
                             uncertainty_json(*scenario.uncertainty, catalogue.unit.has_value()));
    }
}

} // namespace

JsonText json_pooling(Pooling const& pooling) {
    if (auto const* pairs = std::get_if<PairList>(&pooling)) {
        return json_pairs(*pairs);
    }
    return json_string(std::holds_alternative<BestPooling>(pooling) ? "best" : "none");
}

std::string quoted_scenario_to_json(Scenario const& scenario, Catalogue const& catalogue) {
    return json_document(quoted_members(scenario, catalogue));
}

std::string scenario_to_json(Scenario const& scenario, Catalogue const& catalogue) {
    auto members = quoted_members(scenario, catalogue);
    if (!scenario.special_discounts.empty()) {
        members.emplace_back("special_discounts",
                             json_special_discounts(scenario.special_discounts));
    }
    add_estimate(members, scenario, catalogue);
    return json_document(members);
}

JsonText needs_json(Scenario const& scenario, Catalogue const& catalogue) {
    std::vector<JsonMember> members{{"format", json_number(1)}};
    add_work(members, scenario, catalogue);
    add_estimate(members, scenario, catalogue);
    return json_object(members);
}

} // namespace kontingent
