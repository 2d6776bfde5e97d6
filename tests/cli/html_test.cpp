#include "cli/pages/html.hpp"

#include <doctest/doctest.h>

#include <type_traits>

using namespace kontingent::cli;

// Text made at run time cannot become markup.
static_assert(!std::is_convertible_v<std::string, Markup>);
static_assert(!std::is_convertible_v<std::string, Html>);
static_assert(!std::is_constructible_v<Html, std::string_view>);

TEST_CASE("escaping") {
    CHECK(escaped("a & b < c > d \" e ' f").text() == "a &amp; b &lt; c &gt; d &quot; e &#39; f");
    CHECK(escaped("&amp;").text() == "&amp;amp;");
    CHECK(escaped("Größe\u00A0€").text() == "Größe\u00A0€");
    CHECK(escaped("").text().empty());
}

TEST_CASE("markup stays, text is escaped") {
    Html html("<p>");
    html << escaped("<script>") << "</p>";
    CHECK(html.text() == "<p>&lt;script&gt;</p>");
}
