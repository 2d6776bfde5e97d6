#include "core/document/content_reader.hpp"

#include "core/base/sha256.hpp"
#include "core/pricing/scenario_reader.hpp"
#include "core/pricing/special_discount_reader.hpp"

#include <algorithm>

namespace kontingent {
namespace {

using json::Presence;

constexpr json::Bounds quantity_bounds{1, 10'000};
constexpr std::int64_t item_price_max = 100'000'000'000;

Item read_item(json::Checker& json, json::Value const& object) {
    json::Members const members(json, &object,
                                {{"text"},
                                 {"quantity", Presence::optional},
                                 {"price"},
                                 {"every"},
                                 {"optional", Presence::optional}});
    Item item;
    item.text = read_line(json, members["text"]);
    item.quantity = json.integer(members["quantity"], quantity_bounds).value_or(1);
    item.price = json.money(members["price"], item_price_max).value_or(Money{0});
    item.every = json.choice(members["every"], {"once", "month"}) == 1 ? Every::month : Every::once;
    item.is_optional = json.boolean(members["optional"]).value_or(false);
    return item;
}

std::vector<Item> read_items(json::Checker& json, json::Value const* list) {
    std::vector<Item> items;
    if (json.list(list, {0, static_cast<std::int64_t>(item_count_max)})) {
        for (json::Value const& object : json.document().items(*list)) {
            items.push_back(read_item(json, object));
        }
    }
    return items;
}

std::vector<Alternative> read_alternatives(json::Checker& json, json::Value const* list,
                                           Catalogue const& catalogue, Scenario const& needs,
                                           json::Value const* default_pooling) {
    std::vector<Alternative> alternatives;
    if (!json.list(list, {1, static_cast<std::int64_t>(alternative_count_max)})) {
        return alternatives;
    }
    for (json::Value const& object : json.document().items(*list)) {
        json::Members const members(
            json, &object,
            {{"package"}, {"term_months", Presence::optional}, {"pooling", Presence::optional}});
        if (!members.is_object()) {
            continue;
        }
        Scenario scenario = needs;
        read_choice(json, members, catalogue, default_pooling, scenario);
        Alternative const alternative{.package_id = scenario.package_id,
                                      .term_months = scenario.term_months,
                                      .pooling = scenario.pooling};
        if (std::ranges::find(alternatives, alternative) != alternatives.end()) {
            json.report(ErrorCode::duplicate_id, object, alternative.package_id);
        }
        alternatives.push_back(alternative);
    }
    return alternatives;
}

Language read_language(json::Checker& json, json::Value const* value, Catalogue const& catalogue) {
    if (!json.is_kind(value, json::Kind::text)) {
        return catalogue.languages.front();
    }
    auto const language = language_of_tag(value->text);
    bool const is_spoken =
        language && std::ranges::find(catalogue.languages, *language) != catalogue.languages.end();
    if (!is_spoken) {
        json.report(ErrorCode::unknown_language, *value, std::string(value->text));
    }
    return language.value_or(catalogue.languages.front());
}

// The needs may name pooling and VAT, as any scenario; the content's own members are the same thing
// and must not stand beside them.
void read_choices(json::Checker& json, json::Members const& members, Catalogue const& catalogue,
                  Content& content) {
    json::Value const* scenario = members["scenario"];
    bool const is_object = scenario != nullptr && scenario->kind == json::Kind::object;
    json::Value const* needs_vat =
        is_object ? json::find_member(json.document(), *scenario, "vat") : nullptr;
    if (needs_vat != nullptr && members["vat"] != nullptr) {
        json.report(ErrorCode::conflicting_member, *needs_vat, "vat");
    }
    read_vat(json, members["vat"], catalogue, content.needs);
    json::Value const* pooling =
        is_object ? json::find_member(json.document(), *scenario, "pooling") : nullptr;
    content.alternatives =
        read_alternatives(json, members["alternatives"], catalogue, content.needs, pooling);
}

} // namespace

std::string read_line(json::Checker& json, json::Value const* value) {
    return std::string(json.text(value, document_line_max).value_or(""));
}

std::string read_paragraphs(json::Checker& json, json::Value const* value) {
    return std::string(json.text(value, document_text_max, json::LineBreaks::allowed).value_or(""));
}

std::optional<Day> read_day(json::Checker& json, json::Value const* value) {
    if (!json.is_kind(value, json::Kind::text)) {
        return std::nullopt;
    }
    auto const day = parse_day(value->text);
    if (!day) {
        json.report(ErrorCode::bad_format, *value, Wanted::date);
    }
    return day;
}

std::optional<Instant> read_instant(json::Checker& json, json::Value const* value) {
    if (!json.is_kind(value, json::Kind::text)) {
        return std::nullopt;
    }
    auto const instant = parse_instant(value->text);
    if (!instant) {
        json.report(ErrorCode::bad_format, *value, Wanted::instant);
    }
    return instant;
}

std::string read_digest(json::Checker& json, json::Value const* value) {
    if (!json.is_kind(value, json::Kind::text)) {
        return {};
    }
    if (!is_sha256_hex(value->text)) {
        json.report(ErrorCode::bad_format, *value, Wanted::digest);
        return {};
    }
    return std::string(value->text);
}

Customer read_customer(json::Checker& json, json::Value const* object) {
    Customer customer;
    if (object == nullptr) {
        return customer;
    }
    json::Members const members(json, object,
                                {{"name"},
                                 {"company", Presence::optional},
                                 {"street", Presence::optional},
                                 {"postcode", Presence::optional},
                                 {"city", Presence::optional},
                                 {"country", Presence::optional},
                                 {"email", Presence::optional},
                                 {"vat_id", Presence::optional},
                                 {"kind", Presence::optional}});
    customer.name = read_line(json, members["name"]);
    customer.company = read_line(json, members["company"]);
    customer.street = read_line(json, members["street"]);
    customer.postcode = read_line(json, members["postcode"]);
    customer.city = read_line(json, members["city"]);
    customer.country = read_line(json, members["country"]);
    customer.email = read_line(json, members["email"]);
    customer.vat_id = read_line(json, members["vat_id"]);
    if (!customer.email.empty() && customer.email.find('@') == std::string::npos) {
        json.report(ErrorCode::bad_format, *members["email"], Wanted::email);
    }
    if (json.choice(members["kind"], {"business", "consumer"}) == 1) {
        customer.kind = CustomerKind::consumer;
    }
    return customer;
}

Content read_content(json::Checker& json, json::Value const* object, Catalogue const& catalogue) {
    Content content;
    if (object == nullptr) {
        return content;
    }
    json::Members const members(json, object,
                                {{"language"},
                                 {"title", Presence::optional},
                                 {"introduction", Presence::optional},
                                 {"closing", Presence::optional},
                                 {"payment_terms", Presence::optional},
                                 {"scenario"},
                                 {"alternatives"},
                                 {"special_discounts", Presence::optional},
                                 {"items", Presence::optional},
                                 {"vat", Presence::optional},
                                 {"starts_on", Presence::optional},
                                 {"issued_on", Presence::optional},
                                 {"valid_until", Presence::optional}});
    if (!members.is_object()) {
        return content;
    }
    content.language = read_language(json, members["language"], catalogue);
    content.title = read_line(json, members["title"]);
    content.introduction = read_paragraphs(json, members["introduction"]);
    content.closing = read_paragraphs(json, members["closing"]);
    content.payment_terms = read_paragraphs(json, members["payment_terms"]);
    content.needs = read_scenario(json, members["scenario"], catalogue, ScenarioFrom::document);
    content.needs.special_discounts = read_special_discounts(json, members["special_discounts"]);
    read_choices(json, members, catalogue, content);
    content.items = read_items(json, members["items"]);
    content.starts_on = read_day(json, members["starts_on"]);
    content.issued_on = read_day(json, members["issued_on"]);
    content.valid_until = read_day(json, members["valid_until"]);
    return content;
}

} // namespace kontingent
