#include "core/document/amounts.hpp"
#include "core/document/document_json.hpp"
#include "core/document/document_reader.hpp"
#include "core/document/events.hpp"
#include "core/document/from_request.hpp"
#include "core/request/request_fields.hpp"
#include "tests/core/catalogue_text.hpp"
#include "tests/core/documents.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

Errors errors_of(std::string const& text) {
    auto const document = parse_document(text, document_catalogue());
    REQUIRE_FALSE(document.has_value());
    return document.error();
}

} // namespace

TEST_CASE("errors of a document say where and what would be right") {
    struct Row {
        char const* name;
        char const* find;
        char const* replacement;
        char const* errors;
    };

    Row const rows[] = {
        {"unknown package", R"("package": "standard")", R"("package": "large")",
         "unknown_id /versions/0/content/alternatives/0/package"},
        {"term that is not sold", R"("term_months": 12)", R"("term_months": 7)",
         "unknown_value /versions/0/content/alternatives/0/term_months"},
        {"neither share nor amount", R"("special_discounts": [])",
         R"("special_discounts": [{"reason": "r", "on": "base"}])",
         "missing_member /versions/0/content/special_discounts/0"},
        {"share and amount", R"("special_discounts": [])",
         R"("special_discounts": [{"reason": "r", "on": "base", "basis_points": 1, "amount": 1}])",
         "conflicting_member /versions/0/content/special_discounts/0/amount"},
        {"a share of nothing", R"("special_discounts": [])",
         R"("special_discounts": [{"reason": "r", "on": "base", "basis_points": 0}])",
         "out_of_range /versions/0/content/special_discounts/0/basis_points"},
        {"more than all", R"("special_discounts": [])",
         R"("special_discounts": [{"reason": "r", "on": "base", "basis_points": 10001}])",
         "out_of_range /versions/0/content/special_discounts/0/basis_points"},
        {"on something else", R"("special_discounts": [])",
         R"("special_discounts": [{"reason": "r", "on": "all", "basis_points": 1}])",
         "unknown_value /versions/0/content/special_discounts/0/on"},
        {"months that end before they begin", R"("special_discounts": [])",
         R"("special_discounts": [{"reason": "r", "on": "base", "basis_points": 1, "months": [3, 2]}])",
         "out_of_range /versions/0/content/special_discounts/0/months/1"},
        {"no months", R"("special_discounts": [])",
         R"("special_discounts": [{"reason": "r", "on": "base", "basis_points": 1, "months": []}])",
         "wrong_type /versions/0/content/special_discounts/0/months"},
        {"a day that does not exist", R"("2027-03-28")", R"("2027-02-29")",
         "bad_format /versions/0/content/valid_until"},
        {"an offer in the needs", R"("scenario": {"format": 1,)",
         R"("scenario": {"format": 1, "package": "standard",)",
         "unknown_member /versions/0/content/scenario/package"},
        {"VAT twice", R"("scenario": {"format": 1,)",
         R"("scenario": {"format": 1, "vat": "domestic",)",
         "conflicting_member /versions/0/content/scenario/vat"},
        {"a language that the catalogue lacks", R"("language": "de")", R"("language": "xx")",
         "unknown_language /versions/0/content/language"},
        {"no customer", R"("customer":)", R"("customers":)",
         "missing_member ; unknown_member /customers"},
        {"an id that a file name cannot have", R"("id": "q-1")", R"("id": "../q")",
         "bad_format /id"},
        {"a draft with a digest", R"({"content":)", R"({"digest": "x", "content":)",
         "unknown_member /versions/0/digest"},
        {"issued without what that brings", R"({"content":)", R"({"state": "issued", "content":)",
         "missing_member /versions/0; missing_member /versions/0; missing_member /versions/0"},
        {"a version out of turn", R"({"content":)", R"({"version": 2, "content":)",
         "out_of_range /versions/0/version"},
        {"a number of another form", R"("owner":)", R"("number": "A2027-1", "owner":)",
         "bad_format /number"},
        {"a number before it is issued", R"("owner":)", R"("number": "A-2027-0001", "owner":)",
         "unknown_member /number"},
        {"a computed total that is wrong", R"("valid_until": "2027-03-28"})",
         R"("valid_until": "2027-03-28"}, "alternatives": [{"totals": {"fixed": {"net": 1}}}])",
         "not_as_computed /versions/0/alternatives/0/totals/fixed/net"},
        {"an alternative too many", R"("valid_until": "2027-03-28"})",
         R"("valid_until": "2027-03-28"}, "alternatives": [{}, {}])",
         "not_as_computed /versions/0/alternatives"},
        {"a negative price", R"("items": [])",
         R"("items": [{"text": "t", "price": -1, "every": "once"}])",
         "out_of_range /versions/0/content/items/0/price"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        std::string found;
        for (Error const& error : errors_of(replaced(file_text({}), row.find, row.replacement))) {
            found += (found.empty() ? "" : "; ") + std::string(error_code_text(error.code)) + " " +
                     error.pointer;
            CHECK(error.line >= 1);
            CHECK_FALSE(sentence(error, german).empty());
        }
        CHECK(found == row.errors);
    }
}

TEST_CASE("a computed value that is right may be in the file, in part or in full") {
    std::string const text = replaced(
        file_text({}), R"("valid_until": "2027-03-28"})",
        R"("valid_until": "2027-03-28"}, "alternatives": [{"totals": {"fixed": {"net": 1058400}}}])");
    CHECK(parse_document(text, document_catalogue()).has_value());
    CHECK(parse_document(file_of(document_of({})), document_catalogue()).has_value());
}

TEST_CASE("a file that is written reads back as the same file, in every state") {
    QuoteDocument const draft = document_of({});
    QuoteDocument const first = issued({});
    auto const second = new_version(first);
    REQUIRE(second.has_value());
    auto const declined = decline(first, {at("2027-03-02T00:00:00Z"), "sales"}, 1, "too dear");
    REQUIRE(declined.has_value());
    for (QuoteDocument const& document : {draft, first, *second, accepted(), *declined}) {
        std::string const text = file_of(document);
        auto const read = parse_document(text, document_catalogue());
        REQUIRE_MESSAGE(read.has_value(), (read ? "" : lines_of(read.error())));
        CHECK(file_of(*read) == text);
    }
}

TEST_CASE("issued content keeps its prices when the catalogue changes") {
    QuoteDocument const document = issued({});
    auto const dearer = parse_catalogue(
        document_catalogue_with(R"("monthly_price": 98000)", R"("monthly_price": 99000)"));
    REQUIRE(dearer.has_value());
    auto const read = parse_document(file_of(document), *dearer);
    REQUIRE(read.has_value());
    Catalogue const& catalogue = catalogue_of(read->latest(), *dearer);
    auto const offered = alternatives_of(catalogue, read->latest().content);
    REQUIRE(offered.has_value());
    CHECK(offered->front().totals.fixed.net == Money{1058400});
    CHECK(catalogue.find_offer("starter") == nullptr);
    CHECK(catalogue.faq.empty());
}

TEST_CASE("a changed byte of what was issued is found") {
    std::string const text = file_of(accepted());

    struct Row {
        char const* name;
        char const* find;
        char const* replacement;
        char const* code;
    };

    Row const rows[] = {
        {"title", R"("title": "Angebot")", R"("title": "Angebol")", "changed_issued"},
        {"valid until", R"("valid_through": "2027-03-28T21:59:59.999Z")",
         R"("valid_through": "2027-03-29T21:59:59.999Z")", "changed_issued"},
        {"no day of issue", R"("issued_on": "2027-03-01", )", "", "missing_member"},
        {"who did it", R"("at": "2027-03-10T10:00:00.000Z", "by": "sales")",
         R"("at": "2027-03-10T10:00:00.000Z", "by": "seles")", "broken_chain"},
        {"state", R"("state": "accepted")", R"("state": "issued")", "wrong_state"},
        {"number", R"("number": "A-2027-0001")", R"("number": "A-2027-0002")", "changed_issued"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Errors const errors = errors_of(replaced(text, row.find, row.replacement));
        REQUIRE_FALSE(errors.empty());
        CHECK(error_code_text(errors.front().code) == row.code);
    }
}

TEST_CASE("an issued version keeps its customer") {
    QuoteDocument document = issued({});
    document.customer.name = "Somebody else";
    auto const read = parse_document(file_of(document), document_catalogue());
    REQUIRE(read.has_value());
    CHECK(read->latest().snapshot->customer.name == "Ada Beispiel");
}

TEST_CASE("an issued version keeps its logo, and a changed one is found") {
    Issue with_logo = usual_issue();
    with_logo.logo = std::string("\x89PNG\0", 5);
    auto const next = issue(document_of({}), document_catalogue_text(), with_logo);
    REQUIRE(next.has_value());
    CHECK(next->latest().digest != issued({}).latest().digest);
    std::string const file = file_of(*next);
    auto const read = parse_document(file, document_catalogue());
    REQUIRE(read.has_value());
    CHECK(read->latest().snapshot->logo == with_logo.logo);
    CHECK(file.find("\"logo\": \"iVBORwA=\"") != std::string::npos);

    struct Row {
        char const* name;
        char const* logo;
        ErrorCode code;
    };

    for (Row const& row : {Row{"another", "iVBORwE=", ErrorCode::changed_issued},
                           Row{"no base64", "iVBORwA", ErrorCode::bad_format},
                           Row{"bits to spare", "iVBORwB=", ErrorCode::bad_format}}) {
        CAPTURE(row.name);
        std::string changed = file;
        changed.replace(changed.find("iVBORwA="), 8, row.logo);
        auto const refused = parse_document(changed, document_catalogue());
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().front().code == row.code);
    }
}

TEST_CASE("optional items are in no total, others are fixed") {
    DocumentText text;
    text.items = R"([{"text": "Workshop", "quantity": 2, "price": 50000, "every": "once"},
      {"text": "Hosting", "quantity": 1, "price": 2000, "every": "month"},
      {"text": "Audit", "quantity": 1, "price": 90000, "every": "once", "optional": true}])";
    auto const offered = alternatives_of(document_catalogue(), document_of(text).latest().content);
    REQUIRE(offered.has_value());
    CHECK(offered->front().totals.fixed.net == Money{1058400 + 100000 + 12 * 2000});
    CHECK(offered->front().totals.month.net == Money{88200 + 2000});
    REQUIRE(offered->front().optional_items.size() == 1);
    CHECK(offered->front().optional_items[0].amount ==
          TaxedAmount{Money{90000}, Money{17100}, Money{107100}});
}

TEST_CASE("the fixed part is of the whole term, the expected part of the forecast within it") {
    struct Row {
        char const* name;
        int term;
        std::size_t forecast;
        std::int64_t fixed, expected;
        std::int32_t months, forecast_months;
    };

    for (Row const& row : {Row{"forecast shorter than the term", 12, 3, 1058400, 3 * 52500, 12, 3},
                           Row{"as long", 12, 12, 1058400, 12 * 52500, 12, 12},
                           Row{"longer", 1, 12, 98000, 52500, 1, 1}}) {
        CAPTURE(row.name);
        DocumentText text;
        text.term_months = row.term;
        Content content = document_of(text).latest().content;
        content.needs.usage.assign(row.forecast, Minutes{720});
        auto const offered = alternatives_of(document_catalogue(), content);
        REQUIRE(offered.has_value());
        CHECK(offered->front().totals.fixed.net == Money{row.fixed});
        CHECK(offered->front().totals.expected_net == Money{row.expected});
        CHECK(offered->front().months == row.months);
        CHECK(offered->front().forecast_months == row.forecast_months);
    }
}

TEST_CASE("a visitor's request becomes a draft, and cannot grant itself a discount") {
    auto const request_with = [](std::string const& more) {
        return R"({"reference": "K-1", "received_at": "2027-01-01T00:00:00Z", "request": {
          "language": "en", "contact": {"name": "Ada", "email": "a@b.example"}, "message": "Hello",
          "scenario": {"format": 1, "usage_minutes": [720], "package": "starter", "term_months": 12)" +
               more + "}}}";
    };
    auto const draft =
        document_from_request(request_with(""), document_catalogue(), "from-request");
    REQUIRE(draft.has_value());
    CHECK(draft->customer.name == "Ada");
    CHECK(draft->latest().content.language == english);
    CHECK(draft->latest().content.alternatives ==
          std::vector<Alternative>{{.package_id = "starter", .term_months = 12}});
    CHECK(draft->notes == "K-1\n2027-01-01T00:00:00Z\nHello");
    CHECK(parse_document(file_of(*draft), document_catalogue()).has_value());
    auto const refused = document_from_request(
        request_with(
            R"(, "special_discounts": [{"reason": "r", "basis_points": 9000, "on": "base"}])"),
        document_catalogue(), "from-request");
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().front().code == ErrorCode::unknown_member);
    CHECK(refused.error().front().pointer == "/request/scenario/special_discounts");
}

TEST_CASE("a draft keeps each field of a request") {
    std::array<std::string, 2> members; // by FieldPlace
    for (RequestField const& field : request_fields) {
        std::string const value =
            field.format == FieldFormat::date ? "2027-02-01" : "a@b." + std::string(field.name);
        std::string& object = members.at(static_cast<std::size_t>(field.place));
        object +=
            (object.empty() ? "\"" : ", \"") + std::string(field.name) + R"(": ")" + value + '"';
    }
    auto const draft = document_from_request(R"({"language": "en", "contact": {)" + members[0] +
                                                 "}, " + members[1] + R"(,
          "scenario": {"format": 1, "usage_minutes": [720], "package": "starter", "term_months": 12}})",
                                             document_catalogue(), "from-request");
    REQUIRE(draft.has_value());
    std::string const text = file_of(*draft);
    for (RequestField const& field : request_fields) {
        CAPTURE(field.name);
        std::string const value =
            field.format == FieldFormat::date ? "2027-02-01" : "a@b." + std::string(field.name);
        CHECK(text.find(value) != std::string::npos);
    }
    CHECK(parse_document(text, document_catalogue()).has_value());
}
