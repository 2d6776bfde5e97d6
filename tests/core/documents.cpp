#include "tests/core/documents.hpp"

#include "core/document/document_json.hpp"
#include "core/document/document_reader.hpp"
#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

namespace kontingent::tests {

std::string_view document_catalogue_text() {
    return R"({
  "format": 1, "id": "documents-1", "currency": "EUR", "vat_basis_points": 1900, "billing_increment_minutes": 15,
  "languages": ["de", "en"],
  "seller": {"name": "Müller & Söhne", "time_zone": "Europe/Berlin"},
  "services": [{"id": "monitoring", "name": {"de": "Überwachung", "en": "Monitoring"}},
    {"id": "design", "name": {"de": "Gestaltung", "en": "Design"}}],
  "levels": [{"level": 1, "name": {"de": "Notfall", "en": "Emergency"}}],
  "extras": [{"id": "site", "name": {"de": "Seite", "en": "Site"}, "max": 10}],
  "packages": [
    {"id": "standard", "name": {"de": "Standard", "en": "Standard"}, "included_minutes": 600, "monthly_price": 98000,
     "services": ["monitoring", "design"], "responses": [{"level": 1, "minutes": 60, "hours": "always"}],
     "overage": {"mode": "block", "tiers": [{"block_minutes": 300, "block_price": 52500}]},
     "extras": [{"id": "site", "included": 1, "monthly_price": 1000, "one_off_price": 5000}]},
    {"id": "starter", "name": {"de": "Starter", "en": "Starter"}, "included_minutes": 240, "monthly_price": 42000,
     "services": ["monitoring"], "responses": [{"level": 1, "minutes": 120, "hours": "business"}],
     "overage": {"mode": "graduated", "tiers": [{"up_to_minutes": 240, "hourly_rate": 12500}, {"hourly_rate": 13500}]}},
    {"id": "odd", "name": {"de": "Odd", "en": "Odd"}, "included_minutes": 600, "monthly_price": 33340,
     "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 12500}]}}
  ],
  "on_demand": {"id": "on-demand", "name": {"de": "Bei Bedarf", "en": "On demand"},
    "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 14500}]}},
  "terms": [{"months": 1}, {"months": 12, "discount_basis_points": 1000}],
  "faq": [{"question": {"de": "Frage?", "en": "Question?"}, "answer": {"de": "Ja", "en": "Yes"}}]
}
)";
}

std::string document_catalogue_with(std::string_view find, std::string_view replacement) {
    return replaced(document_catalogue_text(), find, replacement);
}

Catalogue document_catalogue() {
    auto catalogue = parse_catalogue(document_catalogue_text());
    REQUIRE_MESSAGE(catalogue.has_value(), (catalogue ? "" : lines_of(catalogue.error())));
    return *std::move(catalogue);
}

std::string file_text(DocumentText const& document) {
    std::string months;
    for (int month = 0; month < 12; ++month) {
        months += (month == 0 ? "" : ", ") + std::to_string(document.minutes);
    }
    return R"({"format": 1, "id": "q-1", "owner": "kim",
  "customer": {"name": "Ada Beispiel", "company": "Beispiel GmbH", "city": "Köln", "kind": "business"},
  "versions": [{"content": {"language": "de", "title": "Angebot",
    "scenario": {"format": 1, "usage_minutes": [)" +
           months + R"(]},
    "alternatives": [{"package": ")" +
           document.package + R"(", "term_months": )" + std::to_string(document.term_months) +
           R"(}],
    "special_discounts": )" +
           document.discounts + R"(,
    "items": )" +
           document.items + R"(,
    "vat": ")" +
           document.vat + R"(", "valid_until": ")" + document.valid_until + R"("}}],
  "notes": "Only for us"})";
}

QuoteDocument document_of(DocumentText const& document) {
    auto read = parse_document(file_text(document), document_catalogue());
    REQUIRE_MESSAGE(read.has_value(), (read ? "" : lines_of(read.error())));
    return *std::move(read);
}

Instant at(std::string_view text) {
    auto const instant = parse_instant(text);
    REQUIRE_MESSAGE(instant.has_value(), text);
    return *instant;
}

Issue usual_issue() {
    return {.step = {at("2027-03-01T09:00:00Z"), "sales"},
            .number = "A-2027-0001",
            .issued_on = *parse_day("2027-03-01"),
            .last_instant = at("2027-03-28T21:59:59.999Z"),
            .discount_max = {},
            .logo = {}};
}

QuoteDocument issued(DocumentText const& document) {
    auto next = issue(document_of(document), document_catalogue_text(), usual_issue());
    REQUIRE(next.has_value());
    return *std::move(next);
}

Acceptance usual_acceptance(QuoteDocument const& document) {
    return {.step = {at("2027-03-10T10:00:00Z"), "sales"},
            .version = document.latest().number,
            .alternative = 0,
            .digest = document.latest().digest,
            .way = Way::email,
            .on = *parse_day("2027-03-10"),
            .recorded_on = *parse_day("2027-03-10"),
            .name = "Ada Beispiel"};
}

std::string file_of(QuoteDocument const& document) {
    auto text = document_to_json(document, document_catalogue());
    REQUIRE(text.has_value());
    return *std::move(text);
}

QuoteDocument accepted() {
    QuoteDocument const document = issued({});
    auto next = accept(document, usual_acceptance(document));
    REQUIRE(next.has_value());
    return *std::move(next);
}

} // namespace kontingent::tests
