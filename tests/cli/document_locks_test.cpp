// Several processes on one store of quotes at the same time.
#include "tests/cli/document_runs.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <sstream>
#include <string>
#include <vector>

using namespace kontingent::tests;

namespace {

constexpr int process_count = 12;

// Runs the program once for each line of words after `documents`, all of them at the same time.
// Results in the order of the lines.
std::vector<ProgramRun> run_at_once(DocumentFolder const& store,
                                    std::vector<std::string> const& lines) {
    Folder const results;
    std::string const options = " --store '" + store.folder().name() + "' --catalogue '" +
                                sample_catalogue() + "' --language en";
    std::string script;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string const file = (results / std::to_string(i)).string();
        script += "('" KONTINGENT_PROGRAM "' documents " + lines[i] + options + " >'" + file +
                  ".out' 2>'" + file + ".err'; echo $? >'" + file + ".code') & ";
    }
    REQUIRE(std::system((script + "wait").c_str()) == 0);
    std::vector<ProgramRun> runs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string const name = std::to_string(i);
        runs.push_back({std::stoi(content_of(results / (name + ".code"))),
                        content_of(results / (name + ".out")),
                        content_of(results / (name + ".err"))});
    }
    return runs;
}

std::string id_of(int number) {
    return "quote-" + std::to_string(number);
}

void put_drafts(DocumentFolder const& store) {
    auto document = nlohmann::json::parse(draft_of_request());
    for (int i = 0; i < process_count; ++i) {
        document["id"] = id_of(i);
        store.put(document.dump());
    }
}

std::vector<std::string> lines_for_each(std::string const& before, std::string const& after) {
    std::vector<std::string> lines;
    for (int i = 0; i < process_count; ++i) {
        lines.push_back(before + id_of(i) + after);
    }
    return lines;
}

std::ptrdiff_t count_of_done(std::vector<ProgramRun> const& runs) {
    return std::ranges::count(runs, 0, &ProgramRun::exit_code);
}

} // namespace

TEST_CASE("processes that issue at the same time give each number once, and none is left out") {
    DocumentFolder const store;
    put_drafts(store);
    std::vector<std::string> numbers;
    for (ProgramRun const& run :
         run_at_once(store, lines_for_each("issue ", " --by sales --at 2027-03-01T09:00:00Z"))) {
        CHECK(run.err.empty());
        REQUIRE(run.exit_code == 0);
        numbers.push_back(run.out.substr(0, run.out.find(' ')));
    }
    std::ranges::sort(numbers);
    for (int i = 0; i < process_count; ++i) {
        std::string const count = std::to_string(i + 1);
        CHECK(numbers[static_cast<std::size_t>(i)] ==
              "A-2027-" + std::string(4 - count.size(), '0') + count + "/1");
    }
    // Each file is whole: listing reads and checks all of them.
    ProgramRun const list = store.run({"list"});
    CHECK(list.err.empty());
    CHECK(std::ranges::count(list.out, '\n') == process_count);
}

TEST_CASE("of processes that accept the same version at the same time one succeeds") {
    DocumentFolder const store;
    put_drafts(store);
    ProgramRun const issued = store.step({"issue", id_of(0)}, "2027-03-01T09:00:00Z");
    REQUIRE(issued.exit_code == 0);
    std::istringstream words(issued.out);
    std::string number;
    std::string digest;
    words >> number >> digest;
    std::vector<std::string> lines;
    for (int i = 0; i < process_count; ++i) {
        lines.push_back("accept " + id_of(0) +
                        " --by sales --at 2027-03-10T09:00:00Z --on 2027-03-10 --digest " + digest +
                        " --name Person-" + std::to_string(i));
    }
    auto const runs = run_at_once(store, lines);
    CHECK(count_of_done(runs) == 1);
    for (ProgramRun const& run : runs) {
        CHECK((run.exit_code == 0 ||
               run.err == id_of(0) + ": This step is not possible in the state “accepted”.\n"));
    }
    auto const document =
        nlohmann::json::parse(store.run({"show", id_of(0), "--format", "json"}).out);
    CHECK(document["events"].size() == 2);
}

TEST_CASE("processes that begin a new version at the same time begin one") {
    DocumentFolder const store;
    put_drafts(store);
    REQUIRE(store.step({"issue", id_of(0)}, "2027-03-01T09:00:00Z").exit_code == 0);
    CHECK(count_of_done(run_at_once(
              store, std::vector<std::string>(process_count, "revise " + id_of(0)))) == 1);
    auto const document =
        nlohmann::json::parse(store.run({"show", id_of(0), "--format", "json"}).out);
    CHECK(document["versions"].size() == 2);
}
