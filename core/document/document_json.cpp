#include "core/document/document_json.hpp"

#include "core/base/base64.hpp"
#include "core/json/canonical.hpp"
#include "core/pricing/quote_json.hpp"
#include "core/pricing/special_discount_reader.hpp"

#include <string_view>
#include <utility>

namespace kontingent {
namespace {

void add_text(std::vector<JsonMember>& members, std::string_view name, std::string const& text) {
    if (!text.empty()) {
        members.emplace_back(name, json_string(text));
    }
}

void add_day(std::vector<JsonMember>& members, std::string_view name,
             std::optional<Day> const& day) {
    if (day) {
        members.emplace_back(name, json_string(to_text(*day)));
    }
}

JsonText json_taxed(TaxedAmount const& amount) {
    return json_object({{"net", json_number(amount.net.minor)},
                        {"vat", json_number(amount.vat.minor)},
                        {"gross", json_number(amount.gross.minor)}});
}

JsonText json_item(Item const& item) {
    std::vector<JsonMember> members{
        {"text", json_string(item.text)},
        {"quantity", json_number(item.quantity)},
        {"price", json_number(item.price.minor)},
        {"every", json_string(item.every == Every::once ? "once" : "month")}};
    if (item.is_optional) {
        members.emplace_back("optional", JsonText{"true"});
    }
    return json_object(members);
}

JsonText json_alternative_choice(Alternative const& alternative) {
    std::vector<JsonMember> members{{"package", json_string(alternative.package_id)},
                                    {"term_months", json_number(alternative.term_months)}};
    if (!std::holds_alternative<NoPooling>(alternative.pooling)) {
        members.emplace_back("pooling", json_pooling(alternative.pooling));
    }
    return json_object(members);
}

JsonText json_line(Catalogue const& catalogue, Content const& content, DocumentLine const& line) {
    std::string_view const part = line.part == LinePart::fixed ? "fixed" : "expected";
    if (line.item) {
        return json_object({{"month", json_number(line.line.month)},
                            {"kind", json_string("item")},
                            {"text", json_string(content.items[*line.item].text)},
                            {"quantity", json_number(line.line.quantity.value_or(1))},
                            {"net", json_number(line.line.net.minor)},
                            {"part", json_string(part)}});
    }
    auto members = line_members(catalogue, line.line, content.needs.special_discounts);
    members.emplace_back("part", json_string(part));
    return json_object(members);
}

JsonText json_totals(Totals const& totals) {
    return json_object(
        {{"month", json_taxed(totals.month)},
         {"fixed", json_taxed(totals.fixed)},
         {"expected", json_object({{"net", json_number(totals.expected_net.minor)}})},
         {"all", json_taxed(totals.all)}});
}

JsonText json_alternative(Catalogue const& catalogue, Content const& content,
                          OfferedAlternative const& offered) {
    std::vector<JsonText> lines;
    for (DocumentLine const& line : offered.lines) {
        lines.push_back(json_line(catalogue, content, line));
    }
    std::vector<JsonText> optional;
    for (OptionalItem const& item : offered.optional_items) {
        optional.push_back(json_object({{"text", json_string(content.items[item.item].text)},
                                        {"amount", json_taxed(item.amount)}}));
    }
    std::vector<JsonMember> members{{"package", json_string(offered.chosen.package_id)},
                                    {"term_months", json_number(offered.chosen.term_months)},
                                    {"months", json_number(offered.months)},
                                    {"forecast_months", json_number(offered.forecast_months)}};
    if (!offered.pooled_pairs.empty()) {
        members.emplace_back("pooled_pairs", json_pairs(offered.pooled_pairs));
    }
    members.emplace_back("lines", json_array(lines));
    members.emplace_back("totals", json_totals(offered.totals));
    if (!optional.empty()) {
        members.emplace_back("optional_items", json_array(optional));
    }
    members.emplace_back(
        "monthly_invoices",
        json_object({{"count", json_number(offered.invoices.count)},
                     {"gross", json_number(offered.invoices.sum.gross.minor)},
                     {"difference", json_number(offered.invoices.gross_difference.minor)}}));
    members.emplace_back("discount_basis_points", json_number(offered.discount.value));
    if (offered.open != Minutes{0}) {
        members.emplace_back("open_minutes", json_number(offered.open.count));
    }
    if (!offered.missing_extras.empty()) {
        members.emplace_back("missing_extras", json_extras(catalogue, offered.missing_extras));
    }
    return json_object(members);
}

JsonText json_snapshot(Snapshot const& snapshot) {
    std::vector<JsonMember> members{{"catalogue", json_string(snapshot.catalogue_id)},
                                    {"sha256", json_string(snapshot.catalogue_sha256)},
                                    {"customer", json_customer(snapshot.customer)},
                                    {"edition", JsonText{snapshot.edition}}};
    add_text(members, "logo", to_base64(snapshot.logo));
    return json_object(members);
}

// All but what is computed.
std::vector<JsonMember> version_members(Version const& version, Catalogue const& current) {
    Catalogue const& catalogue = catalogue_of(version, current);
    std::vector<JsonMember> members{{"version", json_number(version.number)},
                                    {"state", json_string(text_of(version.state))},
                                    {"content", json_content(catalogue, version.content)}};
    if (version.snapshot) {
        members.emplace_back("snapshot", json_snapshot(*version.snapshot));
        members.emplace_back("valid_through", json_string(to_text(*version.last_instant)));
        members.emplace_back("digest", json_string(version.digest));
    }
    return members;
}

std::expected<JsonText, Errors> json_version(Version const& version, Catalogue const& current) {
    Catalogue const& catalogue = catalogue_of(version, current);
    auto const alternatives = alternatives_of(catalogue, version.content);
    if (!alternatives) {
        return std::unexpected(alternatives.error());
    }
    std::vector<JsonMember> members = version_members(version, current);
    members.emplace_back("alternatives",
                         json_alternatives(catalogue, version.content, *alternatives));
    return json_object(members);
}

std::string json_file(QuoteDocument const& document, std::vector<JsonText> const& versions) {
    std::vector<JsonMember> members{{"format", json_number(1)}, {"id", json_string(document.id)}};
    add_text(members, "number", document.number);
    add_text(members, "owner", document.owner);
    members.emplace_back("customer", json_customer(document.customer));
    members.emplace_back("versions", json_array_of_lines(versions, 4));
    if (!document.events.empty()) {
        std::vector<JsonText> events;
        for (Event const& event : document.events) {
            auto one = event_members(event);
            one.emplace_back("digest", json_string(event.digest));
            events.push_back(json_object(one));
        }
        members.emplace_back("events", json_array_of_lines(events, 4));
    }
    add_text(members, "notes", document.notes);
    return json_document(members);
}

} // namespace

JsonText json_customer(Customer const& customer) {
    std::vector<JsonMember> members{{"name", json_string(customer.name)}};
    add_text(members, "company", customer.company);
    add_text(members, "street", customer.street);
    add_text(members, "postcode", customer.postcode);
    add_text(members, "city", customer.city);
    add_text(members, "country", customer.country);
    add_text(members, "email", customer.email);
    add_text(members, "vat_id", customer.vat_id);
    members.emplace_back(
        "kind", json_string(customer.kind == CustomerKind::business ? "business" : "consumer"));
    return json_object(members);
}

JsonText json_content(Catalogue const& catalogue, Content const& content) {
    std::vector<JsonText> alternatives;
    for (Alternative const& alternative : content.alternatives) {
        alternatives.push_back(json_alternative_choice(alternative));
    }
    std::vector<JsonText> items;
    for (Item const& item : content.items) {
        items.push_back(json_item(item));
    }
    std::vector<JsonMember> members{{"language", json_string(tag(content.language))}};
    add_text(members, "title", content.title);
    add_text(members, "introduction", content.introduction);
    add_text(members, "closing", content.closing);
    add_text(members, "payment_terms", content.payment_terms);
    members.emplace_back("scenario", needs_json(content.needs, catalogue));
    members.emplace_back("alternatives", json_array(alternatives));
    if (!content.needs.special_discounts.empty()) {
        members.emplace_back("special_discounts",
                             json_special_discounts(content.needs.special_discounts));
    }
    if (!items.empty()) {
        members.emplace_back("items", json_array(items));
    }
    members.emplace_back(
        "vat",
        json_string(content.needs.vat == Vat::reverse_charge ? "reverse_charge" : "domestic"));
    add_day(members, "starts_on", content.starts_on);
    add_day(members, "issued_on", content.issued_on);
    add_day(members, "valid_until", content.valid_until);
    return json_object(members);
}

JsonText json_alternatives(Catalogue const& catalogue, Content const& content,
                           std::vector<OfferedAlternative> const& alternatives) {
    std::vector<JsonText> written;
    for (OfferedAlternative const& alternative : alternatives) {
        written.push_back(json_alternative(catalogue, content, alternative));
    }
    return json_array(written);
}

std::vector<JsonMember> event_members(Event const& event) {
    std::vector<JsonMember> members{{"at", json_string(to_text(event.at))},
                                    {"by", json_string(event.by)},
                                    {"what", json_string(text_of(event.kind))},
                                    {"version", json_number(event.version)},
                                    {"content", json_string(event.content_digest)}};
    if (event.alternative) {
        members.emplace_back("alternative",
                             json_number(static_cast<std::int64_t>(*event.alternative) + 1));
    }
    if (event.way) {
        members.emplace_back("way", json_string(text_of(*event.way)));
    }
    add_day(members, "on", event.on);
    add_text(members, "name", event.name);
    add_text(members, "reason", event.reason);
    members.emplace_back("previous",
                         event.previous.empty() ? json_null() : json_string(event.previous));
    return members;
}

std::string printed_json(QuoteDocument const& document, Version const& version,
                         std::vector<OfferedAlternative> const& alternatives) {
    Snapshot const& snapshot = *version.snapshot;
    JsonText const printed = json_object(
        {{"id", json_string(document.id)},
         {"number", json_string(printed_number(document, version))},
         {"content", json_content(snapshot.catalogue, version.content)},
         {"snapshot", json_snapshot(snapshot)},
         {"valid_through", json_string(to_text(*version.last_instant))},
         {"alternatives", json_alternatives(snapshot.catalogue, version.content, alternatives)}});
    // All numbers are ours and exact, so there is a canonical form.
    return json::canonical(printed.text, document_bytes_max).value_or(printed.text);
}

std::expected<std::string, Errors> document_to_json(QuoteDocument const& document,
                                                    Catalogue const& current) {
    std::vector<JsonText> versions;
    for (Version const& version : document.versions) {
        auto written = json_version(version, current);
        if (!written) {
            for (Error& error : written.error()) {
                error.pointer.insert(0, "/versions/" + std::to_string(version.number - 1) +
                                            "/content");
            }
            return std::unexpected(std::move(written.error()));
        }
        versions.push_back(*std::move(written));
    }
    return json_file(document, versions);
}

std::string document_to_kept_json(QuoteDocument const& document, Catalogue const& current) {
    std::vector<JsonText> versions;
    for (Version const& version : document.versions) {
        versions.push_back(json_object(version_members(version, current)));
    }
    return json_file(document, versions);
}

} // namespace kontingent
