// The catalogue files that the JSON Schema is held against too, and the sample catalogue. Native
// only: it reads files.
#include "core/catalogue/catalogue.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace kontingent;
namespace fs = std::filesystem;

namespace {

fs::path const root = KONTINGENT_SOURCE_DIR;
fs::path const catalogues = root / "tests/core/catalogues";

std::string content_of(fs::path const& file) {
    std::ifstream stream(file, std::ios::binary);
    REQUIRE_MESSAGE(stream, "cannot read ", file.string());
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<fs::path> files_in(char const* folder) {
    std::vector<fs::path> files;
    for (auto const& entry : fs::directory_iterator(catalogues / folder)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    REQUIRE(!files.empty());
    return files;
}

using ExpectedErrors = std::map<std::string, std::vector<std::string>>; // by file: "code pointer"

ExpectedErrors expected_errors() {
    ExpectedErrors expected;
    std::istringstream lines(content_of(catalogues / "expected.txt"));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line.front() == '#') {
            continue;
        }
        auto const space = line.find(' ');
        REQUIRE(space != std::string::npos);
        expected[line.substr(0, space)].push_back(line.substr(space + 1));
    }
    return expected;
}

std::vector<std::string> errors_of(fs::path const& file) {
    std::vector<std::string> found;
    auto const catalogue = parse_catalogue(content_of(file));
    if (catalogue) {
        return found;
    }
    for (Error const& error : catalogue.error()) {
        found.emplace_back(error_code_text(error.code));
        if (!error.pointer.empty()) {
            found.back() += " " + error.pointer;
        }
    }
    return found;
}

} // namespace

TEST_CASE("good catalogues have no error") {
    for (fs::path const& file : files_in("good")) {
        CAPTURE(file.filename().string());
        auto const catalogue = parse_catalogue(content_of(file));
        CHECK((catalogue ? "" : tests::lines_of(catalogue.error())) == "");
    }
}

TEST_CASE("bad catalogues have exactly the errors that are expected") {
    ExpectedErrors expected = expected_errors();
    for (char const* const folder : {"bad/schema", "bad/semantic"}) {
        for (fs::path const& file : files_in(folder)) {
            std::string const name = std::string(folder) + "/" + file.filename().string();
            CAPTURE(name);
            CHECK(errors_of(file) == expected[name]);
            std::string const code =
                file.filename().string().substr(0, file.filename().string().find("--"));
            CHECK(std::ranges::any_of(expected[name], [&code](std::string const& error) {
                return error.starts_with(code);
            }));
            expected.erase(name);
        }
    }
    CHECK_MESSAGE(expected.empty(), "expected.txt names a file that is not there");
}

TEST_CASE("the examples cost what their sellers would charge") {
    struct Row {
        char const* file;
        char const* scenario;
        std::int64_t net, gross;
    };

    Row const rows[] = {
        // A year at 2,149; 2 of 6 tickets beyond at 59 in each of 12 months.
        {"shop-tickets", R"("usage_units": [6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6],
                            "package": "small", "term_months": 12)",
         356'500, 424'235},
        // 96 and three sites at 42, each with 10 % off, for 12 months, VAT included.
        {"care-plans", R"("usage_minutes": [60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60, 60],
                          "package": "plus", "term_months": 12, "extras": {"site": 4})",
         199'800, 239'760},
        // 2 of 10 hours go on to the second month, which takes 12: 1,800 with 8 % off, twice.
        {"rollover-hours", R"("usage_minutes": [480, 720], "package": "ten", "term_months": 12)",
         331'200, 407'376},
        // A block of 10 hours at 1,480 in the first and the second month; 8 hours are left for the
        // third.
        {"prepaid-hours", R"("usage_minutes": [360, 360, 360], "package": "ten")", 296'000,
         319'976},
        // 10,500 and a set-up of 2,500; two devices at 85; 2 hours off-hours count as 3, so 10
        // hours are included; an hour on site at 1,650.
        {"it-support", R"("usage_minutes": [600], "kind_minutes": {"off-hours": [120],
                          "on-site": [60]}, "task_minutes": 60, "extras": {"device": 22},
                          "package": "business", "term_months": 12)",
         1'482'000, 1'852'500},
    };
    for (Row const& row : rows) {
        CAPTURE(row.file);
        auto const catalogue =
            parse_catalogue(content_of(root / "examples" / (std::string(row.file) + ".json")));
        REQUIRE(catalogue);
        auto const scenario =
            parse_scenario(std::string(R"({"format": 1, )") + row.scenario + "}", *catalogue);
        REQUIRE_MESSAGE(scenario, tests::lines_of(scenario.error()));
        auto const quote = make_quote(*catalogue, *scenario);
        REQUIRE(quote);
        CHECK(quote->net == Money{row.net});
        CHECK(quote->gross == Money{row.gross});
    }
}

TEST_CASE("the sample catalogue has no error") {
    auto const catalogue = parse_catalogue(content_of(root / "site/catalogue/catalogue.json"));
    CHECK((catalogue ? "" : tests::lines_of(catalogue.error())) == "");
    REQUIRE(catalogue);
    CHECK(catalogue->is_sample);
    CHECK(catalogue->package_count() == 4);
    CHECK(catalogue->services.size() == 8);
    CHECK(catalogue->faq.size() == 6);
}
