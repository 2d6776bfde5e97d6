// Pages of catalogues that sell by other rules than the sample: in their own words, nothing empty.
#include "core/base/language.hpp"
#include "tests/cli/files.hpp"
#include "tests/cli/program_run.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent::tests;

namespace {

std::string asset_names() {
    std::string names = "{";
    for (char const* const name :
         {"styles", "styles_below", "favicon", "icon", "version", "font_regular", "font_semibold",
          "page_script", "script", "wasm", "deferred_wasm", "history_script", "history_wasm"}) {
        names += "\"" + std::string(name) + "\": \"assets/" + name + "\", ";
    }
    for (kontingent::Language const language : kontingent::all_languages()) {
        std::string const name = "texts_" + std::string(tag(language));
        names += "\"" + name + "\": \"assets/" + name + "\", ";
    }
    return names + "\"end\": \"\"}";
}

// The page in the catalogue's first language.
std::string page_of(std::string const& catalogue) {
    Folder const site;
    write_file(site / "assets.json", asset_names());
    ProgramRun const run =
        run_program({"pages", "--site", site.name(), "--catalogue", catalogue, "--language", "en"});
    CAPTURE(run.err);
    REQUIRE(run.exit_code == 0);
    return content_of(site / "index.html");
}

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a page speaks of tickets where tickets are sold, in the seller's words") {
    std::string const page = page_of(source_path("examples/shop-tickets.json"));
    CHECK(holds(page, "<h1>Tickets statt Stundenzettel.</h1>"));
    // The portal's texts by their places in its list, escaped for the attribute.
    CHECK(holds(page, " data-own-texts=\"{&quot;"));
    CHECK(holds(page, "Tickets pro Monat"));
    // Hours are left to response times.
    for (char const* const word :
         {"Stunden pro Monat", "Stunden je Monat", "tzliche Stunden", "Feste Stunden"}) {
        CAPTURE(word);
        CHECK_FALSE(holds(page, word));
    }
    CHECK_FALSE(holds(page, "{Unit}"));
    CHECK_FALSE(holds(page, "{one}"));
}

TEST_CASE("a page asks for the extras that are sold, and shows nothing empty") {
    std::string const page = page_of(source_path("examples/care-plans.json"));
    CHECK(holds(page, "name=\"extra_site\""));
    CHECK(holds(page, "name=\"extra_move\""));
    CHECK_FALSE(holds(page, "name=\"task\""));
    for (char const* const absent :
         {"id=\"levels\"", "href=\"#levels\"", "id=\"answers\"", "value=\"on_demand\"",
          "name=\"level\"", "tel:", "<dd></dd>", "<br><br>"}) {
        CAPTURE(absent);
        CHECK_FALSE(holds(page, absent));
    }
    CHECK(holds(page, "id=\"services\""));
}

TEST_CASE("the sample's page carries no text of the portal") {
    CHECK_FALSE(holds(page_of(source_path("tests/golden/catalogue.json")), "data-own-texts"));
}
