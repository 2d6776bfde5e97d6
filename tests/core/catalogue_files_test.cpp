// The catalogue files that the JSON Schema is held against too, and the sample catalogue. Native
// only: it reads files.
#include "core/catalogue/catalogue.hpp"
#include "tests/core/catalogue_text.hpp"

#include <doctest/doctest.h>

#include <algorithm>
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

TEST_CASE("the sample catalogue has no error") {
    auto const catalogue = parse_catalogue(content_of(root / "site/catalogue/catalogue.json"));
    CHECK((catalogue ? "" : tests::lines_of(catalogue.error())) == "");
    REQUIRE(catalogue);
    CHECK(catalogue->is_sample);
    CHECK(catalogue->package_count() == 4);
    CHECK(catalogue->services.size() == 8);
    CHECK(catalogue->faq.size() == 6);
}
