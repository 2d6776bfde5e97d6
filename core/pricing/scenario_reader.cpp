#include "core/pricing/scenario_reader.hpp"

#include "core/base/small_sort.hpp"
#include "core/pricing/pooling.hpp"
#include "core/pricing/requirements_reader.hpp"
#include "core/pricing/special_discount_reader.hpp"
#include "core/pricing/uncertainty_reader.hpp"
#include "core/pricing/work_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace kontingent {
namespace {

constexpr json::Bounds pair_count_bounds{0, static_cast<std::int64_t>(forecast_months_max)};

// A pair as written; only neighbours inside the forecast become one.
struct GivenPair {
    std::int32_t first_month = 0;
    json::Value const* value = nullptr;
};

// What pairs are held against. A package that is not known sets no limit.
struct PairLimits {
    std::size_t month_count = forecast_months_max;
    std::int32_t pairs_per_term_max = static_cast<std::int32_t>(forecast_months_max);
};

// Rising by extra.
ChosenExtras read_extras(json::Checker& json, json::Value const* object,
                         Catalogue const& catalogue) {
    ChosenExtras extras;
    if (!json.is_kind(object, json::Kind::object)) {
        return extras;
    }
    for (json::Value const& member : json.document().items(*object)) {
        auto const found = std::ranges::find(catalogue.extras, member.key, &Extra::id);
        if (found == catalogue.extras.end()) {
            json.report_name(ErrorCode::unknown_id, member);
            continue;
        }
        auto const extra = static_cast<std::size_t>(found - catalogue.extras.begin());
        if (std::ranges::find(extras, extra, &ChosenExtra::extra) != extras.end()) {
            json.report_name(ErrorCode::duplicate_member, member);
            continue;
        }
        auto const number = json.integer(&member, {0, found->max});
        extras.push_back({extra, static_cast<std::int32_t>(number.value_or(0))});
    }
    sort_few(extras, &ChosenExtra::extra);
    return extras;
}

std::vector<std::int32_t> possible_terms(Catalogue const& catalogue, Offer const* offer) {
    std::vector<std::int32_t> months;
    if (offer == nullptr) {
        for (Term const& term : catalogue.terms) {
            months.push_back(term.months);
        }
    } else if (offer->subscription) {
        for (OfferedTerm const& term : offer->subscription->terms) {
            months.push_back(term.months);
        }
    }
    return months;
}

// On demand has no term: any whole number does. An offer that is not known is held against the
// catalogue's terms.
std::int32_t read_term(json::Checker& json, json::Value const* value, Catalogue const& catalogue,
                       Offer const* offer) {
    auto const months = possible_terms(catalogue, offer);
    std::int32_t const shortest = months.empty() ? 1 : months.front();
    if (!json.is_kind(value, json::Kind::integer) || months.empty()) {
        return shortest;
    }
    Choices possible;
    for (std::int32_t const term : months) {
        if (term == value->integer) {
            return term;
        }
        possible.push_back(std::to_string(term));
    }
    json.report(ErrorCode::unknown_value, *value, std::move(possible));
    return shortest;
}

std::optional<GivenPair> read_pair(json::Checker& json, json::Value const& value,
                                   std::size_t month_count) {
    if (value.kind != json::Kind::list || value.item_count != 2) {
        json.report(ErrorCode::wrong_type, value, Wanted::pair);
        return std::nullopt;
    }
    auto months = json.document().items(value).begin();
    json::Value const& first = *months;
    json::Value const& second = *++months;
    bool const is_first_whole = json.is_kind(&first, json::Kind::integer);
    bool const is_second_whole = json.is_kind(&second, json::Kind::integer);
    if (!is_first_whole || !is_second_whole) {
        return std::nullopt;
    }
    auto const [lowest, highest] = std::minmax({first.integer, second.integer});
    bool const is_inside = lowest >= 1 && highest <= static_cast<std::int64_t>(month_count);
    // Outside, the difference of two months may overflow.
    bool const is_neighbours =
        first.integer < second.integer && first.integer == second.integer - 1;
    if (!is_inside) {
        json.report(ErrorCode::pair_outside_forecast, value,
                    static_cast<std::int64_t>(month_count));
    }
    if (!is_neighbours) {
        json.report(ErrorCode::pair_not_neighbours, value);
    }
    if (!is_inside || !is_neighbours) {
        return std::nullopt;
    }
    return GivenPair{.first_month = static_cast<std::int32_t>(first.integer), .value = &value};
}

std::size_t index_in(std::string_view pointer) {
    std::size_t index = 0;
    std::from_chars(pointer.data() + pointer.rfind('/') + 1, pointer.data() + pointer.size(),
                    index);
    return index;
}

PairList read_pairs(json::Checker& json, json::Value const& list, PairLimits const& limits) {
    std::vector<GivenPair> given;
    if (!json.list(&list, pair_count_bounds)) {
        return {};
    }
    for (json::Value const& item : json.document().items(list)) {
        if (auto const pair = read_pair(json, item, limits.month_count)) {
            given.push_back(*pair);
        }
    }
    sort_few(given, [](GivenPair const& pair) {
        return std::pair(pair.first_month, pair.value->position);
    });
    PairList pairs;
    for (GivenPair const& pair : given) {
        pairs.push_back(pair.first_month);
    }
    // Their pointers count along the sorted list; the text may have the pairs in any order.
    for (Error& error : errors_of_pairs(pairs, limits.month_count, limits.pairs_per_term_max)) {
        json.report_detail(error.code, *given[index_in(error.pointer)].value,
                           std::move(error.detail));
    }
    return pairs;
}

struct PoolingContext {
    Offer const* offer; // null where the id is unknown
    std::string_view offer_id;
    std::size_t month_count;
};

Pooling read_pooling(json::Checker& json, json::Value const* value, PoolingContext const& context) {
    if (value == nullptr) {
        return NoPooling{};
    }
    bool const is_on_demand = context.offer != nullptr && !context.offer->is_package();
    if (value->kind == json::Kind::text) {
        bool const is_best = json.choice(value, {"none", "best"}) == 1;
        if (is_best && !is_on_demand) {
            return BestPooling{};
        }
        return NoPooling{};
    }
    if (value->kind != json::Kind::list) {
        json.report(ErrorCode::wrong_type, *value, Wanted::pooling);
        return NoPooling{};
    }
    PairLimits limits;
    if (context.month_count > 0) {
        limits.month_count = context.month_count;
    }
    std::int32_t const pairs_max =
        context.offer != nullptr ? context.offer->allowance.pooling_pairs_per_term_max : 0;
    if (context.offer != nullptr && pairs_max == 0 && value->item_count > 0) {
        json.report(ErrorCode::pooling_not_offered, *value, context.offer_id);
    } else if (pairs_max > 0) {
        limits.pairs_per_term_max = pairs_max;
    }
    PairList pairs = read_pairs(json, *value, limits);
    if (is_on_demand) {
        return NoPooling{};
    }
    return pairs;
}

// All that a scenario may have; `count` of them are known where it comes from.
struct KnownMembers {
    std::array<json::MemberName, 13> names;
    std::size_t count;
};

KnownMembers known_members(ScenarioFrom from) {
    using json::Presence;
    Presence const package =
        from == ScenarioFrom::comparison ? Presence::optional : Presence::required;
    KnownMembers known{{{{"format"},
                         {"usage_minutes", Presence::optional},
                         {"kind_minutes", Presence::optional},
                         {"task_minutes", Presence::optional},
                         {"tasks", Presence::optional},
                         {"extras", Presence::optional},
                         {"pooling", Presence::optional},
                         {"vat", Presence::optional},
                         {"requirements", Presence::optional},
                         {"uncertainty", Presence::optional},
                         {"package", package},
                         {"term_months", Presence::optional},
                         {"special_discounts", Presence::optional}}},
                       13};
    known.count -= from == ScenarioFrom::document ? 3 : from == ScenarioFrom::visitor ? 1 : 0;
    return known;
}

} // namespace

void read_choice(json::Checker& checker, json::Members const& members, Catalogue const& catalogue,
                 json::Value const* default_pooling, Scenario& scenario) {
    json::Value const* package = members["package"];
    if (checker.is_kind(package, json::Kind::text)) {
        scenario.package_id = package->text;
    }
    PoolingContext const context{.offer = catalogue.find_offer(scenario.package_id),
                                 .offer_id = scenario.package_id,
                                 .month_count = scenario.usage.size()};
    if (package != nullptr && package->kind == json::Kind::text && context.offer == nullptr) {
        checker.report(ErrorCode::unknown_id, *package, scenario.package_id);
    }
    scenario.term_months = read_term(checker, members["term_months"], catalogue, context.offer);
    json::Value const* pooling = members["pooling"];
    scenario.pooling =
        read_pooling(checker, pooling != nullptr ? pooling : default_pooling, context);
}

void read_vat(json::Checker& checker, json::Value const* value, Catalogue const& catalogue,
              Scenario& scenario) {
    if (value != nullptr && checker.choice(value, {"domestic", "reverse_charge"}) == 1) {
        scenario.vat = Vat::reverse_charge;
        if (catalogue.prices_include_vat || catalogue.is_small_business) {
            checker.report(ErrorCode::no_reverse_charge, *value);
        }
    }
}

Scenario read_scenario(json::Checker& checker, json::Value const* object,
                       Catalogue const& catalogue, ScenarioFrom from) {
    Scenario scenario;
    if (object == nullptr) {
        return scenario;
    }
    checker.count_units_if(catalogue.unit.has_value());
    KnownMembers const known = known_members(from);
    json::Members const members(checker, object, std::span(known.names).first(known.count));
    if (!members.is_object()) {
        return scenario;
    }
    checker.integer(members["format"], {1, 1});
    ReadWork work = read_work(checker, members, *object, catalogue);
    for (auto const& month : work.usage) {
        scenario.usage.push_back(month.value_or(Minutes{0}));
    }
    scenario.work = std::move(work.details);
    scenario.extras = read_extras(checker, members["extras"], catalogue);
    if (from != ScenarioFrom::document) {
        read_choice(checker, members, catalogue, nullptr, scenario);
    }
    if (from == ScenarioFrom::seller || from == ScenarioFrom::comparison) {
        scenario.special_discounts = read_special_discounts(checker, members["special_discounts"]);
    }
    read_vat(checker, members["vat"], catalogue, scenario);
    scenario.requirements = read_requirements(checker, members["requirements"], catalogue);
    scenario.uncertainty = read_uncertainty(checker, members["uncertainty"], work.usage);
    checker.count_units_if(false);
    return scenario;
}

std::expected<Scenario, Errors> parse_scenario(std::string_view json, Catalogue const& catalogue,
                                               ScenarioUse use) {
    auto const document = json::read(json, scenario_bytes_max);
    if (!document) {
        return std::unexpected(Errors{document.error()});
    }
    json::Checker checker(*document);
    Scenario scenario = read_scenario(checker, &document->root(), catalogue,
                                      use == ScenarioUse::comparison ? ScenarioFrom::comparison
                                                                     : ScenarioFrom::seller);
    if (checker.has_errors()) {
        return std::unexpected(checker.take_errors());
    }
    return scenario;
}

} // namespace kontingent
