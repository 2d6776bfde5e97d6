#include "core/document/amounts.hpp"
#include "core/document/document_json.hpp"
#include "core/document/document_reader.hpp"
#include "core/document/events.hpp"
#include "core/document/from_request.hpp"
#include "tests/core/catalogue_text.hpp"
#include "tests/core/documents.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

std::string file_of(QuoteDocument const& document) {
    auto text = document_to_json(document, document_catalogue());
    REQUIRE(text.has_value());
    return *std::move(text);
}

Errors errors_of(std::string const& text) {
    auto const document = parse_document(text, document_catalogue());
    REQUIRE_FALSE(document.has_value());
    return document.error();
}

RefusalCode code_of(NextDocument const& next) {
    REQUIRE_FALSE(next.has_value());
    REQUIRE(std::holds_alternative<Refusal>(next.error()));
    return std::get<Refusal>(next.error()).code;
}

QuoteDocument accepted() {
    QuoteDocument const document = issued({});
    auto next = accept(document, usual_acceptance(document));
    REQUIRE(next.has_value());
    return *std::move(next);
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

TEST_CASE("no step is possible outside the table") {
    constexpr EventKind kinds[] = {
        EventKind::issued,     EventKind::accepted, EventKind::declined,     EventKind::withdrawn,
        EventKind::superseded, EventKind::expired,  EventKind::counter_entry};

    struct Row {
        VersionState state;
        char const* possible;
    };

    Row const rows[] = {{VersionState::draft, "issued "},
                        {VersionState::issued, "accepted declined withdrawn superseded expired "},
                        {VersionState::accepted, "counter_entry "},
                        {VersionState::declined, ""},
                        {VersionState::withdrawn, ""},
                        {VersionState::superseded, ""},
                        {VersionState::expired, "superseded "}};
    for (Row const& row : rows) {
        CAPTURE(text_of(row.state));
        std::string possible;
        for (EventKind const kind : kinds) {
            possible += state_after(row.state, kind) ? std::string(text_of(kind)) + " " : "";
        }
        CHECK(possible == row.possible);
    }
}

TEST_CASE("refusals of steps") {
    QuoteDocument const draft = document_of({});
    QuoteDocument const first = issued({});
    Step const step{at("2027-03-05T00:00:00Z"), "sales"};
    Step const late{at("2027-03-28T22:00:00Z"), "sales"};
    SUBCASE("issue") {
        CHECK(code_of(issue(first, document_catalogue_text(), usual_issue())) ==
              RefusalCode::no_draft);
        Issue wrong = usual_issue();
        wrong.number = "a-1";
        CHECK(code_of(issue(draft, document_catalogue_text(), wrong)) == RefusalCode::bad_number);
        wrong = usual_issue();
        wrong.step.at = at("2027-03-28T22:00:00Z");
        CHECK(code_of(issue(draft, document_catalogue_text(), wrong)) == RefusalCode::already_over);
        QuoteDocument open = draft;
        open.versions.back().content.valid_until.reset();
        CHECK(code_of(issue(open, document_catalogue_text(), usual_issue())) ==
              RefusalCode::no_valid_until);
    }
    SUBCASE("accept") {
        Acceptance acceptance = usual_acceptance(first);
        acceptance.digest = std::string(64, '0');
        CHECK(code_of(accept(first, acceptance)) == RefusalCode::other_digest);
        acceptance = usual_acceptance(first);
        acceptance.alternative = 1;
        CHECK(code_of(accept(first, acceptance)) == RefusalCode::no_alternative);
        acceptance = usual_acceptance(first);
        acceptance.version = 2;
        CHECK(code_of(accept(first, acceptance)) == RefusalCode::no_version);
        acceptance = usual_acceptance(first);
        acceptance.name.clear();
        CHECK(code_of(accept(first, acceptance)) == RefusalCode::no_name);
        CHECK(code_of(accept(draft, usual_acceptance(draft))) == RefusalCode::not_possible);
        CHECK(code_of(accept(accepted(), usual_acceptance(accepted()))) ==
              RefusalCode::not_possible);
    }
    SUBCASE("take in a file") {
        CHECK(keep_draft(draft).has_value());
        CHECK(code_of(keep_draft(first)) == RefusalCode::issued_elsewhere);
        CHECK(code_of(replace_draft(first, draft)) == RefusalCode::replaces_issued);
        CHECK(code_of(replace_draft(accepted(), first)) == RefusalCode::replaces_issued);
        auto const second = new_version(first);
        REQUIRE(second.has_value());
        CHECK(replace_draft(first, *second).has_value());
        CHECK(replace_draft(*second, first).has_value());
    }
    SUBCASE("the others") {
        CHECK(code_of(withdraw(accepted(), step, 1, "")) == RefusalCode::not_possible);
        CHECK(code_of(decline(first, late, 1, "")) == RefusalCode::expired);
        CHECK(code_of(add_counter_entry(first, step, 1, "r")) == RefusalCode::not_possible);
        CHECK(code_of(add_counter_entry(accepted(), step, 1, "")) == RefusalCode::no_reason);
        CHECK(code_of(new_version(draft)) == RefusalCode::draft_exists);
    }
}

TEST_CASE("an acceptance is never undone, only followed by a counter-entry") {
    QuoteDocument const document = accepted();
    auto const next =
        add_counter_entry(document, {at("2027-03-11T00:00:00Z"), "sales"}, 1, "Entered by mistake");
    REQUIRE(next.has_value());
    CHECK(next->latest().state == VersionState::accepted);
    REQUIRE(next->events.size() == document.events.size() + 1);
    CHECK(next->events[document.events.size() - 1].digest == document.events.back().digest);
    CHECK(next->events.back().reason == "Entered by mistake");
    CHECK(parse_document(file_of(*next), document_catalogue()).has_value());
}

TEST_CASE("a newer version supersedes what is open, and keeps the number") {
    struct Row {
        char const* name;
        char const* at;
        VersionState earlier;
        std::size_t events;
    };

    for (Row const& row :
         {Row{"while it is valid", "2027-03-05T00:00:00Z", VersionState::superseded, 3},
          Row{"after it expired", "2027-04-05T00:00:00Z", VersionState::superseded, 4}}) {
        CAPTURE(row.name);
        auto draft = new_version(issued({}));
        REQUIRE(draft.has_value());
        CHECK(draft->latest().number == 2);
        CHECK_FALSE(draft->latest().content.valid_until.has_value());
        draft->versions.back().content.valid_until = parse_day("2027-05-01");
        Issue again = usual_issue();
        again.step.at = at(row.at);
        again.last_instant = at("2027-05-01T21:59:59.999Z");
        again.number = "A-2027-0099";
        auto const next = issue(*draft, document_catalogue_text(), again);
        REQUIRE(next.has_value());
        CHECK(next->number == "A-2027-0001");
        CHECK(printed_number(*next, next->latest()) == "A-2027-0001/2");
        CHECK(next->versions[0].state == row.earlier);
        CHECK(next->events.size() == row.events);
        CHECK(parse_document(file_of(*next), document_catalogue()).has_value());
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
