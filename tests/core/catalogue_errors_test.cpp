// Every rule of the catalogue, broken: what is said, about which value, at which line and column.
#include "core/catalogue/catalogue.hpp"
#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

#include <span>

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

Row const rows_of_members[] = {
    {"unknown member", "\"sample\": true", "\"sample\": true, ^\"colour\": 1",
     "unknown_member /colour colour"},
    {"unknown member after umlauts", "\"name\": \"Müller & Söhne\"",
     "\"name\": \"Müller & Söhne\", ^\"x/y~z\": {}", "unknown_member /seller/x~1y~0z x/y~z"},
    {"unknown member of a package", "\"pooling\": {\"pairs_per_term_max\": 2}",
     "\"pooling\": {\"pairs_per_term_max\": 2},\n ^\"discount\": []",
     "unknown_member /packages/0/discount discount"},
    {"unknown member of a tier", "{\"hourly_rate\": 11000}",
     "{\"hourly_rate\": 11000, ^\"from_minutes\": 1}",
     "unknown_member /packages/0/overage/tiers/2/from_minutes from_minutes"},
    {"a block's member in a tier", "{\"hourly_rate\": 11000}",
     "{\"hourly_rate\": 11000, ^\"block_minutes\": 1}",
     "unknown_member /packages/0/overage/tiers/2/block_minutes block_minutes"},
    {"a tier's members in a block", "{\"block_minutes\": 300, \"block_price\": 50000}",
     "^^{^\"hourly_rate\": 1}",
     "missing_member /packages/1/overage/tiers/0 block_minutes; missing_member "
     "/packages/1/overage/tiers/0 block_price; "
     "unknown_member /packages/1/overage/tiers/0/hourly_rate hourly_rate"},
    {"unknown member of theme",
     "{\"accent\":", "{^\"font\": \"x\", \"accent\":", "unknown_member /theme/font font"},
    {"missing member of the document", "  \"id\": \"edition-1\",\n", "", "1:1 missing_member  id"},
    {"missing member of a service", "{\"id\": \"updates\", ", "^{",
     "missing_member /services/1 id; "
     "24:69 unknown_id /packages/0/services/0 updates; 49:18 unknown_id /on_demand/services/0 "
     "updates"},
    {"missing member of the seller", "\"seller\": {\"name\": \"Müller & Söhne\", ",
     "\"seller\": ^{", "missing_member /seller name"},
    {"missing tiers",
     "\"overage\": {\"mode\": \"block\", \"tiers\": [{\"block_minutes\": 300, \"block_price\": "
     "50000}]}",
     "\"overage\": ^{\"mode\": \"block\"}", "missing_member /packages/1/overage tiers"},
    {"a member twice", "\"currency\": \"EUR\"", "\"currency\": \"EUR\", ^\"currency\": \"USD\"",
     "duplicate_member /currency currency"},
    {"a member thrice", "\"currency\": \"EUR\"",
     "\"currency\": \"EUR\", ^\"currency\": 1, ^\"currency\": 2",
     "duplicate_member /currency currency; duplicate_member /currency currency"},
    {"a member twice, once escaped", "\"currency\": \"EUR\"",
     "\"currency\": \"EUR\", ^\"\\u0063urrency\": \"USD\"", "duplicate_member /currency currency"},
    {"a language twice in a text", "{\"de\": \"Frage?\"",
     "{\"de\": \"Frage?\", ^\"de\": \"Frage!\"", "duplicate_member /faq/0/question/de de"},
};

Row const rows_of_types[] = {
    {"text for a number", "\"monthly_price\": 98000", "\"monthly_price\": ^\"98000\"",
     "wrong_type /packages/0/monthly_price money"},
    {"decimals for a number", "\"monthly_price\": 98000", "\"monthly_price\": ^980.00",
     "wrong_type /packages/0/monthly_price money"},
    {"exponent for a number", "\"monthly_price\": 98000", "\"monthly_price\": ^1e3",
     "wrong_type /packages/0/monthly_price money"},
    {"null for a number", "\"monthly_price\": 98000", "\"monthly_price\": ^null",
     "wrong_type /packages/0/monthly_price money"},
    {"number for a text", "\"id\": \"edition-1\"", "\"id\": ^1", "wrong_type /id text"},
    {"number for a currency", "\"EUR\"", "^978", "wrong_type /currency text"},
    {"number for a boolean", "\"sample\": true", "\"sample\": ^1", "wrong_type /sample boolean"},
    {"text for a localized text", "{\"de\": \"Frage?\", \"en\": \"Question?\"}", "^\"Frage?\"",
     "wrong_type /faq/0/question localized_text"},
    {"number in a localized text", "\"de\": \"Frage?\"", "\"de\": ^7",
     "wrong_type /faq/0/question/de text"},
    {"object for a list", "\"services\": [\"updates\", \"monitoring\"]", "\"services\": ^{}",
     "wrong_type /packages/0/services list"},
    {"number for a service id", "[\"updates\", \"monitoring\"]", "[\"updates\", ^7]",
     "wrong_type /packages/0/services/1 text"},
    {"list for an object", "{\"pairs_per_term_max\": 2}", "^[]",
     "wrong_type /packages/0/pooling object"},
    {"text for a package", "\"packages\": [\n", "\"packages\": [^\"x\",\n",
     "wrong_type /packages/0 object"},
    {"text for a tier", "{\"hourly_rate\": 11000}", "^11000",
     "wrong_type /packages/0/overage/tiers/2 object"},
    {"number for a mode", "\"mode\": \"block\"", "\"mode\": ^3",
     "wrong_type /packages/1/overage/mode text"},
    {"text for a theme", "{\"accent\": \"#1d5bd8\"}", "^\"#1d5bd8\"", "wrong_type /theme object"},
    {"number for an accent", "\"#1d5bd8\"", "^255", "wrong_type /theme/accent text"},
    {"number for a language", "[\"de\", \"en\"]", "[\"de\", ^1]", "wrong_type /languages/1 text"},
    {"null for the faq",
     R"([{"question": {"de": "Frage?", "en": "Question?"}, "answer": {"de": "Zeile 1\nZeile 2", "en": "Answer."}}])",
     "^null", "wrong_type /faq list"},
};

Row const rows_of_values[] = {
    {"unknown mode", "\"mode\": \"block\"", "\"mode\": ^\"blocks\"",
     "unknown_value /packages/1/overage/mode graduated, volume, block, on_request"},
    {"unknown hours", "\"minutes\": 60, \"hours\": \"always\"",
     "\"minutes\": 60, \"hours\": ^\"Always\"",
     "unknown_value /packages/0/responses/3/hours always, business"},
    {"unknown scope", "applies_to\": \"base\"", "applies_to\": ^\"all\"",
     "unknown_value /term_discount_applies_to base, base_and_overage"},
    {"small letters in the currency", "\"EUR\"", "^\"eur\"", "bad_format /currency currency"},
    {"a long currency", "\"EUR\"", "^\"EURO\"", "bad_format /currency currency"},
    {"an empty currency", "\"EUR\"", "^\"\"", "bad_format /currency currency"},
    {"a capital letter in an id", "\"id\": \"standard\"", "\"id\": ^\"Standard\"",
     "bad_format /packages/0/id id"},
    {"an empty id", "\"id\": \"standard\"", "\"id\": ^\"\"", "bad_format /packages/0/id id"},
    {"an id of 65 characters", "\"id\": \"standard\"",
     "\"id\": ^\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
     "bad_format /packages/0/id id"},
    {"an umlaut in an id", "\"id\": \"standard\"", "\"id\": ^\"größe\"",
     "bad_format /packages/0/id id"},
    {"no @ in the mail address", "\"a@b.example\"", "^\"a.b.example\"",
     "bad_format /seller/email email"},
    {"nothing before the @", "\"a@b.example\"", "^\"@b.example\"",
     "bad_format /seller/email email"},
    {"nothing after the @", "\"a@b.example\"", "^\"a@\"", "bad_format /seller/email email"},
    {"a space in the mail address", "\"a@b.example\"", "^\"a @b.example\"",
     "bad_format /seller/email email"},
    {"no scheme in the url", "\"https://b.example/\"", "^\"b.example\"",
     "bad_format /seller/url url"},
    {"a script as url", "\"https://b.example/\"", "^\"javascript:alert(1)\"",
     "bad_format /seller/url url"},
    {"nothing but a scheme", "\"https://b.example/\"", "^\"https://\"",
     "bad_format /seller/url url"},
    {"a control character in the catalogue's id", "\"edition-1\"", "^\"edition\\u0007\"",
     "bad_format /id printable"},
    {"a line break in the seller's name", "\"Müller & Söhne\"", "^\"Müller\\nSöhne\"",
     "bad_format /seller/name printable"},
    {"a zero character in a text", "\"Frage?\"", "^\"Fra\\u0000ge\"",
     "bad_format /faq/0/question/de printable"},
    {"a control character above ASCII", "\"Frage?\"", "^\"Fra\\u0085ge\"",
     "bad_format /faq/0/question/de printable"},
    {"an empty text", "\"Frage?\"", "^\"\"", "out_of_range /faq/0/question/de characters 1..4000"},
    {"a text of white space", "\"Frage?\"", "^\" \\n\\u00a0\"",
     "out_of_range /faq/0/question/de characters 1..4000"},
    {"an empty catalogue id", "\"edition-1\"", "^\"\"", "out_of_range /id characters 1..64"},
    {"an empty line of the seller", "\"Weg 1\"", "^\"\"",
     "out_of_range /seller/street characters 1..200"},
    {"a colour without #", "\"#1d5bd8\"", "^\"1d5bd8\"", "bad_colour /theme/accent "},
    {"a short colour", "\"#1d5bd8\"", "^\"#15d\"", "bad_colour /theme/accent "},
    {"a colour with other letters", "\"#1d5bd8\"", "^\"#1d5bdg\"", "bad_colour /theme/accent "},
    {"a colour by name", "\"#1d5bd8\"", "^\"blue\"", "bad_colour /theme/accent "},
    {"a light accent", "\"#1d5bd8\"", "^\"#ffcc00\"", "low_contrast /theme/accent 1.51"},
    {"an accent just too light", "\"#1d5bd8\"", "^\"#777777\"", "low_contrast /theme/accent 4.47"},
};

Row const rows_of_references[] = {
    {"two packages of one id", "\"id\": \"flexible\"", "\"id\": ^\"standard\"",
     "duplicate_id /packages/1/id standard"},
    {"on demand with a package's id", "\"id\": \"on-demand\"", "\"id\": ^\"standard\"",
     "duplicate_id /on_demand/id standard"},
    {"two services of one id", "\"id\": \"updates\"", "\"id\": ^\"monitoring\"",
     "duplicate_id /services/1/id monitoring; "
     "24:69 unknown_id /packages/0/services/0 updates; 49:18 unknown_id /on_demand/services/0 "
     "updates"},
    {"a service named twice", "[\"updates\", \"monitoring\"]", "[\"updates\", ^\"updates\"]",
     "duplicate_id /packages/0/services/1 updates"},
    {"a service nobody offers", "[\"updates\", \"monitoring\"]", "[\"updates\", ^\"hosting\"]",
     "unknown_id /packages/0/services/1 hosting"},
    {"two terms of the same months", "\"months\": 1,", "\"months\": ^12,",
     "duplicate_id /terms/1/months 12"},
    {"a language twice", "[\"de\", \"en\"]", "[\"de\", ^\"de\"]", "duplicate_id /languages/1 de"},
    {"a level twice", "{\"level\": 3, \"name\"", "{\"level\": ^2, \"name\"",
     "15:13 missing_level /levels 3; duplicate_level /levels/3/level 2"},
    {"a language missing", "{\"de\": \"Frage?\", \"en\": \"Question?\"}", "^{\"de\": \"Frage?\"}",
     "missing_language /faq/0/question en"},
    {"every language missing", "{\"de\": \"Frage?\", \"en\": \"Question?\"}", "^^{}",
     "missing_language /faq/0/question de; missing_language /faq/0/question en"},
    {"a language nobody speaks", "{\"de\": \"Frage?\",",
     "{\"de\": \"Frage?\", ^\"fr\": \"Question?\",", "unknown_language /faq/0/question/fr fr"},
    {"a language that is no language", "[\"de\", \"en\"]", "[\"de\", ^\"DE\"]",
     "unknown_language /languages/1 DE"},
};

Row const rows_of_structure[] = {
    {"bounds that fall", "\"up_to_minutes\": 600", "\"up_to_minutes\": ^120",
     "tiers_not_rising /packages/0/overage/tiers/1/up_to_minutes 240"},
    {"bounds that stay", "\"up_to_minutes\": 600", "\"up_to_minutes\": ^240",
     "tiers_not_rising /packages/0/overage/tiers/1/up_to_minutes 240"},
    {"a bound on the last tier", "{\"hourly_rate\": 11000}",
     "{\"up_to_minutes\": ^900, \"hourly_rate\": 11000}",
     "open_tier_missing /packages/0/overage/tiers/2/up_to_minutes "},
    {"no bound on an earlier tier", "{\"up_to_minutes\": 600, \"hourly_rate\": 12000}",
     "^{\"hourly_rate\": 12000}", "open_tier_missing /packages/0/overage/tiers/1 "},
    {"a bound on the last tier that falls", "{\"hourly_rate\": 11000}",
     "{\"up_to_minutes\": ^^9, \"hourly_rate\": 11000}",
     "tiers_not_rising /packages/0/overage/tiers/2/up_to_minutes 600; open_tier_missing "
     "/packages/0/overage/tiers/2/up_to_minutes "},
    {"no tiers", "[{\"block_minutes\": 300, \"block_price\": 50000}]", "^[]",
     "out_of_range /packages/1/overage/tiers entries 1..1"},
    {"two blocks", "[{\"block_minutes\": 300, \"block_price\": 50000}]",
     "^[{\"block_minutes\": 300, \"block_price\": 1}, {}]",
     "out_of_range /packages/1/overage/tiers entries 1..1"},
    {"a response missing", "{\"level\": 1, \"minutes\": 0, \"hours\": \"always\"}, ", "",
     "39:20 missing_level /packages/1/responses 1"},
    {"a response twice", "{\"level\": 2, \"minutes\": 1, \"hours\": \"always\"}",
     "{\"level\": 2, \"minutes\": 1, \"hours\": \"always\"}, {\"level\": ^2, \"minutes\": 1, "
     "\"hours\": \"always\"}",
     "duplicate_level /packages/1/responses/2/level 2"},
    {"a fifth level", "{\"level\": 2, \"minutes\": 1, \"hours\": \"always\"}",
     "{\"level\": 2, \"minutes\": 1, \"hours\": \"always\"}, {\"level\": ^5, \"minutes\": 1, "
     "\"hours\": \"always\"}",
     "out_of_range /packages/1/responses/2/level 1..4"},
    {"a level for another", "{\"level\": 2, \"minutes\": 1, \"hours\": \"always\"}",
     "{\"level\": ^0, \"minutes\": 1, \"hours\": \"always\"}",
     "out_of_range /packages/1/responses/1/level 1..4"},
    {"no examples", "[{\"de\": \"B1\", \"en\": \"X1\"}]", "^[]",
     "out_of_range /levels/0/examples entries 1..16"},
    {"no terms",
     "[{\"months\": 12, \"discount_basis_points\": 1000}, {\"months\": 1, "
     "\"discount_basis_points\": 0}]",
     "^[]", "out_of_range /terms entries 1..120"},
    {"another format", "\"format\": 1", "\"format\": ^2", "out_of_range /format 1..1"},
};

void check_rows(std::span<Row const> rows) {
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

} // namespace

TEST_CASE("members that are unknown, missing or repeated") {
    check_rows(rows_of_members);
}

TEST_CASE("values of the wrong type") {
    check_rows(rows_of_types);
}

TEST_CASE("values outside their set, form or bounds") {
    check_rows(rows_of_values);
}

TEST_CASE("ids and languages") {
    check_rows(rows_of_references);
}

TEST_CASE("tiers, levels and lists") {
    check_rows(rows_of_structure);
}
