// `kontingent pages`: all pages of a site, from the program's own template.
#include "core/request/request_fields.hpp"
#include "tests/cli/sites.hpp"

#include <doctest/doctest.h>

using namespace kontingent::tests;

TEST_CASE("pages in every language, without anything left to fill") {
    Folder const site;
    make_site(site);
    ProgramRun const run = write_pages(site);
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    CHECK(run.out == (site / "index.html").string() + "\n" + (site / "en/index.html").string() +
                         "\n" + (site / "catalogue.de.json").string() + "\n" +
                         (site / "catalogue.en.json").string() + "\n");
    CHECK(holds(content_of(site / "catalogue.de.json"), "\"de\":\"Überwachung\""));
    CHECK_FALSE(holds(content_of(site / "catalogue.en.json"), "Überwachung"));
    std::string const german = content_of(site / "index.html");
    std::string const english = content_of(site / "en/index.html");
    for (std::string const& page : {german, english}) {
        CHECK_FALSE(holds(page, "{{"));
        CHECK_FALSE(holds(page, "}}"));
        CHECK(holds(page, "</html>"));
        CHECK(holds(page, "sample-note"));
    }
    CHECK(holds(german, "<html lang=\"de\">"));
    CHECK(holds(german, "980,00\u00A0€"));
    CHECK(holds(german, "href=\"assets/styles\""));
    CHECK(holds(german, "<a href=\"en/#languages\" hreflang=\"en\" lang=\"en\">EN"));
    CHECK(holds(german,
                "<a href=\"./#languages\" hreflang=\"de\" lang=\"de\" aria-current=\"true\">DE"));
    CHECK(holds(english, "<html lang=\"en\">"));
    CHECK(holds(english, "€980.00"));
    CHECK(holds(english, "href=\"../assets/styles\""));
    CHECK(holds(english, "<a href=\"../#languages\" hreflang=\"de\" lang=\"de\">DE"));
    CHECK(holds(english, "hreflang=\"x-default\" href=\"../\""));
}

TEST_CASE("a catalogue of one's own is copied into the site and used") {
    Folder const site;
    make_site(site);
    Folder const own;
    std::string const text =
        replaced(golden_catalogue(), "\"monthly_price\": 98000", "\"monthly_price\": 123456");
    write_file(own / "own.json", text);
    ProgramRun const run =
        run_program({"pages", "--site", site.name(), "--catalogue", (own / "own.json").string()});
    CHECK(run.exit_code == 0);
    CHECK(content_of(site / "catalogue.json") == text);
    CHECK(holds(content_of(site / "index.html"), "1.234,56\u00A0€"));
    CHECK(run_program({"pages", "--site", site.name(), "--catalogue", "-"}, golden_catalogue())
              .exit_code == 0);
    CHECK(content_of(site / "catalogue.json") == golden_catalogue());
    CHECK_FALSE(holds(content_of(site / "index.html"), "1.234,56\u00A0€"));
}

TEST_CASE("an accent of the catalogue's own becomes a style sheet, and goes with it") {
    Folder const site;
    make_site(site);
    write_file(site / "catalogue.json",
               replaced(golden_catalogue(), "\"sample\": true",
                        "\"sample\": true, \"theme\": {\"accent\": \"#8A2BE2\"}"));
    CHECK(write_pages(site).exit_code == 0);
    CHECK(holds(content_of(site / "theme.css"), ":root{--accent:#8a2be2}"));
    CHECK(holds(content_of(site / "index.html"), "<link rel=\"stylesheet\" href=\"theme.css\">"));
    CHECK(holds(content_of(site / "en/index.html"), "href=\"../theme.css\""));
    write_file(site / "catalogue.json", golden_catalogue());
    CHECK(write_pages(site).exit_code == 0);
    CHECK_FALSE(std::filesystem::exists(site / "theme.css"));
    CHECK_FALSE(holds(content_of(site / "index.html"), "theme.css"));
}

TEST_CASE("prices are on the first screen while the portal loads") {
    Folder const site;
    make_site(site);
    CHECK(write_pages(site).exit_code == 0);
    std::string const page = content_of(site / "index.html");
    std::size_t const loading = page.find("<div class=\"portal-loading\">");
    std::string const shown = page.substr(loading, page.find("</div>", loading) - loading);
    CHECK(holds(shown, "<th scope=\"row\">Standard</th><td>10\u00A0Stunden</td>"
                       "<td><strong>980,00\u00A0€</strong> im Monat</td>"));
    CHECK(holds(shown, "<strong>Kein Grundpreis</strong></td>"));
}

TEST_CASE("where the site's address is known, pages name theirs") {
    Folder const site;
    make_site(site);
    CHECK(write_pages(site).exit_code == 0);
    CHECK_FALSE(holds(content_of(site / "index.html"), "canonical"));
    std::string const base = "https://www.example.com/a/";
    CHECK(run_program({"pages", "--site", site.name(), "--base-url", base}).exit_code == 0);
    for (auto const& [name, address] :
         {std::pair{"index.html", base}, {"en/index.html", base + "en/"}}) {
        std::string const page = content_of(site / name);
        CHECK(holds(page, "<link rel=\"canonical\" href=\"" + address + "\">"));
        CHECK(holds(page, "hreflang=\"de\" href=\"" + base + "\">"));
        CHECK(holds(page, "hreflang=\"en\" href=\"" + base + "en/\">"));
        CHECK(holds(page, "hreflang=\"x-default\" href=\"" + base + "\">"));
    }
    for (char const* wrong :
         {"https://www.example.com", "www.example.com/", "ftp://a/", "https:///"}) {
        CAPTURE(wrong);
        ProgramRun const run = run_program({"pages", "--site", site.name(), "--base-url", wrong});
        CHECK(run.exit_code != 0);
        CHECK(holds(run.err, "--base-url"));
    }
}

TEST_CASE("requests go to the site's own server") {
    Folder const site;
    make_site(site);
    CHECK(write_pages(site).exit_code == 0);
    std::string const german = content_of(site / "index.html");
    std::string const english = content_of(site / "en/index.html");
    CHECK(holds(german, " data-endpoint=\"requests\""));
    CHECK(holds(german, " action=\"requests\""));
    CHECK(holds(english, " data-endpoint=\"../requests\""));
    CHECK(holds(english, " action=\"../requests\""));
    CHECK(holds(german, "connect-src 'self'; "));
    CHECK(holds(german, "form-action 'self'\""));
}

TEST_CASE("requests go to another endpoint, and the security policy lets them") {
    Folder const site;
    make_site(site);
    ProgramRun const run = run_program({"pages", "--site", site.name(), "--endpoint",
                                        "https://requests.example.com:8443/a/requests"});
    CHECK(run.exit_code == 0);
    for (char const* name : {"index.html", "en/index.html"}) {
        std::string const page = content_of(site / name);
        CHECK(holds(page, " data-endpoint=\"https://requests.example.com:8443/a/requests\""));
        CHECK(holds(page, " action=\"https://requests.example.com:8443/a/requests\""));
        CHECK(holds(page, "connect-src 'self' https://requests.example.com:8443; "));
        CHECK(holds(page, "form-action 'self' https://requests.example.com:8443\""));
    }
}

TEST_CASE("an endpoint that is no address, or would change the policy, is wrong usage") {
    Folder const site;
    make_site(site);
    for (char const* endpoint :
         {"requests", "/requests", "ftp://example.com/", "https://", "https:///requests",
          "https://example.com/a b", "https://example.com/; script-src *",
          "https://example.com/?a=1", "https://example.com/#a", "https://example.com/\"",
          "https://me@example.com/", "javascript:alert(1)", "https://example.com,b"}) {
        CAPTURE(endpoint);
        ProgramRun const run =
            run_program({"pages", "--site", site.name(), "--endpoint", endpoint});
        CHECK(run.exit_code == 2);
        CHECK(holds(run.err, "--endpoint"));
        CHECK_FALSE(std::filesystem::exists(site / "index.html"));
    }
}

TEST_CASE("the plain form offers the catalogue's packages, terms and levels") {
    Folder const site;
    make_site(site);
    CHECK(write_pages(site).exit_code == 0);
    std::string const german = content_of(site / "index.html");
    CHECK(holds(german, "<option value=\"12\">12\u00A0Monate</option>"));
    CHECK(holds(german, "<option value=\"1\">Ebene\u00A01 · Notfall</option>"));
    CHECK(holds(german, "<option value=\"starter\">Starter</option>"));
    CHECK(
        holds(content_of(site / "en/index.html"), "<option value=\"12\">12\u00A0months</option>"));
}

TEST_CASE("the plain form has each field of a request, in every language") {
    Folder const site;
    make_site(site);
    ProgramRun const run = write_pages(site);
    CHECK(run.err.empty()); // no text is missing
    for (char const* name : {"index.html", "en/index.html"}) {
        std::string const page = content_of(site / name);
        for (kontingent::RequestField const& field : kontingent::request_fields) {
            CAPTURE(field.name);
            CHECK(holds(page, " name=\"" + std::string(field.name) + "\""));
        }
    }
}

TEST_CASE("a site without its portal says so") {
    Folder const site;
    make_site(site);
    write_file(site / "assets.json", replaced(asset_names(), "\"assets/script\"", "\"\""));
    CHECK(write_pages(site).exit_code == 0);
    std::string const page = content_of(site / "index.html");
    CHECK(holds(page, "data-state=\"failed\""));
    CHECK(holds(page, "data-message=\"failed\" role=\"alert\">"));
    CHECK_FALSE(holds(page, "modulepreload"));
}

TEST_CASE(
    "a site with the desk gets its pages, in every language, from the names of its own list") {
    Folder const site;
    make_site(site);
    write_file(site / "desk/assets.json",
               replaced(asset_names(), "{", R"({"desk_wasm": "desk/assets/desk.wasm",
        "desk_script": "desk/assets/desk.mjs", "desk_page_script": "desk/assets/page.mjs",
        "desk_history_script": "desk/assets/history.js",
        "desk_styles": "desk/assets/desk.css", )"));
    ProgramRun const run = write_pages(site);
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    CHECK(holds(run.out, (site / "desk/index.html").string() + "\n"));
    std::string const german = content_of(site / "desk/index.html");
    std::string const english = content_of(site / "desk/en/index.html");
    for (std::string const& page : {german, english}) {
        CHECK_FALSE(holds(page, "{{"));
        CHECK(holds(page, "<meta name=\"robots\" content=\"noindex, nofollow\">"));
        CHECK(holds(page, "data-version=\"assets/version\""));
    }
    CHECK(holds(german, "data-wasm=\"../desk/assets/desk.wasm\""));
    CHECK(holds(german, "data-catalogue=\"../catalogue.json\""));
    CHECK(holds(german, "<a href=\"en/\" hreflang=\"en\""));
    CHECK(holds(english, "data-wasm=\"../../desk/assets/desk.wasm\""));
    CHECK(holds(english, "<a href=\"../\" hreflang=\"de\""));
    for (char const* page : {"index.html", "en/index.html"}) {
        CAPTURE(page);
        CHECK_FALSE(holds(content_of(site / page), "desk"));
    }
    SUBCASE("in languages that are no longer spoken they go") {
        CHECK(run_program({"pages", "--site", site.name(), "--catalogue",
                           source_path("tests/golden/catalogue-english.json")})
                  .exit_code == 0);
        CHECK_FALSE(std::filesystem::exists(site / "desk/en/index.html"));
        CHECK(holds(content_of(site / "desk/index.html"), "<html lang=\"en\">"));
    }
    SUBCASE("templates that are for the site alone leave the desk its own") {
        Folder const own;
        write_file(own / "page.html", "<p>{{text.hello}}</p>");
        write_file(own / "page.de.json", R"({"hello": "Hallo"})");
        write_file(own / "page.en.json", R"({"hello": "Hello"})");
        CHECK(run_program({"pages", "--site", site.name(), "--templates", own.name()}).exit_code ==
              0);
        CHECK(content_of(site / "index.html") == "<p>Hallo</p>");
        CHECK(content_of(site / "desk/index.html") == german);
        write_file(own / "desk.html", "<p>{{text.hello}} {{asset.desk_wasm}}</p>");
        CHECK(run_program({"pages", "--site", site.name(), "--templates", own.name()}).exit_code ==
              0);
        CHECK(content_of(site / "desk/en/index.html") == "<p>Hello desk/assets/desk.wasm</p>");
    }
}

TEST_CASE("templates from elsewhere") {
    Folder const site;
    make_site(site);
    Folder const own;
    write_file(own / "page.html", "<p>{{text.hello}}</p>");
    write_file(own / "page.de.json",
               R"({"hello": "Hallo, {seller}, {vat}, {currency}, {catalogue}"})");
    write_file(own / "page.en.json", R"({"hello": "Hello"})");
    ProgramRun const run = run_program({"pages", "--site", site.name(), "--templates", own.name()});
    CHECK(run.exit_code == 0);
    CHECK(content_of(site / "index.html") ==
          "<p>Hallo, Musterwerk Digitalagentur GmbH, 19\u00A0%, EUR, golden-1</p>");
    CHECK(content_of(site / "en/index.html") == "<p>Hello</p>");
}

TEST_CASE(
    "what is stale goes: compressed twins, and pages in languages that are no longer spoken") {
    Folder const site;
    make_site(site);
    CHECK(write_pages(site).exit_code == 0);
    for (char const* name :
         {"index.html.br", "en/index.html.br", "catalogue.json.br", "assets/site.css.br"}) {
        write_file(site / name, "old");
    }
    ProgramRun const run = run_program({"pages", "--site", site.name(), "--catalogue",
                                        source_path("tests/golden/catalogue-english.json")});
    CHECK(run.exit_code == 0);
    CHECK(run.out == (site / "index.html").string() + "\n" + (site / "catalogue.en.json").string() +
                         "\n" + (site / "catalogue.json").string() + "\n");
    CHECK(holds(content_of(site / "index.html"), "<html lang=\"en\">"));
    CHECK_FALSE(holds(content_of(site / "index.html"), "sample-note"));
    for (char const* name : {"index.html.br", "en/index.html.br", "catalogue.json.br",
                             "en/index.html", "en", "catalogue.de.json"}) {
        CAPTURE(name);
        CHECK_FALSE(std::filesystem::exists(site / name));
    }
    CHECK(std::filesystem::exists(site / "assets/site.css.br"));
}

TEST_CASE("hostile catalogue texts stay texts") {
    Folder const site;
    make_site(site);
    std::string const attack =
        R"(</title><script>alert(1)</script>\" onload=\"x' {{text.skip}} {seller} &amp;)";
    std::string text = golden_catalogue();
    text = replaced(text, "\"Musterwerk Digitalagentur GmbH\"", "\"" + attack + "\"");
    text = replaced(text, "\"de\": \"Überwachung\"", "\"de\": \"" + attack + "\"");
    text = replaced(text, "\"de\": \"Starter\"", "\"de\": \"" + attack + "\"");
    text = replaced(text, "\"de\": \"Notfall\"", "\"de\": \"" + attack + "\"");
    text = replaced(text, "\"de\": \"Frage?\"", "\"de\": \"" + attack + "\"");
    text = replaced(text, "\"https://musterwerk.example.com/\"",
                    "\"https://example.com/\\\"onclick=\\\"x\"");
    write_file(site / "catalogue.json", text);
    ProgramRun const run = write_pages(site);
    CHECK(run.err.empty());
    CHECK(run.exit_code == 0);
    std::string const page = content_of(site / "index.html");
    CHECK_FALSE(holds(page, "<script>alert"));
    CHECK_FALSE(holds(page, "\" onload"));
    CHECK_FALSE(holds(page, "\"onclick"));
    CHECK(holds(page, "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; "
                      "onload=&quot;x&#39; {{text.skip}} "
                      "{seller} &amp;amp;"));
}

TEST_CASE("errors: all of them, exit 1, and nothing is written") {
    Folder const site;
    make_site(site);
    write_file(site / "index.html", "as it was");
    SUBCASE("the catalogue is wrong") {
        write_file(site / "catalogue.json", "{}");
        ProgramRun const run = write_pages(site);
        CHECK(run.exit_code == 1);
        CHECK(holds(run.err, (site / "catalogue.json").string() + ":1:1: missing_member: "));
        CHECK(line_count(run.err) > 5);
    }
    SUBCASE("the given catalogue is wrong: the site keeps its own") {
        ProgramRun const run =
            run_program({"pages", "--site", site.name(), "--catalogue", "-"}, "{}");
        CHECK(run.exit_code == 1);
        CHECK(content_of(site / "catalogue.json") == golden_catalogue());
    }
    SUBCASE("template and texts are wrong") {
        Folder const own;
        write_file(own / "page.html", "{{nonsense}} {{text.gone}}");
        write_file(own / "page.de.json", "{}");
        write_file(own / "page.en.json", R"({"gone": "{what}"})");
        ProgramRun const run = run_program(
            {"pages", "--site", site.name(), "--templates", own.name(), "--language", "en"});
        CHECK(run.exit_code == 1);
        CHECK(holds(run.err, "page.html:1:1: unknown_placeholder: "));
        CHECK(holds(run.err, "page.de.json:1:1: missing_member: "));
        CHECK(holds(run.err, "page.en.json:1:10: unknown_argument /gone: "));
        CHECK(line_count(run.err) == 3);
    }
    SUBCASE("files are missing") {
        std::filesystem::remove(site / "assets.json");
        Folder const own;
        write_file(own / "page.de.json", "{}");
        ProgramRun const run =
            run_program({"pages", "--site", site.name(), "--templates", own.name()});
        CHECK(run.exit_code == 1);
        CHECK(line_count(run.err) == 3);
    }
    CHECK(content_of(site / "index.html") == "as it was");
    CHECK_FALSE(std::filesystem::exists(site / "en/index.html"));
}

TEST_CASE("a page that cannot be written") {
    Folder const site;
    make_site(site);
    write_file(site / "en", "a file where a folder should be");
    ProgramRun const run = write_pages(site);
    CHECK(run.exit_code == 1);
    CHECK(run.out.empty());
    CHECK(
        run.err.starts_with((site / "en/index.html").string() + ": the file cannot be written: "));
    CHECK_FALSE(std::filesystem::exists(site / "index.html"));
}
