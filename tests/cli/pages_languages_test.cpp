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

TEST_CASE("licences have a page in each of the catalogue's languages") {
    Folder const site;
    make_site(site);
    auto const page = [](std::string const& language) { return "licences." + language + ".html"; };
    write_file(site / "licences.json",
               R"([{"name":"A & B","version":"1.2","licence":"MIT","paragraphs":["Copyright <a>",)"
               R"("\"As is\"; it's free."]},)"
               R"({"name":"C","version":"3","licence":"OFL-1.1","paragraphs":["PERMISSION"]}])");
    auto const pages_are = [&](std::string const& catalogue, std::string const& spoken) {
        CAPTURE(catalogue);
        ProgramRun const run = run_program({"pages", "--site", site.name(), "--catalogue",
                                            source_path("tests/golden/" + catalogue)});
        CHECK(run.err.empty());
        CHECK(run.exit_code == 0);
        for (std::string const language : {"en", "de", "fr", "pl"}) {
            CAPTURE(language);
            bool const is_spoken = holds(spoken, language);
            CHECK(std::filesystem::exists(site / page(language)) == is_spoken);
            CHECK_FALSE(std::filesystem::exists(site / (page(language) + ".br")));
            if (is_spoken) {
                CHECK(holds(content_of(site / page(language)), "<html lang=\"" + language + "\">"));
            }
            write_file(site / (page(language) + ".br"), "packed");
        }
    };
    pages_are("catalogue.json", "de en");
    std::string const german = content_of(site / "licences.de.html");
    CHECK(holds(german, "<h1>Lizenzen</h1>"));
    CHECK(holds(german, "href=\"assets/styles\""));
    CHECK(holds(german, "<section class=\"section grid\">\n<h2>A &amp; B 1.2</h2>\n<p>MIT</p>\n"
                        "<p class=\"note\" lang=\"en\">Copyright &lt;a&gt;</p>\n"
                        "<p class=\"note\" lang=\"en\">&quot;As is&quot;; it&#39;s free.</p>\n"
                        "</section>\n<section class=\"section grid\">\n<h2>C 3</h2>\n"));
    pages_are("catalogue-polish.json", "pl");
    CHECK(holds(content_of(site / "licences.pl.html"), "<h1>Licencje</h1>"));
    pages_are("catalogue-four.json", "en de fr pl");
    pages_are("catalogue.json", "de en");
}

TEST_CASE("a list of licences that is not as it has to be is named, and nothing is written") {
    struct Row {
        char const* name;
        char const* content;
        char const* error;
    };

    for (Row const& row : {
             Row{"no JSON", "[", "licences.json:1:2: syntax"},
             Row{"none", "[]", "licences.json:1:1: out_of_range"},
             Row{"no list", "{}", "licences.json:1:1: wrong_type"},
             Row{"a member is missing", R"([{"name":"A","licence":"MIT","paragraphs":["x"]}])",
                 "licences.json:1:2: missing_member /0"},
             Row{"no text", R"([{"name":"A","version":"1","licence":"MIT","paragraphs":[]}])",
                 "licences.json:1:57: out_of_range /0/paragraphs"},
         }) {
        CAPTURE(row.name);
        Folder const site;
        make_site(site);
        write_file(site / "licences.json", row.content);
        ProgramRun const run = write_pages(site);
        CHECK(run.exit_code == 1);
        CHECK_MESSAGE(holds(run.err, row.error), run.err);
        CHECK_FALSE(std::filesystem::exists(site / "index.html"));
    }
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
