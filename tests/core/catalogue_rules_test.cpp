// What an offer's rules may be, and which do not go together.
#include "core/catalogue/catalogue.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr char const* hourly = R"("overage": {"mode": "graduated", "tiers": [{"hourly_rate": 1}]})";

std::string catalogue_text(std::string const& offers, std::string const& head = {}) {
    return R"({"format": 1, "id": "rules", "currency": "EUR", "languages": ["en"],
        "seller": {"name": "S"}, )" +
           (head.empty() ? R"("vat_basis_points": 1900, )" : head + ", ") + R"(
        "kinds": [{"id": "regular", "name": {"en": "R"}}, {"id": "urgent", "name": {"en": "U"}}],
        "extras": [{"id": "site", "name": {"en": "S"}, "max": 5}],
        "terms": [{"months": 3}, {"months": 12, "discount_basis_points": 500}], )" +
           offers + "}";
}

std::string package_text(std::string const& members) {
    return R"("packages": [{"id": "one", "name": {"en": "One"}, )" + members + "}]";
}

std::string errors_of(std::string const& text) {
    auto const catalogue = parse_catalogue(text);
    return catalogue ? "" : text_of(catalogue.error());
}

struct Row {
    char const* name;
    std::string members; // of the package
    char const* errors;
};

template <std::size_t count>
void check_rows(Row const (&rows)[count]) {
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(errors_of(catalogue_text(package_text(row.members))) == row.errors);
    }
}

std::string with(std::string const& members) {
    return R"("included_minutes": 600, "monthly_price": 100, )" + members;
}

std::string hours(std::string const& members) {
    return with(members + ", " + hourly);
}

std::string tariff(std::string const& members) {
    return with("\"overage\": {" + members + "}");
}

} // namespace

TEST_CASE("only what is needed is compulsory") {
    auto const catalogue = parse_catalogue(R"({"format": 1, "id": "least", "currency": "EUR",
        "vat_basis_points": 0, "languages": ["en"], "seller": {"name": "S"},
        "on_demand": {"id": "od", "name": {"en": "O"}, "overage": {"mode": "on_request"}}})");
    REQUIRE_MESSAGE(catalogue, text_of(catalogue.error()));
    CHECK(catalogue->billing_increment == Minutes{1});
    CHECK(catalogue->horizon_months == 12);
    REQUIRE(catalogue->terms.size() == 1);
    CHECK(catalogue->terms[0].months == 1);
    CHECK(catalogue->term_discount_applies_to == DiscountScope{});
    CHECK(catalogue->offers.size() == 1);
    CHECK(catalogue->offers[0].responses.empty());
    CHECK(errors_of(R"({"format": 1, "id": "none", "currency": "EUR", "vat_basis_points": 0,
        "languages": ["en"], "seller": {"name": "S"}})") == "missing_member : packages");
}

TEST_CASE("included hours, carry and pooling") {
    Row const rows[] = {
        {"none", R"("included_minutes": 0, "monthly_price": 100, )" + std::string(hourly), ""},
        {"absent is none", R"("monthly_price": 100, )" + std::string(hourly), ""},
        {"unlimited needs no price beyond",
         R"("included_minutes": "unlimited", "monthly_price": 100)", ""},
        {"hours that can be exceeded need one", R"("included_minutes": 600, "monthly_price": 100)",
         "missing_member /packages/0: overage"},
        {"so does a kind that does not use the unlimited ones",
         R"("included_minutes": "unlimited", "monthly_price": 100,
            "kinds": [{"id": "urgent", "uses_included": false}])",
         "missing_member /packages/0: overage"},
        {"unless it has its own",
         R"("included_minutes": "unlimited", "monthly_price": 100, "kinds": [{"id": "urgent",
            "uses_included": false, "overage": {"mode": "on_request"}}])",
         ""},
        {"another word",
         R"("included_minutes": "many", "monthly_price": 100, )" + std::string(hourly),
         "wrong_type /packages/0/included_minutes: minutes_or_unlimited"},
        {"a quarter", hours(R"("included_per": "quarter")"), ""},
        {"a week", hours(R"("included_per": "week")"),
         "unknown_value /packages/0/included_per: month, quarter, year"},
        {"a term of 3 months for the hours of a year", hours(R"("included_per": "year")"),
         "term_not_divisible /packages/0: 12"},
        {"which the package does not have", hours(R"("included_per": "year", "terms": [12])"), ""},
        {"carry", hours(R"("carry": {})"), ""},
        {"carry at its bounds",
         hours(R"("carry": {"months": 120, "cap_minutes": 1000000, "share_basis_points": 0})"), ""},
        {"carry below its bounds",
         hours(R"("carry": {"months": 0, "cap_minutes": 0, "share_basis_points": -1})"),
         "out_of_range /packages/0/carry/months: 1..120; "
         "out_of_range /packages/0/carry/cap_minutes: 1..1000000; "
         "out_of_range /packages/0/carry/share_basis_points: 0..10000"},
        {"carry above its bounds",
         hours(R"("carry": {"months": 121, "cap_minutes": 1000001, "share_basis_points": 10001})"),
         "out_of_range /packages/0/carry/months: 1..120; "
         "out_of_range /packages/0/carry/cap_minutes: 1..1000000; "
         "out_of_range /packages/0/carry/share_basis_points: 0..10000"},
        {"carry of a quarter", hours(R"("carry": {}, "included_per": "quarter")"),
         "conflicting_member /packages/0/carry: included_per"},
        {"carry of nothing",
         R"("included_minutes": 0, "carry": {}, "monthly_price": 100, )" + std::string(hourly),
         "conflicting_member /packages/0/carry: included_minutes"},
        {"carry of unlimited hours",
         R"("included_minutes": "unlimited", "carry": {}, "monthly_price": 100)",
         "conflicting_member /packages/0/carry: included_minutes"},
        {"pooling", hours(R"("pooling": {"pairs_per_term_max": 2})"), ""},
        {"pooling of a quarter",
         hours(R"("pooling": {"pairs_per_term_max": 2}, "included_per": "quarter")"),
         "conflicting_member /packages/0/pooling: included_per"},
        {"pooling beside carry", hours(R"("pooling": {"pairs_per_term_max": 2}, "carry": {})"),
         "conflicting_member /packages/0/pooling: carry"},
        {"pooling of nothing",
         R"("included_minutes": 0, "pooling": {"pairs_per_term_max": 2}, "monthly_price": 100, )" +
             std::string(hourly),
         "conflicting_member /packages/0/pooling: included_minutes"},
        {"pooling of unlimited hours",
         R"("included_minutes": "unlimited", "pooling": {"pairs_per_term_max": 2},
            "monthly_price": 100)",
         "conflicting_member /packages/0/pooling: included_minutes"},
        {"pooling beside blocks that outlive their month",
         with(R"("pooling": {"pairs_per_term_max": 2}, "overage": {"mode": "block",
            "tiers": [{"block_minutes": 60, "block_price": 1}], "valid_months": 2})"),
         "conflicting_member /packages/0/pooling: overage"},
        {"beside blocks of a month",
         with(R"("pooling": {"pairs_per_term_max": 2}, "overage": {"mode": "block",
            "tiers": [{"block_minutes": 60, "block_price": 1}], "valid_months": 1})"),
         ""},
        {"beside a kind's blocks",
         hours(R"("pooling": {"pairs_per_term_max": 2}, "kinds": [{"id": "urgent",
            "overage": {"mode": "block", "tiers": [{"block_minutes": 60, "block_price": 1}],
            "valid_months": "unlimited"}}])"),
         "conflicting_member /packages/0/pooling: kinds"},
    };
    check_rows(rows);
}

TEST_CASE("tariffs") {
    Row const rows[] = {
        {"an unknown mode", tariff(R"("mode": "flat")"),
         "unknown_value /packages/0/overage/mode: graduated, volume, block, on_request"},
        {"on request", tariff(R"("mode": "on_request")"), ""},
        {"on request with tiers", tariff(R"("mode": "on_request", "tiers": [{"hourly_rate": 1}])"),
         "conflicting_member /packages/0/overage/tiers: mode"},
        {"graduated without tiers", tariff(R"("mode": "graduated")"),
         "missing_member /packages/0/overage: tiers"},
        {"validity of what is no block",
         tariff(R"("mode": "volume", "tiers": [{"hourly_rate": 1}], "valid_months": 2)"),
         "conflicting_member /packages/0/overage/valid_months: mode"},
        {"of a block, without end",
         tariff(R"("mode": "block", "tiers": [{"block_minutes": 1, "block_price": 0}],
            "valid_months": "unlimited")"),
         ""},
        {"of a block, too short",
         tariff(R"("mode": "block", "tiers": [{"block_minutes": 1, "block_price": 0}],
            "valid_months": 0)"),
         "out_of_range /packages/0/overage/valid_months: 1..120"},
        {"of a block, as long as possible",
         tariff(R"("mode": "block", "tiers": [{"block_minutes": 1, "block_price": 0}],
            "valid_months": 120)"),
         ""},
        {"of a block, too long",
         tariff(R"("mode": "block", "tiers": [{"block_minutes": 1, "block_price": 0}],
            "valid_months": 121)"),
         "out_of_range /packages/0/overage/valid_months: 1..120"},
        {"of a block, another word",
         tariff(R"("mode": "block", "tiers": [{"block_minutes": 1, "block_price": 0}],
            "valid_months": "long")"),
         "wrong_type /packages/0/overage/valid_months: months_or_unlimited"},
    };
    check_rows(rows);
}

TEST_CASE("terms and prices") {
    Row const rows[] = {
        {"a monthly price for all terms", hours(R"("terms": [3, 12])"), ""},
        {"a term that the catalogue does not have", hours(R"("terms": [1, 12])"),
         "unknown_value /packages/0/terms/0: 3, 12"},
        {"a term twice", hours(R"("terms": [12, 12])"), "duplicate_id /packages/0/terms/1: 12"},
        {"a total in place of the monthly price",
         R"("terms": [12], "prices": [{"months": 12, "total": 5}], )" + std::string(hourly), ""},
        {"no monthly price for the other term",
         R"("prices": [{"months": 12, "total": 5}], )" + std::string(hourly),
         "missing_member /packages/0: monthly_price"},
        {"a price without a total needs one",
         R"("terms": [12], "prices": [{"months": 12, "setup_fee": 5}], )" + std::string(hourly),
         "missing_member /packages/0: monthly_price"},
        {"a term's price twice",
         hours(R"("prices": [{"months": 12, "total": 5}, {"months": 12, "total": 6}])"),
         "duplicate_id /packages/0/prices/1/months: 12"},
        {"a price of a term that the catalogue does not have",
         hours(R"("prices": [{"months": 6, "total": 5}])"),
         "unknown_value /packages/0/prices/0/months: 3, 12"},
        {"a price of a term that the package does not have",
         hours(R"("terms": [3], "prices": [{"months": 12, "total": 5}])"),
         "unknown_value /packages/0/prices/0/months: 3"},
        {"the largest amounts", hours(R"("setup_fee": 100000000000,
            "prices": [{"months": 12, "total": 100000000000, "setup_fee": 0}])"),
         ""},
        {"amounts beyond", hours(R"("setup_fee": 100000000001,
            "prices": [{"months": 12, "total": 100000000001, "setup_fee": -1}])"),
         "out_of_range /packages/0/setup_fee: 0..100000000000; "
         "out_of_range /packages/0/prices/0/total: 0..100000000000; "
         "out_of_range /packages/0/prices/0/setup_fee: 0..100000000000"},
    };
    check_rows(rows);
}

TEST_CASE("kinds, tasks and extras of an offer") {
    Row const rows[] = {
        {"a kind at its bounds",
         hours(R"("kinds": [{"id": "urgent", "counts_basis_points": 100000}])"), ""},
        {"a kind beyond", hours(R"("kinds": [{"id": "urgent", "counts_basis_points": 100001}])"),
         "out_of_range /packages/0/kinds/0/counts_basis_points: 0..100000"},
        {"an unknown kind", hours(R"("kinds": [{"id": "night"}])"),
         "unknown_id /packages/0/kinds/0/id: night"},
        {"a kind twice", hours(R"("kinds": [{"id": "urgent"}, {"id": "urgent"}])"),
         "duplicate_id /packages/0/kinds/1/id: urgent"},
        {"the regular kind keeps off the included hours",
         hours(R"("kinds": [{"id": "regular", "uses_included": false}])"), ""},
        {"the regular kind says nothing", hours(R"("kinds": [{"id": "regular"}])"),
         "regular_kind /packages/0/kinds/0: regular"},
        {"the regular kind has no tariff of its own",
         hours(R"("kinds": [{"id": "regular", "uses_included": false,
            "overage": {"mode": "on_request"}}])"),
         "regular_kind /packages/0/kinds/0: regular"},
        {"the regular kind counts as it is",
         hours(R"("kinds": [{"id": "regular", "uses_included": false,
            "counts_basis_points": 10000}])"),
         "regular_kind /packages/0/kinds/0: regular"},
        {"a task at its bounds",
         hours(R"("task": {"minimum_minutes": 1, "first_minutes": 60000, "increment_minutes": 60000,
            "fee": 100000000000})"),
         ""},
        {"a task beyond",
         hours(R"("task": {"minimum_minutes": 0, "first_minutes": 60001, "increment_minutes": 0,
            "fee": 100000000001})"),
         "out_of_range /packages/0/task/minimum_minutes: 1..60000; "
         "out_of_range /packages/0/task/first_minutes: 1..60000; "
         "out_of_range /packages/0/task/increment_minutes: 1..60000; "
         "out_of_range /packages/0/task/fee: 0..100000000000"},
        {"an extra that is included", hours(R"("extras": [{"id": "site", "included": 5}])"), ""},
        {"more than there may be", hours(R"("extras": [{"id": "site", "included": 6}])"),
         "out_of_range /packages/0/extras/0/included: 0..5"},
        {"an extra without anything", hours(R"("extras": [{"id": "site"}])"),
         "missing_member /packages/0/extras/0: monthly_price"},
        {"an extra twice",
         hours(R"("extras": [{"id": "site", "included": 1}, {"id": "site", "included": 1}])"),
         "duplicate_id /packages/0/extras/1/id: site"},
        {"an unknown extra", hours(R"("extras": [{"id": "page", "included": 1}])"),
         "unknown_id /packages/0/extras/0/id: page"},
    };
    check_rows(rows);
}

TEST_CASE("money and VAT of the catalogue") {
    struct HeadRow {
        char const* name;
        char const* head;
        char const* errors;
    };

    HeadRow const rows[] = {
        {"VAT at its most", R"("vat_basis_points": 100000)", ""},
        {"VAT beyond", R"("vat_basis_points": 100001)",
         "out_of_range /vat_basis_points: 0..100000"},
        {"gross prices", R"("vat_basis_points": 1900, "prices_include_vat": true)", ""},
        {"a small business", R"("vat_basis_points": 0, "small_business": true)", ""},
        {"which charges VAT", R"("vat_basis_points": 1, "small_business": true)",
         "conflicting_member /small_business: vat_basis_points"},
        {"the list of what a discount covers",
         R"("vat_basis_points": 0, "term_discount_applies_to": ["overage", "extras"])", ""},
        {"nothing", R"("vat_basis_points": 0, "term_discount_applies_to": [])", ""},
        {"a part twice", R"("vat_basis_points": 0, "term_discount_applies_to": ["base", "base"])",
         "duplicate_id /term_discount_applies_to/1: base"},
        {"an unknown part", R"("vat_basis_points": 0, "term_discount_applies_to": ["fees"])",
         "unknown_value /term_discount_applies_to/0: base, extras, overage"},
    };
    for (HeadRow const& row : rows) {
        CAPTURE(row.name);
        CHECK(errors_of(catalogue_text(package_text(hours(R"("terms": [3])")), row.head)) ==
              row.errors);
    }
}

TEST_CASE("a catalogue that counts units") {
    struct UnitRow {
        char const* name;
        char const* head;
        char const* members;
        char const* errors;
    };

    char const* const tickets = R"("unit": {"one": {"en": "ticket"}, "other": {"en": "tickets"}})";
    UnitRow const rows[] = {
        {"in units", tickets,
         R"("included_units": 5, "monthly_price": 1, "carry": {"cap_units": 2},
            "overage": {"mode": "graduated", "tiers": [{"up_to_units": 2, "unit_rate": 3},
            {"unit_rate": 2}]})",
         ""},
        {"blocks in units", tickets,
         R"("included_units": 0, "monthly_price": 1,
            "overage": {"mode": "block", "tiers": [{"block_units": 5, "block_price": 3}]})",
         ""},
        {"in minutes", tickets,
         R"("included_minutes": 5, "monthly_price": 1,
            "overage": {"mode": "graduated", "tiers": [{"unit_rate": 2}]})",
         "unknown_member /packages/0/included_minutes: included_minutes"},
        {"at an hourly rate", tickets,
         R"("included_units": 5, "monthly_price": 1,
            "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 2}]})",
         "missing_member /packages/0/overage/tiers/0: unit_rate; "
         "unknown_member /packages/0/overage/tiers/0/hourly_rate: hourly_rate"},
        {"with tasks", tickets,
         R"("included_units": 5, "monthly_price": 1, "task": {"fee": 1},
            "overage": {"mode": "on_request"})",
         "conflicting_member /packages/0/task: unit"},
        {"with an increment",
         R"("billing_increment_minutes": 15, "unit": {"one": {"en": "t"}, "other": {"en": "t"}})",
         R"("included_units": "unlimited", "monthly_price": 1)",
         "conflicting_member /billing_increment_minutes: unit"},
    };
    for (UnitRow const& row : rows) {
        CAPTURE(row.name);
        CHECK(errors_of(catalogue_text(package_text(row.members),
                                       R"("vat_basis_points": 0, )" + std::string(row.head))) ==
              row.errors);
    }
}

TEST_CASE("what a seller may say of itself, and texts of its own") {
    struct SellerRow {
        char const* name;
        char const* seller; // besides the name
        char const* texts;
        char const* errors;
    };

    SellerRow const rows[] = {
        {"all of it",
         R"("time_zone": "America/Argentina/Buenos_Aires", "logo": "images/logo.svg",
            "legal": ["Register 1", "Bank 2"])",
         R"({"title": {"en": "Our care"}})", ""},
        {"a zone of three letters", R"("time_zone": "UTC")", "{}", ""},
        {"an offset", R"("time_zone": "Etc/GMT+1")", "{}", ""},
        {"no zone", R"("time_zone": "Europe / Berlin")", "{}",
         "bad_format /seller/time_zone: zone"},
        {"a zone that ends in a slash", R"("time_zone": "Europe/")", "{}",
         "bad_format /seller/time_zone: zone"},
        {"a logo elsewhere", R"("logo": "https://a.example/logo.svg")", "{}",
         "bad_format /seller/logo: picture_path"},
        {"a logo above", R"("logo": "../logo.svg")", "{}", "bad_format /seller/logo: picture_path"},
        {"a logo at the root", R"("logo": "/logo.svg")", "{}",
         "bad_format /seller/logo: picture_path"},
        {"no picture", R"("logo": "logo.html")", "{}", "bad_format /seller/logo: picture_path"},
        {"a blank line", R"("legal": [" "])", "{}",
         "out_of_range /seller/legal/0: characters 1..200"},
        {"a text in no language", R"("legal": [])", R"({"title": "Our care"})",
         "wrong_type /texts/title: localized_text"},
        {"a key that cannot be one", R"("legal": [])", R"({"Title!": {"en": "Our care"}})",
         "unknown_member /texts/Title!: Title!"},
        {"a key twice", R"("legal": [])", R"({"title": {"en": "A"}, "title": {"en": "B"}})",
         "duplicate_member /texts/title: title"},
    };
    for (SellerRow const& row : rows) {
        CAPTURE(row.name);
        CHECK(errors_of(std::string(R"({"format": 1, "id": "s", "currency": "EUR",
            "vat_basis_points": 0, "languages": ["en"], "seller": {"name": "S", )") +
                        row.seller + R"(}, "texts": )" + row.texts +
                        R"(, "on_demand": {"id": "od", "name": {"en": "O"},
            "overage": {"mode": "on_request"}}})") == row.errors);
    }
}
