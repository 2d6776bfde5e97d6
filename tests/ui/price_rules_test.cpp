// The portal over catalogues with rules that the sample does not have.
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>

#include <string>

namespace kontingent::ui_test {

using semantics::Role;

namespace {

std::string catalogue_of(std::string const& members) {
    return R"({"format": 1, "id": "rules", "currency": "EUR", "languages": ["de"],
        "seller": {"name": "Muster"}, )" +
           members + "}";
}

// 1.5 hours, what is beyond on request; or 20 hours. At 12 hours a month only the second has a
// price.
char const* const packages = R"("packages": [
    {"id": "small", "name": {"de": "Klein"}, "included_minutes": 90, "monthly_price": 12000,
     "overage": {"mode": "on_request"}},
    {"id": "large", "name": {"de": "Groß"}, "included_minutes": 1200, "monthly_price": 24000,
     "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 6000}]}}])";

bool has(PortalDriver const& portal, std::string const& text) {
    return portal.text().find(text) != std::string::npos;
}

} // namespace

TEST_CASE("prices that include VAT: gross is their sum, net is without VAT") {
    FakePlatform platform;
    PortalDriver portal(platform, {.catalogue = catalogue_of(
                                       R"("vat_basis_points": 2000, "prices_include_vat": true, )" +
                                       std::string(packages))});
    CHECK(portal.status().find("2.400,00 € netto") != std::string::npos);
    CHECK(has(portal, "2.400,00 € netto im Jahr, 2.880,00 € brutto (mit 20 % Umsatzsteuer)."));
    portal.activate(Role::radio, "brutto");
    CHECK(portal.status().find("2.880,00 € brutto") != std::string::npos);
}

TEST_CASE("an offer with open work is shown and not recommended") {
    FakePlatform platform;
    PortalDriver portal(platform, {.catalogue = catalogue_of(R"("vat_basis_points": 0, )" +
                                                             std::string(packages))});
    CHECK(portal.status().find("Groß") != std::string::npos);
    CHECK(has(portal, "Wird nicht empfohlen: ein Teil der Arbeit hat keinen Preis (auf Anfrage)."));
    CHECK_FALSE(has(portal, "Passt nicht zu Ihren Anforderungen"));
}

TEST_CASE("a small business charges no VAT") {
    FakePlatform platform;
    PortalDriver portal(
        platform, {.catalogue = catalogue_of(R"("vat_basis_points": 0, "small_business": true, )" +
                                             std::string(packages))});
    CHECK(has(portal, "2.880,00 € im Jahr. Als Kleinunternehmen erheben wir keine Umsatzsteuer."));
    CHECK_FALSE(has(portal, "brutto (mit"));
}

} // namespace kontingent::ui_test
