// What the commands say about input, good and bad.
#include "tests/cli/files.hpp"
#include "tests/cli/program_run.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace kontingent::tests;

namespace {

std::string const catalogue_file = source_path("tests/golden/catalogue.json");
std::string const scenario = R"({"format": 1, "usage_minutes": [600, 0], "package": "standard"})";

ProgramRun quote_of(std::string const& scenario_text) {
    return run_program(
        {"quote", "--catalogue", catalogue_file, "--scenario", "-", "--language", "en"},
        scenario_text);
}

} // namespace

TEST_CASE("check sums a good catalogue up in its own money and hours") {
    ProgramRun const run = run_program({"check", catalogue_file});
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.starts_with(catalogue_file +
                              ": Der Katalog ist in Ordnung (golden-1, EUR, de/en).\n"
                              "4 Pakete, 3 Laufzeiten, 8 Leistungen, 4 Supportebenen, 1 Antwort; "
                              "ohne Paket: Auf Abruf\n"
                              "Hinweis: Das sind Beispielpreise.\n\n"
                              "Angebot"));
    for (char const* const figure : {"980,00 €", " 10 h ", "98,00 €", "1, 6, 12"}) {
        CAPTURE(figure);
        CHECK(run.out.find(figure) != std::string::npos);
    }
}

TEST_CASE("the sample catalogue is good, and each example has nothing unlikely") {
    ProgramRun const run =
        run_program({"check", source_path("site/catalogue/catalogue.json"), "--language", "en"});
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    CHECK(run.out.find("4 packages, 3 terms, 8 services, 4 support levels, 6 answers") !=
          std::string::npos);
    for (auto const& entry : std::filesystem::directory_iterator(source_path("examples"))) {
        if (entry.path().extension() != ".json") {
            continue;
        }
        CAPTURE(entry.path().string());
        ProgramRun const example =
            run_program({"check", entry.path().string(), "--language", "en"});
        CHECK(example.exit_code == 0);
        CHECK(example.err.empty());
        CHECK(example.out.find("Unusual") == std::string::npos);
        CHECK(example.out.find(", 0 ") == std::string::npos); // nothing that is not there
    }
}

TEST_CASE("check warns of what is unlikely, and says what would be right") {
    std::string text = content_of(catalogue_file);
    text = replaced(text, "\"vat_basis_points\": 1900", "\"vat_basis_points\": 25");
    ProgramRun const run = run_program({"check", "-", "--language", "en"}, text);
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("Unusual, please check:\n- VAT is 0.25%. It is written in hundredths of a "
                       "per cent: 1900 is 19%.\n") != std::string::npos);
    ProgramRun const json =
        run_program({"check", "-", "--format", "json", "--language", "en"}, text);
    CHECK(json.out.find("{\"code\": \"low_vat\", \"text\": \"VAT is 0.25%.") != std::string::npos);
    CHECK(json.out.find("{\"id\": \"standard\", \"monthly_price\": 98000, "
                        "\"included_minutes\": 600, \"included_per\": \"month\", "
                        "\"included_hour_price\": 9800,") != std::string::npos);
}

TEST_CASE("check warns of a text that appears nowhere, in each language") {
    std::string const text = replaced(
        content_of(source_path("tests/golden/catalogue-polish.json")), "\"sample\": true",
        "\"sample\": true, \"texts\": {\"hero.titel\": {\"pl\": \"A\"}, \"hero.title\": {\"pl\": "
        "\"B\"}, \"compare_title\": {\"pl\": \"C\"}, \"months.few\": {\"pl\": \"D\"}}");
    for (char const* const language : {"de", "en", "fr", "pl"}) {
        CAPTURE(language);
        ProgramRun const run = run_program({"check", "-", "--language", language}, text);
        CHECK(run.exit_code == 0);
        CHECK(run.out.find("- texts.hero.titel") != std::string::npos);
        CHECK(run.out.find("texts.hero.title ") == std::string::npos);
        CHECK(run.out.find("compare_title") == std::string::npos);
        CHECK(run.out.find("months.few") == std::string::npos);
    }
    ProgramRun const json = run_program({"check", "-", "--format", "json"}, text);
    CHECK(json.out.find("\"code\": \"unknown_text\"") != std::string::npos);
}

TEST_CASE("errors of a catalogue are in the four languages") {
    struct Row {
        char const* language;
        char const* sentence;
    };

    std::string const text = replaced(content_of(source_path("tests/golden/catalogue-polish.json")),
                                      "\"vat_basis_points\": 2300", "\"vat_basis_points\": true");
    for (Row const& row : {Row{"de", "ganze Zahl"}, Row{"en", "whole number"},
                           Row{"fr", "nombre entier"}, Row{"pl", "liczb"}}) {
        CAPTURE(row.language);
        ProgramRun const run = run_program({"check", "-", "--language", row.language}, text);
        CHECK(run.exit_code == 1);
        CAPTURE(run.err);
        CHECK(run.err.find("wrong_type /vat_basis_points: ") != std::string::npos);
        CHECK(run.err.find(row.sentence) != std::string::npos);
    }
}

TEST_CASE("tickets are never called hours") {
    std::string const tickets = source_path("examples/shop-tickets.json");
    for (char const* const language : {"de", "en", "fr", "pl"}) {
        for (char const* const command : {"quote", "compare"}) {
            CAPTURE(command);
            ProgramRun const run = run_program(
                {command, "--catalogue", tickets, "--scenario", "-", "--language", language},
                R"({"format": 1, "usage_units": [3, 12, 7], "package": "small",
                    "uncertainty": {"low_units": [1, 6, 4], "high_units": [6, 20, 9]}})");
            CHECK(run.exit_code == 0);
            CHECK(run.out.find(" h\n") == std::string::npos);
            for (char const* const word :
                 {"hour", "Hour", "Stunde", "eure", "godzin", "Godzin", "/h", " h "}) {
                CAPTURE(word);
                CHECK(run.out.find(word) == std::string::npos);
            }
        }
    }
}

TEST_CASE("check reads standard input and says every error with its place") {
    std::string text = content_of(catalogue_file);
    text = replaced(text, "\"currency\": \"EUR\"", "\"currency\": 12");
    text = replaced(text, "\"included_minutes\": 240", "\"included_minutes\": -1");
    ProgramRun const run = run_program({"check", "-"}, text);
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(line_count(run.err) == 2);
    CHECK(run.err.starts_with("-:5:15: wrong_type /currency: Hier muss "));
    CHECK(run.err.find(": out_of_range /packages/0/included_minutes: ") != std::string::npos);
}

TEST_CASE("errors are in the language asked for") {
    ProgramRun const german = run_program({"check", "-"}, "{");
    ProgramRun const english = run_program({"check", "-", "--language", "en"}, "{");
    CHECK(german.exit_code == 1);
    CHECK(english.exit_code == 1);
    CHECK(german.err.starts_with("-:1:2: syntax: "));
    CHECK(english.err.starts_with("-:1:2: syntax: "));
    CHECK(german.err != english.err);
}

TEST_CASE("a catalogue of more than 1 MiB is refused") {
    ProgramRun const run =
        run_program({"check", "-"}, content_of(catalogue_file) + std::string(1U << 20U, ' '));
    CHECK(run.exit_code == 1);
    CHECK(run.err.starts_with("-:1:1: too_large: "));
}

TEST_CASE("files that cannot be read: exit 1 and the reason, for each") {
    Folder const folder;
    ProgramRun const run = run_program({"quote", "--catalogue", (folder / "no.json").string(),
                                        "--scenario", folder.name(), "--language", "en"});
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(run.err == (folder / "no.json").string() +
                         ": the file cannot be read: No such file or directory\n" + folder.name() +
                         ": the file cannot be read: Is a directory\n");
}

TEST_CASE("errors of a scenario, all of them") {
    ProgramRun const run = quote_of(R"({"format": 1,
  "usage_minutes": [600, -1, 60001],
  "package": "gold",
  "pooling": [[1, 3]]})");
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.find("-:2:26: out_of_range /usage_minutes/1: ") != std::string::npos);
    CHECK(run.err.find("-:2:30: out_of_range /usage_minutes/2: ") != std::string::npos);
    CHECK(run.err.find("-:3:14: unknown_id /package: ") != std::string::npos);
    CHECK(run.err.find("-:4:15: pair_not_neighbours /pooling/0: ") != std::string::npos);
    CHECK(line_count(run.err) == 4);
}

TEST_CASE("given pairs and on demand") {
    auto const with = [](char const* members) {
        return quote_of(R"({"format": 1, "usage_minutes": [600, 0, 0], )" + std::string(members) +
                        "}");
    };
    CHECK(with(R"("package": "standard", "pooling": [[2, 3]])").exit_code == 0);
    CHECK(with(R"("package": "standard", "pooling": [[2, 3], [1, 2]])")
              .err.find("pair_overlaps /pooling/0") != std::string::npos);
    CHECK(with(R"("package": "standard", "pooling": [[3, 4]])")
              .err.find("pair_outside_forecast /pooling/0") != std::string::npos);
    CHECK(with(R"("package": "flexible", "pooling": [[1, 2]])")
              .err.find("pooling_not_offered /pooling") != std::string::npos);
    CHECK(with(R"("package": "on-demand", "pooling": [[1, 2]])")
              .err.find("pooling_not_offered /pooling") != std::string::npos);
    CHECK(with(R"("package": "on-demand", "pooling": "best", "term_months": 5)").exit_code == 0);
}

TEST_CASE("compare checks package, term and pooling, and then does without them") {
    auto const compared = [](std::string const& text) {
        return run_program(
            {"compare", "--catalogue", catalogue_file, "--scenario", "-", "--format", "json"},
            text);
    };
    ProgramRun const plain = compared(scenario);
    CHECK(plain.exit_code == 0);
    CHECK(compared(replaced(scenario, "standard", "advanced")).out == plain.out);
    CHECK(compared(replaced(scenario, "\"standard\"", "\"standard\", \"pooling\": [[1, 2]]")).out ==
          plain.out);
    CHECK(compared(replaced(scenario, "\"standard\"", "\"standard\", \"pooling\": [[2, 3]]"))
              .exit_code == 1);
    CHECK(compared(replaced(scenario, "standard", "gold")).exit_code == 1);
    CHECK(compared(replaced(scenario, "\"standard\"", "\"standard\", \"term_months\": 2"))
              .exit_code == 1);
}

TEST_CASE("catalogue from standard input, scenario from a file") {
    Folder const folder;
    write_file(folder / "scenario.json", scenario);
    ProgramRun const run =
        run_program({"quote", "--catalogue=-", "--scenario", (folder / "scenario.json").string()},
                    content_of(catalogue_file));
    CHECK(run.exit_code == 0);
    CHECK(run.out ==
          run_program({"quote", "--catalogue", catalogue_file, "--scenario", "-"}, scenario).out);
}

TEST_CASE("what an error quotes cannot steer the terminal") {
    ProgramRun const run =
        quote_of("{\"format\": 1, \"usage_minutes\": [1], \"package\": \"\\u001b[31mred\"}");
    CHECK(run.exit_code == 1);
    CHECK(run.err.find('\x1b') == std::string::npos);
    CHECK(run.err.find("[31mred") != std::string::npos);
}
