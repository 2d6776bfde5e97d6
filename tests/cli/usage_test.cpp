#include "tests/cli/program_run.hpp"

#include <doctest/doctest.h>

using namespace kontingent::tests;

TEST_CASE("wrong usage: exit 2, a sentence on standard error, nothing on standard output") {
    struct Row {
        char const* name;
        ProgramRun run;
        char const* sentence;
    };

    Row const rows[] = {
        {"no command", run_program({}), "Usage: kontingent [OPTION…] COMMAND"},
        {"unknown command", run_program({"sell"}), "unknown command 'sell'"},
        {"option before the command", run_program({"--language", "de", "check"}),
         "unknown option '--language'"},
        {"check without file", run_program({"check"}), "kontingent check: CATALOGUE is missing"},
        {"check with two", run_program({"check", "a", "b"}),
         "kontingent check: unexpected argument 'b'"},
        {"check with a scenario", run_program({"check", "a", "--scenario", "s"}),
         "unknown option '--scenario'"},
        {"quote without catalogue", run_program({"quote", "--scenario", "s"}),
         "option '--catalogue' is missing"},
        {"quote without scenario", run_program({"quote", "--catalogue", "c"}),
         "option '--scenario' is missing"},
        {"compare without scenario", run_program({"compare", "--catalogue", "c"}),
         "option '--scenario' is missing"},
        {"unknown format",
         run_program({"quote", "--catalogue", "c", "--scenario", "s", "--format", "xml"}),
         "--format: 'xml' is not one of text, json"},
        {"unknown language",
         run_program({"quote", "--catalogue", "c", "--scenario", "s", "--language", "xx"}),
         "--language: 'xx' is not one of en, "},
        {"standard input twice", run_program({"compare", "--catalogue", "-", "--scenario", "-"}),
         "standard input can be the catalogue or the scenario, not both"},
        {"pages without site", run_program({"pages"}), "option '--site' is missing"},
        {"serve without site", run_program({"serve"}), "option '--site' is missing"},
        {"serve with a rate that is none", run_program({"serve", "--site", "s", "--rate", "many"}),
         "--rate: 'many' is not a whole number from 0 to 100000"},
        {"requests without more", run_program({"requests"}), "a command is missing"},
        {"requests with an unknown command", run_program({"requests", "sell"}),
         "kontingent requests: unknown command 'sell'"},
        {"pages with an endpoint that is no address",
         run_program({"pages", "--site", "s", "--endpoint", "here"}),
         "--endpoint: 'here' is not an address like"},
        {"requests without store", run_program({"requests", "list"}),
         "option '--store' is missing"},
        {"serve with a file", run_program({"serve", "--site", "s", "x"}),
         "unexpected argument 'x'"},
        {"verbose without version", run_program({"--verbose", "check", "c"}), "--version"},
        {"version of a command", run_program({"check", "--version"}), "unknown option '--version'"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(row.run.exit_code == 2);
        CHECK(row.run.out.empty());
        CHECK(row.run.err.find(row.sentence) != std::string::npos);
    }
}

TEST_CASE("help: exit 0, on standard output, names every option of the command") {
    struct Row {
        char const* name;
        ProgramRun run;
        std::initializer_list<char const*> parts;
    };

    Row const rows[] = {
        {"program",
         run_program({"--help"}),
         {"check", "quote", "compare", "pages", "serve", "requests"}},
        {"check",
         run_program({"check", "--help"}),
         {"Usage: kontingent check", "CATALOGUE", "--language"}},
        {"quote",
         run_program({"quote", "--help"}),
         {"--catalogue", "--scenario", "--format", "--language"}},
        {"compare",
         run_program({"compare", "--help"}),
         {"--catalogue", "--scenario", "--format", "--language"}},
        {"pages",
         run_program({"pages", "--help"}),
         {"--site", "--catalogue", "--templates", "--endpoint", "--language"}},
        {"serve",
         run_program({"serve", "--help"}),
         {"--site", "--listen", "--store", "--catalogue", "--allow-origin", "--trust-proxy",
          "--rate", "--webhook", "--mail-server", "--mail-from", "--mail-to",
          "KONTINGENT_WEBHOOK_SECRET"}},
        {"requests export",
         run_program({"requests", "export", "--help"}),
         {"Usage: kontingent requests export", "--store", "--format csv|json"}},
        {"requests erase",
         run_program({"requests", "erase", "--help"}),
         {"REFERENCE|EMAIL", "--store"}},
        {"requests",
         run_program({"requests", "--help"}),
         {"list", "show", "export", "erase", "--store"}},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(row.run.exit_code == 0);
        CHECK(row.run.err.empty());
        for (char const* part : row.parts) {
            CAPTURE(part);
            CHECK(row.run.out.find(part) != std::string::npos);
        }
    }
}

TEST_CASE("--version: one line, whether or not a command is missing") {
    ProgramRun const run = run_program({"--version"});
    CHECK(run.exit_code == 0);
    CHECK(run.out == "kontingent " KONTINGENT_VERSION "\n");
    CHECK(run.err.empty());
}

TEST_CASE("--version --verbose names what is in program and site, in either order of the words") {
    ProgramRun const run = run_program({"--version", "--verbose"});
    CHECK(run.exit_code == 0);
    CHECK(run.out == run_program({"--verbose", "--version"}).out);
    CHECK(run.out.starts_with("kontingent " KONTINGENT_VERSION "\nCompiler: "));
    std::size_t const program = run.out.find("\nIn the program:\n");
    std::size_t const site = run.out.find("\nIn the site:\n");
    REQUIRE(program != std::string::npos);
    REQUIRE(site != std::string::npos);
    CHECK(program < site);
    for (char const* name :
         {"CLI11", "mustache", "libcurl", "libcrypto", "nlohmann-json", "sqlite3"}) {
        CAPTURE(name);
        CHECK(run.out.find("\n  " + std::string(name) + " ", program) < site);
    }
    for (char const* name : {"imgui", "nlohmann-json", "@fontsource/inter"}) {
        CAPTURE(name);
        CHECK(run.out.find("\n  " + std::string(name) + " ", site) != std::string::npos);
    }
    CHECK(run.out.find("doctest") == std::string::npos);
}
