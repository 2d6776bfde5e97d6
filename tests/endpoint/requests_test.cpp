// POST /requests, over real connections and on both stores.
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <thread>

namespace kontingent::endpoint {

using nlohmann::json;

namespace {

json body_of(RawAnswer const& answer) {
    return json::parse(answer.body, nullptr, false);
}

void takes_each_request_once(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address());
    std::string const body = package_request().dump();
    RawAnswer const first = endpoint.post(body, "key-of-the-first");
    CHECK(first.status == 201);
    CHECK(first.header("content-type") == "application/json");
    CHECK(first.header("cache-control") == "no-store");
    json const answer = body_of(first);
    CHECK(answer["price"] == "same");
    CHECK(answer["quote"]["gross"] == package_request()["quoted"]["gross"]);
    std::string const reference = answer.value("reference", "");
    CHECK(reference.size() == 13);
    CHECK(answer.value("received_at", "").size() == 24);

    RawAnswer const again = endpoint.post(body, "key-of-the-first");
    CHECK(again.status == 200);
    CHECK(again.body == first.body);
    // The same request, written differently.
    CHECK(endpoint.post(package_request().dump(2), "key-of-the-first").body == first.body);

    RawAnswer const conflict = endpoint.post(question_request().dump(), "key-of-the-first");
    CHECK(conflict.status == 409);
    CHECK(conflict.header("content-type") == "application/problem+json");

    RawAnswer const question = endpoint.post(question_request().dump(), "key-of-the-second");
    CHECK(question.status == 201);
    CHECK(body_of(question)["price"].is_null());
    CHECK(body_of(question)["quote"].is_null());
    CHECK(endpoint.post(on_demand_request().dump(), "key-of-the-third").status == 201);

    auto const stored = endpoint.stored();
    REQUIRE(stored.size() == 3);
    CHECK(stored[0].reference == reference);
    CHECK(stored[0].price == "same");
    CHECK(json::parse(stored[0].request) == package_request());
    CHECK(json::parse(stored[0].quote)["net"] == package_request()["quoted"]["net"]);
    CHECK(stored[1].kind == "question");
    CHECK(stored[1].quote.empty());
    CHECK(stored[2].kind == "on_demand");
}

void takes_one_of_many_at_once(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address());
    std::string const body = package_request().dump();
    std::array<RawAnswer, 8> answers;
    std::vector<std::thread> threads;
    for (RawAnswer& answer : answers) {
        threads.emplace_back([&] { answer = endpoint.post(body, "one-key-for-all"); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    int created = 0;
    std::set<std::string> bodies;
    for (RawAnswer const& answer : answers) {
        created += answer.status == 201 ? 1 : 0;
        bodies.insert(answer.body);
    }
    CHECK(created == 1);
    CHECK(bodies.size() == 1);
    CHECK(endpoint.stored().size() == 1);
}

} // namespace

TEST_CASE("a request is taken once") {
    on_each_store(takes_each_request_once);
}

TEST_CASE("of the same request sent many times at once one is taken") {
    on_each_store(takes_one_of_many_at_once);
}

TEST_CASE("another price never loses a request") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address());
    json request = package_request();
    request["quoted"]["gross"] = request["quoted"]["gross"].get<std::int64_t>() + 1;
    RawAnswer const differs = endpoint.post(request.dump(), "another-price");
    CHECK(differs.status == 201);
    CHECK(body_of(differs)["price"] == "differs");
    CHECK(body_of(differs)["quote"]["gross"] == package_request()["quoted"]["gross"]);

    request["quoted"]["catalogue"] = "an-older-one";
    request["scenario"]["package"] = "gold";
    RawAnswer const outdated = endpoint.post(request.dump(), "another-catalogue");
    CHECK(outdated.status == 201);
    CHECK(body_of(outdated)["price"] == "differs");
    CHECK(body_of(outdated)["quote"].is_null());

    auto const stored = endpoint.stored();
    REQUIRE(stored.size() == 2);
    CHECK(json::parse(stored[0].request)["quoted"]["gross"] !=
          json::parse(stored[0].quote)["gross"]);
    CHECK(stored[1].price == "differs");
}

TEST_CASE("a repetition is answered even when the catalogue has changed since") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TemporaryFolder const folder;
    std::string const text = read_file(sample_catalogue_file());
    folder.write("catalogue.json", text);
    RequestRouteOptions options;
    options.catalogue = folder.path() / "catalogue.json";
    TestEndpoint const endpoint(fresh.address(), options);
    std::string const body = package_request().dump();
    RawAnswer const first = endpoint.post(body, "before-the-change");
    CHECK(first.status == 201);

    json catalogue = json::parse(text);
    catalogue["packages"][0]["id"] = "renamed";
    folder.write("catalogue.json", catalogue.dump());
    CHECK(endpoint.post(body, "after-the-change").status == 422);
    RawAnswer const again = endpoint.post(body, "before-the-change");
    CHECK(again.status == 200);
    CHECK(again.body == first.body);

    // A broken catalogue does not replace a good one.
    folder.write("catalogue.json", "{");
    CHECK(endpoint.post(question_request().dump(), "with-a-broken-one").status == 201);
}

TEST_CASE("errors come as problems with pointers") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address());
    json request = package_request();
    request["contact"]["email"] = "nobody";
    request["consent"] = false;
    RawAnswer const answer = endpoint.post(request.dump(), "key-with-errors");
    CHECK(answer.status == 422);
    CHECK(answer.header("content-type") == "application/problem+json");
    json const problem = body_of(answer);
    CHECK(problem["status"] == 422);
    REQUIRE(problem["errors"].size() == 2);
    CHECK(problem["errors"][0]["code"] == "unknown_value");
    CHECK(problem["errors"][0]["pointer"] == "/consent");
    CHECK(problem["errors"][1]["pointer"] == "/contact/email");
    CHECK(problem["errors"][1]["detail"].get<std::string>().find("E-Mail") != std::string::npos);

    CHECK(endpoint.post("{", "not-json-at-all").status == 400);
    CHECK(endpoint.post("", "nothing-at-all").status == 400);
    CHECK(endpoint.post(std::string(70'000, ' '), "far-too-large").status == 413);
    CHECK(endpoint.stored().empty());
}

TEST_CASE("the idempotency key is required") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address());
    std::string const body = question_request().dump();
    CHECK(endpoint.post(body, "").status == 400);
    CHECK(endpoint.post(body, "1234567").status == 400);
    CHECK(endpoint.post(body, "12345678").status == 201);
    CHECK(endpoint.post(body, std::string(128, 'k')).status == 201);
    CHECK(endpoint.post(body, std::string(129, 'k')).status == 400);
    CHECK(endpoint.post(body, "with a blank").status == 400);
    CHECK(endpoint.post(body, "k\xc3\xa4se-und-brot").status == 400);
    CHECK(endpoint.post(body, "key-number-one", "Idempotency-Key: key-number-two\r\n").status ==
          400);
    CHECK(endpoint.stored().size() == 2);
}

TEST_CASE("other types, codings and methods are refused") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    std::string const body = question_request().dump();
    std::string const key = "Idempotency-Key: 12345678\r\n";
    for (std::string_view type : {"", "text/plain", "application/xml",
                                  "multipart/form-data; boundary=x", "json", "application/jsonx"}) {
        CAPTURE(type);
        std::string const line = type.empty() ? "" : "Content-Type: " + std::string(type) + "\r\n";
        CHECK(fetch(endpoint.port(), "POST", "/requests", key + line, body).status == 415);
    }
    CHECK(endpoint.post(body, "12345678", "Content-Encoding: gzip\r\n").status == 415);
    for (std::string_view method : {"GET", "HEAD", "PUT", "DELETE", "PATCH"}) {
        CAPTURE(method);
        RawAnswer const answer = fetch(endpoint.port(), method, "/requests");
        CHECK(answer.status == 405);
        CHECK(answer.header("allow") == "POST, OPTIONS");
    }
    CHECK(fetch(endpoint.port(), "POST", "/requests",
                key + "Content-Type: Application/JSON; charset=utf-8\r\n", body)
              .status == 201);
}

TEST_CASE("only allowed origins may send") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.allowed_origins = {"https://www.agency.example"};
    TestEndpoint const endpoint(fresh.address(), options);
    std::string const body = question_request().dump();
    RawAnswer const allowed =
        endpoint.post(body, "allowed-origin", "Origin: https://www.agency.example\r\n");
    CHECK(allowed.status == 201);
    CHECK(allowed.header("access-control-allow-origin") == "https://www.agency.example");
    CHECK(allowed.header("vary") == "Origin");
    RawAnswer const own = endpoint.post(body, "the-own-origin", "Origin: https://localhost\r\n");
    CHECK(own.status == 201);
    CHECK_FALSE(own.header("access-control-allow-origin").has_value());
    for (std::string_view origin :
         {"https://evil.example", "null", "https://www.agency.example.evil.example",
          "http://www.agency.example", ""}) {
        CAPTURE(origin);
        RawAnswer const refused =
            endpoint.post(body, "another-origin", "Origin: " + std::string(origin) + "\r\n");
        CHECK(refused.status == 403);
        CHECK_FALSE(refused.header("access-control-allow-origin").has_value());
    }
    RawAnswer const preflight =
        fetch(endpoint.port(), "OPTIONS", "/requests",
              "Origin: https://www.agency.example\r\nAccess-Control-Request-Method: POST\r\n");
    CHECK(preflight.status == 204);
    CHECK(preflight.header("access-control-allow-origin") == "https://www.agency.example");
    CHECK(preflight.header("access-control-allow-headers") == "Content-Type, Idempotency-Key");
}

TEST_CASE("an address may send only so often") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.requests_per_minute = 2;
    options.trusted_proxies = {"127.0.0.1"};
    TestEndpoint endpoint(fresh.address(), options);
    std::string const body = question_request().dump();
    std::string const first = "X-Forwarded-For: 203.0.113.9, 198.51.100.7\r\n";
    CHECK(endpoint.post(body, "key-number-1", first).status == 201);
    CHECK(endpoint.post(body, "key-number-2", first).status == 201);
    RawAnswer const refused = endpoint.post(body, "key-number-3", first);
    CHECK(refused.status == 429);
    CHECK(std::stoi(refused.header("retry-after").value_or("0")) >= 1);
    // What a client writes itself does not make it another sender.
    CHECK(endpoint.post(body, "key-number-4", "X-Forwarded-For: 203.0.113.77, 198.51.100.7\r\n")
              .status == 429);
    CHECK(endpoint.post(body, "key-number-5", "X-Forwarded-For: 198.51.100.8\r\n").status == 201);
    CHECK(endpoint.stored().size() == 3);
}

TEST_CASE("the rate of an address") {
    RateLimit limit(6);
    auto now = RateLimit::Clock::time_point{} + std::chrono::hours(1);
    for (int i = 0; i < 6; ++i) {
        CHECK(limit.admit("192.0.2.1", now).count() == 0);
    }
    CHECK(limit.admit("192.0.2.1", now).count() == 10);
    CHECK(limit.admit("192.0.2.2", now).count() == 0);
    now += std::chrono::seconds(9);
    CHECK(limit.admit("192.0.2.1", now).count() == 1);
    now += std::chrono::seconds(1);
    CHECK(limit.admit("192.0.2.1", now).count() == 0);
    CHECK(limit.admit("192.0.2.1", now).count() == 10);
    now += std::chrono::seconds(70);
    for (int i = 0; i < 6; ++i) {
        CHECK(limit.admit("192.0.2.1", now).count() == 0);
    }
    RateLimit none(0);
    for (int i = 0; i < 100; ++i) {
        CHECK(none.admit("192.0.2.1", now).count() == 0);
    }
}

TEST_CASE("refusals before and after a body is read can be read by pages of other sites") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.allowed_origins = {"https://WWW.agency.example:443"};
    options.requests_per_minute = 1;
    TestEndpoint const endpoint(fresh.address(), options);
    std::string const origin = "Origin: https://www.agency.example\r\n";
    RawAnswer const large = endpoint.post(std::string(70'000, ' '), "key-of-large", origin);
    CHECK(large.status == 413);
    CHECK(large.header("access-control-allow-origin") == "https://www.agency.example");
    CHECK(endpoint.post(question_request().dump(), "key-of-first", origin).status == 201);
    RawAnswer const many = endpoint.post(question_request().dump(), "key-of-second", origin);
    CHECK(many.status == 429);
    CHECK(many.header("access-control-allow-origin") == "https://www.agency.example");
    RawAnswer const form = fetch(endpoint.port(), "POST", "/requests",
                                 "Content-Type: application/x-www-form-urlencoded\r\n",
                                 "message=" + std::string(70'000, 'x'));
    CHECK(form.status == 413);
    CHECK(form.header("content-type") == "text/html; charset=utf-8");
}

TEST_CASE("origins as browsers send them") {
    struct Row {
        std::string_view name, headers;
        int status;
    };

    constexpr std::array rows{
        Row{"none", "", 201},
        Row{"own", "Origin: http://localhost\r\n", 201},
        Row{"own, with the scheme's port", "Origin: https://localhost:443\r\n", 201},
        Row{"own, on another port", "Origin: https://localhost:8443\r\n", 403},
        Row{"null from the own site", "Origin: null\r\nSec-Fetch-Site: same-origin\r\n", 201},
        Row{"null from a frame elsewhere", "Origin: null\r\nSec-Fetch-Site: cross-site\r\n", 403},
        Row{"null from who knows", "Origin: null\r\n", 403},
    };
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(endpoint
                  .post(question_request().dump(), "key-of-" + std::to_string(&row - rows.data()),
                        row.headers)
                  .status == row.status);
    }
    // Absolute form: the target's host counts (RFC 9112 3.2.2).
    RawAnswer const absolute =
        fetch(endpoint.port(), "POST", "http://www.agency.example/requests",
              "Origin: http://www.agency.example\r\nContent-Type: application/json\r\n"
              "Idempotency-Key: absolute-form\r\n",
              question_request().dump());
    CHECK(absolute.status == 201);
}

TEST_CASE("no answer to a request is larger than 64 KiB") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint const endpoint(fresh.address());
    nlohmann::json request = question_request();
    for (int i = 0; i < 3000; ++i) {
        request["unknown" + std::to_string(i)] = 1;
    }
    RawAnswer const refused = endpoint.post(request.dump(), "so-many-errors");
    CHECK(refused.status == 422);
    CHECK(refused.body.size() <= 64 * 1024);
    CHECK(nlohmann::json::parse(refused.body)["errors"].size() > 100);
    std::string form = "kind=question&message=";
    while (form.size() < 60'000) {
        form += "%22";
    }
    RawAnswer const page = fetch(endpoint.port(), "POST", "/requests",
                                 "Content-Type: application/x-www-form-urlencoded\r\n", form);
    CHECK(page.status >= 400);
    CHECK(page.body.size() <= 64 * 1024);
    CHECK(page.header("content-type") == "text/html; charset=utf-8");
}

TEST_CASE("a list of proxies is walked from our side") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.requests_per_minute = 1;
    options.trusted_proxies = {"127.0.0.0/8", "10.0.0.0/8"};
    TestEndpoint const endpoint(fresh.address(), options);
    std::string const body = question_request().dump();
    CHECK(endpoint.post(body, "key-number-1", "X-Forwarded-For: 192.0.2.1, 10.1.1.1\r\n").status ==
          201);
    CHECK(endpoint.post(body, "key-number-2", "X-Forwarded-For: 192.0.2.1:4711\r\n").status == 429);
    CHECK(endpoint.post(body, "key-number-3", "X-Forwarded-For: 192.0.2.2, 10.1.1.1\r\n").status ==
          201);
}

} // namespace kontingent::endpoint
