// Reading a form's fields, and the confirmation that its summary page carries.
#include "endpoint/requests/form.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace kontingent::endpoint {

TEST_CASE("a form's fields") {
    auto const fields = parse_form("a=1+2&b=%C3%A4&&a=3&c&=x");
    REQUIRE(fields.has_value());
    CHECK(field(*fields, "a") == "1 2");
    CHECK(field(*fields, "b") == "ä");
    CHECK(field(*fields, "c").empty());
    CHECK(field(*fields, "none").empty());
    CHECK_FALSE(parse_form("a=%4").has_value());
    std::string many;
    for (int i = 0; i < 65; ++i) {
        many += "f" + std::to_string(i) + "=1&";
    }
    CHECK_FALSE(parse_form(many).has_value());
}

TEST_CASE("a confirmation holds from its least time for a day, with its own secret") {
    std::string const made = make_confirmation("secret", 1'000'000);
    auto const check = [&](std::string_view text, std::string_view secret, std::int64_t now) {
        return check_confirmation(text, secret, now, std::chrono::seconds(2));
    };
    CHECK(check(made, "secret", 1'001'999).error() == ConfirmationError::too_soon);
    CHECK(check(made, "secret", 1'002'000).has_value());
    CHECK(check(made, "secret", 87'400'000).has_value());
    CHECK(check(made, "secret", 87'400'001).error() == ConfirmationError::too_late);
    CHECK(check(made, "other", 1'002'000).error() == ConfirmationError::forged);
    CHECK(check("", "secret", 1'002'000).error() == ConfirmationError::forged);
    CHECK(check("a.b", "secret", 1'002'000).error() == ConfirmationError::forged);
    std::string earlier = made;
    earlier.replace(earlier.find('.') + 1, 1, "0");
    CHECK(check(earlier, "secret", 1'002'000).error() == ConfirmationError::forged);
}

} // namespace kontingent::endpoint
