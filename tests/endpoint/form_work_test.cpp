// What a plain form asks about the work, and how hours and counts are read.
#include "tests/endpoint/forms.hpp"

#include <doctest/doctest.h>

namespace kontingent::endpoint {

namespace {

std::filesystem::path every_rule_catalogue() {
    return sample_catalogue_file().parent_path() /
           "../../tests/core/catalogues/good/every-rule.json";
}

FormFields english_form(char const* package, char const* term_months) {
    FormFields form = package_form();
    form["language"] = "en";
    form["package"] = package;
    form["term_months"] = term_months;
    return form;
}

} // namespace

TEST_CASE("a form asks for kinds, the usual task and extras, and its request carries them") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(), with_catalogue(every_rule_catalogue()));
    FormFields form = english_form("quarter", "12");
    form["kind_urgent"] = "33 %";
    form["task"] = "0:45";
    form["extra_site"] = "4";
    RawAnswer const summary = send(endpoint, form);
    CHECK(summary.status == 200);
    for (char const* const row : {"<dt>Urgent: share in per cent</dt>\n<dd>33 %</dd>",
                                  "<dt>Site</dt>\n<dd>4</dd>", "<dd>0.75\u00A0h</dd>"}) {
        CAPTURE(row);
        CHECK(summary.body.find(row) != std::string::npos);
    }
    RawAnswer const thanks = send(endpoint, hidden_fields(summary.body));
    CHECK(thanks.status == 201);
    REQUIRE(endpoint.stored().size() == 1);
    CHECK(endpoint.stored().front().price == "same");
    auto const scenario = nlohmann::json::parse(endpoint.stored().front().request)["scenario"];
    CHECK(scenario["usage_minutes"][0] == 750);
    CHECK(scenario["kind_minutes"]["urgent"] == nlohmann::json(std::vector<int>(12, 248)));
    CHECK(scenario["task_minutes"] == 45);
    CHECK(scenario["extras"] == nlohmann::json{{"site", 4}});

    struct Row {
        char const* field;
        char const* text;
        int status;
    };

    for (Row const& row :
         {Row{"kind_urgent", "12.5", 422}, Row{"hours", "1,000", 200}, Row{"hours", "1,001", 422},
          Row{"hours", "12 hours", 200}, Row{"hours", "", 422}, Row{"extra_site", "1,000", 200},
          Row{"kind_urgent", "", 200}, Row{"kind_urgent", "0", 200}, Row{"kind_urgent", "100", 200},
          Row{"kind_urgent", "101", 422}, Row{"kind_urgent", "-1", 422},
          Row{"kind_urgent", "viele", 422}, Row{"task", "", 200}, Row{"task", "0", 422},
          Row{"task", "lang", 422}, Row{"extra_site", "", 200}, Row{"extra_site", "10000", 200},
          Row{"extra_site", "10001", 422}, Row{"extra_site", "x", 422}}) {
        CAPTURE(row.field);
        CAPTURE(row.text);
        FormFields changed = form;
        changed[row.field] = row.text;
        RawAnswer const answer = send(endpoint, changed);
        CHECK(answer.status == row.status);
        if (row.status == 422) {
            CHECK(answer.body.find("id=\"error-" + std::string(row.field) + "\"") !=
                  std::string::npos);
        }
    }
}

TEST_CASE(
    "hours are read as the form's language writes them, and a refusal says how to write them") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(), without_waiting());

    struct Row {
        char const* language;
        char const* typed;
        char const* said;
    };

    for (Row const& row :
         {Row{"en", "1,000", "<dd>1000\u00A0h</dd>"}, Row{"de", "1.000", "<dd>1000\u00A0h</dd>"},
          Row{"de", "1,500", "<dd>1,5\u00A0h</dd>"}, Row{"en", "1.500", "<dd>1.5\u00A0h</dd>"},
          Row{"de", "12 Stunden 30 Minuten", "<dd>12,5\u00A0h</dd>"},
          Row{"en", "1,500",
              "Between 0 and 1000\u00A0h. Read as 1500\u00A0h. For 1.5\u00A0h, please type just "
              "that."},
          Row{"de", "1.500", "Gelesen als 1500\u00A0h."},
          Row{"de", "-5", "Möglich sind 0 bis 1000\u00A0h."},
          Row{"en", "12 Stunden", "That is not a number of hours."},
          Row{"de", " ", "Bitte geben Sie Stunden ein"}}) {
        CAPTURE(row.typed);
        FormFields form = package_form();
        form["language"] = row.language;
        form["hours"] = row.typed;
        CHECK(send(endpoint, form).body.find(row.said) != std::string::npos);
    }
}

TEST_CASE("a form counts units where the catalogue does") {
    FreshStore const fresh(FreshStore::Kind::sqlite);
    TestEndpoint endpoint(fresh.address(),
                          with_catalogue(every_rule_catalogue().parent_path() / "units.json"));
    FormFields form = english_form("five", "1");
    form["hours"] = "7";
    RawAnswer const summary = send(endpoint, form);
    CHECK(summary.status == 200);
    CHECK(summary.body.find("<dt>tickets per month</dt>\n<dd>7</dd>") != std::string::npos);
    CHECK(send(endpoint, hidden_fields(summary.body)).status == 201);
    auto const scenario = nlohmann::json::parse(endpoint.stored().back().request)["scenario"];
    CHECK(scenario["usage_units"][0] == 7);
    form["hours"] = "7,5";
    CHECK(send(endpoint, form).body.find("id=\"error-hours\"") != std::string::npos);
}

} // namespace kontingent::endpoint
