// `kontingent pages`: a site in the languages of its catalogue, and in no other.
#include "tests/cli/sites.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

using namespace kontingent::tests;

TEST_CASE("a catalogue of one language gives a site without any other") {
    Folder const site;
    make_site(site);
    write_file(site / "manifest.webmanifest",
               R"({"name":"Was","description":"x","lang":"de","start_url":"./","icons":[1]})");
    CHECK(write_pages(site).exit_code == 0);
    CHECK(holds(content_of(site / "manifest.webmanifest"), "\"lang\": \"de\""));
    write_file(site / "mine/index.html", "not ours");

    ProgramRun const run = run_program({"pages", "--site", site.name(), "--catalogue",
                                        source_path("tests/golden/catalogue-polish.json")});
    CHECK(run.err.empty());
    CHECK(run.exit_code == 0);
    std::string const page = content_of(site / "index.html");
    CHECK(holds(page, "<html lang=\"pl\">"));
    CHECK(holds(page, "catalogue.pl.json"));
    CHECK(holds(page, "licences.pl.html"));
    for (char const* const absent :
         {"class=\"languages\"", "hreflang", "lang=\"de\"", "lang=\"en\"", "licences.de",
          "catalogue.de.json", "Paket ", "Stunden"}) {
        CAPTURE(absent);
        CHECK_FALSE(holds(page, absent));
    }
    std::string const manifest = content_of(site / "manifest.webmanifest");
    CHECK(holds(manifest, "\"lang\": \"pl\""));
    CHECK(holds(manifest, "\"name\": \"Ile kosztuje wsparcie"));
    CHECK(holds(manifest, "\"start_url\": \"./\""));
    CHECK(holds(manifest, "\"icons\": [1]"));
    CHECK_FALSE(std::filesystem::exists(site / "en"));
    CHECK_FALSE(std::filesystem::exists(site / "catalogue.de.json"));
    CHECK(std::filesystem::exists(site / "catalogue.pl.json"));
    CHECK(std::filesystem::exists(site / "mine/index.html"));
}

TEST_CASE("licences are shown in the catalogue's languages, the others wait among the assets") {
    Folder const site;
    make_site(site);
    auto const page = [](std::string const& language) { return "licences." + language + ".html"; };
    for (std::string const language : {"en", "de", "fr", "pl"}) {
        write_file(site / page(language), "licences, " + language);
        write_file(site / (page(language) + ".br"), "packed");
    }
    auto const shown_are = [&](std::string const& catalogue, std::string const& shown) {
        CAPTURE(catalogue);
        ProgramRun const run = run_program({"pages", "--site", site.name(), "--catalogue",
                                            source_path("tests/golden/" + catalogue)});
        CHECK(run.err.empty());
        CHECK(run.exit_code == 0);
        for (std::string const language : {"en", "de", "fr", "pl"}) {
            CAPTURE(language);
            bool const is_shown = holds(shown, language);
            CHECK(std::filesystem::exists(site / page(language)) == is_shown);
            CHECK(std::filesystem::exists(site / ("assets/" + page(language))) == !is_shown);
            CHECK(content_of(site / ((is_shown ? "" : "assets/") + page(language))) ==
                  "licences, " + language);
        }
    };
    shown_are("catalogue.json", "de en");
    CHECK(std::filesystem::exists(site / "licences.de.html.br"));
    CHECK_FALSE(std::filesystem::exists(site / "licences.pl.html.br"));
    shown_are("catalogue-polish.json", "pl");
    shown_are("catalogue-four.json", "en de fr pl");
    shown_are("catalogue.json", "de en");
}

TEST_CASE("a catalogue of four languages has a page in each, which names the others") {
    Folder const site;
    make_site(site);
    ProgramRun const run = run_program({"pages", "--site", site.name(), "--catalogue",
                                        source_path("tests/golden/catalogue-four.json")});
    CHECK(run.err.empty());
    CHECK(run.exit_code == 0);
    for (std::string const language : {"en", "de", "fr", "pl"}) {
        CAPTURE(language);
        std::string const page =
            content_of(site / (language == "en" ? "index.html" : language + "/index.html"));
        CHECK(holds(page, "<html lang=\"" + language + "\">"));
        for (char const* const other : {"en", "de", "fr", "pl"}) {
            CHECK(holds(page, "hreflang=\"" + std::string(other) + "\""));
        }
    }
}
