#include "core/base/ascii.hpp"
#include "core/base/colour.hpp"
#include "core/base/small_sort.hpp"
#include "core/catalogue/advice_reader.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/catalogue/catalogue_text.hpp"
#include "core/catalogue/offer_reader.hpp"
#include "core/json/check.hpp"

#include <algorithm>
#include <utility>

namespace kontingent {
namespace {

constexpr json::Bounds basis_point_bounds{0, 10'000};
constexpr json::Bounds increment_bounds{1, 1'440};
constexpr json::Bounds horizon_bounds{1, static_cast<std::int64_t>(forecast_months_max)};
constexpr json::Bounds term_bounds{1, term_months_max};
constexpr json::Bounds term_count_bounds{1, term_bounds.highest};
constexpr json::Bounds faq_count_bounds{0, 64};
constexpr json::Bounds example_count_bounds{1, 16};
constexpr json::Bounds effort_bounds{1, 6'000};
constexpr std::int64_t catalogue_id_length_max = 64;

std::string line(json::Checker& json, json::Value const* value,
                 std::int64_t length_max = line_length_max) {
    return std::string(json.text(value, length_max).value_or(""));
}

bool is_mail_address(std::string_view text) {
    auto const at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find(' ') == std::string_view::npos;
}

bool is_web_address(std::string_view text) {
    for (std::string_view const scheme :
         {std::string_view("https://"), std::string_view("http://")}) {
        if (text.starts_with(scheme)) {
            return text.size() > scheme.size() && text.find(' ') == std::string_view::npos;
        }
    }
    return false;
}

Seller read_seller(json::Checker& json, json::Value const* object) {
    Seller seller;
    if (object == nullptr) {
        return seller;
    }
    json::Members const members(json, object,
                                {{"name"},
                                 {"street"},
                                 {"postcode"},
                                 {"city"},
                                 {"country"},
                                 {"vat_id"},
                                 {"email"},
                                 {"phone"},
                                 {"url"}});
    seller.name = line(json, members["name"]);
    seller.street = line(json, members["street"]);
    seller.postcode = line(json, members["postcode"]);
    seller.city = line(json, members["city"]);
    seller.country = line(json, members["country"]);
    seller.vat_id = line(json, members["vat_id"]);
    seller.email = line(json, members["email"]);
    seller.phone = line(json, members["phone"]);
    seller.url = line(json, members["url"]);
    if (!seller.email.empty() && !is_mail_address(seller.email)) {
        json.report(ErrorCode::bad_format, *members["email"], "email");
    }
    if (!seller.url.empty() && !is_web_address(seller.url)) {
        json.report(ErrorCode::bad_format, *members["url"], "url");
    }
    return seller;
}

std::vector<Service> read_services(CatalogueChecker& checker, json::Value const* list) {
    json::Checker& json = checker.json;
    std::vector<Service> services;
    if (!json.list(list, {1, static_cast<std::int64_t>(service_count_max)})) {
        return services;
    }
    UsedIds used_ids;
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item, {{"id"}, {"name"}, {"description"}});
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
        json::Members const members(
            json, &item, {{"level"}, {"name"}, {"definition"}, {"examples"}, {"typical_minutes"}});
        SupportLevel level;
        level.level = used_levels.read(json, members["level"]);
        level.name = read_text(checker, members["name"]);
        level.definition = read_text(checker, members["definition"]);
        json::Value const* examples = members["examples"];
        if (json.list(examples, example_count_bounds)) {
            for (json::Value const& example : json.document().items(*examples)) {
                level.examples.push_back(read_text(checker, &example));
            }
        }
        level.typical_effort =
            Minutes{json.integer(members["typical_minutes"], effort_bounds).value_or(1)};
        if (level.level > 0) {
            levels.push_back(std::move(level));
        }
    }
    used_levels.report_missing(json, *list, used_levels.highest());
    small_sort(levels, &SupportLevel::level);
    return used_levels.highest();
}

std::vector<Term> read_terms(json::Checker& json, json::Value const* list) {
    std::vector<Term> terms;
    if (!json.list(list, term_count_bounds)) {
        return terms;
    }
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item, {{"months"}, {"discount_basis_points"}});
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
    small_sort(terms, &Term::months);
    return terms;
}

std::vector<Answer> read_faq(CatalogueChecker& checker, json::Value const* list) {
    json::Checker& json = checker.json;
    std::vector<Answer> faq;
    if (!json.list(list, faq_count_bounds)) {
        return faq;
    }
    for (json::Value const& item : json.document().items(*list)) {
        json::Members const members(json, &item, {{"question"}, {"answer"}});
        Answer answer;
        answer.question = read_text(checker, members["question"]);
        answer.answer = read_text(checker, members["answer"]);
        faq.push_back(std::move(answer));
    }
    return faq;
}

std::string read_currency(json::Checker& json, json::Value const* value) {
    if (!json.is_kind(value, json::Kind::text)) {
        return {};
    }
    bool const is_code =
        value->text.size() == 3 && std::ranges::all_of(value->text, ascii::is_upper);
    if (!is_code) {
        json.report(ErrorCode::bad_format, *value, "currency");
    }
    return std::string(value->text);
}

// Cut, not rounded: a ratio just below the limit must not look as if it met it.
std::string ratio_text(double ratio) {
    int const hundredths = static_cast<int>(ratio * 100);
    return std::to_string(hundredths / 100) + "." + std::to_string(hundredths / 10 % 10) +
           std::to_string(hundredths % 10);
}

std::optional<std::uint32_t> read_accent(json::Checker& json, json::Value const* theme) {
    if (theme == nullptr) {
        return std::nullopt;
    }
    json::Members const members(json, theme, {{"accent", json::Presence::optional}});
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
        json.report(ErrorCode::low_contrast, *accent, ratio_text(ratio));
    }
    return rgb;
}

// What the catalogue says of itself and of the seller.
void read_head(json::Checker& json, json::Members const& members, Catalogue& catalogue) {
    json.is_kind(members["$schema"], json::Kind::text); // for editors only
    json.integer(members["format"], {1, 1});
    catalogue.id = line(json, members["id"], catalogue_id_length_max);
    catalogue.currency = read_currency(json, members["currency"]);
    catalogue.vat =
        BasisPoints{json.integer(members["vat_basis_points"], basis_point_bounds).value_or(0)};
    catalogue.billing_increment =
        Minutes{json.integer(members["billing_increment_minutes"], increment_bounds).value_or(1)};
    catalogue.horizon_months = static_cast<std::int32_t>(
        json.integer(members["horizon_months"], horizon_bounds).value_or(1));
    catalogue.languages = read_languages(json, members["languages"]);
    catalogue.seller = read_seller(json, members["seller"]);
}

void read_catalogue(json::Checker& json, Catalogue& catalogue) {
    using json::Presence;
    json::Members const members(json, &json.document().root(),
                                {{"$schema", Presence::optional},
                                 {"format"},
                                 {"id"},
                                 {"currency"},
                                 {"vat_basis_points"},
                                 {"billing_increment_minutes"},
                                 {"horizon_months"},
                                 {"languages"},
                                 {"seller"},
                                 {"services"},
                                 {"levels"},
                                 {"seasons"},
                                 {"triage"},
                                 {"packages"},
                                 {"on_demand"},
                                 {"terms"},
                                 {"term_discount_applies_to"},
                                 {"faq"},
                                 {"sample"},
                                 {"theme", Presence::optional}});
    if (!members.is_object()) {
        return;
    }
    read_head(json, members, catalogue);

    CatalogueChecker checker{.json = json, .languages = catalogue.languages};
    catalogue.services = read_services(checker, members["services"]);
    std::size_t const level_count = read_levels(checker, members["levels"], catalogue.levels);
    catalogue.seasons = read_seasons(checker, members["seasons"]);
    catalogue.triage = read_triage(checker, members["triage"], level_count);
    catalogue.terms = read_terms(json, members["terms"]);
    OfferContext offers{.checker = checker,
                        .services = catalogue.services,
                        .terms = catalogue.terms,
                        .level_count = level_count,
                        .used_ids = {}};
    catalogue.offers = read_packages(offers, members["packages"]);
    catalogue.offers.push_back(read_on_demand(offers, members["on_demand"]));
    auto const scope =
        json.choice(members["term_discount_applies_to"], {"base", "base_and_overage"});
    if (scope) {
        catalogue.term_discount_applies_to.overage = *scope == 1;
    }
    catalogue.faq = read_faq(checker, members["faq"]);
    catalogue.is_sample = json.boolean(members["sample"]).value_or(false);
    catalogue.accent_rgb = read_accent(json, members["theme"]);
}

} // namespace

std::expected<Catalogue, Errors> parse_catalogue(std::string_view json) {
    auto const document = json::read(json, catalogue_bytes_max);
    if (!document) {
        return std::unexpected(Errors{document.error()});
    }
    json::Checker checker(*document);
    Catalogue catalogue;
    read_catalogue(checker, catalogue);
    if (checker.has_errors()) {
        return std::unexpected(checker.take_errors());
    }
    return catalogue;
}

} // namespace kontingent
