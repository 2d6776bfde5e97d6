// Whole quotes and comparisons as text and JSON. KONTINGENT_UPDATE_GOLDEN=1 writes them anew; read
// the difference before you commit it.
#include "tests/cli/files.hpp"
#include "tests/cli/program_run.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

using namespace kontingent::tests;

namespace {

bool is_update() {
    char const* value = std::getenv("KONTINGENT_UPDATE_GOLDEN");
    return value != nullptr && std::string_view(value) == "1";
}

void check_golden(std::string const& name, ProgramRun const& run) {
    CAPTURE(name);
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    std::string const path = source_path("tests/golden/" + name);
    if (is_update()) {
        write_file(path, run.out);
    }
    CHECK(run.out == content_of(path));
}

struct Answer {
    std::string command, catalogue, scenario;
};

ProgramRun run_in(Answer const& answer, std::string const& format, std::string const& language) {
    return run_program({answer.command, "--catalogue",
                        source_path("tests/golden/" + answer.catalogue + ".json"), "--scenario",
                        source_path("tests/golden/scenarios/" + answer.scenario + ".json"),
                        "--format", format, "--language", language});
}

void check_all_forms(Answer const& answer, std::string const& name) {
    auto const run = [&answer](char const* format, char const* language) {
        return run_in(answer, format, language);
    };
    check_golden(name + ".de.txt", run("text", "de"));
    check_golden(name + ".en.txt", run("text", "en"));
    check_golden(name + ".json", run("json", "de"));
    CHECK(run("json", "de").out == run("json", "en").out);
}

} // namespace

TEST_CASE("golden quotes") {
    for (char const* scenario : {"steady", "seasons", "reverse-charge", "on-demand",
                                 "thirty-months", "dear-pooling", "unused"}) {
        check_all_forms({"quote", "catalogue", scenario}, std::string("quotes/") + scenario);
    }
}

TEST_CASE("golden comparisons") {
    for (char const* scenario : {"steady", "seasons", "reverse-charge", "unused", "uncertain",
                                 "requirements", "contained", "nothing-left", "resampled"}) {
        check_all_forms({"compare", "catalogue", scenario}, std::string("comparisons/") + scenario);
    }
}

TEST_CASE("golden quotes and comparisons in four languages") {
    for (Answer const& answer : {Answer{"quote", "catalogue-four", "office"},
                                 Answer{"compare", "catalogue-four", "office"},
                                 Answer{"quote", "catalogue-tickets", "tickets"},
                                 Answer{"compare", "catalogue-tickets", "tickets"}}) {
        for (std::string const language : {"de", "en", "fr", "pl"}) {
            std::string const folder = answer.command == "quote" ? "quotes/" : "comparisons/";
            check_golden(folder + answer.scenario + "." + language + ".txt",
                         run_in(answer, "text", language));
        }
    }
}

TEST_CASE("golden quote from a catalogue that speaks one language, in another currency") {
    check_all_forms({"quote", "catalogue-english", "seasons"}, "quotes/english-catalogue");
}
