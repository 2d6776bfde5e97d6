#include "cli/pages/page.hpp"
#include "core/base/format.hpp"
#include "core/pricing/quote.hpp"
#include "tests/cli/files.hpp"
#include "tests/cli/noted_problems.hpp"

#include <doctest/doctest.h>

using namespace kontingent;
using namespace kontingent::cli;
using namespace kontingent::tests;

namespace {

Catalogue golden_catalogue() {
    auto catalogue = parse_catalogue(content_of(source_path("tests/golden/catalogue.json")));
    REQUIRE(catalogue);
    return *std::move(catalogue);
}

// As short as they can be; the site's own are tried by pages_test.cpp.
constexpr char const* page_texts = R"({
  "months.one": "{n} month", "months.other": "{n} months", "days.one": "{n} day", "days.other": "{n} days",
  "hours.one": "{n} hour", "hours.other": "{n} hours", "minutes.one": "{n} minute", "minutes.other": "{n} minutes",
  "packages.caption": "c", "packages.name": "n", "packages.price": "p", "packages.included": "i",
  "packages.overage": "o", "packages.pooling": "l", "packages.responses": "r", "packages.services": "s",
  "packages.per_month": "a month", "packages.term_price": "{term}: {price}", "packages.no_price": "no base price",
  "packages.no_included": "pay as you go", "overage.flat": "{rate} flat", "overage.up_to": "to {to}: {rate}",
  "overage.beyond": "from {from}: {rate}", "overage.flat_fee": "plus {fee}", "overage.graduated": "step by step",
  "overage.volume": "for all", "overage.block": "in blocks", "overage.block_price": "{size}: {price}",
  "pooling.some": "{pairs} pairs", "pooling.none": "no pairs", "level.number": "level {level}",
  "response.always": "{time} always", "response.business": "{time} business", "response.days": "{time} open",
  "services.missing": "without:" })";

std::string table_of(Catalogue const& catalogue, Language language = Language::english) {
    NotedProblems problems;
    auto const texts = Texts::parse("texts.json", page_texts, problems);
    REQUIRE(texts);
    std::string const html = packages_table({catalogue, language, *texts, *texts}).text();
    CHECK(problems.text.empty());
    return html;
}

// What stands in the cell of one class, in the row of one package.
std::string cell(std::string const& table, std::string const& package_id,
                 std::string const& cell_class) {
    std::size_t const row = table.find("id=\"package-" + package_id + "\"");
    REQUIRE(row != std::string::npos);
    std::size_t const start = table.find("class=\"" + cell_class + "\"", row);
    REQUIRE(start != std::string::npos);
    std::size_t const content = table.find('>', start) + 1;
    return table.substr(content, table.find("</td>", content) - content);
}

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

void without_discount(Catalogue& catalogue, std::size_t term) {
    for (Offer& offer : catalogue.offers) {
        if (offer.subscription) {
            offer.subscription->terms[term].discount = BasisPoints{0};
        }
    }
}

} // namespace

TEST_CASE("the price of every term is what a quote bills for a month without extra hours") {
    Catalogue const catalogue = golden_catalogue();
    for (Language const language : all_languages) {
        std::string const table = table_of(catalogue, language);
        for (Offer const& package : catalogue.offers) {
            if (!package.is_package()) {
                continue;
            }
            std::string const price = cell(table, package.id, "price");
            for (Term const& term : catalogue.terms) {
                Scenario scenario;
                scenario.usage = {Minutes{0}};
                scenario.package_id = package.id;
                scenario.term_months = term.months;
                auto const quote = make_quote(catalogue, scenario);
                REQUIRE(quote);
                CAPTURE(package.id);
                CAPTURE(term.months);
                CHECK(holds(price, format_money(quote->net, catalogue.currency, language)));
            }
        }
    }
}

TEST_CASE("terms of the same price are not listed") {
    Catalogue catalogue = golden_catalogue();
    without_discount(catalogue, 1);
    CHECK(cell(table_of(catalogue, Language::german), "starter", "price") ==
          "<strong>420,00\u00A0€</strong> <span class=\"per\">a month</span><ul><li>12 months: "
          "378,00\u00A0€</li></ul>");
    without_discount(catalogue, 2);
    CHECK(cell(table_of(catalogue), "starter", "price") ==
          "<strong>€420.00</strong> <span class=\"per\">a month</span>");
}

TEST_CASE("included hours are counted") {
    Catalogue catalogue = golden_catalogue();
    auto const included = [&catalogue](std::int64_t minutes) {
        catalogue.offers[0].allowance.included = Minutes{minutes};
        return cell(table_of(catalogue), "starter", "included");
    };
    CHECK(included(60) == "<strong>1 hour</strong> <span class=\"per\">a month</span>");
    CHECK(included(90) == "<strong>1.5 hours</strong> <span class=\"per\">a month</span>");
    CHECK(included(240) == "<strong>4 hours</strong> <span class=\"per\">a month</span>");
}

TEST_CASE("overage in every mode") {
    std::string const table = table_of(golden_catalogue());
    CHECK(cell(table, "starter", "overage") ==
          "<ul><li>to 4 hours: €125.00</li><li>to 8 hours: €130.00 plus €25.00</li>"
          "<li>from 8 hours: €135.00</li></ul> <p>step by step</p>");
    CHECK(cell(table, "standard", "overage") ==
          "<ul><li>5 hours: €525.00</li></ul> <p>in blocks</p>");
    CHECK(cell(table, "advanced", "overage") ==
          "<ul><li>to 5 hours: €110.00</li><li>to 15 hours: €104.00 plus €50.00</li>"
          "<li>from 15 hours: €98.00</li></ul> <p>for all</p>");
    CHECK(cell(table, "on-demand", "overage") == "<ul><li>€145.00 flat</li></ul>");
}

TEST_CASE("response promises in their largest whole unit") {
    struct Row {
        char const* name;
        std::int64_t minutes;
        SupportHours hours;
        char const* promise;
    };

    Row const rows[] = {
        {"minutes", 30, SupportHours::always, "30 minutes always"},
        {"one minute", 1, SupportHours::always, "1 minute always"},
        {"an hour", 60, SupportHours::always, "1 hour always"},
        {"no half hour", 75, SupportHours::business, "75 minutes business"},
        {"one and a half", 90, SupportHours::business, "1.5 hours business"},
        {"around the clock has no business days", 480, SupportHours::always, "8 hours always"},
        {"a business day", 480, SupportHours::business, "1 day open"},
        {"three business days", 1'440, SupportHours::business, "3 days open"},
        {"no whole day", 510, SupportHours::business, "8.5 hours business"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Catalogue catalogue = golden_catalogue();
        catalogue.offers[0].responses[0] = {
            .level = 1, .within = Minutes{row.minutes}, .hours = row.hours};
        std::string const promises = cell(table_of(catalogue), "starter", "responses");
        CHECK(promises.starts_with(
            "<ul><li><span class=\"level\">level 1</span> <span class=\"promise\">" +
            std::string(row.promise) + "</span></li>"));
    }
}

TEST_CASE("services are all listed, the missing ones named as such") {
    Catalogue catalogue = golden_catalogue();
    catalogue.services.resize(3);
    catalogue.offers[0].services = {2, 0};
    CHECK(cell(table_of(catalogue), "starter", "services") ==
          "<ul><li class=\"is-included\">Monitoring</li>"
          "<li class=\"is-missing\"><span class=\"visually-hidden\">without: </span>Security "
          "updates</li>"
          "<li class=\"is-included\">Bug fixing</li></ul>");
}

TEST_CASE("on demand has a row without price, hours and pooling, at the end") {
    std::string const table = table_of(golden_catalogue());
    CHECK(cell(table, "on-demand", "price") == "<strong>no base price</strong>");
    CHECK(cell(table, "on-demand", "included") == "pay as you go");
    CHECK(cell(table, "on-demand", "pooling") == "no pairs");
    CHECK(cell(table, "flexible", "pooling") == "no pairs");
    CHECK(cell(table, "starter", "pooling") == "2 pairs");
    CHECK(table.find("id=\"package-on-demand\"") > table.find("id=\"package-flexible\""));
}
