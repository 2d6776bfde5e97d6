// What happens on the connection itself: several requests, broken ones, slow ones, and the end.
#include "tests/endpoint/raw_client.hpp"
#include "tests/endpoint/test_site.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>

namespace kontingent::endpoint {

TEST_CASE("one connection carries several requests, also sent at once") {
    TestSite const site;
    RawClient client(site.port());
    std::string const request = "GET /catalogue.json HTTP/1.1\r\nHost: a\r\n\r\n";
    client.send(request + request);
    client.send(request);
    for (int i = 0; i < 3; ++i) {
        RawAnswer const answer = client.read_answer();
        CHECK(answer.status == 200);
        CHECK(answer.body == "{}");
    }
}

TEST_CASE("a head that may not be answered is refused once, in the form of every refusal") {
    struct Row {
        std::string_view name;
        std::string bytes;
        int status;
    };

    TestSite const site;
    std::string const get = "GET / HTTP/1.1\r\nHost: a\r\n";
    std::string const post = "POST / HTTP/1.1\r\nHost: a\r\n";
    for (Row const& row : std::vector<Row>{
             {"blank lines", "\r\n\r\n\r\n", 400},
             {"a method alone", "GET\r\n\r\n", 400},
             {"no version", "GET /\r\n\r\n", 400},
             {"another version", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400},
             {"HTTP/2", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400},
             {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
             {"a Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
             {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00", 7), 400},
             {"no end", std::string(100'000, 'A'), 431},
             {"a long target", "GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\n\r\n", 431},
             {"a long value", get + "X: " + std::string(100'000, 'b') + "\r\n\r\n", 431},
             {"no name", get + ": nameless\r\n\r\n", 400},
             {"a blank before the colon", get + "X : a\r\n\r\n", 400},
             {"no colon", get + "X\r\n\r\n", 400},
             {"a bare CR", get + "X: a\rb\r\n\r\n", 400},
             {"a bare LF", "GET / HTTP/1.1\nHost: a\n\n", 400},
             {"NUL", get + "X: a" + std::string(1, '\0') + "b\r\n\r\n", 400},
             {"two lengths", post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", 400},
             {"length and coding",
              post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
             {"a negative length", post + "Content-Length: -1\r\n\r\n", 400},
             {"a length beyond any", post + "Content-Length: 99999999999999999999\r\n\r\n", 400},
             {"a large length", post + "Content-Length: 9999999999\r\n\r\n", 413},
             {"gzip", post + "Transfer-Encoding: gzip\r\n\r\n", 400},
             {"no chunk size", post + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n", 400},
             {"a chunk beyond any",
              post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n", 400},
         }) {
        CAPTURE(row.name);
        RawClient client(site.port());
        client.send(row.bytes);
        client.finish_sending();
        RawAnswer const answer = client.read_answer();
        CHECK(answer.status == row.status);
        CHECK(answer.header("content-type") == "application/problem+json");
        CHECK(answer.header("x-content-type-options") == "nosniff");
        CHECK(answer.header("connection") == "close");
        CHECK(answer.body.ends_with("}\n"));
        CHECK(client.read_answer().status == 0); // one answer
    }
    CHECK(fetch(site.port(), "GET", "/healthz").status == 200);
}

TEST_CASE("heads up to the limit are answered") {
    TestSite const site;
    std::string const begin = "GET /healthz HTTP/1.1\r\nHost: a\r\nX: ";
    std::string const end = "\r\n\r\n";
    std::size_t const limit = 32 * 1024;
    for (auto const& [size, status] : std::vector<std::pair<std::size_t, int>>{
             {31'700, 200}, {limit - 1, 200}, {limit, 200}, {limit + 1, 431}, {limit + 600, 431}}) {
        CAPTURE(size);
        RawClient client(site.port());
        client.send(begin + std::string(size - begin.size() - end.size(), 'x') + end);
        CHECK(client.read_answer().status == status);
    }
}

TEST_CASE("one address has so many connections, and is told when they are too many") {
    ServerLimits limits;
    limits.connections_per_address_max = 3;
    TestSite const site(limits);
    std::vector<std::unique_ptr<RawClient>> open;
    for (int i = 0; i < 3; ++i) {
        open.push_back(std::make_unique<RawClient>(site.port()));
        open.back()->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(open.back()->read_answer().status == 200);
    }
    RawAnswer const refused = fetch(site.port(), "GET", "/healthz");
    CHECK(refused.status == 503);
    CHECK(refused.header("content-type") == "application/problem+json");
    limits.is_shared_peer = [](std::string const&) { return true; };
    TestSite const behind_proxy(limits);
    open.clear();
    for (int i = 0; i < 5; ++i) {
        open.push_back(std::make_unique<RawClient>(behind_proxy.port()));
        open.back()->send("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        CHECK(open.back()->read_answer().status == 200);
    }
}

TEST_CASE("doubtful framing ends the connection, so that nothing can hide behind it") {
    TestSite const site;
    RawClient client(site.port());
    client.send(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n"
        "0\r\n\r\nGET /catalogue.json HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(client.read_answer().status == 400);
    CHECK(client.read_answer().status == 0);
}

TEST_CASE("a body over the limit is refused, declared or chunked") {
    TestSite const site;
    std::string const body(100'000, 'x');
    CHECK(fetch(site.port(), "POST", "/", "", body).status == 413);
    RawClient chunked(site.port());
    chunked.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n186a0\r\n" +
                 body + "\r\n0\r\n\r\n");
    CHECK(chunked.read_answer().status == 413);
    RawClient endless(site.port());
    endless.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    int sent = 0;
    while (sent < 100 && endless.send("186a0\r\n" + body + "\r\n")) {
        ++sent;
    }
    CHECK(sent < 100);
}

TEST_CASE("a cut-off request leaves nothing behind") {
    TestSite const site;
    for (std::string_view bytes : {"GET /", "GET / HTTP/1.1\r\nHo",
                                   "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\nabc"}) {
        RawClient client(site.port());
        client.send(bytes);
    }
    CHECK(fetch(site.port(), "GET", "/healthz").status == 200);
}

TEST_CASE("slow senders are cut off") {
    ServerLimits limits;
    limits.receive = std::chrono::milliseconds(200);
    TestSite const site(limits);
    SUBCASE("silence") {
        RawClient client(site.port());
        CHECK(client.wait_until_closed());
    }
    SUBCASE("a head byte by byte") {
        RawClient client(site.port());
        std::string const head = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
        client.send(head);
        bool is_open = true;
        for (int i = 0; i < 600 && is_open; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            is_open = client.send("x");
        }
        CHECK_FALSE(is_open);
    }
    SUBCASE("a body byte by byte") {
        RawClient client(site.port());
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n");
        bool is_open = true;
        for (int i = 0; i < 600 && is_open; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            is_open = client.send("x");
        }
        CHECK_FALSE(is_open);
    }
    CHECK(fetch(site.port(), "GET", "/healthz").status == 200);
}

TEST_CASE("idle connections keep nobody out for ever") {
    ServerLimits limits;
    limits.connections_max = 4;
    limits.receive = std::chrono::milliseconds(200);
    TestSite const site(limits);
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 12; ++i) {
        idle.push_back(std::make_unique<RawClient>(site.port()));
    }
    for (auto const& client : idle) {
        CHECK(client->wait_until_closed());
    }
    int status = 0;
    // The last one's thread may still be on its way out.
    for (int attempt = 0; attempt < 100 && status != 200; ++attempt) {
        status = fetch(site.port(), "GET", "/healthz").status;
        std::this_thread::sleep_for(std::chrono::milliseconds(status == 200 ? 0 : 20));
    }
    CHECK(status == 200);
}

TEST_CASE("stopping finishes a request that has begun") {
    TestSite site;
    RawClient client(site.port());
    client.send(
        "POST /healthz HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.wait_for_continue()); // so the request runs before the server stops
    std::thread stopping([&] { site.stop(); });
    client.send("text");
    RawAnswer const answer = client.read_answer();
    stopping.join();
    CHECK(answer.status == 405);
}

} // namespace kontingent::endpoint
