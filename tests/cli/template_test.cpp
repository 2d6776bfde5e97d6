#include "cli/pages/template.hpp"
#include "cli/pages/texts.hpp"

#include <doctest/doctest.h>

#include <sstream>

using namespace kontingent;
using namespace kontingent::cli;

namespace {

std::string printed(Report const& report) {
    std::ostringstream out;
    report.print(out);
    return out.str();
}

std::optional<Html> known(std::string_view name) {
    if (name == "a") {
        return escaped("<A>");
    }
    if (name == "braces") {
        return escaped("{{a}}");
    }
    return std::nullopt;
}

struct Expanded {
    std::string text, errors;
};

Expanded expanded(char const* text) {
    Report report(Language::english);
    std::string out = expand_template({"t.html", text}, known, report);
    return {std::move(out), printed(report)};
}

} // namespace

TEST_CASE("templates") {
    struct Row {
        char const* name;
        char const* text;
        char const* expanded;
    };

    Row const rows[] = {
        {"nothing to do", "<p>x</p>", "<p>x</p>"},
        {"a placeholder", "<p>{{a}}</p>", "<p>&lt;A&gt;</p>"},
        {"side by side, at the ends", "{{a}}{{a}}", "&lt;A&gt;&lt;A&gt;"},
        {"single braces stay", "{a} } {", "{a} } {"},
        {"what comes out is not looked through again", "{{braces}}", "{{a}}"},
        {"empty", "", ""},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(expanded(row.text).text == row.expanded);
        CHECK(expanded(row.text).errors.empty());
    }
}

TEST_CASE("errors of a template, all of them, with their places") {
    CHECK(expanded("ä{{b}}\n  {{ a }}{{}}").errors ==
          "t.html:1:2: unknown_placeholder: The placeholder “b” is not known.\n"
          "t.html:2:3: unknown_placeholder: The placeholder “ a ” is not known.\n"
          "t.html:2:10: unknown_placeholder: The placeholder “” is not known.\n");
    CHECK(expanded("x\n{{a").errors ==
          "t.html:2:1: open_placeholder: The placeholder is not closed.\n");
}

TEST_CASE("texts take arguments in one pass") {
    Report report(Language::english);
    auto texts =
        Texts::parse("t.json",
                     R"({"plain": "Hello", "all": "{x} and {vat}", "months.one": "{n} month",
                                  "months.other": "{n} months"})",
                     report);
    REQUIRE(texts);
    texts->set_common({{"vat", "19%"}});
    CHECK(texts->text("plain") == "Hello");
    CHECK(texts->text("all", {{"x", "{vat}"}}) == "{vat} and 19%");
    CHECK(texts->text("all", {{"x", ""}, {"vat", "0%"}}) == " and 0%");
    CHECK(texts->counted("months", 1, "1") == "1 month");
    CHECK(texts->counted("months", 2, "2") == "2 months");
    CHECK(report.is_empty());
}

TEST_CASE("errors of texts") {
    Report report(Language::english);
    auto texts = Texts::parse("t.json", "{\n \"a\": \"{x}\", \"b\": \"open {x\"}", report);
    REQUIRE(texts);
    CHECK(texts->text("missing").empty());
    CHECK(texts->text("missing").empty());
    CHECK(texts->text("a").empty());
    CHECK(texts->text("b", {{"y", "1"}}) == "open ");
    CHECK(printed(report) ==
          "t.json:1:1: missing_member: The member “missing” is missing.\n"
          "t.json:2:7: unknown_argument /a: The argument “x” is not known in this text.\n"
          "t.json:2:19: unknown_argument /b: The argument “x” is not known in this text.\n");
}

TEST_CASE("texts that are no flat object of strings") {
    struct Row {
        char const* name;
        char const* json;
        char const* errors;
    };

    Row const rows[] = {
        {"no JSON", "{", "t.json:1:2: syntax"},
        {"a list", "[]", "t.json:1:1: wrong_type"},
        {"a number", R"({"a": 1})", "t.json:1:7: wrong_type /a"},
        {"nested", R"({"a": {}})", "t.json:1:7: wrong_type /a"},
        {"twice", R"({"a": "x", "a": "y"})", "t.json:1:17: duplicate_member /a"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Report report(Language::english);
        CHECK_FALSE(Texts::parse("t.json", row.json, report));
        CHECK(printed(report).starts_with(row.errors));
    }
}
