// Quotes as documents, from a request to an acceptance, with the program alone.
#include "cli/document_store.hpp"
#include "cli/time_zone.hpp"
#include "tests/cli/document_runs.hpp"
#include "tests/cli/files.hpp"
#include "tests/cli/program_run.hpp"

#include <doctest/doctest.h>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

// A quote in a store of its own, issued on 1 March 2027.
struct IssuedQuote {
    DocumentFolder folder;
    std::string id = folder.put(draft_of_request());
    std::string issued = folder.step({"issue", id, "--limit", "750"}, "2027-03-01T09:00:00Z").out;

    // Of the version whose line "NUMBER  DIGEST" this is.
    static std::string digest_in(std::string const& line) {
        return line.substr(line.find("  ") + 2, 64);
    }

    ProgramRun accept(std::string const& at, std::string const& digest) const {
        return folder.step(
            {"accept", id, "--digest", digest, "--on", "2027-03-20", "--name", "Ada"}, at);
    }

    // Revises it to Starter with 8 hours and issues that on 20 March.
    std::string revise() const {
        REQUIRE(folder.run({"revise", id}).exit_code == 0);
        std::string const file = folder.run({"show", id, "--format", "json"}).out;
        REQUIRE(folder.put(with_package_of_draft(file, "starter", 480, "2027-04-30")) == id);
        return folder.step({"issue", id}, "2027-03-20T09:00:00Z").out;
    }
};

} // namespace

TEST_CASE("a request becomes a quote with a special discount, up to the limit") {
    DocumentFolder const folder;
    std::string const id = folder.put(draft_of_request());
    ProgramRun const over = folder.step({"issue", id, "--limit", "749"}, "2027-03-01T09:00:00Z");
    CHECK(over.exit_code == 1);
    CHECK(over.err == id + ": The special discount of 7.5% is above what may be granted.\n");
    ProgramRun const issued = folder.step({"issue", id, "--limit", "750"}, "2027-03-01T09:00:00Z");
    REQUIRE(issued.err.empty());
    CHECK(issued.out.starts_with("A-2027-0001/1  "));
    std::string const text = folder.run({"show", id}).out;
    CHECK(text.find("Special discount 7.5%: Fair") != std::string::npos);
    CHECK(text.find("Fixed over 12 months: net €9,790.20, VAT €1,860.14, gross €11,650.34") !=
          std::string::npos);
    CHECK(text.find("Expected in total, only if used (net): €6,300.00") != std::string::npos);
    CHECK(text.find("12 monthly invoices for the fixed part add up to €11,650.32, €0.02 less") !=
          std::string::npos);
    CHECK(text.find("Valid until the end of 28 March 2027 (Europe/Berlin)") != std::string::npos);
    CHECK(text.find("before noon") == std::string::npos); // the visitor's message is in the notes
}

TEST_CASE(
    "a quote is accepted in its last millisecond, not in the next, and not with another digest") {
    IssuedQuote const quote;
    std::string const digest = IssuedQuote::digest_in(quote.issued);
    ProgramRun const late = quote.accept("2027-03-28T22:00:00Z", digest);
    CHECK(late.exit_code == 1);
    CHECK(late.err ==
          quote.id + ": The quote expired at 2027-03-28T21:59:59.999Z; issue a new version.\n");
    CHECK(quote.accept("2027-03-28T21:59:59.999Z", std::string(64, '0')).exit_code == 1);
    CHECK(quote.accept("2027-03-28T21:59:59.999Z", digest).exit_code == 0);
}

TEST_CASE("a revised quote says what changed, and takes the place of the first") {
    IssuedQuote const quote;
    std::string const second = quote.revise();
    CHECK(second.starts_with("A-2027-0001/2  "));
    std::string const changes = quote.folder.run({"changes", quote.id}).out;
    for (char const* const part :
         {"What changes: version 1 to version 2", "Offer: Standard, 12 months → Starter, 12 months",
          "(−€466.20)", "(−€5,594.40)", "(−€300.00)", "(−€5,894.40)",
          "Included: 10 h a month → 4 h a month",
          "Response time, Level 1 (Emergency): 1 h, around the clock → 2 h in business hours",
          "No longer included: Design changes"}) {
        CAPTURE(part);
        CHECK(changes.find(part) != std::string::npos);
    }
    std::string const at = "2027-03-21T09:00:00Z";
    CHECK(quote.accept(at, IssuedQuote::digest_in(quote.issued)).exit_code == 1);
    CHECK(quote.accept(at, IssuedQuote::digest_in(second)).exit_code == 0);
    CHECK(quote.folder.run({"list"}).out.find("A-2027-0001/2  accepted  Example Ltd") !=
          std::string::npos);
    CHECK(quote.folder.step({"withdraw", quote.id}, at).exit_code == 1);
    CHECK(quote.folder.step({"counter", quote.id, "--reason", "Entered twice"}, at).exit_code == 0);
}

TEST_CASE("what was issued cannot be replaced") {
    DocumentFolder const folder;
    std::string const id = folder.put(draft_of_request());
    std::string const before = folder.run({"show", id, "--format", "json"}).out;
    REQUIRE(folder.step({"issue", id}, "2027-03-01T09:00:00Z").exit_code == 0);
    ProgramRun const put = folder.run_with({"put", "-"}, before);
    CHECK(put.exit_code == 1);
    CHECK(put.err == "-: What was issued cannot be replaced, only the draft.\n");
}

TEST_CASE("a number is never given twice, whatever is lost") {
    DocumentFolder const folder;
    std::string const first = folder.put(draft_of_request());
    std::string const second = folder.put(draft_of_request());
    std::string const third = folder.put(draft_of_request());
    CHECK(folder.step({"issue", first}, "2027-03-01T09:00:00Z").out.starts_with("A-2027-0001/1"));
    SUBCASE("a document") {
        std::filesystem::remove(folder.folder() / (first + ".json"));
    }
    SUBCASE("the file of counts") {
        std::filesystem::remove(folder.folder() / "numbers");
    }
    CHECK(folder.step({"issue", second}, "2027-03-01T09:00:00Z").out.starts_with("A-2027-0002/1"));
    CHECK(folder.step({"issue", third, "--prefix", "B"}, "2027-03-01T09:00:00Z")
              .out.starts_with("B-2027-0001/1"));
}

TEST_CASE("a step that is refused gives no number") {
    DocumentFolder const folder;
    std::string const id = folder.put(draft_of_request());
    CHECK(folder.step({"issue", id, "--limit", "1"}, "2027-03-01T09:00:00Z").exit_code == 1);
    CHECK(folder.step({"issue", id, "--limit", "10001"}, "2027-03-01T09:00:00Z").exit_code == 2);
    CHECK(folder.step({"issue", id}, "2027-04-01T09:00:00Z").exit_code == 1);
    CHECK(folder.step({"issue", id, "--prefix", "lower"}, "2027-03-01T09:00:00Z").exit_code == 1);
    CHECK(folder.step({"issue", id}, "2027-03-01T09:00:00Z").out.starts_with("A-2027-0001/1"));
}

TEST_CASE("errors of a document's file say where") {
    std::string const text =
        replaced(draft_of_request(), R"("basis_points":750)", R"("basis_points":0)");
    ProgramRun const run =
        run_program({"document", "-", "--catalogue", sample_catalogue(), "--language", "en"}, text);
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.find("out_of_range /versions/0/content/special_discounts/0/basis_points: The "
                       "value must be between 1 and 10,000.") != std::string::npos);
    CHECK(run_program({"document", "--catalogue", sample_catalogue()}).exit_code == 2);
}

TEST_CASE("a request without hours is no quote") {
    ProgramRun const run = run_program(
        {"document", "--from-request", "-", "--catalogue", sample_catalogue(), "--language", "en"},
        R"({"request": {"contact": {"name": "n"}}})");
    CHECK(run.exit_code == 1);
    CHECK(run.err.find("missing_member /request: The member “scenario” is missing.") !=
          std::string::npos);
}

TEST_CASE("a day ends where the seller is") {
    struct Row {
        char const* name;
        char const* day;
        char const* zone;
        char const* end;
    };

    Row const rows[] = {
        {"summer time begins on this day", "2027-03-28", "Europe/Berlin",
         "2027-03-28T21:59:59.999Z"},
        {"the day before it", "2027-03-27", "Europe/Berlin", "2027-03-27T22:59:59.999Z"},
        {"summer time ends on this day", "2027-10-31", "Europe/Berlin", "2027-10-31T22:59:59.999Z"},
        {"no zone is UTC", "2027-03-28", "", "2027-03-28T23:59:59.999Z"},
        {"behind UTC", "2027-03-28", "America/New_York", "2027-03-29T03:59:59.999Z"},
        {"clocks go forward at midnight", "2018-11-03", "America/Sao_Paulo",
         "2018-11-04T02:59:59.999Z"},
        {"a day that is left out", "2011-12-29", "Pacific/Apia", "2011-12-30T09:59:59.999Z"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const end = cli::end_of_day(*parse_day(row.day), row.zone);
        REQUIRE(end.has_value());
        CHECK(to_text(*end) == row.end);
        CHECK(cli::day_at(*end, row.zone) == parse_day(row.day));
        CHECK(*cli::day_at(Instant{end->milliseconds + 1}, row.zone) > *parse_day(row.day));
    }
    CHECK_FALSE(cli::end_of_day(Day{}, "Europe/Nowhere").has_value());
}

TEST_CASE("quote and compare take special discounts") {
    auto const scenario = [](std::string const& discounts) {
        return R"({"format": 1, "usage_minutes": [480, 480, 480, 480, 480, 480, 480, 480, 480, 480, 480, 480],
          "package": "standard", "term_months": 12, "special_discounts": )" +
               discounts + "}";
    };
    auto const run = [&](char const* command, std::string const& discounts) {
        return run_program(
            {command, "--catalogue", sample_catalogue(), "--scenario", "-", "--language", "en"},
            scenario(discounts));
    };
    ProgramRun const quote =
        run("quote", R"([{"reason": "Fair", "basis_points": 750, "on": "base"}])");
    CHECK(quote.exit_code == 0);
    CHECK(quote.out.find("Special discount 7.5% (Fair)") != std::string::npos);
    CHECK(quote.out.find("€9,790.20") != std::string::npos);

    struct Row {
        char const* basis_points;
        char const* best;
    };

    for (Row const& row : {Row{"79", "Starter"}, Row{"80", "Standard"}}) {
        CAPTURE(row.basis_points);
        std::string const discounts = R"([{"reason": "r", "basis_points": )" +
                                      std::string(row.basis_points) + R"(, "on": "base"}])";
        ProgramRun const compared = run_program(
            {"compare", "--catalogue", sample_catalogue(), "--scenario", "-", "--format", "json"},
            scenario(discounts));
        CHECK(compared.exit_code == 0);
        auto const recommended = compared.out.find("\"recommended\"");
        REQUIRE(recommended != std::string::npos);
        std::string const name = row.best == std::string("Starter") ? "starter" : "standard";
        CHECK(compared.out.find("\"package\": \"" + name + "\"", recommended) <
              compared.out.find("\"runner_up\""));
    }
    ProgramRun const wrong = run("quote", R"([{"reason": "r", "on": "base"}])");
    CHECK(wrong.exit_code == 1);
    CHECK(wrong.err.find("missing_member /special_discounts/0") != std::string::npos);
}
