// The plain form: sent once for a summary, once more to place the request.
#include "core/request/request_fields.hpp"
#include "endpoint/requests/form.hpp"
#include "endpoint/requests/form_page.hpp"
#include "tests/endpoint/forms.hpp"

#include <doctest/doctest.h>

#include <set>

namespace kontingent::endpoint {

namespace {

void places_a_form(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address(), without_waiting());
    RawAnswer const summary = send(endpoint, package_form());
    CHECK(summary.status == 200);
    CHECK(summary.header("content-type") == "text/html; charset=utf-8");
    CHECK(summary.header("content-security-policy").value_or("").find("form-action 'self'") !=
          std::string::npos);
    CHECK(summary.body.find("Käthe Groß") != std::string::npos);
    CHECK(endpoint.stored().empty());

    FormFields const confirmed = hidden_fields(summary.body);
    CHECK(confirmed.contains(confirmation_field));
    CHECK(std::stoll(confirmed.at("quoted_gross")) > 0);
    RawAnswer const thanks = send(endpoint, confirmed);
    CHECK(thanks.status == 201);
    // A second click, a reload.
    RawAnswer const again = send(endpoint, confirmed);
    CHECK(again.status == 200);
    CHECK(again.body == thanks.body);
    CHECK(thanks.body.find("href=\"./\"") != std::string::npos);

    auto const stored = endpoint.stored();
    REQUIRE(stored.size() == 1);
    CHECK(thanks.body.find(stored.front().reference) != std::string::npos);
    CHECK(stored.front().price == "same");
    auto const request = nlohmann::json::parse(stored.front().request);
    CHECK(request["message"] == "Zeile eins\nZeile zwei");
    CHECK(request["scenario"]["usage_minutes"].size() ==
          static_cast<std::size_t>(sample_catalogue().horizon_months));
    CHECK(request["scenario"]["usage_minutes"][0] == 750);

    FormFields changed = confirmed;
    changed["message"] = "Etwas anderes";
    CHECK(send(endpoint, changed).status == 409);
    CHECK(endpoint.stored().size() == 1);
}

} // namespace

TEST_CASE("a form is placed once") {
    on_each_store(places_a_form);
}

TEST_CASE("on demand and questions come by form, too") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(), without_waiting());
    FormFields form = package_form();
    form["kind"] = "on_demand";
    form["level"] = "3";
    form["language"] = "en";
    RawAnswer const summary = send(endpoint, form);
    CHECK(summary.status == 200);
    CHECK(summary.body.find("lang=\"en\"") != std::string::npos);
    RawAnswer const thanks = send(endpoint, hidden_fields(summary.body));
    CHECK(thanks.status == 201);
    CHECK(thanks.body.find("href=\"en/\"") != std::string::npos); // where they came from
    form["kind"] = "question";
    CHECK(send(endpoint, hidden_fields(send(endpoint, form).body)).status == 201);
    CHECK(endpoint.stored().size() == 2);
}

TEST_CASE("a form with errors comes back as it was typed, with sentences at its fields") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(), without_waiting());
    FormFields form = package_form();
    form["email"] = "\"><script>alert(1)</script>";
    form["hours"] = "viele";
    form.erase("consent");
    RawAnswer const answer = send(endpoint, form);
    CHECK(answer.status == 422);
    CHECK(answer.body.find("<script>") == std::string::npos);
    for (std::string_view part :
         {"id=\"error-email\"", "id=\"error-hours\"", "id=\"error-consent\"", "value=\"viele\"",
          "Käthe Groß", "&lt;script&gt;", "Zeile zwei"}) {
        CAPTURE(part);
        CHECK(answer.body.find(part) != std::string::npos);
    }
    CHECK(send(endpoint, {}).status == 422);
    CHECK(endpoint.stored().empty());
}

TEST_CASE("a name that nobody can see is refused, by form as well") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(), without_waiting());
    for (char const* name : {"\u00A0", "\u200B", "\u2060", "\u00AD\u200D\uFEFF"}) {
        CAPTURE(name);
        FormFields form = package_form();
        form["name"] = name;
        RawAnswer const answer = send(endpoint, form);
        CHECK(answer.status == 422);
        CHECK(answer.body.find("id=\"error-name\"") != std::string::npos);
    }
    CHECK(endpoint.stored().empty());
}

TEST_CASE("names of fields do not become part of a page") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(), without_waiting());
    std::string const refresh =
        "%3Cmeta+http-equiv%3Drefresh+content%3D%220%3Burl%3Dhttps%3A%2F%2Ftell-tale.example%22%3E";
    for (std::string const& name :
         {refresh, "a%22%3E" + refresh, std::string("tell-tale.example"),
          std::string("%3Cscript%3E%2F%2Ftell-tale.example%3C%2Fscript%3E")}) {
        for (bool const is_valid : {true, false}) {
            CAPTURE(name);
            CAPTURE(is_valid);
            FormFields form = package_form();
            if (!is_valid) {
                form.erase("consent");
            }
            std::string const body = encode(form) + "&" + name + "=1";
            RawAnswer const answer = fetch(endpoint.port(), "POST", "/requests", form_type, body);
            CHECK(answer.status == (is_valid ? 200 : 422));
            CHECK(answer.body.find("tell-tale") == std::string::npos);
            CHECK(answer.body.find("http-equiv=refresh") == std::string::npos);
        }
    }
}

TEST_CASE("a form is refused with a page, whatever is wrong") {
    struct Row {
        std::string_view name;
        std::string headers;
        std::string body;
        int status;
        bool has_catalogue;
        std::string_view said;
    };

    std::string const form(form_type);
    FormFields english = package_form();
    english["language"] = "en";
    std::string const good = encode(english);
    std::size_t const too_large = ServerLimits{}.body_bytes_max + 1;
    Row const rows[] = {
        {"badly encoded", form, "name=%zz", 400, true, "nicht vollständig"},
        {"too large", form, "name=" + std::string(too_large, 'x'), 413, true, "zu lang"},
        {"declared too large", form + "Content-Length: 999999999\r\n", "", 413, true, "zu lang"},
        {"another origin", form + "Origin: https://else.example\r\n", good, 403, true,
         "from another website"},
        {"another origin, and no form that can be read", form + "Origin: https://else.example\r\n",
         "%", 403, true, "fremden Website"},
        {"compressed", form + "Content-Encoding: gzip\r\n", "\x1f\x8b%", 415, true,
         "komprimiert gesendet"},
        {"no catalogue", form, good, 503, false, "cannot be stored"},
    };
    FreshStore const fresh(FreshStore::Kind::sqlite);
    for (Row const& row : rows) {
        CAPTURE(row.name);
        RequestRouteOptions options = without_waiting();
        if (!row.has_catalogue) {
            options.catalogue = "/nowhere/catalogue.json";
        }
        TestEndpoint const endpoint(fresh.address(), options);
        RawAnswer const answer = fetch(endpoint.port(), "POST", "/requests", row.headers, row.body);
        CHECK(answer.status == row.status);
        CHECK(answer.header("content-type") == "text/html; charset=utf-8");
        CHECK(answer.body.find("<h1>") != std::string::npos);
        CHECK(answer.body.find(row.said) != std::string::npos);
    }
}

TEST_CASE("each field of a request is on the pages of the form, in each language") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    RequestRouteOptions options = without_waiting();
    options.requests_per_minute = 0;
    TestEndpoint endpoint(fresh.address(), options);
    for (char const* language : {"de", "en"}) {
        for (RequestField const& field : request_fields) {
            CAPTURE(field.name);
            FormFields form = package_form();
            form["language"] = language;
            std::string const text = field.format == FieldFormat::email  ? "typed@in.example"
                                     : field.format == FieldFormat::date ? "2027-01-31"
                                                                         : "typed in";
            form[std::string(field.name)] = text;
            RawAnswer const summary = send(endpoint, form);
            CHECK(summary.status == 200);
            CHECK(summary.body.find("<dd>" + text + "</dd>") != std::string::npos);
            CHECK(summary.body.find("<dt></dt>") == std::string::npos);
            form.erase("consent");
            RawAnswer const correction = send(endpoint, form);
            CHECK(correction.status == 422);
            CHECK(correction.body.find("name=\"" + std::string(field.name) + "\"") !=
                  std::string::npos);
            CHECK(correction.body.find(text) != std::string::npos);
            FormFields const confirmed = hidden_fields(summary.body);
            CHECK(send(endpoint, confirmed).status == 201);
            auto const request = nlohmann::json::parse(endpoint.stored().back().request);
            CHECK(request.value(nlohmann::json::json_pointer(pointer_of(field)), "") == text);
        }
    }
}

TEST_CASE("every text that a page of the form may need is there") {
    FormPages const pages("/nowhere");
    for (Language const language : all_languages()) {
        std::set<std::string> pages_so_far;
        for (std::size_t i = 0; i < notice_count; ++i) {
            CAPTURE(i);
            Response const page = pages.notice(language, nullptr, static_cast<Notice>(i), 422);
            CHECK(page.body->find("<h1></h1>") == std::string::npos);
            CHECK(page.body->find("<p></p>") == std::string::npos);
            CHECK(pages_so_far.insert(*page.body).second); // a text of its own
        }
    }
}

TEST_CASE("simple programs do not get through the form") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    SUBCASE("the trap") {
        TestEndpoint endpoint(fresh.address(), without_waiting());
        FormFields form = package_form();
        form["fax"] = "+49 30 1";
        CHECK(send(endpoint, form).status == 422);
        CHECK(endpoint.stored().empty());
    }
    SUBCASE("too quick") {
        RequestRouteOptions options;
        options.form_least_time = std::chrono::hours(1);
        TestEndpoint endpoint(fresh.address(), options);
        CHECK(send(endpoint, hidden_fields(send(endpoint, package_form()).body)).status == 429);
        CHECK(endpoint.stored().empty());
    }
    SUBCASE("forged") {
        TestEndpoint endpoint(fresh.address(), without_waiting());
        FormFields form = package_form();
        form["confirmation"] = "0123456789abcdef0123456789abcdef.1.0000";
        CHECK(send(endpoint, form).status == 422);
        CHECK(endpoint.stored().empty());
    }
    SUBCASE("too many") {
        RequestRouteOptions options;
        options.requests_per_minute = 1;
        TestEndpoint const endpoint(fresh.address(), options);
        CHECK(send(endpoint, package_form()).status == 200);
        RawAnswer const refused = send(endpoint, package_form());
        CHECK(refused.status == 429);
        CHECK(refused.header("content-type") == "text/html; charset=utf-8");
        CHECK(refused.header("retry-after").has_value());
    }
    SUBCASE("badly encoded") {
        TestEndpoint const endpoint(fresh.address());
        CHECK(fetch(endpoint.port(), "POST", "/requests", form_type, "name=%zz").status == 400);
    }
}

} // namespace kontingent::endpoint
