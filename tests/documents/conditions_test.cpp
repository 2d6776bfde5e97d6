// What a quote says of how work is counted, for each member of the catalogue that changes it.
#include "documents/conditions.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace kontingent::documents {
namespace {

using Sentences = std::vector<std::string>;

class NoProblems final : public templates::Problems {
public:
    void invalid_text(std::string_view, Error const&) override { FAIL("an invalid text"); }

    void unknown_argument(templates::Place, std::string_view, std::string_view) override {
        FAIL("an unknown argument");
    }

    void unknown_name(templates::Place, std::string_view) override { FAIL("an unknown name"); }

    void unclosed(templates::Place) override { FAIL("an unclosed section"); }
};

nlohmann::json catalogue_with(nlohmann::json const& of_package,
                              nlohmann::json const& of_catalogue) {
    auto catalogue = nlohmann::json::parse(R"({
        "format": 1, "id": "one", "currency": "EUR", "vat_basis_points": 1900,
        "languages": ["en"], "seller": {"name": "Example Ltd"},
        "kinds": [{"id": "plain", "name": {"en": "Plain"}}, {"id": "night", "name": {"en": "Night"}}],
        "extras": [{"id": "shop", "name": {"en": "Shop"}, "max": 9}],
        "terms": [{"months": 12, "discount_basis_points": 0}],
        "packages": [{"id": "ten", "name": {"en": "Ten"}, "included_minutes": 600,
                      "monthly_price": 98000,
                      "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 12500}]}}]})");
    catalogue["packages"][0].merge_patch(of_package);
    catalogue.merge_patch(of_catalogue);
    return catalogue;
}

// Of the only package.
Sentences sentences(std::string_view of_package, std::string_view of_catalogue) {
    auto const catalogue = parse_catalogue(
        catalogue_with(nlohmann::json::parse(of_package), nlohmann::json::parse(of_catalogue))
            .dump());
    CAPTURE(catalogue.has_value() ? std::string()
                                  : sentence(catalogue.error().front(), Language()));
    REQUIRE(catalogue.has_value());
    NoProblems problems;
    Language const english = catalogue->languages.front();
    auto const texts = document_texts(english, problems);
    REQUIRE(texts.has_value());
    Content const content{};
    Customer const customer{};
    Printable const printable{.number = "",
                              .content = content,
                              .customer = customer,
                              .catalogue = *catalogue,
                              .digest = "",
                              .canonical = "",
                              .logo = "",
                              .alternatives = {},
                              .changes = {}};
    Sentences list;
    for (std::string const& one : conditions_of(catalogue->offers.front(), *catalogue,
                                                Wording(printable, *texts, english))) {
        list.push_back(with_plain_spaces(one));
    }
    return list;
}

} // namespace

TEST_CASE("a quote says how work is counted") {
    struct Row {
        std::string_view name;
        std::string_view of_package;
        std::string_view of_catalogue;
        Sentences expected;
    };

    std::string const expires = "What is not used in a month expires at its end.";
    for (
        Row const& row : std::vector<Row>{
            {"a month", "{}", "{}", {expires}},
            {"a quarter",
             R"({"included_per": "quarter"})",
             "{}",
             {"What is not used in a quarter expires at its end."}},
            {"a year",
             R"({"included_per": "year"})",
             "{}",
             {"What is not used in a year expires at its end."}},
            {"without limit", R"({"included_minutes": "unlimited", "overage": null})", "{}", {}},
            {"nothing included", R"({"included_minutes": 0})", "{}", {}},
            {"carried for months",
             R"({"carry": {"months": 3}})",
             "{}",
             {"What is not used in a month stays valid for 3 months longer."}},
            {"carried without end",
             R"({"carry": {"cap_minutes": 1200}})",
             "{}",
             {"What is not used in a month does not expire. At most 20 h at a time."}},
            {"a part carried for months",
             R"({"carry": {"months": 1, "share_basis_points": 5000}})",
             "{}",
             {"50% of what is not used in a month stays valid for 1 month longer; the rest "
              "expires."}},
            {"a part carried without end",
             R"({"carry": {"share_basis_points": 5000}})",
             "{}",
             {"50% of what is not used in a month does not expire; the rest does."}},
            {"pooling once",
             R"({"pooling": {"pairs_per_term_max": 1}})",
             "{}",
             {expires, "Two neighbouring months can be pooled by agreement, once in 12 months."}},
            {"pooling often",
             R"({"pooling": {"pairs_per_term_max": 3}})",
             "{}",
             {expires,
              "Two neighbouring months can be pooled by agreement, up to 3 times in 12 months."}},
            {"increment, and kinds",
             "{}",
             R"({"billing_increment_minutes": 15})",
             {expires, "Each month’s work is rounded up in steps of 0.25 h, each kind by itself."}},
            {"increment",
             "{}",
             R"({"billing_increment_minutes": 30, "kinds": null})",
             {expires, "Each month’s work is rounded up in steps of 0.5 h."}},
            {"tasks",
             R"({"task": {"minimum_minutes": 15, "first_minutes": 30, "increment_minutes": 60,
                           "fee": 500}})",
             "{}",
             {expires, "Every task counts at least 0.25 h.",
              "A task of up to 0.5 h counts as 0.5 h.",
              "Beyond that, each task is rounded up in steps of 1 h.", "Each task adds €5.00."}},
            {"tasks that are rounded up",
             R"({"task": {"increment_minutes": 15}})",
             "{}",
             {expires, "Each task is rounded up in steps of 0.25 h."}},
            {"a block of its month",
             R"({"overage": {"mode": "block", "tiers": [{"block_minutes": 300,
                                                          "block_price": 50000}]}})",
             "{}",
             {expires,
              "A block is valid in the month it is bought in; what is left of it expires."}},
            {"a block of months",
             R"({"overage": {"mode": "block", "valid_months": 6,
                              "tiers": [{"block_minutes": 300, "block_price": 50000}]}})",
             "{}",
             {expires, "A block is valid for 6 months, beginning with the month it is bought in."}},
            {"a block without end",
             R"({"overage": {"mode": "block", "valid_months": "unlimited",
                              "tiers": [{"block_minutes": 300, "block_price": 50000}]}})",
             "{}",
             {expires, "A block does not expire."}},
            {"kinds",
             R"({"kinds": [{"id": "night", "counts_basis_points": 15000}]})",
             "{}",
             {expires, "Night: counts as 150%"}},
            {"a kind with blocks of its own",
             R"({"kinds": [{"id": "night", "uses_included": false,
                             "overage": {"mode": "block", "tiers": [{"block_minutes": 300,
                                                                     "block_price": 50000}]}}]})",
             "{}",
             {expires, "Night: not from what is included",
              "Night: A block is valid in the month it is bought in; what is left of it expires."}},
            {"an extra",
             R"({"extras": [{"id": "shop", "included": 2, "monthly_price": 1000}]})",
             "{}",
             {expires, "Shop: 2 included"}},
        }) {
        CAPTURE(row.name);
        CHECK(sentences(row.of_package, row.of_catalogue) == row.expected);
    }
}

} // namespace kontingent::documents
