// Steps of a document: what is possible when, and what is refused.
#include "core/document/document_reader.hpp"
#include "core/document/events.hpp"
#include "tests/core/documents.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

RefusalCode code_of(NextDocument const& next) {
    REQUIRE_FALSE(next.has_value());
    REQUIRE(std::holds_alternative<Refusal>(next.error()));
    return std::get<Refusal>(next.error()).code;
}

} // namespace

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
        acceptance = usual_acceptance(first);
        acceptance.on = *parse_day("2027-03-11"); // recorded on the 10th
        CHECK(code_of(accept(first, acceptance)) == RefusalCode::bad_acceptance_day);
        acceptance.on = *parse_day("2027-02-28"); // issued on 1 March
        CHECK(code_of(accept(first, acceptance)) == RefusalCode::bad_acceptance_day);
        acceptance.on = *parse_day("2027-03-01");
        CHECK(accept(first, acceptance).has_value());
        acceptance.step.at = at("2027-03-01T08:59:59.999Z"); // issued at 9
        CHECK(code_of(accept(first, acceptance)) == RefusalCode::before_last_event);
        acceptance.step.at = at("2027-03-01T09:00:00Z");
        CHECK(accept(first, acceptance).has_value());
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
        // The state in the reader's words, not the file's.
        auto const refused = withdraw(accepted(), step, 1, "");
        REQUIRE_FALSE(refused.has_value());
        Refusal const& refusal = std::get<Refusal>(refused.error());
        CHECK(sentence(refusal, german) ==
              "Im Zustand „angenommen“ ist dieser Schritt nicht möglich.");
        CHECK(sentence(refusal, english) == "This step is not possible in the state “accepted”.");
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

TEST_CASE("one acceptance holds at a time") {
    auto draft = new_version(accepted());
    REQUIRE(draft.has_value());
    draft->versions.back().content.valid_until = parse_day("2027-05-01");
    Issue again = usual_issue();
    again.step.at = at("2027-03-12T00:00:00Z");
    again.last_instant = at("2027-05-01T21:59:59.999Z");
    auto const second = issue(*draft, document_catalogue_text(), again);
    REQUIRE(second.has_value());
    Acceptance acceptance = usual_acceptance(*second);
    acceptance.step.at = at("2027-03-13T00:00:00Z");
    CHECK(code_of(accept(*second, acceptance)) == RefusalCode::accepted_already);
    // Nor in a file that says so.
    QuoteDocument forged = *second;
    Event event = forged.events[1];
    event.version = 2;
    event.content_digest = forged.latest().digest;
    event.at = acceptance.step.at;
    append_event(forged, event);
    forged.versions.back().state = VersionState::accepted;
    auto const read = parse_document(file_of(forged), document_catalogue());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().front().code == ErrorCode::impossible_event);
    auto const countered =
        add_counter_entry(*second, {at("2027-03-12T12:00:00Z"), "sales"}, 1, "They chose anew");
    REQUIRE(countered.has_value());
    auto const accepted_second = accept(*countered, acceptance);
    REQUIRE(accepted_second.has_value());
    CHECK(parse_document(file_of(*accepted_second), document_catalogue()).has_value());
}

TEST_CASE("events out of the order of their times are found") {
    QuoteDocument document = issued({});
    Acceptance const acceptance = usual_acceptance(document);
    document = *accept(document, acceptance);
    document.events.pop_back();
    Event event;
    event.at = at("2027-02-01T00:00:00Z");
    event.by = "sales";
    event.kind = EventKind::declined;
    event.content_digest = document.latest().digest;
    append_event(document, event);
    document.versions.back().state = VersionState::declined;
    auto const read = parse_document(file_of(document), document_catalogue());
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().front().code == ErrorCode::impossible_event);
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
