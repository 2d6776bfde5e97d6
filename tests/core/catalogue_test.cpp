// What a valid catalogue becomes.
#include "core/catalogue/catalogue.hpp"
#include "tests/core/catalogue_text.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

using namespace kontingent;
using tests::replaced;
using tests::small_catalogue_text;

namespace {

Catalogue parsed(std::string_view text) {
    auto catalogue = parse_catalogue(text);
    if (!catalogue) {
        FAIL(tests::lines_of(catalogue.error()));
    }
    return *std::move(catalogue);
}

} // namespace

TEST_CASE("a catalogue's plain members") {
    Catalogue const catalogue = parsed(small_catalogue_text());
    CHECK(catalogue.id == "edition-1");
    CHECK(catalogue.currency == "EUR");
    CHECK(catalogue.vat == BasisPoints{1'900});
    CHECK(catalogue.billing_increment == Minutes{15});
    CHECK(catalogue.horizon_months == 12);
    CHECK(catalogue.languages == std::vector{german, english});
    CHECK(catalogue.seller.name == "Müller & Söhne");
    CHECK(catalogue.seller.postcode == "01234");
    CHECK(catalogue.seller.email == "a@b.example");
    CHECK(catalogue.seller.url == "https://b.example/");
    CHECK(catalogue.term_discount_applies_to == DiscountScope{});
    CHECK(catalogue.is_sample);
    CHECK(catalogue.accent_rgb == 0x1D5BD8u);
    REQUIRE(catalogue.faq.size() == 1);
    CHECK(catalogue.faq[0].question.in(german) == "Frage?");
    CHECK(catalogue.faq[0].answer.in(german) == "Zeile 1\nZeile 2");
    CHECK(catalogue.faq[0].answer.in(english) == "Answer.");
}

TEST_CASE("levels, responses and terms are sorted") {
    Catalogue const catalogue = parsed(small_catalogue_text());
    for (std::size_t index = 0; index < 4; ++index) {
        CAPTURE(index);
        CHECK(catalogue.levels[index].level == static_cast<int>(index) + 1);
        CHECK(catalogue.offers[0].responses[index].level == static_cast<int>(index) + 1);
    }
    CHECK(catalogue.levels[2].name.in(english) == "High");
    CHECK(catalogue.levels[3].examples[0].in(german) == "B4");
    CHECK(catalogue.offers[0].responses[0].within == Minutes{60});
    CHECK(catalogue.offers[0].responses[0].hours == SupportHours::always);
    CHECK(catalogue.offers[0].responses[3].within == Minutes{1'440});
    CHECK(catalogue.offers[0].responses[3].hours == SupportHours::business);
    REQUIRE(catalogue.terms.size() == 2);
    CHECK(catalogue.terms[0].months == 1);
    CHECK(catalogue.terms[1].months == 12);
    CHECK(catalogue.terms[1].discount == BasisPoints{1'000});
}

TEST_CASE("packages and their overage") {
    Catalogue const catalogue = parsed(small_catalogue_text());
    REQUIRE(catalogue.package_count() == 2);
    Offer const& standard = catalogue.offers[0];
    CHECK(standard.id == "standard");
    CHECK(standard.allowance.included == Minutes{600});
    CHECK(standard.subscription->monthly_price == Money{98'000});
    CHECK(standard.services == std::vector<std::size_t>{1, 0});
    CHECK(standard.allowance.pooling_pairs_per_term_max == 2);
    CHECK(standard.overage.mode == OverageMode::graduated);
    REQUIRE(standard.overage.tiers.size() == 3);
    CHECK(standard.overage.tiers[0].up_to == Minutes{240});
    CHECK(standard.overage.tiers[0].hourly_rate == HourlyRate{12'500});
    CHECK(standard.overage.tiers[0].flat_fee == Money{2'500});
    CHECK(standard.overage.tiers[1].up_to == Minutes{600});
    CHECK(!standard.overage.tiers[1].flat_fee);
    CHECK(!standard.overage.tiers[2].up_to);

    Offer const& flexible = catalogue.offers[1];
    CHECK(flexible.services.empty());
    CHECK(flexible.overage.mode == OverageMode::block);
    CHECK(flexible.overage.tiers.empty());
    CHECK(flexible.overage.block_size == Minutes{300});
    CHECK(flexible.overage.block_price == Money{50'000});

    CHECK(catalogue.offers.back().id == "on-demand");
    CHECK(catalogue.offers.back().overage.mode == OverageMode::volume);
    CHECK(catalogue.offers.back().services == std::vector<std::size_t>{1});
}

TEST_CASE("seasons, usual efforts and the way to a level") {
    Catalogue const catalogue = parsed(small_catalogue_text());
    CHECK(catalogue.levels[0].typical_effort == Minutes{240});
    CHECK(catalogue.levels[2].typical_effort == Minutes{90});
    REQUIRE(catalogue.seasons.size() == 2);
    CHECK(catalogue.seasons[0].id == "even");
    CHECK(catalogue.seasons[0].weights == even_season);
    CHECK(catalogue.seasons[1].name.in(german) == "Winter");
    CHECK(catalogue.seasons[1].weights == Season{3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 1'000});

    Triage const& triage = catalogue.triage;
    REQUIRE(triage.questions.size() == 2);
    CHECK(triage.start == 1);
    CHECK(triage.questions[0].hint.in(english) == "H");
    CHECK(triage.questions[1].hint.in(english).empty());
    REQUIRE(triage.questions[1].answers.size() == 2);
    CHECK(triage.questions[1].answers[0].level == 1);
    CHECK(triage.questions[1].answers[1].level == 0);
    CHECK(triage.questions[1].answers[1].next == 0);
    CHECK(triage.questions[1].answers[1].text.in(german) == "Ja");
}

TEST_CASE("offers and terms are found by name and months") {
    Catalogue const catalogue = parsed(small_catalogue_text());
    CHECK(catalogue.find_offer("flexible") == &catalogue.offers[1]);
    CHECK(catalogue.find_offer("on-demand") == &catalogue.offers[2]);
    CHECK(catalogue.find_offer("") == nullptr);
    CHECK(catalogue.on_demand() == &catalogue.offers[2]);
    CHECK(catalogue.package_count() == 2);
    Subscription const& standard = *catalogue.offers[0].subscription;
    CHECK(standard.find_term(12) == &standard.terms[1]);
    CHECK(standard.find_term(12)->discount == BasisPoints{1'000});
    CHECK(standard.find_term(6) == nullptr);
    CHECK(catalogue.offers[0].shortest_term_months() == 1);
}

TEST_CASE("what may differ in a valid catalogue") {
    struct Row {
        char const* name;
        char const* find;
        char const* replacement;
    };

    Row const rows[] = {
        {"a schema for editors", "\"format\": 1,",
         "\"$schema\": \"catalogue.schema.json\", \"format\": 1,"},
        {"no theme", ",\n  \"theme\": {\"accent\": \"#1d5bd8\"}", ""},
        {"a theme without accent", "\"theme\": {\"accent\": \"#1d5bd8\"}", "\"theme\": {}"},
        {"capital letters in a colour", "#1d5bd8", "#1D5BD8"},
        {"an accent that just has the contrast", "#1d5bd8", "#767676"},
        {"no sample", "\"sample\": true", "\"sample\": false"},
        {"no answers",
         R"([{"question": {"de": "Frage?", "en": "Question?"}, "answer": {"de": "Zeile 1\nZeile 2", "en": "Answer."}}])",
         "[]"},
        {"discount on everything", "applies_to\": \"base\"", "applies_to\": \"base_and_overage\""},
        {"escaped letters", "Überwachung", "\\u00dcberwachung"},
        {"an escaped member name", "\"sample\"", "\"s\\u0061mple\""},
        {"a pair beyond 16 bits", "Notfall", "\\ud83d\\udea8"},
        {"plain http", "https://b.example/", "http://b.example"},
        {"a byte order mark", "{\n  \"format\": 1", "\xEF\xBB\xBF{\n  \"format\": 1"},
        {"Windows line ends", "\"format\": 1,\n", "\"format\": 1,\r\n"},
        {"a term in the middle", "{\"months\": 12,",
         "{\"months\": 6, \"discount_basis_points\": 500}, {\"months\": 12,"},
        {"the languages the other way round", "[\"de\", \"en\"]", "[\"en\", \"de\"]"},
        {"a month without weight beside one of weight 1", "[3, 2, 1, 0, 0, 0, 0, 0, 0, 1, 2, 1000]",
         "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]"},
        {"two answers that lead to one question",
         R"({"text": {"de": "Nein", "en": "No"}, "level": 1},)",
         R"({"text": {"de": "Nein", "en": "No"}, "level": 1}, {"text": {"de": "J", "en": "Y"}, "next": "looks"},)"},
        {"a season and a question of a service's id", "\"id\": \"winter\"", "\"id\": \"updates\""},
        {"a tier fee of zero", "\"flat_fee\": 2500", "\"flat_fee\": 0"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const catalogue =
            parse_catalogue(replaced(small_catalogue_text(), row.find, row.replacement));
        CHECK((catalogue ? "" : tests::lines_of(catalogue.error())) == "");
    }
}

TEST_CASE("a catalogue of one language") {
    std::string text(small_catalogue_text());
    text = replaced(text, "[\"de\", \"en\"]", "[\"de\"]");
    for (auto at = text.find(", \"en\": \""); at != std::string::npos;
         at = text.find(", \"en\": \"")) {
        text.erase(at, text.find('"', at + 9) + 1 - at);
    }
    Catalogue const catalogue = parsed(text);
    CHECK(catalogue.languages == std::vector{german});
    CHECK(catalogue.offers[0].name.in(german) == "Standard");
    CHECK(catalogue.offers[0].name.in(english).empty());
}
