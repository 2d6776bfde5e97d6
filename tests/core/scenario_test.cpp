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

// A scenario of 24 months for the package (two pairs a term), with this before its end.
std::string of_standard(std::string_view members) {
    std::string text = R"({"format": 1, "usage_minutes": [0)";
    for (int month = 2; month <= 24; ++month) {
        text += ", 600";
    }
    return text + R"(], "package": "standard")" + std::string(members) + "}";
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

bool is_same(Scenario const& a, Scenario const& b) {
    return a.usage == b.usage && a.package_id == b.package_id && a.term_months == b.term_months &&
           a.pooling == b.pooling && a.vat == b.vat;
}

} // namespace

TEST_CASE("what is absent has its default") {
    Scenario const scenario =
        parsed(R"({"format": 1, "usage_minutes": [600, 0, 60000], "package": "standard"})");
    CHECK(scenario.usage == std::vector{Minutes{600}, Minutes{0}, Minutes{60'000}});
    CHECK(scenario.package_id == "standard");
    CHECK(scenario.term_months == 1); // the catalogue's shortest, which is not its first
    CHECK(std::holds_alternative<NoPooling>(scenario.pooling));
    CHECK(scenario.vat == Vat::domestic);
}

TEST_CASE("what is given is read") {
    Scenario const scenario =
        parsed(of_standard(R"(, "term_months": 12, "pooling": "best", "vat": "reverse_charge")"));
    CHECK(scenario.usage.size() == 24);
    CHECK(scenario.term_months == 12);
    CHECK(std::holds_alternative<BestPooling>(scenario.pooling));
    CHECK(scenario.vat == Vat::reverse_charge);
}

TEST_CASE("pairs") {
    struct Row {
        char const* name;
        char const* pairs;
        PairList expected;
    };

    Row const rows[] = {
        {"none", "[]", {}},
        {"one", "[[2, 3]]", {2}},
        {"in any order", "[[7, 8], [2, 3]]", {2, 7}},
        {"side by side", "[[2, 3], [4, 5]]", {2, 4}},
        {"first and last months", "[[1, 2], [23, 24]]", {1, 23}},
        {"two in each run", "[[1, 2], [3, 4], [13, 14], [15, 16]]", {1, 3, 13, 15}},
        {"across a run's end counts for the first",
         "[[1, 2], [12, 13], [14, 15], [16, 17]]",
         {1, 12, 14, 16}},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Scenario const scenario = parsed(of_standard(std::string(R"(, "pooling": )") + row.pairs));
        REQUIRE(std::holds_alternative<PairList>(scenario.pooling));
        CHECK(std::get<PairList>(scenario.pooling) == row.expected);
    }
}

TEST_CASE("on demand has neither term nor pooling") {
    auto const on_demand = [](std::string_view members) {
        return R"({"format": 1, "usage_minutes": [600, 600], "package": "on-demand")" +
               std::string(members) + "}";
    };
    for (char const* const members :
         {"", R"(, "term_months": 12)", R"(, "term_months": 7)", R"(, "pooling": "none")",
          R"(, "pooling": "best")", R"(, "pooling": [])"}) {
        CAPTURE(members);
        Scenario const scenario = parsed(on_demand(members));
        CHECK(scenario.term_months == 1);
        CHECK(std::holds_alternative<NoPooling>(scenario.pooling));
    }
    CHECK(errors_of(on_demand(R"(, "pooling": [[1, 2]])")) ==
          "1:79 pooling_not_offered /pooling on-demand\n");
    CHECK(errors_of(on_demand(R"(, "term_months": "x")")) ==
          "1:83 wrong_type /term_months integer\n");
}

TEST_CASE("a comparison needs no package, and checks one that is named") {
    auto const compared = [](std::string_view package) {
        return parse_scenario(R"({"format": 1, "usage_minutes": [600])" + std::string{package} +
                                  "}",
                              catalogue(), ScenarioUse::comparison);
    };
    CHECK(compared("").has_value());
    CHECK(compared(R"(, "package": "standard")").has_value());
    CHECK_FALSE(compared(R"(, "package": "gold")").has_value());
    CHECK_FALSE(
        parse_scenario(R"({"format": 1, "usage_minutes": [600]})", catalogue()).has_value());
}

TEST_CASE("a package without pooling takes best for none, and refuses pairs") {
    auto const flexible = [](std::string_view pooling) {
        return R"({"format": 1, "usage_minutes": [600, 600], "package": "flexible", "pooling": )" +
               std::string(pooling) + "}";
    };
    CHECK(std::holds_alternative<BestPooling>(parsed(flexible("\"best\"")).pooling));
    CHECK(errors_of(flexible("[[1, 2]]")) == "1:78 pooling_not_offered /pooling flexible\n");
}

TEST_CASE("every rule of the scenario, broken") {
    struct Row {
        char const* name;
        std::string text;   // '^' marks where an error is expected
        char const* errors; // "code pointer detail", separated by "; "
    };

    Row const rows[] = {
        {"no object", "^[]", "wrong_type  object"},
        {"no JSON", "{\"format\" ^1}", "syntax  "},
        {"nothing", "^^^{}",
         "missing_member  format; missing_member  package; missing_member  usage_minutes"},
        {"another format", R"({"format": ^2, "usage_minutes": [1], "package": "standard"})",
         "out_of_range /format 1..1"},
        {"unknown member", of_standard(R"(, ^"months": 12)"), "unknown_member /months months"},
        {"member twice", of_standard(R"(, ^"package": "flexible")"),
         "duplicate_member /package package"},
        {"no months", R"({"format": 1, "usage_minutes": ^[], "package": "standard"})",
         "out_of_range /usage_minutes entries 1..120"},
        {"usage as a number", R"({"format": 1, "usage_minutes": ^600, "package": "standard"})",
         "wrong_type /usage_minutes list"},
        {"usage of every wrong kind",
         R"({"format": 1, "usage_minutes": [^-1, 0, 60000, ^60001, ^12.5, ^"1", ^null, ^1e2], "package": "standard"})",
         "out_of_range /usage_minutes/0 0..60000; out_of_range /usage_minutes/3 0..60000; "
         "wrong_type /usage_minutes/4 integer; "
         "wrong_type /usage_minutes/5 integer; wrong_type /usage_minutes/6 integer; wrong_type "
         "/usage_minutes/7 integer"},
        {"package that is none", R"({"format": 1, "usage_minutes": [1], "package": ^"gold"})",
         "unknown_id /package gold"},
        {"package as a number", R"({"format": 1, "usage_minutes": [1], "package": ^1})",
         "wrong_type /package text"},
        {"empty package", R"({"format": 1, "usage_minutes": [1], "package": ^""})",
         "unknown_id /package "},
        {"term that is none", of_standard(R"(, "term_months": ^6)"),
         "unknown_value /term_months 1, 12"},
        {"term beyond 32 bits", of_standard(R"(, "term_months": ^4294967297)"),
         "unknown_value /term_months 1, 12"},
        {"term as text", of_standard(R"(, "term_months": ^"12")"),
         "wrong_type /term_months integer"},
        {"pooling word", of_standard(R"(, "pooling": ^"all")"),
         "unknown_value /pooling none, best"},
        {"pooling as a number", of_standard(R"(, "pooling": ^1)"), "wrong_type /pooling pooling"},
        {"pooling of null", of_standard(R"(, "pooling": ^null)"), "wrong_type /pooling pooling"},
        {"vat word", of_standard(R"(, "vat": ^"none")"),
         "unknown_value /vat domestic, reverse_charge"},
        {"vat as a number", of_standard(R"(, "vat": ^19)"), "wrong_type /vat text"},
        {"pair as a number", of_standard(R"(, "pooling": [^2])"), "wrong_type /pooling/0 pair"},
        {"pair of one", of_standard(R"(, "pooling": [^[2]])"), "wrong_type /pooling/0 pair"},
        {"pair of three", of_standard(R"(, "pooling": [^[2, 3, 4]])"),
         "wrong_type /pooling/0 pair"},
        {"pair of texts", of_standard(R"(, "pooling": [[^"2", ^"3"]])"),
         "wrong_type /pooling/0/0 integer; wrong_type /pooling/0/1 integer"},
        {"no neighbours", of_standard(R"(, "pooling": [^[2, 4]])"),
         "pair_not_neighbours /pooling/0 "},
        {"the same month twice", of_standard(R"(, "pooling": [^[2, 2]])"),
         "pair_not_neighbours /pooling/0 "},
        {"neighbours backwards", of_standard(R"(, "pooling": [^[3, 2]])"),
         "pair_not_neighbours /pooling/0 "},
        {"before the forecast", of_standard(R"(, "pooling": [^[0, 1]])"),
         "pair_outside_forecast /pooling/0 24"},
        {"beyond the forecast", of_standard(R"(, "pooling": [^[24, 25]])"),
         "pair_outside_forecast /pooling/0 24"},
        {"far outside and apart",
         of_standard(R"(, "pooling": [^^[-9223372036854775808, 9223372036854775807]])"),
         "pair_not_neighbours /pooling/0 ; pair_outside_forecast /pooling/0 24"},
        {"overlap", of_standard(R"(, "pooling": [[2, 3], ^[3, 4]])"), "pair_overlaps /pooling/1 3"},
        {"overlap in the other order", of_standard(R"(, "pooling": [^[3, 4], [2, 3]])"),
         "pair_overlaps /pooling/0 3"},
        {"the same pair twice", of_standard(R"(, "pooling": [[2, 3], ^[2, 3]])"),
         "pair_overlaps /pooling/1 2"},
        {"three in the first run", of_standard(R"(, "pooling": [[1, 2], [4, 5], ^[12, 13]])"),
         "too_many_pairs /pooling/2 2"},
        {"three in the second run",
         of_standard(R"(, "pooling": [^[23, 24], [13, 14], [15, 16], [1, 2]])"),
         "too_many_pairs /pooling/0 2"},
        {"everything at once",
         R"({"format": ^true, "usage_minutes": [^-1], "package": ^"gold", "term_months": ^5, "pooling": [^[1, 2]], "vat": ^"x"})",
         "wrong_type /format integer; out_of_range /usage_minutes/0 0..60000; unknown_id /package "
         "gold; unknown_value /term_months 1, 12; "
         "pair_outside_forecast /pooling/0 1; unknown_value /vat domestic, reverse_charge"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Marked const marked = tests::without_marks(row.text);
        CHECK(errors_of(marked.text) == tests::expected_lines(row.errors, marked.places));
    }
}

TEST_CASE("the longest forecast") {
    auto const with_months = [](int count) {
        std::string text = R"({"format": 1, "package": "standard", "usage_minutes": [1)";
        for (int month = 2; month <= count; ++month) {
            text += ",1";
        }
        return text + "]}";
    };
    CHECK(parsed(with_months(120)).usage.size() == 120);
    CHECK(errors_of(with_months(121)) == "1:55 out_of_range /usage_minutes entries 1..120\n");
}

TEST_CASE("a scenario reads back as it was written") {
    constexpr std::uint64_t seed = 4'711;
    MESSAGE("seed ", seed);
    tests::Random random(seed);
    for (int round = 0; round < 500; ++round) {
        Scenario scenario;
        std::int64_t const month_count = random.between(1, 120);
        for (std::int64_t month = 0; month < month_count; ++month) {
            scenario.usage.push_back(Minutes{random.between(0, 60'000)});
        }
        scenario.package_id = random.between(0, 2) == 0 ? "on-demand" : "standard";
        bool const is_package = scenario.package_id == "standard";
        scenario.term_months = is_package && random.between(0, 1) == 1 ? 12 : 1;
        scenario.vat = random.between(0, 1) == 1 ? Vat::reverse_charge : Vat::domestic;
        std::int64_t const pooling = is_package ? random.between(0, 2) : 0;
        if (pooling == 1) {
            scenario.pooling = BestPooling{};
        }
        if (pooling == 2) {
            PairList pairs;
            for (std::int32_t run = 0; run * 12 + 5 < month_count; ++run) {
                pairs.push_back(run * 12 + static_cast<std::int32_t>(random.between(1, 4)));
            }
            scenario.pooling = pairs;
        }
        std::string const text = quoted_scenario_to_json(scenario, catalogue());
        Scenario const again = parsed(text);
        REQUIRE(is_same(again, scenario));
        REQUIRE(quoted_scenario_to_json(again, catalogue()) == text);
    }
}
