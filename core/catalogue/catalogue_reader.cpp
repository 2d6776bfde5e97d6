#include "core/base/colour.hpp"
#include "core/base/currency.hpp"
#include "core/base/sha256.hpp"
#include "core/base/small_sort.hpp"
#include "core/catalogue/advice_reader.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/catalogue/catalogue_text.hpp"
#include "core/catalogue/offer_reader.hpp"
#include "core/catalogue/own_texts_reader.hpp"
#include "core/catalogue/seller_reader.hpp"
#include "core/catalogue/work_kinds_reader.hpp"
#include "core/json/check.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds basis_point_bounds{0, 10'000};
constexpr json::Bounds package_count_bounds{1, static_cast<std::int64_t>(offer_count_max)};
constexpr json::Bounds vat_bounds{0, 100'000};
constexpr json::Bounds increment_bounds{1, 1'440};
constexpr json::Bounds horizon_bounds{1, static_cast<std::int64_t>(forecast_months_max)};
constexpr json::Bounds term_bounds{1, term_months_max};
constexpr json::Bounds term_count_bounds{1, term_bounds.highest};
constexpr json::Bounds faq_count_bounds{0, 64};
constexpr json::Bounds example_count_bounds{1, 16};
constexpr json::Bounds effort_bounds{1, 6'000};
constexpr std::int64_t catalogue_id_length_max = 64;

std::vector<Service> read_services(CatalogueChecker& checker, json::Value const* list) {
    json::Checker& json = checker.json;
    std::vector<Service> services;
    if (!json.list(list, {1, static_cast<std::int64_t>(service_count_max)})) {
        return services;
    }
    UsedIds used_ids;
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item,
                                    {{"id"}, {"name"}, {"description", Presence::optional}});
        if (!members.is_object()) {
            continue;
        }
        Service service;
        service.id = used_ids.read(json, members["id"]);
        service.name = read_text(checker, members["name"]);
        service.description = read_text(checker, members["description"]);
        services.push_back(std::move(service));
    }
    return services;
}

// How many levels there are, judged by the highest.
std::size_t read_levels(CatalogueChecker& checker, json::Value const* list,
                        std::vector<SupportLevel>& levels) {
    json::Checker& json = checker.json;
    if (!is_level_list(json, list)) {
        return 0;
    }
    UsedLevels used_levels(level_count_max);
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item,
                                    {{"level"},
                                     {"name"},
                                     {"definition", Presence::optional},
                                     {"examples", Presence::optional},
                                     {"typical_minutes", Presence::optional}});
        SupportLevel level;
        level.typical_effort = Minutes{json.counts_units() ? 1 : 60};
        level.level = used_levels.read(json, members["level"]);
        level.name = read_text(checker, members["name"]);
        level.definition = read_text(checker, members["definition"]);
        json::Value const* examples = members["examples"];
        if (json.list(examples, example_count_bounds)) {
            for (json::Value const& example : json.document().items(*examples)) {
                level.examples.push_back(read_text(checker, &example));
            }
        }
        if (auto const effort = json.integer(members["typical_minutes"], effort_bounds)) {
            level.typical_effort = Minutes{*effort};
        }
        if (level.level > 0) {
            levels.push_back(std::move(level));
        }
    }
    used_levels.report_missing(json, *list, used_levels.highest());
    sort_few(levels, &SupportLevel::level);
    return used_levels.highest();
}

// Without a list there is one term of a month.
std::vector<Term> read_terms(json::Checker& json, json::Value const* list) {
    std::vector<Term> terms;
    if (list == nullptr) {
        terms.emplace_back();
        return terms;
    }
    if (!json.list(list, term_count_bounds)) {
        return terms;
    }
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item,
                                    {{"months"}, {"discount_basis_points", Presence::optional}});
        auto const months = json.integer(members["months"], term_bounds);
        auto const discount = json.integer(members["discount_basis_points"], basis_point_bounds);
        if (!months) {
            continue;
        }
        auto const count = static_cast<std::int32_t>(*months);
        if (std::ranges::find(terms, count, &Term::months) != terms.end()) {
            json.report(ErrorCode::duplicate_id, *members["months"], std::to_string(count));
        } else {
            terms.push_back({.months = count, .discount = BasisPoints{discount.value_or(0)}});
        }
    }
    sort_few(terms, &Term::months);
    return terms;
}

// A list of parts; "base" and "base_and_overage" are how it was written before there were lists.
DiscountScope read_discount_scope(json::Checker& json, json::Value const* value) {
    DiscountScope scope;
    if (value == nullptr) {
        return scope;
    }
    if (value->kind == json::Kind::text) {
        scope.overage = json.choice(value, {"base", "base_and_overage"}) == 1;
        return scope;
    }
    constexpr json::Bounds part_count_bounds{0, 3};
    if (!json.list(value, part_count_bounds)) {
        return scope;
    }
    bool* const parts[] = {&scope.base, &scope.extras, &scope.overage};
    scope = {.base = false, .extras = false, .overage = false};
    for (json::Value const& item : json.document().items(*value)) {
        auto const part = json.choice(&item, {"base", "extras", "overage"});
        if (part && *parts[*part]) {
            json.report(ErrorCode::duplicate_id, item, item.text);
        } else if (part) {
            *parts[*part] = true;
        }
    }
    return scope;
}

std::vector<Answer> read_faq(CatalogueChecker& checker, json::Value const* list) {
    json::Checker& json = checker.json;
    std::vector<Answer> faq;
    if (!json.list(list, faq_count_bounds)) {
        return faq;
    }
    faq = std::vector<Answer>(static_cast<std::size_t>(list->item_count));
    std::size_t index = 0;
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item, {{"question"}, {"answer"}});
        Answer& answer = faq[index++];
        answer.question = read_text(checker, members["question"]);
        answer.answer = read_text(checker, members["answer"]);
    }
    return faq;
}

std::string read_currency(json::Checker& json, json::Value const* value) {
    if (!json.is_kind(value, json::Kind::text)) {
        return {};
    }
    if (!is_currency(value->text)) {
        json.report(ErrorCode::bad_format, *value, Wanted::currency);
    }
    return std::string(value->text);
}

std::optional<std::uint32_t> read_accent(json::Checker& json, json::Value const* theme) {
    if (theme == nullptr) {
        return std::nullopt;
    }
    json::Members const members(json, theme, {{"accent", Presence::optional}});
    json::Value const* accent = members["accent"];
    if (!json.is_kind(accent, json::Kind::text)) {
        return std::nullopt;
    }
    auto const rgb = parse_colour(accent->text);
    if (!rgb) {
        json.report(ErrorCode::bad_colour, *accent);
        return std::nullopt;
    }
    double const ratio = contrast_ratio(*rgb, light_card_rgb);
    if (ratio < contrast_min) {
        // Cut, not rounded: a ratio just below the limit must not look as if it met it.
        json.report(ErrorCode::low_contrast, *accent,
                    Ratio{static_cast<std::int32_t>(ratio * 100)});
    }
    return rgb;
}

// Packages in their order, then on demand; never empty, so that what follows has something to read.
// Not inlined: a function that others were put into takes a browser longer to compile.
[[gnu::noinline]] void read_offers(OfferContext& context, json::Members const& members,
                                   Catalogue& catalogue) {
    json::Checker& json = context.checker.json;
    json::Value const* packages = members["packages"];
    json::Value const* on_demand = members["on_demand"];
    bool const has_packages = json.list(packages, package_count_bounds);
    auto const count = has_packages ? static_cast<std::size_t>(packages->item_count) : 0;
    catalogue.offers = std::vector<Offer>(count + (on_demand != nullptr ? 1 : 0));
    if (has_packages) {
        read_packages(context, *packages, std::span(catalogue.offers).first(count));
    }
    if (on_demand != nullptr) {
        read_on_demand(context, *on_demand, catalogue.offers.back());
    }
    if (packages == nullptr && on_demand == nullptr) {
        json.report(ErrorCode::missing_member, json.document().root(), "packages");
    }
}

void read_vat(json::Checker& json, json::Members const& members, Catalogue& catalogue) {
    catalogue.vat = BasisPoints{json.integer(members["vat_basis_points"], vat_bounds).value_or(0)};
    catalogue.prices_include_vat = json.boolean(members["prices_include_vat"]).value_or(false);
    catalogue.is_small_business = json.boolean(members["small_business"]).value_or(false);
    if (catalogue.is_small_business && catalogue.vat != BasisPoints{0}) {
        json.report(ErrorCode::conflicting_member, *members["small_business"], "vat_basis_points");
    }
}

void read_increment(json::Checker& json, json::Value const* value, Catalogue& catalogue) {
    if (value != nullptr && json.counts_units()) {
        json.report(ErrorCode::conflicting_member, *value, "unit");
        return;
    }
    catalogue.billing_increment = Minutes{json.integer(value, increment_bounds).value_or(1)};
}

// Named by a catalogue that was reduced (reduced.hpp).
void check_source(json::Checker& json, json::Value const* value) {
    if (value != nullptr && json.is_kind(value, json::Kind::text) && !is_sha256_hex(value->text)) {
        json.report(ErrorCode::bad_format, *value, Wanted::digest);
    }
}

// What the catalogue says of itself and of the seller.
void read_head(json::Checker& json, json::Members const& members, Catalogue& catalogue) {
    json.is_kind(members["$schema"], json::Kind::text); // for editors only
    json.integer(members["format"], {1, 1});
    catalogue.id = json.text(members["id"], catalogue_id_length_max).value_or("");
    catalogue.currency = read_currency(json, members["currency"]);
    read_vat(json, members, catalogue);
    read_increment(json, members["billing_increment_minutes"], catalogue);
    catalogue.horizon_months = static_cast<std::int32_t>(
        json.integer(members["horizon_months"], horizon_bounds).value_or(12));
    catalogue.languages = read_languages(json, members["languages"]);
    catalogue.seller = read_seller(json, members["seller"]);
}

void read_root(json::Checker& json, Catalogue& catalogue) {
    json::Members const members(json, &json.document().root(),
                                {{"$schema", Presence::optional},
                                 {"format"},
                                 {"id"},
                                 {"currency"},
                                 {"vat_basis_points"},
                                 {"prices_include_vat", Presence::optional},
                                 {"small_business", Presence::optional},
                                 {"billing_increment_minutes", Presence::optional},
                                 {"horizon_months", Presence::optional},
                                 {"languages"},
                                 {"unit", Presence::optional},
                                 {"seller"},
                                 {"services", Presence::optional},
                                 {"levels", Presence::optional},
                                 {"kinds", Presence::optional},
                                 {"extras", Presence::optional},
                                 {"seasons", Presence::optional},
                                 {"triage", Presence::optional},
                                 {"packages", Presence::optional},
                                 {"on_demand", Presence::optional},
                                 {"terms", Presence::optional},
                                 {"term_discount_applies_to", Presence::optional},
                                 {"faq", Presence::optional},
                                 {"texts", Presence::optional},
                                 {"sample", Presence::optional},
                                 {"source_sha256", Presence::optional},
                                 {"theme", Presence::optional}});
    if (!members.is_object()) {
        return;
    }
    read_head(json, members, catalogue);

    CatalogueChecker checker{.json = json, .languages = catalogue.languages};
    catalogue.unit = read_unit(checker, members["unit"]);
    catalogue.services = read_services(checker, members["services"]);
    std::size_t const level_count = read_levels(checker, members["levels"], catalogue.levels);
    catalogue.kinds = read_kinds(checker, members["kinds"]);
    catalogue.extras = read_extras(checker, members["extras"]);
    catalogue.seasons = read_seasons(checker, members["seasons"]);
    catalogue.triage = read_triage(checker, members["triage"], level_count);
    catalogue.terms = read_terms(json, members["terms"]);
    catalogue.term_discount_applies_to =
        read_discount_scope(json, members["term_discount_applies_to"]);
    OfferContext offers{.checker = checker,
                        .catalogue = catalogue,
                        .level_count = level_count,
                        .knows_services =
                            members["services"] == nullptr || !catalogue.services.empty(),
                        .used_ids = {}};
    read_offers(offers, members, catalogue);
    catalogue.faq = read_faq(checker, members["faq"]);
    catalogue.texts = read_own_texts(checker, members["texts"]);
    catalogue.is_sample = json.boolean(members["sample"]).value_or(false);
    catalogue.accent_rgb = read_accent(json, members["theme"]);
    check_source(json, members["source_sha256"]);
}

} // namespace

std::expected<Catalogue, Errors> parse_catalogue(std::string_view json) {
    auto const document = json::read(json, catalogue_bytes_max);
    return document ? read_catalogue(*document) : std::unexpected(Errors{document.error()});
}

std::expected<Catalogue, Errors> read_catalogue(json::Document const& document) {
    json::Checker checker(document);
    checker.count_units_if(json::find_member(document, document.root(), "unit") != nullptr);
    std::expected<Catalogue, Errors> catalogue;
    read_root(checker, *catalogue);
    if (checker.has_errors()) {
        catalogue = std::unexpected(checker.take_errors());
    }
    return catalogue;
}

} // namespace kontingent
