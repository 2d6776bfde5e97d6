// Seasons and the questions that lead to a level, broken: what is said, about which value, at which
// line and column.
#include "core/catalogue/catalogue.hpp"
#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

using namespace kontingent;
using tests::Marked;
using tests::replaced;
using tests::small_catalogue_text;

namespace {

// '^' marks where an error is expected; errors are "code pointer detail", separated by "; ", in the
// text's order.
struct Row {
    char const* name;
    char const* find;
    char const* replacement;
    char const* errors;
};

char const* const gone = R"({"text": {"de": "Fehlt", "en": "Gone"}, "level": 2})";
char const* const broken = R"({"text": {"de": "Kaputt", "en": "Broken"}, "level": 3})";
char const* const yes = R"({"text": {"de": "Ja", "en": "Yes"}, "next": "looks"})";

Row const rows[] = {
    {"a season twice", "\"id\": \"winter\"", "\"id\": ^\"even\"",
     "duplicate_id /seasons/1/id even"},
    {"eleven weights", "[3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 1000]",
     "^[3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2]", "out_of_range /seasons/1/weights entries 12..12"},
    {"no weight at all", "[3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 1000]",
     "^[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]", "no_weight /seasons/1/weights "},
    {"an unreadable weight may be the one", "[3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 1000]",
     "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ^\"9\"]", "wrong_type /seasons/1/weights/11 integer"},
    {"a usual effort of nothing", "\"typical_minutes\": 240", "\"typical_minutes\": ^0",
     "out_of_range /levels/0/typical_minutes 1..6000"},
    {"a start nobody knows", "\"start\": \"sells\"", "\"start\": ^\"buys\"",
     "unknown_id /triage/start buys"},
    {"a start that is no id", "\"start\": \"sells\"", "\"start\": ^1",
     "wrong_type /triage/start text"},
    {"a start and no questions to start from", "\"start\": \"sells\", \"questions\": [",
     "\"start\": ^\"SELLS\", \"questions\": ^1, ^\"more\": [",
     "bad_format /triage/start id; wrong_type /triage/questions list; unknown_member /triage/more "
     "more"},
    {"no start", "{\"start\": \"sells\", ", "^{", "missing_member /triage start"},
    {"a question twice", "{\"id\": \"sells\"", "{\"id\": ^\"looks\"",
     "63:23 unknown_id /triage/start sells; duplicate_id /triage/questions/1/id looks"},
    {"a next question nobody asks", yes, R"({"text": {"de": "Ja", "en": "Yes"}, "next": ^"sound"})",
     "unknown_id /triage/questions/1/answers/1/next sound"},
    {"an answer that leads nowhere", broken, R"(^{"text": {"de": "Kaputt", "en": "Broken"}})",
     "missing_member /triage/questions/0/answers/1 level"},
    {"an answer that leads to two places", broken,
     R"({"text": {"de": "Kaputt", "en": "Broken"}, "next": "sells", ^"level": 3})",
     "unknown_member /triage/questions/0/answers/1/level level"},
    {"an answer that is no object", broken, "^3",
     "wrong_type /triage/questions/0/answers/1 object"},
    {"an answer of another level", broken,
     R"({"text": {"de": "Kaputt", "en": "Broken"}, "level": ^5})",
     "out_of_range /triage/questions/0/answers/1/level 1..4"},
    {"a level that is not reached", broken,
     R"({"text": {"de": "Kaputt", "en": "Broken"}, "level": 4})",
     "63:45 missing_level /triage/questions 3"},
    {"a question that leads to itself", gone,
     R"({"text": {"de": "F", "en": "G"}, "next": ^"looks"}, {"text": {"de": "F", "en": "G"}, "level": 2})",
     "triage_cycle /triage/questions/0/answers/0/next looks"},
    {"two questions in a circle", gone,
     R"({"text": {"de": "F", "en": "G"}, "next": ^"sells"}, {"text": {"de": "F", "en": "G"}, "level": 2})",
     "triage_cycle /triage/questions/0/answers/0/next sells"},
    {"a question nobody leads to", "\"start\": \"sells\"", "\"start\": \"looks\"",
     "67:5 dead_question /triage/questions/1 sells"},
    {"a dead question that leads to itself", yes,
     R"({"text": {"de": "Ja", "en": "Yes"}, "next": "looks"}]},
     ^{"id": "alone", "question": {"de": "F", "en": "Q"}, "answers": [{"text": {"de": "A", "en": "A"}, "level": 1},
       {"text": {"de": "B", "en": "B"}, "next": ^"alone"})",
     "dead_question /triage/questions/2 alone; triage_cycle /triage/questions/2/answers/1/next "
     "alone"},
    {"no answer", R"([
      {"text": {"de": "Nein", "en": "No"}, "level": 1}, {"text": {"de": "Ja", "en": "Yes"}, "next": "looks"}])",
     "^[]", "out_of_range /triage/questions/1/answers entries 2..6"},
    {"one answer", R"([
      {"text": {"de": "Nein", "en": "No"}, "level": 1}, {"text": {"de": "Ja", "en": "Yes"}, "next": "looks"}])",
     R"(^[{"text": {"de": "Ja", "en": "Yes"}, "next": "looks"}])",
     "63:45 missing_level /triage/questions 1; out_of_range /triage/questions/1/answers entries "
     "2..6"},
    {"no question", "\"questions\": [\n", "\"questions\": ^[], ^\"more\": [\n",
     "out_of_range /triage/questions entries 1..64; unknown_member /triage/more more"},
    {"a hint in one language", R"("hint": {"de": "H", "en": "H"})", R"("hint": ^{"de": "H"})",
     "missing_language /triage/questions/0/hint en"},
    {"a list for a triage", "\"triage\": {\"start\": \"sells\", \"questions\": [",
     "\"triage\": ^[], ^\"questions\": {\"x\": [",
     "wrong_type /triage object; unknown_member /questions questions"},
};

} // namespace

TEST_CASE("errors of seasons, efforts and questions") {
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Marked const marked =
            tests::without_marks(replaced(small_catalogue_text(), row.find, row.replacement));
        auto const catalogue = parse_catalogue(marked.text);
        REQUIRE(!catalogue);
        CHECK(tests::lines_of(catalogue.error()) ==
              tests::expected_lines(row.errors, marked.places));
    }
}
