#include "tests/endpoint/raw_client.hpp"
#include "tests/endpoint/test_site.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <string>

namespace kontingent::endpoint {

TEST_CASE("files come with their media type and freshness") {
    struct Row {
        std::string_view path;
        std::string_view type;
        std::string_view cache;
    };

    constexpr std::string_view for_good = "public, max-age=31536000, immutable";
    constexpr std::array rows{
        Row{"/", "text/html; charset=utf-8", "no-cache"},
        Row{"/index.html", "text/html; charset=utf-8", "no-cache"},
        Row{"/en/", "text/html; charset=utf-8", "no-cache"},
        Row{"/inner.html", "text/html; charset=utf-8", "no-cache"},
        Row{"/assets/page.1a2b3c4d.css", "text/css; charset=utf-8", for_good},
        Row{"/assets/plain.css", "text/css; charset=utf-8", "no-cache"},
        Row{"/assets/portal.0123abcd.wasm", "application/wasm", for_good},
        Row{"/assets/inter-400.89ab01cd.ttf", "font/ttf", for_good},
        Row{"/catalogue.json", "application/json", "no-cache"},
        Row{"/manifest.webmanifest", "application/manifest+json", "no-cache"},
        Row{"/a%20b.txt", "text/plain; charset=utf-8", "no-cache"},
        Row{"http://localhost/a%20b.txt", "text/plain; charset=utf-8", "no-cache"},
        Row{"/catalogue.json?v=1", "application/json", "no-cache"},
    };
    TestSite const site;
    for (Row const& row : rows) {
        CAPTURE(row.path);
        RawAnswer const answer = fetch(site.port(), "GET", row.path);
        CHECK(answer.status == 200);
        CHECK(answer.header("content-type") == row.type);
        CHECK(answer.header("cache-control") == row.cache);
        RawAnswer const head = fetch(site.port(), "HEAD", row.path);
        CHECK(head.status == 200);
        CHECK(head.header("content-length") == std::to_string(answer.body.size()));
        CHECK(head.header("etag") == answer.header("etag"));
    }
}

TEST_CASE("nothing outside the folder and nothing hidden is served") {
    TestSite const site;
    for (std::string_view path : {"/../secret.txt",
                                  "/%2e%2e/secret.txt",
                                  "/..%2fsecret.txt",
                                  "/..%5csecret.txt",
                                  "/..\\secret.txt",
                                  "/en/../../secret.txt",
                                  "/../site-secret/file.txt",
                                  "//secret.txt",
                                  "/link.txt",
                                  "/up/secret.txt",
                                  "/.hidden",
                                  "/.git/config",
                                  "/%2ehidden",
                                  "/index.html~",
                                  "/index.html%7e",
                                  "/assets/old~/page.css",
                                  "/template/page.html",
                                  "/%74emplate/page.html",
                                  "/template/",
                                  "/template",
                                  "/visible.txt",
                                  "/index.html/",
                                  "/index.html%00",
                                  "/index.html%00.png",
                                  "/nothing",
                                  "/nothing/",
                                  "/assets/",
                                  "/%",
                                  "/%zz",
                                  "*",
                                  "/index.html%0d%0aX-Injected:%20yes"}) {
        CAPTURE(path);
        RawAnswer const answer = fetch(site.port(), "GET", path);
        bool const is_refused = answer.status == 404 || answer.status == 400;
        CHECK(is_refused);
        CHECK(answer.body.find("secret") == std::string::npos);
        CHECK_FALSE(answer.header("x-injected").has_value());
    }
}

TEST_CASE("a folder without its slash is pointed to, relatively") {
    TestSite const site;
    RawAnswer const answer = fetch(site.port(), "GET", "/en");
    CHECK(answer.status == 301);
    CHECK(answer.header("location") == "en/");
    CHECK(fetch(site.port(), "GET", "/en?utm_source=x&q=a%20b").header("location") ==
          "en/?utm_source=x&q=a%20b");
    CHECK(fetch(site.port(), "GET", "/en?").header("location") == "en/");
    CHECK(fetch(site.port(), "GET", "/en/template/page.html").status == 200);
}

TEST_CASE("an unchanged file is not sent again") {
    TestSite const site;
    auto const etag = fetch(site.port(), "GET", "/").header("etag");
    REQUIRE(etag.has_value());
    RawAnswer const again = fetch(site.port(), "GET", "/", "If-None-Match: " + *etag + "\r\n");
    CHECK(again.status == 304);
    CHECK(again.header("etag") == etag);
    CHECK(again.body.empty());

    site.folder().write("site/index.html", "changed");
    RawAnswer const changed = fetch(site.port(), "GET", "/", "If-None-Match: " + *etag + "\r\n");
    CHECK(changed.status == 200);
    CHECK(changed.body == "changed");
}

TEST_CASE("a precompressed neighbour is sent to whoever takes it") {
    TestSite const site;
    RawAnswer const compressed =
        fetch(site.port(), "GET", "/assets/page.1a2b3c4d.css", "Accept-Encoding: gzip, br\r\n");
    CHECK(compressed.status == 200);
    CHECK(compressed.body == "compressed");
    CHECK(compressed.header("content-encoding") == "br");
    CHECK(compressed.header("vary") == "Accept-Encoding");
    CHECK(compressed.header("content-type") == "text/css; charset=utf-8");

    RawAnswer const plain =
        fetch(site.port(), "GET", "/assets/page.1a2b3c4d.css", "Accept-Encoding: br;q=0\r\n");
    CHECK(plain.body == "body{margin:0}");
    CHECK_FALSE(plain.header("content-encoding").has_value());
    CHECK(plain.header("vary") == "Accept-Encoding");
    CHECK(plain.header("etag") != compressed.header("etag"));

    RawAnswer const single =
        fetch(site.port(), "GET", "/assets/plain.css", "Accept-Encoding: br\r\n");
    CHECK(single.body == "p{margin:0}");
    CHECK_FALSE(single.header("content-encoding").has_value());
}

TEST_CASE("every answer carries the security headers") {
    TestSite const site;
    std::string const policy = std::string(page_policy) + "; frame-ancestors 'none'";
    for (std::string_view path :
         {"/", "/en/", "/assets/plain.css", "/nothing", "/%zz", "/healthz", "/en"}) {
        CAPTURE(path);
        RawAnswer const answer = fetch(site.port(), "GET", path);
        // JSON loads nothing, whatever the site's page may.
        bool const is_json =
            answer.header("content-type").value_or("").find("json") != std::string::npos;
        CHECK(is_json == (path == "/healthz" || path == "/%zz" || path == "/nothing"));
        CHECK(answer.header("content-security-policy") ==
              (is_json ? "default-src 'none'; frame-ancestors 'none'" : policy));
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(answer.header("cross-origin-opener-policy") == "same-origin");
        CHECK(answer.header("referrer-policy").has_value());
        CHECK(answer.header("permissions-policy").has_value());
    }
}

TEST_CASE("other methods are refused with the ones there are") {
    TestSite const site;
    for (std::string_view method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "BREW"}) {
        for (std::string_view path : {"/", "/healthz"}) {
            CAPTURE(method);
            RawAnswer const answer =
                fetch(site.port(), method, path, "", method == "POST" ? "text" : "");
            CHECK(answer.status == 405);
            CHECK(answer.header("allow") == "GET, HEAD");
            CHECK(answer.header("content-type") == "application/problem+json");
            auto const problem = nlohmann::json::parse(answer.body, nullptr, false);
            CHECK(problem.value("status", 0) == 405);
            CHECK(problem.value("title", "") == "Method Not Allowed");
        }
    }
}

TEST_CASE("a missing page is a page for people and a problem for programs") {
    TestSite const site;
    RawAnswer const page = fetch(site.port(), "GET", "/nothing", "Accept: text/html,*/*;q=0.8\r\n");
    CHECK(page.status == 404);
    CHECK(page.header("content-type") == "text/html; charset=utf-8");
    CHECK(page.body.find("Diese Seite gibt es nicht") != std::string::npos);
    RawAnswer const problem = fetch(site.port(), "GET", "/nothing", "Accept: application/json\r\n");
    CHECK(problem.header("content-type") == "application/problem+json");

    site.folder().write("site/404.html", "our own");
    CHECK(fetch(site.port(), "GET", "/nothing", "Accept: text/html\r\n").body == "our own");
}

TEST_CASE("health is told") {
    TestSite const site;
    RawAnswer const answer = fetch(site.port(), "GET", "/healthz");
    CHECK(answer.status == 200);
    CHECK(answer.body == "{\"status\":\"ok\"}\n");
    CHECK(answer.header("cache-control") == "no-store");
}

} // namespace kontingent::endpoint
