#include "cli/pages/page.hpp"
#include "core/base/format.hpp"
#include "core/pricing/quote.hpp"
#include "templates/embedded.hpp"
#include "tests/cli/files.hpp"
#include "tests/cli/noted_problems.hpp"
#include "tests/languages/names.hpp"

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

// As short as they can be; pages_test.cpp tries the site's own.
constexpr char const* page_texts = R"({
  "months.one": "{n} month", "months.other": "{n} months", "days.one": "{n} day", "days.other": "{n} days",
  "hours.one": "{n} hour", "hours.other": "{n} hours", "minutes.one": "{n} minute", "minutes.other": "{n} minutes",
  "unit.hour": "hour",
  "packages.caption": "c", "packages.name": "n", "packages.price": "p", "packages.included": "i",
  "packages.overage": "o", "packages.overage_units": "ou", "packages.pooling": "l", "packages.responses": "r",
  "packages.services": "s", "packages.kinds": "k", "packages.extras": "e",
  "packages.per_month": "a month", "packages.per_quarter": "a quarter", "packages.per_year": "a year",
  "packages.per_term": "for {term}", "packages.unlimited": "unlimited",
  "packages.term_price": "{term}: {price}", "packages.term_total": "{term}: {price} in all",
  "packages.setup_fee": "{fee} once", "packages.setup_fee_of_term": "{term}: {fee} once",
  "packages.no_price": "no base price", "packages.no_included": "pay as you go",
  "packages.net": "net", "packages.gross": "gross", "packages.no_vat": "no VAT", "packages.terms_note": "terms",
  "packages.days_note": "days",
  "overage.flat": "{rate} per {unit}", "overage.up_to": "to {to}: {rate}", "overage.none": "never",
  "overage.beyond": "from {from}: {rate}", "overage.flat_fee": "plus {fee}", "overage.graduated": "step by step per {unit}",
  "overage.volume": "for all", "overage.block": "in blocks", "overage.block_price": "{size}: {price}",
  "overage.block_valid": "blocks for {months}", "overage.block_unlimited": "blocks for ever", "overage.on_request": "ask",
  "carry.months": "for {months} more", "carry.always": "for ever", "carry.cap": "up to {cap}",
  "carry.part_months": "{share} for {months} more", "carry.part_always": "{share} for ever",
  "task.minimum": "at least {time}", "task.first": "first {time}", "task.increment": "then {time}", "task.fee": "{fee} each",
  "kind.line": "{kind}: {terms}", "kind.counts": "counts {share}", "kind.not_included": "never included",
  "extra.included": "{extra}: {number} included", "extra.monthly": "{extra}: {price} a month",
  "extra.one_off": "{extra}: {price} once", "extra.more_monthly": "{extra}: {price} more a month",
  "extra.more_one_off": "{extra}: {price} more once",
  "pooling.some": {"one": "1 pair", "other": "{n} pairs"}, "pooling.none": "no pairs", "level.number": "level {level}",
  "response.always": "{time} always", "response.business": "{time} business", "response.days": "{time} open",
  "services.missing": "without:" })";

std::string filled_with(Catalogue const& catalogue, Language language, std::string_view file,
                        std::string_view html) {
    NotedProblems problems;
    auto const texts = Texts::parse("texts.json", page_texts, problems);
    REQUIRE(texts);
    std::string filled =
        templates::render({std::string(file), std::string(html)},
                          packages({catalogue, language, *texts, *texts}), *texts, problems);
    CHECK(problems.text == "");
    return filled;
}

std::string table_of(Catalogue const& catalogue, Language language = english) {
    auto const html = templates::embedded("page-packages.html");
    REQUIRE(html);
    return filled_with(catalogue, language, "page-packages.html", *html);
}

std::string notes_of(Catalogue const& catalogue) {
    return filled_with(catalogue, english, "notes",
                       "{{#package_notes}}{{line}}, {{/package_notes}}");
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

LocalizedText in_both(char const* in_german, char const* in_english) {
    LocalizedText text;
    text.set(german, in_german);
    text.set(english, in_english);
    return text;
}

} // namespace

TEST_CASE("the price of every term is what a quote bills for a month without extra hours") {
    Catalogue const catalogue = golden_catalogue();
    for (Language const language : catalogue.languages) {
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
    CHECK(cell(table_of(catalogue, german), "starter", "price") ==
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
          "<li>from 8 hours: €135.00</li></ul> <p>step by step per hour</p>");
    CHECK(cell(table, "standard", "overage") ==
          "<ul><li>5 hours: €525.00</li></ul> <p>in blocks</p>");
    CHECK(cell(table, "advanced", "overage") ==
          "<ul><li>to 5 hours: €110.00</li><li>to 15 hours: €104.00 plus €50.00</li>"
          "<li>from 15 hours: €98.00</li></ul> <p>for all</p>");
    CHECK(cell(table, "on-demand", "overage") == "<ul><li>€145.00 per hour</li></ul>");
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

TEST_CASE("prices of whole terms and set-up fees") {
    Catalogue catalogue = golden_catalogue();
    auto& terms = catalogue.offers[0].subscription->terms;
    auto const price = [&catalogue] { return cell(table_of(catalogue), "starter", "price"); };
    std::string const others = "<li>6 months: €399.00</li><li>12 months: €378.00</li>";
    REQUIRE(price() ==
            "<strong>€420.00</strong> <span class=\"per\">a month</span><ul>" + others + "</ul>");
    for (OfferedTerm& term : terms) {
        term.setup_fee = Money{9'900};
    }
    CHECK(price().ends_with("<ul>" + others + "<li>€99.00 once</li></ul>"));
    terms[0].setup_fee = Money{0};
    CHECK(price().ends_with("<li>1 month: €0.00 once</li><li>6 months: €99.00 once</li>"
                            "<li>12 months: €99.00 once</li></ul>"));
    catalogue.offers[1].subscription->monthly_price = Money{0};
    CHECK(cell(table_of(catalogue), "standard", "price")
              .starts_with("<strong>no base price</strong>"));
    terms[2].total = Money{400'000};
    CHECK(holds(price(), "<li>12 months: €4,000.00 in all</li>"));
    terms.erase(terms.begin(), terms.begin() + 2);
    CHECK(price().starts_with(
        "<strong>€4,000.00</strong> <span class=\"per\">for 12 months</span><ul><li>€99.00 once"));
}

TEST_CASE("what is included, for each period, and what becomes of the rest") {
    Catalogue catalogue = golden_catalogue();
    Allowance& allowance = catalogue.offers[0].allowance;
    allowance = {};
    allowance.included = Minutes{2'400};
    allowance.period_months = 12;
    auto const included = [&catalogue] { return cell(table_of(catalogue), "starter", "included"); };
    CHECK(included() == "<strong>40 hours</strong> <span class=\"per\">a year</span>");
    allowance.period_months = 3;
    CHECK(included() == "<strong>40 hours</strong> <span class=\"per\">a quarter</span>");
    allowance = {};
    allowance.included = Minutes{60};
    allowance.carry = Carry{.months = 2, .cap = Minutes{120}, .share = BasisPoints{5'000}};
    CHECK(included() ==
          "<strong>1 hour</strong> <span class=\"per\">a month</span> <p>50% for 2 months "
          "more</p> <p>up to 2 hours</p>");
    allowance.carry = Carry{};
    CHECK(included().ends_with("</span> <p>for ever</p>"));
    allowance.carry = Carry{.months = 1, .cap = std::nullopt};
    CHECK(included().ends_with("</span> <p>for 1 month more</p>"));
    allowance.carry =
        Carry{.months = std::nullopt, .cap = std::nullopt, .share = BasisPoints{5'000}};
    CHECK(included().ends_with("</span> <p>50% for ever</p>"));
    allowance = {};
    allowance.is_unlimited = true;
    CHECK(included() == "<strong>unlimited</strong>");
}

TEST_CASE("work without a price, blocks that outlive their month, and tasks") {
    Catalogue catalogue = golden_catalogue();
    Offer& offer = catalogue.offers[0];
    auto const overage = [&catalogue] { return cell(table_of(catalogue), "starter", "overage"); };
    offer.overage = {};
    offer.overage.mode = OverageMode::on_request;
    CHECK(overage() == "<ul><li>ask</li></ul>");
    offer.overage.mode = OverageMode::block;
    offer.overage.block_size = Minutes{600};
    offer.overage.block_price = Money{100'000};
    offer.overage.block_valid_months = 12;
    CHECK(overage() == "<ul><li>10 hours: €1,000.00</li></ul> <p>blocks for 12 months</p>");
    offer.overage.block_valid_months = std::nullopt;
    CHECK(overage().ends_with("<p>blocks for ever</p>"));
    offer.task = TaskRule{
        .minimum = Minutes{30}, .first = Minutes{60}, .increment = Minutes{15}, .fee = Money{500}};
    CHECK(
        overage().ends_with("<p>blocks for ever</p> <p>at least 30 minutes</p> <p>first 1 hour</p> "
                            "<p>then 15 minutes</p> <p>€5.00 each</p>"));
    offer.overage = {};
    offer.task = std::nullopt;
    CHECK(overage() == "never");
}

TEST_CASE("kinds of work and extras") {
    Catalogue catalogue = golden_catalogue();
    CHECK_FALSE(holds(table_of(catalogue), "class=\"kinds\""));
    CHECK_FALSE(holds(table_of(catalogue), "class=\"extras\""));
    LocalizedText const urgent = in_both("Dringend", "Urgent");
    LocalizedText const site = in_both("Website", "Website");
    catalogue.kinds = {{.id = "regular", .name = {}, .summary = {}},
                       {.id = "urgent", .name = urgent, .summary = {}}};
    catalogue.extras = {{.id = "site", .name = site, .summary = {}, .max = 50}};
    for (Offer& offer : catalogue.offers) {
        offer.kinds.resize(2);
    }
    CHECK_FALSE(holds(table_of(catalogue), "class=\"kinds\""));
    Offer& offer = catalogue.offers[0];
    Overage own;
    own.tiers = {{.up_to = {}, .hourly_rate = {18'000}, .flat_fee = {}}};
    offer.kinds[1] = {.uses_included = false, .counts = BasisPoints{15'000}, .overage = own};
    CHECK(cell(table_of(catalogue), "starter", "kinds") ==
          "<ul><li>Urgent: counts 150%; never included; €180.00 per hour</li></ul>");
    CHECK(cell(table_of(catalogue), "standard", "kinds") == "–");
    offer.extras = {
        {.extra = 0, .included = 2, .monthly_price = Money{1'500}, .one_off_price = Money{5'000}}};
    CHECK(cell(table_of(catalogue), "starter", "extras") ==
          "<ul><li>Website: 2 included</li><li>Website: €15.00 more a month</li>"
          "<li>Website: €50.00 more once</li></ul>");
    offer.extras[0].included = 0;
    CHECK(cell(table_of(catalogue), "starter", "extras") ==
          "<ul><li>Website: €15.00 a month</li><li>Website: €50.00 once</li></ul>");
    CHECK(holds(table_of(catalogue), "class=\"packages columns-9\""));
}

TEST_CASE("units are called what the catalogue calls them") {
    Catalogue catalogue = golden_catalogue();
    catalogue.unit = Unit{.one = in_both("Ticket", "ticket"),
                          .few = {},
                          .many = {},
                          .other = in_both("Tickets", "tickets")};
    catalogue.offers[0].allowance.included = Minutes{1};
    std::string const table = table_of(catalogue);
    CHECK(cell(table, "starter", "included").starts_with("<strong>1 ticket</strong>"));
    CHECK(cell(table, "on-demand", "overage") == "<ul><li>€145.00 per ticket</li></ul>");
    CHECK(holds(table, "data-label=\"ou\""));
    CHECK(cell(table, "starter", "overage").starts_with("<ul><li>to 240 tickets: €125.00</li>"));
}

TEST_CASE("columns that no offer uses are left out") {
    Catalogue catalogue = golden_catalogue();
    CHECK(holds(table_of(catalogue), "class=\"packages columns-7\""));
    catalogue.services.clear();
    for (Offer& offer : catalogue.offers) {
        offer.responses.clear();
        offer.services.clear();
        offer.allowance = {};
    }
    std::string const table = table_of(catalogue);
    CHECK(holds(table, "class=\"packages columns-3\""));
    for (char const* name : {"included", "pooling", "responses", "services"}) {
        CAPTURE(name);
        CHECK_FALSE(holds(table, std::string("class=\"") + name + "\""));
    }
}

TEST_CASE("notes below the table say what the prices mean") {
    Catalogue catalogue = golden_catalogue();
    CHECK(notes_of(catalogue) == "net, terms, days, ");
    catalogue.prices_include_vat = true;
    CHECK(notes_of(catalogue).starts_with("gross, "));
    catalogue.is_small_business = true;
    CHECK(notes_of(catalogue).starts_with("no VAT, "));
    for (Offer& offer : catalogue.offers) {
        offer.responses.clear();
        if (offer.subscription) {
            offer.subscription->terms.resize(1);
        }
    }
    CHECK(notes_of(catalogue) == "no VAT, ");
    catalogue.is_small_business = false;
    catalogue.vat = BasisPoints{0};
    CHECK(notes_of(catalogue) == "");
}
