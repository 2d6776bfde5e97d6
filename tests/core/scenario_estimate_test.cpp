// A scenario's requirements and uncertainty.
#include "core/pricing/scenario.hpp"
#include "tests/core/catalogue_text.hpp"
#include "tests/core/random.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using tests::Marked;

namespace {

Catalogue const& catalogue() {
    static Catalogue const parsed = *parse_catalogue(tests::small_catalogue_text());
    return parsed;
}

// A scenario of three months with this before its end.
std::string with(std::string_view members) {
    return R"({"format": 1, "usage_minutes": [600, 0, 60000], "package": "standard", )" +
           std::string(members) + "}";
}

Scenario parsed(std::string_view text) {
    auto scenario = parse_scenario(text, catalogue());
    if (!scenario) {
        FAIL(tests::lines_of(scenario.error()));
    }
    return *std::move(scenario);
}

std::string errors_of(std::string_view text) {
    auto const scenario = parse_scenario(text, catalogue());
    return scenario ? "" : tests::lines_of(scenario.error());
}

std::string list_of(int count, char const* item) {
    std::string text = "[" + std::string(item);
    for (int i = 1; i < count; ++i) {
        text += std::string(", ") + item;
    }
    return text + "]";
}

} // namespace

TEST_CASE("nothing is required, and nothing uncertain, unless it is said") {
    for (char const* const members : {R"("vat": "domestic")", R"("requirements": {})",
                                      R"("requirements": {"responses": [], "services": []})"}) {
        CAPTURE(members);
        Scenario const scenario = parsed(with(members));
        CHECK(scenario.requirements == Requirements{});
        CHECK_FALSE(scenario.uncertainty);
    }
}

TEST_CASE("requirements in any order are kept in theirs") {
    Scenario const scenario = parsed(with(
        R"("requirements": {"responses": [{"level": 4, "within_minutes": 1000000, "hours": "business"}, {"level": 1, "within_minutes": 0, "hours": "always"}], "services": ["updates", "monitoring"], "term_months_max": 60})"));
    CHECK(scenario.requirements ==
          Requirements{.responses = {{1, Minutes{0}, SupportHours::always},
                                     {4, Minutes{1'000'000}, SupportHours::business}},
                       .services = {0, 1},
                       .term_months_max = 60});
}

TEST_CASE("low and high minutes surround the usage") {
    Scenario const scenario = parsed(with(
        R"("uncertainty": {"low_minutes": [600, 0, 0], "high_minutes": [600, 60000, 60000], "seed": 9007199254740992})"));
    CHECK(scenario.uncertainty ==
          Uncertainty{.low = {Minutes{600}, Minutes{0}, Minutes{0}},
                      .high = {Minutes{600}, Minutes{60'000}, Minutes{60'000}},
                      .past = {},
                      .seed = 9'007'199'254'740'992});
}

TEST_CASE("past months, as many as there are") {
    Scenario const one = parsed(with(R"("uncertainty": {"past_minutes": [60000]})"));
    CHECK(one.uncertainty ==
          Uncertainty{.low = {}, .high = {}, .past = {Minutes{60'000}}, .seed = std::nullopt});
    std::string const most = R"("uncertainty": {"past_minutes": )" + list_of(120, "7") + "}";
    CHECK(parsed(with(most)).uncertainty->past.size() == 120);
}

TEST_CASE("every rule of requirements and uncertainty, broken") {
    struct Row {
        char const* name;
        std::string members; // '^' marks where an error is expected
        char const* errors;  // "code pointer detail", separated by "; "
    };

    Row const rows[] = {
        {"requirements of null", R"("requirements": ^null)", "wrong_type /requirements object"},
        {"unknown requirement", R"("requirements": {^"price": 1})",
         "unknown_member /requirements/price price"},
        {"responses as an object", R"("requirements": {"responses": ^{}})",
         "wrong_type /requirements/responses list"},
        {"five responses", R"("requirements": {"responses": ^[1, 2, 3, 4, 5]})",
         "out_of_range /requirements/responses entries 0..4"},
        {"response as a level", R"("requirements": {"responses": [^1]})",
         "wrong_type /requirements/responses/0 object"},
        {"empty response", R"("requirements": {"responses": [^^^{}]})",
         "missing_member /requirements/responses/0 hours; "
         "missing_member /requirements/responses/0 level; "
         "missing_member /requirements/responses/0 within_minutes"},
        {"unknown member of a response",
         R"("requirements": {"responses": [{"level": 1, "within_minutes": 1, "hours": "always", ^"x": 1}]})",
         "unknown_member /requirements/responses/0/x x"},
        {"levels outside, minutes outside, other hours",
         R"("requirements": {"responses": [{"level": ^0, "within_minutes": ^-1, "hours": ^"night"}, {"level": ^5, "within_minutes": ^1000001, "hours": ^1}]})",
         "out_of_range /requirements/responses/0/level 1..4; "
         "out_of_range /requirements/responses/0/within_minutes 0..1000000; "
         "unknown_value /requirements/responses/0/hours always, business; "
         "out_of_range /requirements/responses/1/level 1..4; "
         "out_of_range /requirements/responses/1/within_minutes 0..1000000; "
         "wrong_type /requirements/responses/1/hours text"},
        {"level twice",
         R"("requirements": {"responses": [{"level": 2, "within_minutes": 1, "hours": "always"}, {"level": ^2, "within_minutes": 9, "hours": "business"}]})",
         "duplicate_level /requirements/responses/1/level 2"},
        {"services as a text", R"("requirements": {"services": ^"updates"})",
         "wrong_type /requirements/services list"},
        {"service that is none, and no text", R"("requirements": {"services": [^"gold", ^1]})",
         "unknown_id /requirements/services/0 gold; wrong_type /requirements/services/1 text"},
        {"service twice", R"("requirements": {"services": ["updates", "monitoring", ^"updates"]})",
         "duplicate_id /requirements/services/2 updates"},
        {"more services than there can be",
         R"("requirements": {"services": ^)" + list_of(65, "1") + "}",
         "out_of_range /requirements/services entries 0..64"},
        {"term of no month", R"("requirements": {"term_months_max": ^0})",
         "out_of_range /requirements/term_months_max 1..120"},
        {"term too long", R"("requirements": {"term_months_max": ^121})",
         "out_of_range /requirements/term_months_max 1..120"},
        {"term as a text", R"("requirements": {"term_months_max": ^"12"})",
         "wrong_type /requirements/term_months_max integer"},
        {"uncertainty as a list", R"("uncertainty": ^[])", "wrong_type /uncertainty object"},
        {"empty uncertainty", R"("uncertainty": ^^{})",
         "missing_member /uncertainty high_minutes; missing_member /uncertainty low_minutes"},
        {"a seed alone", R"("uncertainty": ^^{"seed": 1})",
         "missing_member /uncertainty high_minutes; missing_member /uncertainty low_minutes"},
        {"low alone", R"("uncertainty": ^{"low_minutes": [0, 0, 0]})",
         "missing_member /uncertainty high_minutes"},
        {"unknown member of uncertainty", R"("uncertainty": {"past_minutes": [1], ^"x": 1})",
         "unknown_member /uncertainty/x x"},
        {"low and high beside the past",
         R"("uncertainty": {"past_minutes": [1], "low_minutes": ^[0, 0, 0], "high_minutes": ^1})",
         "conflicting_member /uncertainty/low_minutes past_minutes; "
         "conflicting_member /uncertainty/high_minutes past_minutes"},
        {"too few and too many months",
         R"("uncertainty": {"low_minutes": ^[0, 0], "high_minutes": ^[60000, 60000, 60000, 60000]})",
         "out_of_range /uncertainty/low_minutes entries 3..3; "
         "out_of_range /uncertainty/high_minutes entries 3..3"},
        {"low above, high below",
         R"("uncertainty": {"low_minutes": [^601, ^1, 60000], "high_minutes": [^599, 0, ^59999]})",
         "out_of_range /uncertainty/low_minutes/0 0..600; "
         "out_of_range /uncertainty/low_minutes/1 0..0; "
         "out_of_range /uncertainty/high_minutes/0 600..60000; "
         "out_of_range /uncertainty/high_minutes/2 60000..60000"},
        {"outside of all bounds",
         R"("uncertainty": {"low_minutes": [^-1, 0, 0], "high_minutes": [600, 0, ^60001]})",
         "out_of_range /uncertainty/low_minutes/0 0..600; "
         "out_of_range /uncertainty/high_minutes/2 60000..60000"},
        {"low as a number, high of texts",
         R"("uncertainty": {"low_minutes": ^0, "high_minutes": [^"1", ^null, ^6e4]})",
         "wrong_type /uncertainty/low_minutes list; wrong_type /uncertainty/high_minutes/0 "
         "integer; "
         "wrong_type /uncertainty/high_minutes/1 integer; "
         "wrong_type /uncertainty/high_minutes/2 integer"},
        {"no past", R"("uncertainty": {"past_minutes": ^[]})",
         "out_of_range /uncertainty/past_minutes entries 1..120"},
        {"too much past", R"("uncertainty": {"past_minutes": ^)" + list_of(121, "1") + "}",
         "out_of_range /uncertainty/past_minutes entries 1..120"},
        {"past of wrong minutes",
         R"("uncertainty": {"past_minutes": [^-1, 0, 60000, ^60001, ^1.5]})",
         "out_of_range /uncertainty/past_minutes/0 0..60000; "
         "out_of_range /uncertainty/past_minutes/3 0..60000; "
         "wrong_type /uncertainty/past_minutes/4 integer"},
        {"negative seed", R"("uncertainty": {"past_minutes": [1], "seed": ^-1})",
         "out_of_range /uncertainty/seed 0..9007199254740992"},
        {"seed too large", R"("uncertainty": {"past_minutes": [1], "seed": ^9007199254740993})",
         "out_of_range /uncertainty/seed 0..9007199254740992"},
        {"seed as a text", R"("uncertainty": {"past_minutes": [1], "seed": ^"1"})",
         "wrong_type /uncertainty/seed integer"},
        {"both at once",
         R"("requirements": {"services": [^1]}, "uncertainty": {"past_minutes": ^1})",
         "wrong_type /requirements/services/0 text; wrong_type /uncertainty/past_minutes list"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Marked const marked = tests::without_marks(with(row.members));
        CHECK(errors_of(marked.text) == tests::expected_lines(row.errors, marked.places));
    }
}

TEST_CASE("wrong usage bounds nothing") {
    auto const with_usage = [](std::string_view usage) {
        return R"({"format": 1, "package": "standard", "usage_minutes": )" + std::string(usage) +
               R"(, "uncertainty": {"low_minutes": [60000, 5], "high_minutes": [0, 5]}})";
    };
    CHECK(errors_of(with_usage("[-1, 5]")) == "1:56 out_of_range /usage_minutes/0 0..60000\n");
    CHECK(errors_of(with_usage("1")) == "1:55 wrong_type /usage_minutes list\n");
    CHECK(errors_of(with_usage("[]")) == "1:55 out_of_range /usage_minutes entries 1..120\n");
}

TEST_CASE("a scenario with all of it reads back as it was written") {
    constexpr std::uint64_t seed = 1'789;
    MESSAGE("seed ", seed);
    tests::Random random(seed);
    for (int round = 0; round < 300; ++round) {
        Scenario scenario;
        scenario.package_id = "standard";
        Uncertainty uncertainty;
        for (std::int64_t month = random.between(1, 5); month > 0; --month) {
            std::int64_t const low = random.between(0, 20'000);
            std::int64_t const typical = low + random.between(0, 20'000);
            uncertainty.low.push_back(Minutes{low});
            scenario.usage.push_back(Minutes{typical});
            uncertainty.high.push_back(Minutes{typical + random.between(0, 20'000)});
        }
        if (random.between(0, 1) == 0) {
            uncertainty.low.clear();
            uncertainty.high.clear();
            // Named, because arguments are evaluated in any order.
            auto const count = static_cast<std::size_t>(random.between(1, 4));
            uncertainty.past.resize(count, Minutes{random.between(0, 60'000)});
        }
        if (random.between(0, 1) == 0) {
            uncertainty.seed = random.bits() >> 11;
        }
        if (random.between(0, 2) > 0) {
            scenario.uncertainty = uncertainty;
        }
        for (std::int32_t level = 1; level <= 4; ++level) {
            if (random.between(0, 1) == 0) {
                auto const hours =
                    random.between(0, 1) == 0 ? SupportHours::always : SupportHours::business;
                scenario.requirements.responses.push_back(
                    {level, Minutes{random.between(0, 1'000'000)}, hours});
            }
        }
        for (std::size_t service = 0; service < 2; ++service) {
            if (random.between(0, 1) == 0) {
                scenario.requirements.services.push_back(service);
            }
        }
        if (random.between(0, 1) == 0) {
            scenario.requirements.term_months_max =
                static_cast<std::int32_t>(random.between(1, 60));
        }
        std::string const text = scenario_to_json(scenario, catalogue());
        Scenario const again = parsed(text);
        REQUIRE(again.usage == scenario.usage);
        REQUIRE(again.requirements == scenario.requirements);
        REQUIRE(again.uncertainty == scenario.uncertainty);
        REQUIRE(scenario_to_json(again, catalogue()) == text);
    }
}
