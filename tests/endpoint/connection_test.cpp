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

TEST_CASE("hostile heads are refused or cut off, and the server goes on") {
    TestSite const site;
    std::string const get = "GET / HTTP/1.1\r\nHost: a\r\n";
    std::string const post = "POST / HTTP/1.1\r\nHost: a\r\n";
    for (std::string const& bytes : {
             std::string("\r\n\r\n\r\n"),
             std::string("GET\r\n\r\n"),
             std::string("GET /\r\n\r\n"),
             std::string("GET / HTTP/9.9\r\nHost: a\r\n\r\n"),
             std::string("GET / HTTP/1.1\r\n\r\n"),
             std::string("\x16\x03\x01\x02\x00\x01\x00", 7),
             std::string(100'000, 'A'),
             "GET /" + std::string(100'000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n",
             get + "X: " + std::string(100'000, 'b') + "\r\n\r\n",
             post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
             post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             post + "Content-Length: -1\r\n\r\n",
             post + "Content-Length: 99999999999999999999\r\n\r\n",
             post + "Content-Length: 9999999999\r\n\r\n",
             post + "Transfer-Encoding: gzip\r\n\r\n",
             post + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n",
             post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n",
         }) {
        CAPTURE(bytes.substr(0, 80));
        RawClient client(site.port());
        client.send(bytes);
        client.finish_sending();
        RawAnswer const answer = client.read_answer();
        bool const is_refused = answer.status == 0 ||
                                (answer.status >= 400 && answer.status < 500) ||
                                answer.status == 505;
        CAPTURE(answer.status);
        CHECK(is_refused);
    }
    CHECK(fetch(site.port(), "GET", "/healthz").status == 200);
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
    limits.watch.receive = std::chrono::milliseconds(200);
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
    limits.watch.receive = std::chrono::milliseconds(200);
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
