#include "templates/embedded.hpp"
#include "templates/template.hpp"
#include "tests/cli/noted_problems.hpp"

#include <doctest/doctest.h>

using namespace kontingent;
using namespace kontingent::templates;

namespace {

using Noted = kontingent::tests::NotedProblems;

struct Rendered {
    std::string text, problems;
};

Rendered rendered(char const* text) {
    Noted problems;
    auto texts = Texts::parse("t.json", R"({"hello": "Hello & <b>"})", problems);
    REQUIRE(texts);
    Object const data{{"a", "<A>"},
                      {"braces", "{{a}}"},
                      {"is_set", true},
                      {"is_clear", false},
                      {"html", "<br>"},
                      {"dotted.name", "d"},
                      {"items", List{{{"n", "1"}}, {{"n", "2"}, {"a", "own"}}}},
                      {"none", List{}},
                      {"made", Make([] { return Value("<m>"); })}};
    auto const partial = [](std::string_view name) -> std::optional<std::string> {
        return name == "part.html" ? std::optional<std::string>("[{{a}}]") : std::nullopt;
    };
    std::string out = render({"t.html", text}, data, *texts, problems, partial);
    return {std::move(out), problems.text};
}

} // namespace

TEST_CASE("templates") {
    struct Row {
        char const* name;
        char const* text;
        char const* rendered;
    };

    Row const rows[] = {
        {"nothing to do", "<p>x</p>", "<p>x</p>"},
        {"a name", "<p>{{a}}</p>", "<p>&lt;A&gt;</p>"},
        {"side by side, at the ends", "{{a}}{{a}}", "&lt;A&gt;&lt;A&gt;"},
        {"with blanks", "{{ a }}", "&lt;A&gt;"},
        {"single braces stay", "{a} } {", "{a} } {"},
        {"not escaped", "{{{html}}}", "<br>"},
        {"what comes out is not looked through again", "{{braces}}", "{{a}}"},
        {"a text is escaped, too", "{{text.hello}}", "Hello &amp; &lt;b&gt;"},
        {"a name with a point", "{{dotted.name}}", "d"},
        {"set", "{{#is_set}}x{{/is_set}}{{^is_set}}y{{/is_set}}", "x"},
        {"not set", "{{#is_clear}}x{{/is_clear}}{{^is_clear}}y{{/is_clear}}", "y"},
        {"a list, with names from outside", "{{#items}}{{n}}{{a}};{{/items}}", "1&lt;A&gt;;2own;"},
        {"made where it is used", "{{made}}", "&lt;m&gt;"},
        {"an empty list", "{{#none}}x{{/none}}{{^none}}y{{/none}}", "y"},
        {"lines of a section alone disappear", "a\n{{#items}}\n{{n}}\n{{/items}}\nb", "a\n1\n2\nb"},
        {"another template", "{{>part.html}}", "[&lt;A&gt;]"},
        {"empty", "", ""},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Rendered const result = rendered(row.text);
        CHECK(result.text == row.rendered);
        CHECK(result.problems.empty());
    }
}

TEST_CASE("problems of a template, each with its place") {
    CHECK(rendered("ä{{b}}\n  {{#c}}{{/c}}{{>d}}{{b}}").problems == "t.html:1:2 unknown_name b\n"
                                                                    "t.html:2:3 unknown_name c\n"
                                                                    "t.html:2:15 unknown_name d\n");
    CHECK(rendered("x\n{{a").problems == "t.html:2:1 unclosed\n");
    CHECK(rendered("x\n {{#is_set}}y").problems == "t.html:2:2 unclosed\n");
    CHECK(rendered("x{{/is_set}}").problems == "t.html:1:2 unclosed\n");
    CHECK(rendered("{{text.gone}}").problems ==
          "t.json:1:1: missing_member: The member “gone” is missing.\n");
}

TEST_CASE("the program has the site's templates and texts") {
    for (char const* name : {"page.html", "page.de.json", "page.en.json", "request-correct.html"}) {
        CAPTURE(name);
        CHECK(embedded(name).value_or("").size() > 100);
    }
    CHECK_FALSE(embedded("nothing.html").has_value());
}

TEST_CASE("texts take arguments in one pass") {
    Noted problems;
    auto texts = Texts::parse("t.json",
                              R"({"plain": "Hello", "all": "{x} and {vat}", "days.one": "{n} day",
                                  "months": {"one": "{n} month", "other": "{n} months"}})",
                              problems);
    REQUIRE(texts);
    texts->set_common({{"vat", "19%"}});
    CHECK(texts->text("plain") == "Hello");
    CHECK(texts->text("all", {{"x", "{vat}"}}) == "{vat} and 19%");
    CHECK(texts->text("all", {{"x", ""}, {"vat", "0%"}}) == " and 0%");
    CHECK(texts->counted("months", Plural::one, "1") == "1 month");
    CHECK(texts->counted("months", Plural::other, "2") == "2 months");
    CHECK(texts->counted("days", Plural::one, "1") == "1 day");
    CHECK(problems.text.empty());
}

TEST_CASE("errors of texts") {
    Noted problems;
    auto texts = Texts::parse("t.json", "{\n \"a\": \"{x}\", \"b\": \"open {x\"}", problems);
    REQUIRE(texts);
    CHECK(texts->text("missing").empty());
    CHECK(texts->text("missing").empty());
    CHECK(texts->text("a").empty());
    CHECK(texts->text("b", {{"y", "1"}}) == "open ");
    CHECK(problems.text == "t.json:1:1: missing_member: The member “missing” is missing.\n"
                           "t.json:1:1: missing_member: The member “missing” is missing.\n"
                           "t.json:2:7 unknown_argument a x\n"
                           "t.json:2:19 unknown_argument b x\n");
}

TEST_CASE("texts that are no object of strings and plural forms") {
    struct Row {
        char const* name;
        char const* json;
        char const* errors;
    };

    Row const rows[] = {
        {"no JSON", "{", "t.json:1:2: syntax"},
        {"a list", "[]", "t.json:1:1: wrong_type"},
        {"a number", R"({"a": 1})", "t.json:1:7: wrong_type /a"},
        {"no form", R"({"a": {}})", "t.json:1:7: wrong_type /a"},
        {"a number as a form", R"({"a": {"one": 1}})", "t.json:1:15: wrong_type /a/one"},
        {"a form twice", R"({"a.one": "x", "a": {"one": "y"}})", "t.json:1:29: duplicate_member"},
        {"twice", R"({"a": "x", "a": "y"})", "t.json:1:17: duplicate_member /a"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Noted problems;
        CHECK_FALSE(Texts::parse("t.json", row.json, problems));
        CHECK(problems.text.starts_with(row.errors));
    }
}
