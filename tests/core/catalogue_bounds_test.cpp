// Every bound of the catalogue at its edges: numbers, texts and lists.
#include "core/catalogue/catalogue.hpp"
#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using tests::replaced;
using tests::small_catalogue_text;

namespace {

// Only the errors about this pointer, because a number may break a second rule, too (a tier's bound
// that no longer rises).
std::string errors_about(std::string_view pointer, std::string const& text) {
    auto const catalogue = parse_catalogue(text);
    std::string found;
    if (catalogue) {
        return found;
    }
    for (Error const& error : catalogue.error()) {
        if (error.pointer == pointer) {
            found += std::string(error_code_text(error.code)) + " " + tests::text_of(error.detail) +
                     "\n";
        }
    }
    return found;
}

std::string repeated(std::string_view text, std::size_t count, std::string_view separator) {
    std::string result;
    for (std::size_t index = 0; index < count; ++index) {
        if (index > 0) {
            result += separator;
        }
        std::string item(text);
        // "#" becomes the item's number, for lists that want different items.
        for (auto at = item.find('#'); at != std::string::npos; at = item.find('#')) {
            item.replace(at, 1, std::to_string(index + 1));
        }
        result += item;
    }
    return result;
}

} // namespace

TEST_CASE("numbers at their bounds") {
    struct Row {
        char const* pointer;
        char const* before; // the text up to the number
        char const* number;
        std::int64_t lowest;
        std::int64_t highest;
        char const* wanted = "integer";
    };

    Row const rows[] = {
        {"/format", "\"format\": ", "1", 1, 1},
        {"/vat_basis_points", "\"vat_basis_points\": ", "1900", 0, 100'000},
        {"/billing_increment_minutes", "\"billing_increment_minutes\": ", "15", 1, 1'440},
        {"/horizon_months", "\"horizon_months\": ", "12", 1, 120},
        {"/levels/0/typical_minutes", "\"typical_minutes\": ", "240", 1, 6'000},
        {"/seasons/1/weights/0", "\"weights\": [", "3", 0, 1'000},
        {"/triage/questions/0/answers/0/level", "\"en\": \"Gone\"}, \"level\": ", "2", 1, 4},
        {"/packages/0/included_minutes", "\"included_minutes\": ", "600", 0, 1'000'000,
         "minutes_or_unlimited"},
        {"/packages/0/monthly_price", "\"monthly_price\": ", "98000", 0, 100'000'000'000, "money"},
        {"/packages/0/responses/0/minutes", "{\"level\": 4, \"minutes\": ", "1440", 0, 1'000'000},
        {"/packages/0/overage/tiers/0/up_to_minutes", "\"up_to_minutes\": ", "240", 1, 1'000'000},
        {"/packages/0/overage/tiers/0/hourly_rate", "\"hourly_rate\": ", "12500", 0, 1'000'000'000,
         "money"},
        {"/packages/0/overage/tiers/0/flat_fee", "\"flat_fee\": ", "2500", 0, 100'000'000'000,
         "money"},
        {"/packages/0/pooling/pairs_per_term_max", "\"pairs_per_term_max\": ", "2", 0, 12},
        {"/packages/1/overage/tiers/0/block_minutes", "\"block_minutes\": ", "300", 1, 1'000'000},
        {"/packages/1/overage/tiers/0/block_price", "\"block_price\": ", "50000", 0,
         100'000'000'000, "money"},
        {"/terms/0/months", "\"months\": ", "12", 1, 120},
        {"/terms/0/discount_basis_points", "\"discount_basis_points\": ", "1000", 0, 10'000},
    };
    for (Row const& row : rows) {
        CAPTURE(row.pointer);
        auto const with = [&row](std::string const& number) {
            return errors_about(row.pointer, replaced(small_catalogue_text(),
                                                      std::string(row.before) + row.number,
                                                      row.before + number));
        };
        std::string const out_of_range = "out_of_range " + std::to_string(row.lowest) + ".." +
                                         std::to_string(row.highest) + "\n";
        std::string const wrong_type = "wrong_type " + std::string(row.wanted) + "\n";
        CHECK(with(std::to_string(row.lowest)).find("out_of_range") == std::string::npos);
        CHECK(with(std::to_string(row.highest)).find("out_of_range") == std::string::npos);
        CHECK(with(std::to_string(row.lowest - 1)) == out_of_range);
        CHECK(with(std::to_string(row.highest + 1)) == out_of_range);
        CHECK(with("-1") == out_of_range);
        CHECK(with("9223372036854775807") == out_of_range);
        CHECK(with("9223372036854775808") == out_of_range);
        CHECK(with("18446744073709551616") == out_of_range);
        CHECK(with("-99999999999999999999999999999999") == out_of_range);
        CHECK(with("1.0") == wrong_type);
        CHECK(with("1e0") == wrong_type);
        CHECK(with("1e999") == "wrong_type integer\n");
    }
}

TEST_CASE("texts at their longest, in characters") {
    struct Row {
        char const* name;
        char const* pointer;
        char const* find; // with the quotation marks
        std::size_t length_max;
        char const* character;
    };

    Row const rows[] = {
        {"localized text", "/faq/0/question/de", "\"Frage?\"", 4'000, "ü"},
        {"catalogue id", "/id", "\"edition-1\"", 64, "ä"},
        {"seller", "/seller/street", "\"Weg 1\"", 200, "🚨"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const with = [&row](std::size_t length) {
            return errors_about(row.pointer,
                                replaced(small_catalogue_text(), row.find,
                                         "\"" + repeated(row.character, length, "") + "\""));
        };
        CHECK(with(1) == "");
        CHECK(with(row.length_max) == "");
        CHECK(with(row.length_max + 1) ==
              "out_of_range characters 1.." + std::to_string(row.length_max) + "\n");
    }
    auto const with_id = [](std::size_t length) {
        return errors_about("/packages/0/id",
                            replaced(small_catalogue_text(), "\"id\": \"standard\"",
                                     "\"id\": \"" + repeated("z", length, "") + "\""));
    };
    CHECK(with_id(64) == "");
    CHECK(with_id(65) == "bad_format id\n");
}

TEST_CASE("lists at their longest") {
    struct Row {
        char const* name;
        char const* pointer;
        char const* find;
        char const* item;
        std::size_t count_min;
        std::size_t count_max;
    };

    char const* const terms =
        R"([{"months": 12, "discount_basis_points": 1000}, {"months": 1, "discount_basis_points": 0}])";
    char const* const faq =
        R"([{"question": {"de": "Frage?", "en": "Question?"}, "answer": {"de": "Zeile 1\nZeile 2", "en": "Answer."}}])";
    char const* const tiers =
        R"([{"up_to_minutes": 120, "hourly_rate": 16000}, {"hourly_rate": 14500, "flat_fee": 100}])";
    char const* const seasons = R"([
    {"id": "even", "name": {"de": "Gleich", "en": "Even"}, "weights": [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100]},
    {"id": "winter", "name": {"de": "Winter", "en": "Winter"}, "weights": [3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 1000]}
  ])";
    char const* const answers = R"([
      {"text": {"de": "Nein", "en": "No"}, "level": 1}, {"text": {"de": "Ja", "en": "Yes"}, "next": "looks"}])";
    Row const rows[] = {
        {"terms", "/terms", terms, R"({"months": #, "discount_basis_points": 0})", 1, 120},
        {"answers", "/faq", faq,
         R"({"question": {"de": "#", "en": "#"}, "answer": {"de": "#", "en": "#"}})", 0, 64},
        {"examples", "/levels/0/examples", R"([{"de": "B1", "en": "X1"}])",
         R"({"de": "#", "en": "#"})", 1, 16},
        {"tiers", "/on_demand/overage/tiers", tiers, R"({"up_to_minutes": #, "hourly_rate": 1})", 1,
         64},
        {"blocks", "/packages/1/overage/tiers", R"([{"block_minutes": 300, "block_price": 50000}])",
         R"({"block_minutes": 300, "block_price": 50000})", 1, 1},
        {"weights", "/seasons/1/weights", "[3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 1000]", "#", 12, 12},
        {"seasons", "/seasons", seasons,
         R"({"id": "s-#", "name": {"de": "#", "en": "#"}, "weights": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]})",
         1, 16},
        {"a question's answers", "/triage/questions/1/answers", answers,
         R"({"text": {"de": "#", "en": "#"}, "level": 1})", 2, 6},
        {"services of on demand", "/on_demand/services",
         "\"services\": [\"updates\"],\n    \"responses\": ", "\"updates\"", 0, 64},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        bool const is_services = std::string_view(row.find).starts_with("\"services\"");
        auto const with = [&](std::size_t count) {
            std::string const list = "[" + repeated(row.item, count, ", ") + "]";
            std::string const replacement =
                is_services ? "\"services\": " + list + ",\n    \"responses\": " : list;
            return errors_about(row.pointer,
                                replaced(small_catalogue_text(), row.find, replacement));
        };
        std::string const out_of_range = "out_of_range entries " + std::to_string(row.count_min) +
                                         ".." + std::to_string(row.count_max) + "\n";
        CHECK(with(row.count_min) == "");
        CHECK(with(row.count_max) == "");
        CHECK(with(row.count_max + 1) == out_of_range);
        if (row.count_min > 0) {
            CHECK(with(row.count_min - 1) == out_of_range);
        }
    }
}

TEST_CASE("packages and services at their most") {
    std::string const text(small_catalogue_text());
    auto const from = text.find("    {\n      \"id\": \"flexible\"");
    auto const to = text.find("  ],\n  \"on_demand\"");
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    std::string package = text.substr(from, to - from);
    package = replaced(package, "\"id\": \"flexible\"", "\"id\": \"p-#\"");
    auto const with_packages = [&](std::size_t count) {
        return text.substr(0, from) + repeated(package, count, ",") + text.substr(to);
    };
    CHECK(parse_catalogue(with_packages(63))->package_count() == 64);
    CHECK(errors_about("/packages", with_packages(64)) == "out_of_range entries 1..64\n");

    char const* const second =
        R"({"id": "updates", "name": {"de": "Aktualisierung", "en": "Updates"}, "description": {"de": "D2", "en": "E2"}})";
    auto const with_services = [&](std::size_t count) {
        std::string const more = repeated(
            R"({"id": "s-#", "name": {"de": "D", "en": "E"}, "description": {"de": "D", "en": "E"}})",
            count, ",");
        return replaced(text, second, second + std::string(",") + more);
    };
    CHECK(parse_catalogue(with_services(62))->services.size() == 64);
    CHECK(errors_about("/services", with_services(63)) == "out_of_range entries 1..64\n");
}

TEST_CASE("a triage of as many questions as there may be") {
    // A chain: each question leads to the next, the last to the levels.
    auto const with_questions = [](std::size_t count) {
        std::string const text(small_catalogue_text());
        std::string chain;
        for (std::size_t index = 1; index < count; ++index) {
            std::string const id = "c-" + std::to_string(index);
            chain += R"({"id": ")" + id + R"(", "question": {"de": "F", "en": "Q"}, "answers": [)" +
                     R"({"text": {"de": "A", "en": "A"}, "level": 1}, )" +
                     R"({"text": {"de": "B", "en": "B"}, "next": ")" +
                     (index + 1 < count - 1 ? "c-" + std::to_string(index + 1) : "looks") +
                     R"("}]}, )";
            if (index + 1 == count - 1) {
                break;
            }
        }
        std::string const longer =
            replaced(text, R"({"id": "looks", )", chain + R"({"id": "looks", )");
        return replaced(longer, R"("next": "looks"}]}
  ])",
                        R"("next": "c-1"}]}
  ])");
    };
    auto const catalogue = parse_catalogue(with_questions(64));
    REQUIRE((catalogue ? "" : tests::lines_of(catalogue.error())) == "");
    CHECK(catalogue->triage.questions.size() == 64);
    CHECK(errors_about("/triage/questions", with_questions(65)) == "out_of_range entries 1..64\n");
}

TEST_CASE("a catalogue at its largest") {
    std::string text(small_catalogue_text());
    text.append(catalogue_bytes_max - text.size(), ' ');
    CHECK(parse_catalogue(text));
    text += ' ';
    auto const too_large = parse_catalogue(text);
    REQUIRE(!too_large);
    CHECK(tests::lines_of(too_large.error()) == "1:1 too_large  bytes 1048576\n");
}

TEST_CASE("what a hostile catalogue can cost is bounded") {
    // Each would take minutes if work grew with the square of the text.
    std::size_t const count = 100'000;
    for (char const* const item : {"{\"id\":\"a\"}", "{}", "[]", "1", "\"monitoring\""}) {
        CAPTURE(item);
        for (char const* const list :
             {"services", "packages", "levels", "terms", "faq", "languages", "seasons"}) {
            auto const catalogue = parse_catalogue("{\"" + std::string(list) + "\":[" +
                                                   repeated(item, count / 2, ",") + "]}");
            REQUIRE(!catalogue);
            CHECK(catalogue.error().size() < 100);
        }
    }
    auto const members = parse_catalogue("{" + repeated("\"#\":1", count / 2, ",") + "}");
    REQUIRE(!members);
    CHECK(members.error().size() > count / 2);
}
