#include "core/request/request.hpp"
#include "endpoint/requests/canonical_json.hpp"
#include "tests/endpoint/test_endpoint.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace kontingent::endpoint {

using nlohmann::json;

namespace {

struct Broken {
    std::string name;
    json request;
    std::string pointer;
    ErrorCode code;
};

json changed(json request, std::string const& pointer, json const& value) {
    request[json::json_pointer(pointer)] = value;
    return request;
}

json without(json request, std::string const& pointer) {
    json::json_pointer const place(pointer);
    request[place.parent_pointer()].erase(place.back());
    return request;
}

std::vector<Broken> broken_requests() {
    json const package = package_request();
    json const question = question_request();
    json const on_demand = on_demand_request();
    std::string const long_text(5001, 'x');
    std::vector<Broken> rows{
        {"list", json::array(), "", ErrorCode::wrong_type},
        {"number", 7, "", ErrorCode::wrong_type},
        {"another format", changed(question, "/format", 2), "/format", ErrorCode::out_of_range},
        {"another kind", changed(question, "/kind", "order"), "/kind", ErrorCode::unknown_value},
        {"kind of another type", changed(question, "/kind", 1), "/kind", ErrorCode::wrong_type},
        {"language unknown", changed(question, "/language", "xx"), "/language",
         ErrorCode::unknown_language},
        {"more than asked", changed(question, "/price", 1), "/price", ErrorCode::unknown_member},
        {"contact is text", changed(question, "/contact", "me"), "/contact", ErrorCode::wrong_type},
        {"more contact", changed(question, "/contact/fax", "1"), "/contact/fax",
         ErrorCode::unknown_member},
        {"blank name", changed(question, "/contact/name", "  "), "/contact/name",
         ErrorCode::out_of_range},
        {"no-break space as a name", changed(question, "/contact/name", "\u00A0"), "/contact/name",
         ErrorCode::out_of_range},
        {"zero-width space as a name", changed(question, "/contact/name", "\u200B"),
         "/contact/name", ErrorCode::out_of_range},
        {"word joiners as a name", changed(question, "/contact/name", "\u2060\u2060"),
         "/contact/name", ErrorCode::out_of_range},
        {"long name", changed(question, "/contact/name", std::string(201, 'n')), "/contact/name",
         ErrorCode::out_of_range},
        {"line break in the name", changed(question, "/contact/name", "a\nBcc: b"), "/contact/name",
         ErrorCode::bad_format},
        {"NUL in the name", changed(question, "/contact/name", std::string("a\0b", 3)),
         "/contact/name", ErrorCode::bad_format},
        {"long phone", changed(question, "/contact/phone", std::string(61, '1')), "/contact/phone",
         ErrorCode::out_of_range},
        {"null company", changed(question, "/contact/company", nullptr), "/contact/company",
         ErrorCode::wrong_type},
        {"blank message", changed(question, "/message", " \n"), "/message",
         ErrorCode::out_of_range},
        {"long message", changed(question, "/message", long_text), "/message",
         ErrorCode::out_of_range},
        {"escape in the message", changed(question, "/message", "a\x1b[2J"), "/message",
         ErrorCode::bad_format},
        {"consent refused", changed(question, "/consent", false), "/consent",
         ErrorCode::unknown_value},
        {"consent as text", changed(question, "/consent", "yes"), "/consent",
         ErrorCode::wrong_type},
        {"level of a question", changed(question, "/level", 1), "/level",
         ErrorCode::unknown_member},
        {"scenario of a question", changed(question, "/scenario", json::object()), "/scenario",
         ErrorCode::unknown_member},
        {"level 0", changed(on_demand, "/level", 0), "/level", ErrorCode::out_of_range},
        {"level 5", changed(on_demand, "/level", 5), "/level", ErrorCode::out_of_range},
        {"level 1.5", changed(on_demand, "/level", 1.5), "/level", ErrorCode::wrong_type},
        {"quoted of on demand", changed(on_demand, "/quoted", json::object()), "/quoted",
         ErrorCode::unknown_member},
        {"usage negative", changed(package, "/scenario/usage_minutes/1", -1),
         "/scenario/usage_minutes/1", ErrorCode::out_of_range},
        {"usage as text", changed(package, "/scenario/usage_minutes/0", "600"),
         "/scenario/usage_minutes/0", ErrorCode::wrong_type},
        {"package unknown", changed(package, "/scenario/package", "gold"), "/scenario/package",
         ErrorCode::unknown_id},
        {"term unknown", changed(package, "/scenario/term_months", 7), "/scenario/term_months",
         ErrorCode::unknown_value},
        {"service unknown",
         changed(package, "/scenario/requirements", json{{"services", {"gold"}}}),
         "/scenario/requirements/services/0", ErrorCode::unknown_id},
        {"no past",
         changed(package, "/scenario/uncertainty", json{{"past_minutes", json::array()}}),
         "/scenario/uncertainty/past_minutes", ErrorCode::out_of_range},
        {"net beyond 64 bits", changed(package, "/quoted/net", 1e19), "/quoted/net",
         ErrorCode::wrong_type},
        {"net negative", changed(package, "/quoted/net", -1), "/quoted/net",
         ErrorCode::out_of_range},
        {"net as text", changed(package, "/quoted/net", "1"), "/quoted/net", ErrorCode::wrong_type},
    };
    for (std::string const member : {"/format", "/kind", "/language", "/contact", "/message",
                                     "/consent", "/contact/name", "/contact/email"}) {
        rows.push_back(
            {member + " missing", without(question, member), "", ErrorCode::missing_member});
        if (member.starts_with("/contact/")) {
            rows.back().pointer = "/contact";
        }
    }
    for (std::string const member : {"/scenario", "/quoted"}) {
        rows.push_back(
            {member + " missing", without(package, member), "", ErrorCode::missing_member});
    }
    rows.push_back({"level missing", without(on_demand, "/level"), "", ErrorCode::missing_member});
    for (std::string const email : {"kaethe", "@example.org", "a@", "a@b..c", "a@-b.de", "a b@c.de",
                                    "a@b c.de", "a@b.de,c@d.de", "<a@b.de>", "a@b@c.de"}) {
        rows.push_back({"e-mail " + email, changed(question, "/contact/email", email),
                        "/contact/email", ErrorCode::bad_format});
    }
    for (std::string const date : {"2027-02-29", "2027-13-01", "2027-00-10", "27-01-01",
                                   "2027-1-01", "2027/01/01", "2027-01-01T00:00", "tomorrow!!"}) {
        rows.push_back(
            {"start " + date, changed(question, "/start", date), "/start", ErrorCode::bad_format});
    }
    return rows;
}

} // namespace

TEST_CASE("requests of each kind are taken") {
    for (json const& request : {package_request(), on_demand_request(), question_request()}) {
        CAPTURE(request.dump());
        auto const parsed = parse_request(request.dump(), sample_catalogue());
        REQUIRE(parsed.has_value());
        CHECK(request_kind_name(parsed->kind) == request["kind"].get<std::string>());
        CHECK(parsed->texts[request_field("email")] == "Kaethe@Beispiel.example");
        CHECK(parsed->scenario.has_value() == (parsed->kind == RequestKind::package));
    }
    json const demanding =
        changed(changed(package_request(), "/scenario/requirements", json{{"term_months_max", 12}}),
                "/scenario/uncertainty", json{{"past_minutes", {600, 0}}});
    auto const parsed_demanding = parse_request(demanding.dump(), sample_catalogue());
    REQUIRE(parsed_demanding.has_value());
    CHECK(parsed_demanding->scenario->requirements.term_months_max == 12);
    CHECK(parsed_demanding->scenario->uncertainty.has_value());
    json without_message = package_request();
    without_message.erase("message");
    CHECK(parse_request(without_message.dump(), sample_catalogue()).has_value());
    for (std::string const email :
         {"a@b", "a.b+c@d-e.example", "ä@ö.example", "o'neill@example.org"}) {
        CAPTURE(email);
        CHECK(parse_request(changed(question_request(), "/contact/email", email).dump(),
                            sample_catalogue()));
    }
}

TEST_CASE("every rule of a request, broken, has its place and code") {
    for (Broken const& row : broken_requests()) {
        CAPTURE(row.name);
        auto const parsed = parse_request(row.request.dump(), sample_catalogue());
        REQUIRE_FALSE(parsed.has_value());
        CHECK(parsed.error().is_json);
        REQUIRE(parsed.error().errors.size() == 1);
        CHECK(parsed.error().errors.front().code == row.code);
        CHECK(parsed.error().errors.front().pointer == row.pointer);
        for (Language const language : all_languages()) {
            CHECK_FALSE(sentence(parsed.error().errors.front(), language).empty());
        }
    }
}

TEST_CASE("all errors of a request are found at once") {
    json request = package_request();
    request["contact"]["email"] = "nobody";
    request["consent"] = false;
    request["scenario"]["package"] = "gold";
    request["extra"] = 1;
    auto const parsed = parse_request(request.dump(), sample_catalogue());
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().errors.size() == 4);
    CHECK(parsed.error().language == german);
}

TEST_CASE("what is no JSON says where") {
    for (std::string const text : {"", "{", "{\"a\":1,}", "\xff\xfe", "nul", "[1,2", "{} {}",
                                   "{\"a\":\"\xc3\"}", "{\"a\":\"\\ud800\"}"}) {
        CAPTURE(text);
        auto const parsed = parse_request(text, sample_catalogue());
        REQUIRE_FALSE(parsed.has_value());
        CHECK_FALSE(parsed.error().is_json);
        CHECK(parsed.error().errors.size() == 1);
    }
    CHECK_FALSE(parse_request(std::string(60'000, '['), sample_catalogue()).error().is_json);
}

TEST_CASE("a request made with an older catalogue is kept, without a quote") {
    json request = package_request();
    request["quoted"]["catalogue"] = "an-older-one";
    SUBCASE("still offered") {
        auto const parsed = parse_request(request.dump(), sample_catalogue());
        REQUIRE(parsed.has_value());
        CHECK(parsed->scenario.has_value());
    }
    SUBCASE("no longer offered") {
        request["scenario"]["package"] = "gold";
        request["scenario"]["term_months"] = 7;
        auto const parsed = parse_request(request.dump(), sample_catalogue());
        REQUIRE(parsed.has_value());
        CHECK_FALSE(parsed->scenario.has_value());
    }
    SUBCASE("wrong under any catalogue") {
        request["scenario"]["package"] = "gold";
        request["scenario"]["vat"] = "none";
        CHECK_FALSE(parse_request(request.dump(), sample_catalogue()).has_value());
    }
}

TEST_CASE("white space and order do not make another request") {
    CHECK(canonical_json("{\"b\": [1, 2],\n\"a\":\"\\u00e4\"}") ==
          canonical_json("{\"a\":\"ä\",\"b\":[1,2]}"));
    CHECK(canonical_json("{\"a\":1}") != canonical_json("{\"a\":2}"));
}

} // namespace kontingent::endpoint
