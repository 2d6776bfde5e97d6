// What the portal asks about the work, and what an opened offer's months say of it, where a
// catalogue has kinds, tasks, extras, units, or hours that outlive their month.
#include "core/link/link.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui_test {

using semantics::Role;

namespace {

std::string catalogue_of(std::string const& members) {
    return R"({"format": 1, "id": "work", "currency": "EUR", "vat_basis_points": 0,
        "languages": ["en"], "seller": {"name": "Seller"}, "horizon_months": 6, )" +
           members + "}";
}

char const* const everything = R"(
    "kinds": [{"id": "regular", "name": {"en": "Regular"}},
              {"id": "urgent", "name": {"en": "Urgent"}, "summary": {"en": "Within the hour."}},
              {"id": "design", "name": {"en": "Design"}},
              {"id": "alike", "name": {"en": "Alike"}}],
    "extras": [{"id": "site", "name": {"en": "Sites"}, "max": 5},
               {"id": "nobody", "name": {"en": "Nobody sells it"}, "max": 5}],
    "packages": [{"id": "care", "name": {"en": "Care"}, "included_minutes": 600,
        "monthly_price": 100000, "extras": [{"id": "site", "included": 2, "monthly_price": 3000}],
        "kinds": [{"id": "urgent", "counts_basis_points": 20000},
                  {"id": "design", "uses_included": false}],
        "task": {"fee": 500},
        "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 12000}]}}])";

PortalOptions in_english(std::string const& members, float width = 1440) {
    return {.language = english, .width = width, .catalogue = catalogue_of(members)};
}

std::string with_plain_spaces(std::string text) {
    constexpr std::string_view space = "\u00A0";
    for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
        text.replace(at, space.size(), " ");
    }
    return text;
}

// No-break spaces count as spaces.
bool has(PortalDriver const& portal, std::string const& text) {
    return with_plain_spaces(portal.text()).find(text) != std::string::npos;
}

// One text right below another.
bool says(PortalDriver const& portal, std::string_view caption, std::string_view value) {
    auto const& records = portal.records();
    auto const is_caption = [&](semantics::Record const& record) {
        return record.role == Role::text && record.name == caption;
    };
    for (std::size_t index = 0; index + 1 < records.size(); ++index) {
        if (is_caption(records[index]) && with_plain_spaces(records[index + 1].name) == value) {
            return true;
        }
    }
    return false;
}

void enter(PortalDriver& portal, std::string_view field, std::string_view text) {
    portal.push(ui::TextEntered{portal.find(Role::text_field, field).id, std::string{text}});
    portal.settle();
}

// The request's form, up to its summary.
void fill_in(PortalDriver& portal) {
    enter(portal, "Name", "Kim");
    enter(portal, "E-mail", "kim@shop.example");
    portal.activate(Role::checkbox, "Seller may store my details to answer this request.");
    portal.activate(Role::button, "Continue to the summary");
}

// Of the request that the form sends.
nlohmann::json scenario_sent(FakePlatform const& platform, PortalDriver& portal) {
    fill_in(portal);
    portal.activate(Role::button, "Send now");
    REQUIRE(platform.submitted.size() == 1);
    return nlohmann::json::parse(platform.submitted[0], nullptr, false)["scenario"];
}

} // namespace

TEST_CASE("the portal asks for kinds, the usual task and extras that a price depends on") {
    FakePlatform platform;
    PortalDriver portal(platform, in_english(everything));
    CHECK(portal.try_find(Role::slider, "Urgent: share of the work") != nullptr);
    CHECK(has(portal, "Within the hour."));
    CHECK(portal.try_find(Role::slider, "Alike: share of the work") == nullptr);
    CHECK(portal.find(Role::number_field, "Hours for a usual task").value == "1");
    CHECK(portal.find(Role::number_field, "Sites").value == "2"); // what is included
    CHECK_FALSE(has(portal, "Nobody sells it"));
    // 10 hours a month fit; 10 tasks of 5 €.
    CHECK(portal.status().find("€6,300.00 net") != std::string::npos);

    portal.set("Urgent: share of the work", 5'000); // 5 hours count as 10: 5 more at 120 €
    CHECK(portal.status().find("€9,900.00 net") != std::string::npos);
    CHECK(portal.find(Role::slider, "Design: share of the work").range->maximum == 5'000);
    portal.type("Hours for a usual task", "0:30"); // 20 tasks
    CHECK(portal.status().find("€10,200.00 net") != std::string::npos);
    portal.activate(Role::button, "Sites: more");
    CHECK(portal.find(Role::number_field, "Sites").value == "3");
    CHECK(portal.status().find("€10,380.00 net") != std::string::npos);
    portal.type("Sites", "6");
    CHECK(portal.find(Role::number_field, "Sites").is_invalid);
    portal.type("Sites", "2.5");
    CHECK(has(portal, "Please enter a whole number such as 2."));
    portal.type("Sites", "5");
    CHECK(portal.status().find("€10,740.00 net") != std::string::npos);

    SUBCASE("the request carries it") {
        auto const scenario = scenario_sent(platform, portal);
        CHECK(scenario["kind_minutes"] == nlohmann::json{{"urgent", std::vector<int>(6, 300)}});
        CHECK(scenario["task_minutes"] == 30);
        CHECK(scenario["extras"] == nlohmann::json{{"site", 5}});
    }
    SUBCASE("the link carries it, and so does the session") {
        portal.activate(Role::button, "Copy link");
        FakePlatform other;
        PortalDriver opened(other, in_english(everything));
        opened.push(ui::LinkOpened{platform.copied_link});
        opened.settle();
        CHECK(opened.status().find("€10,740.00 net") != std::string::npos);
        CHECK(opened.find(Role::number_field, "Sites").value == "5");
        FakePlatform again;
        again.stored = platform.stored;
        PortalDriver const reloaded(again, in_english(everything));
        CHECK(reloaded.status().find("€10,740.00 net") != std::string::npos);
    }
    SUBCASE("nothing of a kind is no kind") {
        portal.set("Urgent: share of the work", 0);
        CHECK_FALSE(scenario_sent(platform, portal).contains("kind_minutes"));
    }
}

TEST_CASE("the summary before sending says how the work is made up") {
    FakePlatform platform;
    PortalDriver portal(platform, in_english(everything));
    portal.set("Urgent: share of the work", 5'000);
    portal.activate(Role::button, "Sites: more");
    fill_in(portal);
    CHECK(says(portal, "Urgent", "30 h in 6 months"));
    CHECK(says(portal, "Hours for a usual task", "1 h"));
    CHECK(says(portal, "Sites", "3"));
    CHECK_FALSE(says(portal, "Design", "0 h in 6 months"));
    portal.activate(Role::button, "Change");
    portal.activate(Role::radio, "Question");
    portal.push(ui::TextEntered{portal.find(Role::text_area, "Message").id, "When?"});
    portal.settle();
    portal.activate(Role::button, "Continue to the summary");
    CHECK_FALSE(says(portal, "Sites", "3"));
}

TEST_CASE("a kind is said as a share or by month, and one begins as the other was") {
    FakePlatform platform;
    PortalDriver portal(platform, in_english(everything));
    CHECK(portal.status().find("€6,300.00 net") != std::string::npos);
    portal.set("Urgent: share of the work", 5'000);
    portal.activate(Role::radio, "Urgent · Month by month");
    CHECK(portal.try_find(Role::slider, "Urgent: share of the work") == nullptr);
    CHECK(portal.find(Role::number_field, "Urgent · December: hours").value == "5");
    CHECK(portal.status().find("€9,900.00 net") != std::string::npos);
    // 2 hours less that count twice: 4 hours of overage less at 120 €.
    portal.type("Urgent · December: hours", "3");
    CHECK(portal.status().find("€9,660.00 net") != std::string::npos);
    CHECK(has(portal, "28 h in 6 months, 4.7 h on average."));
    CHECK(portal.find(Role::slider, "Design: share of the work").range->maximum == 10'000);

    SUBCASE("a month's hours are the most") {
        portal.type("Urgent · December: hours", "10");
        CHECK_FALSE(portal.find(Role::number_field, "Urgent · December: hours").is_invalid);
        portal.type("Urgent · December: hours", "10:01");
        CHECK(portal.find(Role::number_field, "Urgent · December: hours").is_invalid);
        CHECK(has(portal, "Between 0 and 10 h a month."));
    }
    SUBCASE("the request and the link carry the months") {
        portal.activate(Role::button, "Copy link");
        CHECK(scenario_sent(platform, portal)["kind_minutes"] ==
              nlohmann::json{{"urgent", {180, 300, 300, 300, 300, 300}}});
        FakePlatform other;
        PortalDriver opened(other, in_english(everything));
        opened.push(ui::LinkOpened{platform.copied_link});
        opened.settle();
        CHECK(opened.find(Role::number_field, "Urgent · December: hours").value == "3");
        CHECK(opened.status().find("€9,660.00 net") != std::string::npos);
    }
    SUBCASE("back to a share, to the nearest 5 per cent of what others leave") {
        portal.activate(Role::radio, "Urgent · Share of the work");
        CHECK(portal.find(Role::slider, "Urgent: share of the work").range->now == 4'500); // 46.7
        portal.activate(Role::radio, "Urgent · Month by month");
        portal.set("Design: share of the work", 8'000);
        portal.activate(Role::radio, "Urgent · Share of the work");
        CHECK(portal.find(Role::slider, "Urgent: share of the work").range->now == 2'000);
    }
    SUBCASE("months without any are no kind") {
        for (char const* const month :
             {"December", "January", "February", "March", "April", "May"}) {
            portal.type("Urgent · " + std::string{month} + ": hours", "0");
        }
        CHECK_FALSE(scenario_sent(platform, portal).contains("kind_minutes"));
    }
}

TEST_CASE("the lines of an offer name kinds and extras") {
    FakePlatform platform;
    PortalDriver portal(platform, in_english(everything));
    portal.set("Design: share of the work", 1'000);
    portal.activate(Role::button, "Sites: more");
    portal.activate(Role::disclosure, "Care · 1 month: months, lines, services");
    portal.activate(Role::disclosure, "All lines (24)");
    CHECK(has(portal, "Extras · Sites · 1 ×"));
    CHECK(has(portal, "Fee for tasks · 10 ×"));
}

TEST_CASE("the months of an offer say what was carried") {
    FakePlatform platform;
    PortalDriver portal(platform, in_english(R"("packages": [{"id": "roll", "name": {"en": "Roll"},
        "included_minutes": 600, "carry": {"months": 1}, "monthly_price": 100000,
        "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 12000}]}}])"));
    portal.activate(Role::radio, "Month by month");
    portal.type("December: hours", "7");
    portal.type("January: hours", "14");
    portal.activate(Role::disclosure, "Roll · 1 month: months, lines, services");
    CHECK(has(portal, "7 h used"));
    CHECK(has(portal, "14 h used, 3 h carried over, 1 h additional"));
}

TEST_CASE("the months of an offer say what is left of the year") {
    FakePlatform platform;
    PortalDriver portal(platform,
                        in_english(R"("terms": [{"months": 12}], "packages": [{"id": "year",
        "name": {"en": "Year"}, "included_minutes": 2400, "included_per": "year",
        "monthly_price": 100000,
        "overage": {"mode": "graduated", "tiers": [{"hourly_rate": 12000}]}}])"));
    CHECK(has(portal, "12 months · 40 h a year"));
    portal.type("Hours per month", "10");
    portal.activate(Role::disclosure, "Year · 12 months: months, lines, services");
    CHECK(has(portal, "10 h used, 30 h left"));
    CHECK(has(portal, "10 h used, 10 h additional"));
}

TEST_CASE("the months of an offer say which hours came from blocks bought earlier") {
    FakePlatform platform;
    PortalDriver portal(platform,
                        in_english(R"("on_demand": {"id": "blocks", "name": {"en": "Blocks"},
        "overage": {"mode": "block", "valid_months": 3,
                    "tiers": [{"block_minutes": 600, "block_price": 90000}]}})"));
    CHECK(portal.find(Role::number_field, "Hours per month").value == "10");
    portal.type("Hours per month", "6");
    portal.activate(Role::disclosure, "Blocks: months, lines, services");
    CHECK(has(portal, "6 h used, 6 h additional, 4 h of them from blocks bought earlier"));
}

TEST_CASE("units are counted as units") {
    char const* const tickets = R"("unit": {"one": {"en": "ticket"}, "other": {"en": "tickets"}},
        "packages": [{"id": "five", "name": {"en": "Five"}, "included_units": 5,
        "monthly_price": 10000, "overage": {"mode": "graduated", "tiers": [{"unit_rate": 3000}]}}])";
    FakePlatform platform;
    PortalDriver portal(platform, in_english(tickets));
    CHECK(portal.find(Role::slider, "Hours per month, slider").range->step == 1);
    portal.set("Hours per month, slider", 7);
    CHECK(portal.status().find("€960.00 net") != std::string::npos);
    CHECK(has(portal, "12 tickets"));
    CHECK(has(portal, "5 tickets/month"));
    portal.activate(Role::disclosure, "Five · 1 month: months, lines, services");
    portal.activate(Role::disclosure, "All lines (12)");
    CHECK(has(portal, "2 tickets × €30.00/ticket"));
    CHECK(portal.try_find(Role::radio, "Past hours") == nullptr); // trackers count hours
    portal.type("Hours per month", "7.5");
    CHECK(has(portal, "Please enter a whole number such as 2."));
    CHECK_FALSE(has(portal, " h "));
    CHECK(scenario_sent(platform, portal)["usage_units"] == std::vector<int>(6, 7));
}

} // namespace kontingent::ui_test
