// Hostile requests from a printed seed: wrong types, sizes, encodings, nesting, cut-off bodies,
// header tricks. Never a crash, a hang or a 500. KONTINGENT_HOSTILE sets how many (300 unless
// given), KONTINGENT_SEED where they begin.
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <limits>
#include <map>
#include <random>

namespace kontingent::endpoint {

using nlohmann::json;

namespace {

unsigned number_from_environment(char const* name, unsigned otherwise) {
    char const* text = std::getenv(name);
    return text != nullptr ? static_cast<unsigned>(std::atoi(text)) : otherwise;
}

class HostileMaker {
public:
    explicit HostileMaker(unsigned seed) : random_(seed) {}

    std::string next() {
        std::string const body = next_body();
        std::string text =
            seldom({"POST", "PUT", "GET", "post", "\x01"}) + " " +
            seldom({"/requests", "/requests", "/requests", "/requests?x=%00", "/%72equests",
                    "//requests", "/requests/", "http://localhost/requests"}) +
            seldom({" HTTP/1.1", " HTTP/1.1", " HTTP/1.1", " HTTP/1.0", " HTTP/2.0", ""}) + "\r\n";
        text += seldom({"Host: localhost\r\n", "Host: localhost\r\n", "Host: localhost\r\n", "",
                        "Host: a\r\nHost: b\r\n"});
        text +=
            seldom({"Content-Type: application/json\r\n", "Content-Type: application/json\r\n",
                    "Content-Type: application/x-www-form-urlencoded\r\n", "Content-Type: \xff\r\n",
                    "", "Content-Type: application/json\r\nContent-Encoding: gzip\r\n"});
        text += seldom({"Idempotency-Key: " + std::to_string(random_()) + "-key\r\n",
                        "Idempotency-Key: same-key-always\r\n", "", "Idempotency-Key: \r\n",
                        "Idempotency-Key: a\r\n b\r\n",
                        "Idempotency-Key: " + std::string(5000, 'k') + "\r\n"});
        text += seldom({"", "", "", "Origin: null\r\n", "Origin: \r\n",
                        "X-Forwarded-For: " + std::string(2000, ',') + "\r\n",
                        "Expect: 100-continue\r\n", "Expect: 200-maybe\r\n", "Connection: \r\n",
                        ": nameless\r\n", "No-Colon\r\n", std::string(40'000, 'h') + ": x\r\n",
                        "Cookie: a=\"\r\n", "Accept-Encoding: ;q=;\r\n"});
        return text + framed(body);
    }

private:
    std::string choose(std::initializer_list<std::string> all) {
        return *(all.begin() + static_cast<std::ptrdiff_t>(random_() % all.size()));
    }

    // The first, which is as it should be, nine times of ten: else nothing gets past the first
    // check.
    std::string seldom(std::initializer_list<std::string> all) {
        return random_() % 10 != 0 ? *all.begin() : choose(all);
    }

    std::string framed(std::string const& body) {
        std::string const size = std::to_string(body.size());
        switch (random_() % 16) {
        case 0:
            return "Content-Length: " + std::to_string(body.size() + 1 + random_() % 1000) +
                   "\r\n\r\n" + body; // cut off
        case 1: {
            std::array<char, 20> hex{};
            std::snprintf(hex.data(), hex.size(), "%zx", body.size());
            return "Transfer-Encoding: chunked\r\n\r\n" + std::string(hex.data()) + "\r\n" + body +
                   "\r\n0\r\n\r\n";
        }
        case 2:
            return "Content-Length: " + size + "\r\nTransfer-Encoding: chunked\r\n\r\n" + body;
        case 3:
            return "Content-Length: " +
                   choose({"-1", "1e3", "0x10", "99999999999999999999", "", " "}) + "\r\n\r\n" +
                   body;
        default:
            return "Content-Length: " + size + "\r\n\r\n" + body;
        }
    }

    json odd_value() {
        switch (random_() % 12) {
        case 0:
            return nullptr;
        case 1:
            return random_() % 2 == 0;
        case 2:
            return -1;
        case 3:
            return 1e300;
        case 4:
            return 18446744073709551615ULL;
        case 5:
            return std::string(random_() % 20'000, 'x');
        case 6:
            return std::string("\0\r\n\x1b\u202e", 7);
        case 7:
            return json::array({1, "2", json::array()});
        case 8:
            return json::object({{"", json::object()}});
        case 9:
            return json(std::vector<int>(random_() % 3000, 60'000));
        case 10:
            return "<script>alert(1)</script>' OR 1=1; DROP TABLE requests; --";
        default:
            return std::numeric_limits<std::int64_t>::min();
        }
    }

    // One member somewhere, replaced, removed or added.
    json changed(json request) {
        json const flat = request.flatten();
        auto member = flat.begin();
        std::advance(member, static_cast<std::ptrdiff_t>(random_() % flat.size()));
        json::json_pointer const place(member.key());
        switch (random_() % 3) {
        case 0:
            request[place] = odd_value();
            break;
        case 1:
            if (request[place.parent_pointer()].is_object()) {
                request[place.parent_pointer()].erase(place.back());
            }
            break;
        default:
            request["extra"] = odd_value();
        }
        return request;
    }

    std::string next_body() {
        json const requests =
            json::array({package_request(), on_demand_request(), question_request()});
        std::string text = requests[random_() % 3].dump();
        switch (random_() % 10) {
        case 0:
            return std::string(random_() % 60'000, '[');
        case 1: {
            std::string deep;
            for (int i = 0; i < 5000; ++i) {
                deep += "{\"a\":";
            }
            return deep;
        }
        case 2:
            return text.substr(0, random_() % text.size());
        case 3:
            text[random_() % text.size()] = static_cast<char>(random_() % 256);
            return text;
        case 4: {
            std::string noise(random_() % 3000, ' ');
            for (char& c : noise) {
                c = static_cast<char>(random_() % 256);
            }
            return noise;
        }
        case 5:
            return text + text;
        case 6:
            return "kind=package&package=%00&hours=1e9&term_months=-1&name=%ff%fe&email=%0d%0a&"
                   "confirmation=a.b.c&" +
                   text;
        case 7:
            return std::string(random_() % 3 == 0 ? 200'000 : 66'000, ' ');
        default:
            return changed(requests[random_() % 3])
                .dump(-1, ' ', false, json::error_handler_t::replace);
        }
    }

    std::mt19937 random_;
};

bool is_fine(int status) {
    return status == 0 || (status >= 200 && status < 500) || status == 501 || status == 505;
}

} // namespace

TEST_CASE("hostile requests do no harm") {
    unsigned const count = number_from_environment("KONTINGENT_HOSTILE", 300);
    unsigned const seed = number_from_environment("KONTINGENT_SEED", 1);
    CAPTURE(seed);
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.requests_per_minute = 0;
    options.trusted_proxies = {"127.0.0.1"};
    TestEndpoint endpoint(fresh.address(), options);
    HostileMaker maker(seed);
    std::map<int, int> statuses;
    for (unsigned number = 0; number < count; ++number) {
        std::string const bytes = maker.next();
        RawClient client(endpoint.port());
        REQUIRE(client.is_connected());
        client.send(bytes);
        client.finish_sending();
        int status = client.read_answer().status;
        if (status == 100) {
            status = client.read_answer().status;
        }
        ++statuses[status];
        if (!is_fine(status)) {
            CAPTURE(number);
            CAPTURE(bytes.substr(0, 2000));
            CHECK(status == 0);
        }
    }
    CHECK(endpoint.post(question_request().dump(), "still-there-afterwards").status == 201);
    for (StoredRequest const& stored : endpoint.stored()) {
        CHECK(parse_request(stored.request, sample_catalogue()).has_value());
    }
    std::string summary;
    for (auto const& [status, times] : statuses) {
        summary += " " + std::to_string(status) + "×" + std::to_string(times);
    }
    MESSAGE("seed ", seed, ", ", count, " requests:", summary);
}

} // namespace kontingent::endpoint
