// The figures that a document must show, each row worked out by hand.
#include "core/document/amounts.hpp"
#include "core/document/changes.hpp"
#include "core/document/document_reader.hpp"
#include "core/pricing/comparison.hpp"
#include "tests/core/catalogue_text.hpp"
#include "tests/core/documents.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

OfferedAlternative offered(DocumentText const& text, Catalogue const& catalogue) {
    auto const alternatives = alternatives_of(catalogue, document_of(text).latest().content);
    REQUIRE(alternatives.has_value());
    return alternatives->front();
}

OfferedAlternative offered(DocumentText const& text) {
    return offered(text, document_catalogue());
}

std::string share_on(std::string_view part, int basis_points) {
    return R"({"reason": "r", "basis_points": )" + std::to_string(basis_points) + R"(, "on": ")" +
           std::string(part) + R"("})";
}

struct Figures {
    char const* name;
    DocumentText text;
    TaxedAmount month;
    TaxedAmount fixed;
    Money expected;
    TaxedAmount all;
    std::int64_t discount_basis_points;
};

TaxedAmount taxed(std::int64_t net, std::int64_t vat) {
    return {Money{net}, Money{vat}, Money{net + vat}};
}

DocumentText with_discounts(std::string discounts, int minutes = 720,
                            std::string package = "standard") {
    DocumentText text;
    text.discounts = std::move(discounts);
    text.minutes = minutes;
    text.package = std::move(package);
    return text;
}

} // namespace

TEST_CASE("totals of a document") {
    std::string const both = "[" + share_on("base", 750) + ", " + share_on("overage", 750) + "]";
    Figures const rows[] = {
        {"1: Standard, 12 h, 7.5 % on base", with_discounts(std::string(discount_of_750)),
         taxed(81585, 15501), taxed(979020, 186014), Money{630000}, taxed(1609020, 305714), 750},
        {"2: Starter, 8 h, 7.5 %", with_discounts(std::string(discount_of_750), 480, "starter"),
         taxed(34965, 6643), taxed(419580, 79720), Money{600000}, taxed(1019580, 193720), 750},
        // 126,636 of 1,688,400: a line of half a cent makes it a little more than 7.5 %.
        {"5: case 1, on overage too", with_discounts(both), taxed(81585, 15501),
         taxed(979020, 186014), Money{582744}, taxed(1561764, 296735), 751},
        {"7: 100 %", with_discounts("[" + share_on("base", 10000) + "]", 480), taxed(0, 0),
         taxed(0, 0), Money{0}, taxed(0, 0), 10000},
        {"8: one free month of twelve",
         with_discounts(
             R"([{"reason": "r", "basis_points": 10000, "on": "base", "months": [1, 1]}])", 480),
         taxed(88200, 16758), taxed(970200, 184338), Money{0}, taxed(970200, 184338), 834},
        {"9: 50 % in months 1 to 3",
         with_discounts(
             R"([{"reason": "r", "basis_points": 5000, "on": "base", "months": [1, 3]}])", 480),
         taxed(88200, 16758), taxed(926100, 175959), Money{0}, taxed(926100, 175959), 1250},
        {"10: 50.00 a month off 882.00",
         with_discounts(R"([{"reason": "r", "amount": 5000, "on": "base"}])", 480),
         taxed(83200, 15808), taxed(998400, 189696), Money{0}, taxed(998400, 189696), 567},
    };
    for (Figures const& row : rows) {
        CAPTURE(row.name);
        OfferedAlternative const found = offered(row.text);
        CHECK(found.totals.month == row.month);
        CHECK(found.totals.fixed == row.fixed);
        CHECK(found.totals.expected_net == row.expected);
        CHECK(found.totals.all == row.all);
        CHECK(found.discount.value == row.discount_basis_points);
    }
}

TEST_CASE("3: what changed from Standard to Starter") {
    Catalogue const catalogue = document_catalogue();
    QuoteDocument const standard = document_of(with_discounts(std::string(discount_of_750)));
    QuoteDocument const starter =
        document_of(with_discounts(std::string(discount_of_750), 480, "starter"));
    OfferedAlternative const before = offered(with_discounts(std::string(discount_of_750)));
    OfferedAlternative const after =
        offered(with_discounts(std::string(discount_of_750), 480, "starter"));
    Changes const changes = changes_between({standard.latest(), catalogue, before},
                                            {starter.latest(), catalogue, after});
    CHECK(changes.month.difference() == Money{-46620});
    CHECK(changes.fixed.difference() == Money{-559440});
    CHECK(changes.expected.difference() == Money{-30000});
    CHECK(changes.all.difference() == Money{-589440});
    REQUIRE(changes.promises.size() == 1);
    CHECK(changes.promises[0].level == 1);
    CHECK(changes.promises[0].before->within == Minutes{60});
    CHECK(changes.promises[0].before->hours == SupportHours::always);
    CHECK(changes.promises[0].after->within == Minutes{120});
    CHECK(changes.promises[0].after->hours == SupportHours::business);
    CHECK(changes.services_lost == std::vector<std::size_t>{1});
    CHECK(changes.services_gained.empty());
    CHECK(changes.has_other_package);
    CHECK(changes.has_other_hours);
    CHECK(changes.work.is_other_work());
    CHECK(changes.work.before == Minutes{12 * 720});
    CHECK(changes.work.after == Minutes{12 * 480});
    REQUIRE(changes.extras.size() == 1);
    CHECK(changes.extras[0].before == 1);
    CHECK(changes.extras[0].after == 0);
    CHECK_FALSE(changes.has_other_term);
    CHECK(changes.discounts_gained.empty());
    CHECK(changes.discounts_lost.empty());
}

TEST_CASE("what changed in the expected work and in extras") {
    struct Row {
        char const* name;
        char const* find;
        char const* replacement;
        bool is_other_work, is_spread_otherwise;
        std::int32_t sites_before, sites_after; // equal: no change
    };

    Row const rows[] = {
        {"nothing", "[720, 720", "[720, 720", false, false, 1, 1},
        {"another month", "[720, 720", "[721, 719", false, true, 1, 1},
        {"a usual task", R"("scenario": {)", R"("scenario": {"task_minutes": 60, )", false, true, 1,
         1},
        {"a month less", "[720, 720", "[1440", true, false, 1, 1},
        {"more work", "[720, 720", "[720, 721", true, false, 1, 1},
        {"more of an extra", R"("scenario": {)", R"("scenario": {"extras": {"site": 3}, )", false,
         false, 1, 3},
        {"as many as are included", R"("scenario": {)", R"("scenario": {"extras": {"site": 1}, )",
         false, false, 1, 1},
    };
    Catalogue const catalogue = document_catalogue();
    for (Row const& row : rows) {
        CAPTURE(row.name);
        std::string const text = file_text({});
        auto const one = parse_document(text, catalogue);
        auto const other = parse_document(replaced(text, row.find, row.replacement), catalogue);
        REQUIRE(one);
        REQUIRE(other);
        auto const before = alternatives_of(catalogue, one->latest().content);
        auto const after = alternatives_of(catalogue, other->latest().content);
        REQUIRE(before);
        REQUIRE(after);
        Changes const changes = changes_between({one->latest(), catalogue, before->front()},
                                                {other->latest(), catalogue, after->front()});
        CHECK(changes.work.is_other_work() == row.is_other_work);
        CHECK(changes.work.is_spread_otherwise == row.is_spread_otherwise);
        if (row.sites_before == row.sites_after) {
            CHECK(changes.extras.empty());
        } else {
            REQUIRE(changes.extras.size() == 1);
            CHECK(changes.extras[0].before == row.sites_before);
            CHECK(changes.extras[0].after == row.sites_after);
        }
    }
}

TEST_CASE("4: a special discount can change which package is best") {
    struct Row {
        char const* name;
        std::int64_t basis_points;
        std::int64_t starter, standard;
        char const* best;
    };

    Row const rows[] = {{"none", 0, 1053600, 1058400, "starter"},
                        {"just not enough", 79, 1050012, 1050036, "starter"},
                        {"just enough", 80, 1049976, 1049928, "standard"},
                        {"7.5 %", 750, 1019580, 979020, "standard"}};
    Catalogue const catalogue = document_catalogue();
    for (Row const& row : rows) {
        CAPTURE(row.name);
        Scenario scenario;
        scenario.usage.assign(12, Minutes{480});
        if (row.basis_points > 0) {
            scenario.special_discounts.push_back(
                {.reason = "r", .size = BasisPoints{row.basis_points}});
        }
        auto const comparison = compare(catalogue, scenario);
        REQUIRE(comparison.has_value());
        std::string best;
        for (ComparedOffer const& offer : comparison->offers) {
            if (offer.id.term_months != 12) {
                continue;
            }
            if (best.empty() && offer.quote.package_id != "odd") {
                best = offer.quote.package_id;
            }
            if (offer.quote.package_id == "starter") {
                CHECK(offer.quote.net == Money{row.starter});
            }
            if (offer.quote.package_id == "standard") {
                CHECK(offer.quote.net == Money{row.standard});
            }
        }
        CHECK(best == row.best);
    }
}

TEST_CASE("5: one line a month on overage") {
    OfferedAlternative const found = offered(
        with_discounts("[" + share_on("base", 750) + ", " + share_on("overage", 750) + "]"));
    int lines = 0;
    for (DocumentLine const& line : found.lines) {
        if (line.line.kind == LineKind::overage_special_discount) {
            CHECK(line.line.net == Money{-3938});
            CHECK(line.part == LinePart::expected);
            ++lines;
        }
    }
    CHECK(lines == 12);
}

TEST_CASE("6: half a cent is rounded away from zero") {
    DocumentText text = with_discounts(std::string(discount_of_750), 0, "odd");
    text.term_months = 1;
    OfferedAlternative const found = offered(text);
    REQUIRE(found.lines.size() == 2);
    CHECK(found.lines[0].line.net == Money{33340});
    CHECK(found.lines[1].line.net == Money{-2501});
    CHECK(found.lines[1].line.kind == LineKind::base_special_discount);
}

TEST_CASE("8: a discount at the limit is allowed, above it is not") {
    QuoteDocument const document = document_of(with_discounts(
        R"([{"reason": "r", "basis_points": 10000, "on": "base", "months": [1, 1]}])", 480));
    Issue limited = usual_issue();
    limited.discount_max = BasisPoints{833};
    auto const refused = issue(document, document_catalogue_text(), limited);
    REQUIRE_FALSE(refused.has_value());
    REQUIRE(std::holds_alternative<Refusal>(refused.error()));
    CHECK(std::get<Refusal>(refused.error()).code == RefusalCode::over_limit);
    CHECK(sentence(std::get<Refusal>(refused.error()), english) ==
          "The special discount of 8.34% is above what may be granted.");
    limited.discount_max = BasisPoints{834};
    CHECK(issue(document, document_catalogue_text(), limited).has_value());
}

TEST_CASE("11: twelve monthly invoices are rounded otherwise than the term") {
    OfferedAlternative const found = offered(with_discounts(std::string(discount_of_750)));
    CHECK(found.invoices.count == 12);
    CHECK(found.invoices.sum == TaxedAmount{Money{979020}, Money{12 * 15501}, Money{1165032}});
    CHECK(found.invoices.gross_difference == Money{-2});
}

TEST_CASE("12: accepted in the last millisecond, refused in the next") {
    QuoteDocument const document = issued(with_discounts(std::string(discount_of_750)));

    struct Row {
        char const* at;
        bool is_accepted;
    };

    for (Row const& row :
         {Row{"2027-03-28T21:59:59.998Z", true}, Row{"2027-03-28T21:59:59.999Z", true},
          Row{"2027-03-28T22:00:00.000Z", false}}) {
        CAPTURE(row.at);
        Acceptance acceptance = usual_acceptance(document);
        acceptance.step.at = at(row.at);
        auto const next = accept(document, acceptance);
        CHECK(next.has_value() == row.is_accepted);
        if (!next) {
            CHECK(std::get<Refusal>(next.error()).code == RefusalCode::expired);
        }
    }
}

TEST_CASE("13: reverse charge and small business have no VAT") {
    DocumentText text = with_discounts(std::string(discount_of_750));
    auto const small = parse_catalogue(document_catalogue_with(
        R"("vat_basis_points": 1900)", R"("vat_basis_points": 0, "small_business": true)"));
    REQUIRE(small.has_value());
    CHECK(offered(text, *small).totals.fixed == taxed(979020, 0));
    text.vat = "reverse_charge";
    CHECK(offered(text).totals.fixed == taxed(979020, 0));
    CHECK(offered(text).totals.all == taxed(1609020, 0));
}
