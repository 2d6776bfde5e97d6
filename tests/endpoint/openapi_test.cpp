// The OpenAPI file, held against the running server: its examples are sent, and what comes back
// fits its schemas.
#include "core/base/ascii.hpp"
#include "core/request/request_fields.hpp"
#include "core/request/work_fields.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <regex>
#include <vector>

namespace kontingent::endpoint {

using nlohmann::json;

namespace {

json const& openapi() {
    static json const document = json::parse(read_file(KONTINGENT_OPENAPI), nullptr, false);
    return document;
}

bool is_of_type(json const& value, std::string const& type) {
    return (type == "object" && value.is_object()) || (type == "array" && value.is_array()) ||
           (type == "string" && value.is_string()) ||
           (type == "integer" && value.is_number_integer()) ||
           (type == "boolean" && value.is_boolean()) || (type == "null" && value.is_null());
}

// As much of JSON Schema as the file uses. Returns what does not fit, with its place.
void check(json const& value, json const& schema, std::string const& place,
           std::vector<std::string>& errors) {
    if (schema.contains("$ref")) {
        check(value, openapi()[json::json_pointer(schema["$ref"].get<std::string>().substr(1))],
              place, errors);
        return;
    }
    auto const refuse = [&](bool is_wrong, std::string const& rule) {
        if (is_wrong) {
            errors.push_back(place + ": " + rule);
        }
    };
    if (schema.contains("type")) {
        json const types =
            schema["type"].is_array() ? schema["type"] : json::array({schema["type"]});
        bool is_one = false;
        for (json const& type : types) {
            is_one = is_one || is_of_type(value, type.get<std::string>());
        }
        refuse(!is_one, "type");
    }
    refuse(schema.contains("const") && value != schema["const"], "const");
    if (schema.contains("enum")) {
        bool is_one = false;
        for (json const& allowed : schema["enum"]) {
            is_one = is_one || allowed == value;
        }
        refuse(!is_one, "enum");
    }
    if (value.is_string()) {
        std::string const text = value.get<std::string>();
        refuse(schema.contains("minLength") && text.size() < schema["minLength"].get<std::size_t>(),
               "minLength");
        refuse(schema.contains("pattern") &&
                   !std::regex_search(text, std::regex(schema["pattern"].get<std::string>())),
               "pattern");
    }
    if (value.is_object()) {
        json const required = schema.value("required", json::array());
        for (json const& name : required) {
            refuse(!value.contains(name.get<std::string>()), "required " + name.get<std::string>());
        }
        json const properties = schema.value("properties", json::object());
        for (auto const& [name, member] : value.items()) {
            json const others = schema.value("additionalProperties", json(true));
            if (properties.contains(name) || others.is_object()) {
                check(member, properties.contains(name) ? properties[name] : others,
                      place + "/" + name, errors);
            } else {
                refuse(others == json(false), "more: " + name);
            }
        }
    }
    if (value.is_array() && schema.contains("items")) {
        for (json const& item : value) {
            check(item, schema["items"], place + "/…", errors);
        }
    }
}

std::vector<std::string> errors_of(json const& value, json const& schema) {
    std::vector<std::string> errors;
    check(value, schema, "", errors);
    return errors;
}

json const& post_operation() {
    return openapi()["paths"]["/requests"]["post"];
}

// The sample catalogue has no kinds, tasks and extras.
RequestRouteOptions options_for(std::string const& example) {
    RequestRouteOptions options = unlimited_requests();
    if (example == "package_with_kinds") {
        options.catalogue = std::filesystem::path(KONTINGENT_OPENAPI).parent_path().parent_path() /
                            "examples/it-support.json";
    }
    return options;
}

void check_answer(RawAnswer const& answer, int status) {
    CAPTURE(answer.body);
    CHECK(answer.status == status);
    json const& documented = post_operation()["responses"];
    REQUIRE(documented.contains(std::to_string(answer.status)));
    json const& content = documented[std::to_string(answer.status)]["content"];
    std::string type = answer.header("content-type").value_or("");
    type = type.substr(0, type.find(';'));
    REQUIRE(content.contains(type));
    json const body =
        type == "text/html" ? json(answer.body) : json::parse(answer.body, nullptr, false);
    CHECK(errors_of(body, content[type]["schema"]) == std::vector<std::string>{});
    json const headers = documented[std::to_string(answer.status)].value("headers", json::object());
    for (auto const& [name, unused] : headers.items()) {
        CHECK(answer.header(ascii::to_lower(name)).has_value());
    }
}

} // namespace

TEST_CASE("the OpenAPI file's own examples fit its schemas") {
    REQUIRE_FALSE(openapi().is_discarded());
    CHECK(openapi()["openapi"] == "3.1.0");
    int count = 0;
    auto const check_examples = [&](json const& content) {
        for (auto const& [type, entry] : content.items()) {
            json const examples = entry.value("examples", json::object());
            for (auto const& [name, example] : examples.items()) {
                CAPTURE(name);
                CHECK(errors_of(example["value"], entry["schema"]) == std::vector<std::string>{});
                ++count;
            }
        }
    };
    check_examples(post_operation()["requestBody"]["content"]);
    for (auto const& [status, response] : post_operation()["responses"].items()) {
        check_examples(response["content"]);
    }
    CHECK(count == 10);
    // The checker itself can say no.
    CHECK_FALSE(errors_of(json::object(), json{{"$ref", "#/components/schemas/Receipt"}}).empty());
}

TEST_CASE(
    "the OpenAPI file has each field of a request, with its length, in schemas and examples") {
    json const& schemas = openapi()["components"]["schemas"];
    json const& content = post_operation()["requestBody"]["content"];
    json const& example = content["application/json"]["examples"]["package"]["value"];
    json const& form = content["application/x-www-form-urlencoded"]["examples"]["package"]["value"];
    for (RequestField const& field : request_fields) {
        std::string const name(field.name);
        CAPTURE(name);
        json const& object = field.place == FieldPlace::contact
                                 ? schemas["Request"]["properties"]["contact"]
                                 : schemas["Request"];
        REQUIRE(object["properties"].contains(name));
        if (field.format != FieldFormat::date) {
            CHECK(object["properties"][name].value("maxLength", 0) == field.length_max);
        }
        auto const& required = object["required"];
        bool const is_listed = std::ranges::find(required, json(name)) != required.end();
        CHECK(is_listed == (field.need == FieldNeed::required));
        CHECK(schemas["Form"]["properties"].contains(name));
        CHECK(example.contains(json::json_pointer(pointer_of(field))));
        CHECK(form.contains(name));
    }
}

TEST_CASE("the OpenAPI file has each member of a scenario that says what the work is") {
    json const& scenario =
        openapi()["components"]["schemas"]["Request"]["properties"]["scenario"]["properties"];
    for (std::string_view const name : work_members) {
        CAPTURE(name);
        CHECK(scenario.contains(name));
    }
}

TEST_CASE("a form is answered with pages, as the OpenAPI file says") {
    constexpr std::string_view type = "Content-Type: application/x-www-form-urlencoded\r\n";
    auto const encoded = [](json const& fields) {
        std::string text;
        for (auto const& [name, value] : fields.items()) {
            text += (text.empty() ? "" : "&") + name + "=";
            for (char const c : value.get<std::string>()) {
                constexpr std::string_view digits = "0123456789ABCDEF";
                auto const byte = static_cast<unsigned char>(c);
                text += {'%', digits[byte >> 4], digits[byte & 15]};
            }
        }
        return text;
    };
    FreshStore const fresh(FreshStore::Kind::sqlite);
    for (auto const& [name, example] :
         post_operation()["requestBody"]["content"]["application/x-www-form-urlencoded"]["examples"]
             .items()) {
        CAPTURE(name);
        TestEndpoint const endpoint(fresh.address(), options_for(name));
        TestEndpoint const away("/nonexistent/requests.sqlite", options_for(name));
        json fields = example["value"];
        RawAnswer const summary =
            fetch(endpoint.port(), "POST", "/requests", type, encoded(fields));
        check_answer(summary, 200);
        check_answer(fetch(away.port(), "POST", "/requests", type, encoded(fields)), 503);
        // Confirmed at once.
        constexpr std::string_view field = "name=\"confirmation\" value=\"";
        auto const at = summary.body.find(field);
        REQUIRE(at != std::string::npos);
        auto const begin = at + field.size();
        fields["confirmation"] = summary.body.substr(begin, summary.body.find('"', begin) - begin);
        check_answer(fetch(endpoint.port(), "POST", "/requests", type, encoded(fields)), 429);
        fields["email"] = "nobody";
        fields.erase("confirmation");
        check_answer(fetch(endpoint.port(), "POST", "/requests", type, encoded(fields)), 422);
    }
}

TEST_CASE("the running server answers as the OpenAPI file says") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options;
    options.requests_per_minute = 13;
    TestEndpoint const endpoint(fresh.address(), options);
    for (auto const& [name, example] :
         post_operation()["requestBody"]["content"]["application/json"]["examples"].items()) {
        CAPTURE(name);
        std::string const body = example["value"].dump();
        TestEndpoint const own(fresh.address(), options_for(name));
        TestEndpoint const& used = name == "package_with_kinds" ? own : endpoint;
        check_answer(used.post(body, "key-of-" + name), 201);
        check_answer(used.post(body, "key-of-" + name), 200);
    }
    std::string const body = question_request().dump();
    json wrong = question_request();
    wrong["contact"]["email"] = "nobody";
    check_answer(endpoint.post(wrong.dump(), "key-of-wrong"), 422);
    check_answer(endpoint.post("{", "key-of-no-json"), 400);
    check_answer(endpoint.post(body, ""), 400);
    check_answer(endpoint.post(body, "key-of-package"), 409);
    check_answer(endpoint.post(body, "key-of-evil", "Origin: https://evil.example\r\n"), 403);
    check_answer(endpoint.post(std::string(70'000, ' '), "key-of-large"), 413);
    check_answer(
        fetch(endpoint.port(), "POST", "/requests", "Content-Type: text/plain\r\n", "text"), 415);
    int status = 201;
    for (int i = 0; i < 20 && status != 429; ++i) {
        status = endpoint.post(body, "key-of-question").status;
    }
    check_answer(endpoint.post(body, "key-of-question"), 429);
    TestEndpoint const away("/nonexistent/requests.sqlite");
    check_answer(away.post(body, "key-of-question"), 503);
    RawAnswer const health = fetch(endpoint.port(), "GET", "/healthz");
    json const& documented =
        openapi()["paths"]["/healthz"]["get"]["responses"]["200"]["content"]["application/json"];
    CHECK(errors_of(json::parse(health.body), documented["schema"]) == std::vector<std::string>{});
    CHECK(json::parse(health.body) == documented["example"]);
    RawAnswer const ready = fetch(endpoint.port(), "GET", "/readyz");
    json const& readiness =
        openapi()["paths"]["/readyz"]["get"]["responses"]["200"]["content"]["application/json"];
    CHECK(errors_of(json::parse(ready.body), readiness["schema"]) == std::vector<std::string>{});
    CHECK(json::parse(ready.body) == readiness["example"]);
}

} // namespace kontingent::endpoint
