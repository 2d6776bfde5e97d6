#include "tests/cli/document_runs.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace kontingent::tests {

namespace {

std::string const request = R"({"reference": "K-7F3QX-2M9PT", "received_at": "2027-02-20T10:00:00Z",
  "request": {"format": 1, "kind": "package", "language": "en", "consent": true,
    "contact": {"name": "Ada Example", "email": "ada@example.org", "company": "Example Ltd"},
    "message": "Please call before noon",
    "scenario": {"format": 1, "usage_minutes": [720, 720, 720, 720, 720, 720, 720, 720, 720, 720, 720, 720],
      "package": "standard", "term_months": 12},
    "quoted": {"catalogue": "c", "net": 1, "vat": 1, "gross": 1}}})";

} // namespace

std::string sample_catalogue() {
    return source_path("site/catalogue/catalogue.json");
}

ProgramRun DocumentFolder::run_with(std::vector<std::string> const& words,
                                    std::string const& input) const {
    std::vector<std::string> all{"documents"};
    all.insert(all.end(), words.begin(), words.end());
    for (std::string const& word :
         {std::string("--store"), folder_.name(), std::string("--catalogue"), sample_catalogue(),
          std::string("--language"), std::string("en")}) {
        all.push_back(word);
    }
    return run_program(all, input);
}

ProgramRun DocumentFolder::step(std::vector<std::string> const& words,
                                std::string const& at) const {
    std::vector<std::string> all{"documents"};
    all.insert(all.end(), words.begin(), words.end());
    for (std::string const& word :
         {std::string("--by"), std::string("sales"), std::string("--at"), at,
          std::string("--store"), folder_.name(), std::string("--catalogue"), sample_catalogue(),
          std::string("--language"), std::string("en")}) {
        all.push_back(word);
    }
    return run_program(all);
}

std::string DocumentFolder::put(std::string const& text) const {
    ProgramRun const run = run_with({"put", "-"}, text);
    REQUIRE(run.err.empty());
    REQUIRE(run.exit_code == 0);
    return run.out.substr(0, run.out.find('\n'));
}

std::string draft_of_request() {
    ProgramRun const run = run_program({"document", "--from-request", "-", "--catalogue",
                                        sample_catalogue(), "--format", "json", "--language", "en"},
                                       request);
    REQUIRE(run.err.empty());
    REQUIRE(run.exit_code == 0);
    auto document = nlohmann::json::parse(run.out);
    auto& version = document["versions"].back();
    version.erase("alternatives");
    version["content"]["valid_until"] = "2027-03-28";
    version["content"]["special_discounts"] = {
        {{"reason", "Fair"}, {"basis_points", 750}, {"on", "base"}}};
    return document.dump();
}

std::string with_package_of_draft(std::string const& file, std::string_view package, int minutes,
                                  std::string_view valid_until) {
    auto document = nlohmann::json::parse(file);
    auto& version = document["versions"].back();
    version.erase("alternatives");
    auto& content = version["content"];
    content["alternatives"][0]["package"] = package;
    content["scenario"]["usage_minutes"] = std::vector<int>(12, minutes);
    content["valid_until"] = valid_until;
    return document.dump();
}

} // namespace kontingent::tests
