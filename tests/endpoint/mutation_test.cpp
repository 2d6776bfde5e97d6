// Requests with bytes changed at random, from a printed seed: on the wire, and in the examples of
// the OpenAPI file. No crash, no hang, no answer of 500, and each answer whole. A sample here; all
// of them with script/fuzz. KONTINGENT_MUTATIONS and KONTINGENT_MUTATED_EXAMPLES set how many,
// KONTINGENT_SEED where they begin.
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>

namespace kontingent::endpoint {

namespace {

using nlohmann::json;

unsigned number_from_environment(char const* name, unsigned otherwise) {
    char const* text = std::getenv(name);
    return text != nullptr ? static_cast<unsigned>(std::atoi(text)) : otherwise;
}

class Mutator {
public:
    explicit Mutator(unsigned seed) : random_(seed) {}

    std::string mutate(std::string text) {
        for (std::size_t count = 1 + below(4); count > 0 && !text.empty(); --count) {
            change(text);
        }
        return text;
    }

    std::size_t below(std::size_t limit) { return random_() % limit; }

private:
    void change(std::string& text) {
        std::size_t const at = below(text.size());
        std::size_t const length = 1 + below(std::min<std::size_t>(16, text.size() - at));
        switch (below(7)) {
        case 0:
            text[at] = static_cast<char>(below(256));
            break;
        case 1:
            text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << below(8)));
            break;
        case 2:
            text.erase(at, length);
            break;
        case 3:
            text.insert(at, text.substr(at, length));
            break;
        case 4:
            text.insert(at, telling());
            break;
        case 5:
            text.replace(at, length, text.substr(below(text.size()), length));
            break;
        default:
            text.resize(at); // cut off
        }
    }

    // What parsers disagree about.
    std::string telling() {
        static std::array<std::string, 16> const all{
            "\r\n",        "\n",        "\r",      std::string(1, '\0'),
            " ",           "\t",        ":",       "\r\n\r\n",
            "\r\n ",       "0\r\n\r\n", "chunked", "Content-Length: 1\r\n",
            "Host: b\r\n", "\xc3\x28",  "%00",     "-1"};
        return all.at(below(all.size()));
    }

    std::mt19937 random_;
};

std::vector<std::string> wire_seeds() {
    std::string const body = question_request().dump();
    std::string const head = "POST /requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                             "application/json\r\nIdempotency-Key: mutated-key\r\n";
    std::array<char, 20> size{};
    std::snprintf(size.data(), size.size(), "%zx", body.size());
    return {head + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body,
            head + "Transfer-Encoding: chunked\r\n\r\n" + size.data() + "\r\n" + body +
                "\r\n0\r\n\r\n",
            head + "Origin: http://localhost\r\nX-Forwarded-For: 192.0.2.1\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body,
            "GET /healthz HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br;q=0.5\r\n\r\n",
            "GET http://localhost/readyz?x=1 HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "OPTIONS /requests HTTP/1.1\r\nHost: localhost\r\nOrigin: https://a.example\r\n\r\n",
            "POST /requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
            "application/x-www-form-urlencoded\r\nContent-Length: 32\r\n\r\n"
            "kind=question&name=A&email=a%40b"};
}

} // namespace

TEST_CASE("mutated requests on the wire do no harm") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.requests_per_minute = 0;
    TestEndpoint const endpoint(fresh.address(), options);
    unsigned const count = number_from_environment("KONTINGENT_MUTATIONS", 400);
    unsigned const first = number_from_environment("KONTINGENT_SEED", 1);
    auto const seeds = wire_seeds();
    for (unsigned seed = first; seed < first + count; ++seed) {
        CAPTURE(seed);
        Mutator mutator(seed);
        RawClient client(endpoint.port());
        REQUIRE(client.is_connected());
        client.send(mutator.mutate(seeds.at(mutator.below(seeds.size()))));
        client.finish_sending();
        // One answer at least, or the end of the connection: not silence.
        for (RawAnswer answer = client.read_answer(); answer.status != 0;
             answer = client.read_answer()) {
            CHECK(answer.status != 500);
            CHECK(answer.header("x-content-type-options") == "nosniff");
        }
    }
    CHECK(fetch(endpoint.port(), "GET", "/readyz").status == 200);
}

TEST_CASE("mutated examples of the OpenAPI file do no harm") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.requests_per_minute = 0;
    TestEndpoint const endpoint(fresh.address(), options);
    json const file = json::parse(read_file(KONTINGENT_OPENAPI));
    std::vector<std::string> examples;
    for (auto const& [name, example] : file["paths"]["/requests"]["post"]["requestBody"]["content"]
                                           ["application/json"]["examples"]
                                               .items()) {
        examples.push_back(example["value"].dump());
    }
    REQUIRE_FALSE(examples.empty());
    unsigned const count = number_from_environment("KONTINGENT_MUTATED_EXAMPLES", 200);
    unsigned const first = number_from_environment("KONTINGENT_SEED", 1);
    for (unsigned seed = first; seed < first + count; ++seed) {
        CAPTURE(seed);
        Mutator mutator(seed);
        RawAnswer const answer =
            endpoint.post(mutator.mutate(examples.at(mutator.below(examples.size()))),
                          "example-" + std::to_string(seed));
        bool const is_known = answer.status == 201 || answer.status == 400 || answer.status == 422;
        CAPTURE(answer.status);
        CHECK(is_known);
        CHECK(json::accept(answer.body));
        CHECK(answer.body.size() <= 64 * 1024);
    }
}

} // namespace kontingent::endpoint
