// The built program as a process: exit codes, standard input, and what goes to which stream.
#include "tests/cli/files.hpp"
#include "tests/cli/program_run.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <sys/wait.h>

using namespace kontingent::tests;

namespace {

// `command` follows the program in a shell, which keeps the test as a person would type it.
ProgramRun run_process(std::string const& command, std::string const& input = {}) {
    Folder const folder;
    write_file(folder / "in", input);
    std::string const streams =
        " >'" + (folder / "out").string() + "' 2>'" + (folder / "err").string() + "'";
    std::string const line = "exec <'" + (folder / "in").string() + "'" + streams +
                             "; '" KONTINGENT_PROGRAM "' " + command;
    int const status = std::system(line.c_str());
    REQUIRE(WIFEXITED(status));
    return {WEXITSTATUS(status), content_of(folder / "out"), content_of(folder / "err")};
}

std::string const catalogue = "--catalogue '" + source_path("tests/golden/catalogue.json") + "'";
std::string const scenario_file = source_path("tests/golden/scenarios/seasons.json");

} // namespace

TEST_CASE("the program: exit 0 and the answer on standard output") {
    ProgramRun const run =
        run_process("quote " + catalogue + " --scenario '" + scenario_file + "' --format json");
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    CHECK(run.out == content_of(source_path("tests/golden/quotes/seasons.json")));
}

TEST_CASE("the program: standard input") {
    ProgramRun const run = run_process("compare " + catalogue + " --scenario - --language en",
                                       content_of(scenario_file));
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    CHECK(run.out == content_of(source_path("tests/golden/comparisons/seasons.en.txt")));
}

TEST_CASE("the program: exit 1 and the errors on standard error") {
    ProgramRun const run = run_process("check -", "[]");
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with("-:1:1: wrong_type: "));
}

TEST_CASE("the program: exit 2 and the usage on standard error") {
    ProgramRun const run = run_process("check --nonsense");
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(run.err ==
          "kontingent check: unknown option '--nonsense'\nTry 'kontingent check --help'.\n");
}

TEST_CASE("the program: an answer that cannot be written is no success") {
    if (!std::filesystem::exists("/dev/full")) {
        return;
    }
    ProgramRun const run =
        run_process("check '" + source_path("tests/golden/catalogue.json") + "' >/dev/full");
    CHECK(run.exit_code == 1);
    CHECK(run.err.find("standard output cannot be written") != std::string::npos);
}

TEST_CASE("the program: serve says why it cannot start") {
    ProgramRun const run = run_process("serve --site /nowhere/at/all");
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK_FALSE(run.err.empty());
}
