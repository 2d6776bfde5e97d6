// What the program writes down of its visitors: nothing that tells who they are.
#include "tests/endpoint/each_store.hpp"
#include "tests/endpoint/program.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace kontingent::endpoint {

using nlohmann::json;

namespace {

constexpr std::string_view json_head = "Content-Type: application/json\r\n"
                                       "X-Forwarded-For: 203.0.113.9\r\n"
                                       "User-Agent: Browser/7.3\r\n"
                                       "Cookie: visitor=tell-tale\r\n"
                                       "Idempotency-Key: tell-tale-key\r\n";
constexpr std::string_view form_head = "Content-Type: application/x-www-form-urlencoded\r\n";
constexpr std::string_view form =
    "kind=question&language=de&name=K%C3%A4the&email=kaethe%40beispiel.example&message=tell-tale";

// Every way a visitor's words can come in, taken or refused.
void visit(std::uint16_t port, std::string const& store) {
    json request = question_request();
    CHECK(fetch(port, "POST", "/requests", json_head, request.dump()).status == 201);
    CHECK(fetch(port, "POST", "/requests", json_head, request.dump()).status == 200);
    request["message"] = "tell-tale";
    CHECK(fetch(port, "POST", "/requests", json_head, request.dump()).status == 409);
    request["contact"]["email"] = "kaethe at beispiel.example";
    CHECK(fetch(port, "POST", "/requests", json_head, request.dump()).status == 422);
    CHECK(fetch(port, "POST", "/requests", json_head, "kaethe@beispiel.example").status == 400);
    CHECK(fetch(port, "POST", "/requests", form_head, form).status == 422);
    CHECK(fetch(port, "POST", "/requests", form_head, std::string(form) + "&consent=on").status ==
          200);
    CHECK(fetch(port, "GET", "/kaethe@beispiel.example?name=tell-tale").status == 404);
    CHECK(fetch(port, "GET", "/healthz?name=tell-tale").status == 200);
    CHECK(fetch(port, "TELLTALE", "/requests").status == 405);
    if (kind_of(store).is_file) {
        std::filesystem::rename(store, store + ".away");
        std::filesystem::create_directory(store);
        request = question_request();
        request["message"] = "nowhere to go";
        CHECK(fetch(port, "POST", "/requests", json_head, request.dump()).status == 503);
    }
}

void tells_nobody(FreshStore const& fresh) {
    Program program(fresh.address());
    program.start();
    visit(program.port(), fresh.address());
    CHECK(program.stop() == 0);
    std::istringstream lines(read_file(program.log_file()));
    std::string line;
    int count = 0;
    for (; std::getline(lines, line); ++count) {
        if (line.starts_with("Kontingent listens on ")) {
            continue; // on standard output, for the person who started it
        }
        CAPTURE(line);
        json const entry = json::parse(line, nullptr, false);
        REQUIRE(entry.is_object());
        CHECK(entry.contains("time"));
        CHECK(entry.contains("level"));
        CHECK(entry.contains("event"));
        for (std::string_view const word : {"aethe", "eispiel", "Gro", "tell-tale", "TELLTALE",
                                            "Shops", "Browser", "203.0.113", "127.0.0.1"}) {
            CAPTURE(word);
            CHECK(line.find(word) == std::string::npos);
        }
    }
    CHECK(count >= 13);
}

} // namespace

TEST_CASE("the log is JSON, a line an event, and names nobody") {
    on_each_store(tells_nobody);
}

} // namespace kontingent::endpoint
