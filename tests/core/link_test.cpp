// Links: what travels comes back, and whatever happens to the text on its way is noticed.
#include "core/advice/forecast.hpp"
#include "core/link/address_text.hpp"
#include "core/link/link.hpp"
#include "tests/core/link_needs.hpp"
#include "tests/core/offers.hpp"
#include "tests/core/random.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kontingent;
using namespace kontingent::tests;

namespace {

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

Catalogue here() {
    return catalogue_with_services(
        "sample-2026-11", {"monitoring", "security-updates", "troubleshooting", "development"});
}

Needs random_needs(Random& random, Catalogue const& catalogue) {
    Needs needs = first_needs(catalogue);
    auto const minutes = [&random] { return Minutes{random.between(0, 60'000)}; };
    auto const is_drawn = [&random] { return random.between(0, 1) == 1; };
    needs.way = static_cast<NeedsWay>(random.between(0, 3));
    needs.certainty = static_cast<Certainty>(random.between(0, 4));
    needs.gaps = static_cast<Gaps>(random.between(0, 1));
    needs.price_view = static_cast<PriceView>(random.between(0, 1));
    needs.average = minutes();
    if (is_drawn()) {
        for (std::int32_t& weight : needs.season) {
            weight = static_cast<std::int32_t>(random.between(0, season_weight_max));
        }
        needs.season[5] = 1;
    }
    for (std::int64_t count = is_drawn() ? random.between(0, 120) : 0; count > 0; --count) {
        needs.months.push_back(minutes());
    }
    for (Incidents& incidents : needs.incidents) {
        if (is_drawn()) {
            incidents = {static_cast<std::int32_t>(random.between(0, incident_tenths_max)),
                         Minutes{random.between(0, incident_effort_max.count)}};
        }
    }
    auto month = static_cast<std::int32_t>(random.between(0, 24'300));
    for (std::int64_t count = is_drawn() ? random.between(0, 120) : 0; count > 0; --count) {
        needs.past.push_back({month, minutes()});
        month += is_drawn() ? 1 : static_cast<std::int32_t>(random.between(1, 300));
    }
    std::int64_t share_left = 10'000;
    for (std::size_t kind = 1; kind < catalogue.kinds.size(); ++kind) {
        if (is_drawn()) {
            NeededKind needed{.kind = kind, .share = {random.between(0, share_left)}, .months = {}};
            share_left -= needed.share.value;
            for (std::int64_t count = is_drawn() ? random.between(1, 120) : 0; count > 0; --count) {
                needed.months.push_back(minutes());
            }
            needs.kinds.push_back(std::move(needed));
        }
    }
    needs.task_size = is_drawn() ? minutes() : Minutes{0};
    for (std::size_t extra = 0; extra < catalogue.extras.size(); ++extra) {
        if (is_drawn()) {
            needs.extras.push_back({extra, static_cast<std::int32_t>(random.between(0, 500))});
        }
    }
    if (is_drawn()) {
        needs.low = minutes();
        needs.high = minutes();
    }
    for (std::int32_t level = 1; level <= 4; ++level) {
        if (random.between(0, 3) == 0) {
            needs.requirements.responses.push_back(
                {level, Minutes{random.between(0, 1'000'000)},
                 is_drawn() ? SupportHours::always : SupportHours::business});
        }
    }
    for (std::size_t service = 0; service < catalogue.services.size(); ++service) {
        if (random.between(0, 3) == 0) {
            needs.requirements.services.push_back(service);
        }
    }
    if (is_drawn()) {
        needs.requirements.term_months_max = static_cast<std::int32_t>(random.between(1, 60));
    }
    return needs;
}

std::optional<QuotedOffer> random_quoted(Random& random) {
    if (random.between(0, 1) == 0) {
        return std::nullopt;
    }
    return QuotedOffer{random.between(0, 1) == 0 ? "standard" : "on-demand",
                       static_cast<std::int32_t>(random.between(1, 60)),
                       Money{random.between(0, std::int64_t{1} << random.between(0, 62))}};
}

bool is_read(std::string const& fragment, Catalogue const& catalogue) {
    return read_link(fragment, catalogue).has_value();
}

// An average, a season, requirements and a total: what most people send.
std::string typical_link(Catalogue const& catalogue) {
    Needs needs = first_needs(catalogue);
    needs.certainty = Certainty::quarter;
    needs.requirements.responses = {{1, Minutes{60}, SupportHours::always}};
    needs.requirements.services = {1};
    return link_of(needs, december_2026, QuotedOffer{"standard", 12, Money{1'058'400}}, catalogue);
}

} // namespace

TEST_CASE("what travels comes back") {
    constexpr std::uint64_t seed = 31'415'926;
    MESSAGE("seed ", seed);
    Random random(seed);
    Catalogue const catalogue = here();
    for (int round = 0; round < 2'000; ++round) {
        CAPTURE(round);
        Needs const needs = random_needs(random, catalogue);
        auto const quoted = random_quoted(random);
        auto const first_month = static_cast<std::int32_t>(random.between(0, 119'999));
        std::string const text = link_of(needs, first_month, quoted, catalogue);
        REQUIRE(text.size() <= link_length_max);
        auto const link = read_link(text, catalogue);
        REQUIRE(link);
        CHECK(link->needs == needs);
        CHECK(link->quoted == quoted);
        CHECK(link->first_month == first_month);
        CHECK(link->catalogue_id == catalogue.id);
        CHECK(!link->is_other_edition);
        CHECK(link->dropped.empty());
        CHECK(link_of(link->needs, link->first_month, link->quoted, catalogue) == text);
        CHECK(forecast_of(link->needs, catalogue, first_month % 12) ==
              forecast_of(needs, catalogue, first_month % 12));
    }
}

TEST_CASE("another edition reads a link and says so") {
    Catalogue const old_edition = here();
    Catalogue const new_edition =
        catalogue_with_services("sample-2027-01", {"development", "hosting", "monitoring"});
    Needs needs = first_needs(old_edition);
    needs.season = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
    needs.requirements.services = {0, 1, 3};
    QuotedOffer const quoted{"retired", 24, Money{1}};
    auto const link = read_link(link_of(needs, december_2026, quoted, old_edition), new_edition);
    REQUIRE(link);
    CHECK(link->is_other_edition);
    CHECK(link->catalogue_id == "sample-2026-11");
    CHECK(link->quoted == quoted);
    CHECK(link->dropped == std::vector<std::string>{"security-updates"});
    CHECK(link->needs.requirements.services == std::vector<std::size_t>{0, 2});
    CHECK(link->needs.season == needs.season);
}

TEST_CASE("another edition keeps the kinds and extras that it has") {
    Catalogue const old_edition = here();
    Catalogue new_edition = here();
    new_edition.kinds[0].id = "design"; // what the others leave …
    new_edition.kinds[2].id = "regular";
    new_edition.extras[0].max = 7; // … fewer sites, no users
    new_edition.extras.pop_back();
    Needs needs = first_needs(old_edition);
    needs.kinds = {{.kind = 1, .share = {2'000}, .months = {}},
                   {.kind = 2, .share = {500}, .months = months({5, 6})}};
    needs.extras = {{0, 40}, {1, 2}};
    auto const link = read_link(link_of(needs, 0, std::nullopt, old_edition), new_edition);
    REQUIRE(link);
    CHECK(link->needs.kinds ==
          std::vector<NeededKind>{{.kind = 1, .share = {2'000}, .months = {}}});
    CHECK(link->needs.extras == ChosenExtras{{0, 7}});
    CHECK(link->dropped == std::vector<std::string>{"user"});
}

TEST_CASE("hours and units take each other's place") {
    Catalogue const in_hours = here();
    Catalogue in_units = here();
    in_units.unit = Unit{};
    Needs needs;
    needs.average = Minutes{61};
    needs.months = months({0, 60, 600});
    needs.past = {{5, Minutes{120}}};
    needs.low = Minutes{1};
    needs.kinds = {{.kind = 1, .share = {}, .months = months({59})}};
    needs.incidents.assign(4, {.tenths_a_month = 1, .effort = Minutes{90}});
    auto const units = read_link(link_of(needs, 0, std::nullopt, in_hours), in_units);
    REQUIRE(units);
    CHECK(units->needs.average == Minutes{2});
    CHECK(units->needs.months == months({0, 1, 10}));
    CHECK(units->needs.past == std::vector<PastMonth>{{5, Minutes{2}}});
    CHECK(units->needs.low == Minutes{1});
    CHECK(units->needs.high == Minutes{0});
    CHECK(units->needs.kinds[0].months == months({1}));
    CHECK(units->needs.incidents[3] == Incidents{1, Minutes{2}});
    CHECK(read_link(link_of(needs, 0, std::nullopt, in_units), in_units)->needs == needs);

    needs.average = Minutes{1'000};
    auto const hours = read_link(link_of(needs, 0, std::nullopt, in_units), in_hours);
    REQUIRE(hours);
    CHECK(hours->needs.average == Minutes{60'000});
    CHECK(hours->needs.months == months({0, 3'600, 36'000}));
    // What nobody entered is what this catalogue begins with.
    CHECK(read_link(link_of(first_needs(in_units), 0, std::nullopt, in_units), in_hours)
              ->needs.incidents == first_needs(in_hours).incidents);
}

TEST_CASE("efforts that nobody changed are those of the catalogue that reads") {
    Catalogue const old_edition = here();
    Catalogue new_edition = here();
    new_edition.levels[2].typical_effort = Minutes{7};
    Needs needs = first_needs(old_edition);
    CHECK(
        read_link(link_of(needs, 0, std::nullopt, old_edition), new_edition)->needs.incidents[2] ==
        Incidents{0, Minutes{7}});
    needs.incidents[0].tenths_a_month = 1;
    CHECK(read_link(link_of(needs, 0, std::nullopt, old_edition), new_edition)->needs.incidents ==
          needs.incidents);
}

TEST_CASE("every single change of a link is noticed") {
    Catalogue const catalogue = here();
    Random random(8);
    std::string const links[] = {
        typical_link(catalogue), link_of(first_needs(catalogue), 0, std::nullopt, catalogue),
        link_of(random_needs(random, catalogue), 1, random_quoted(random), catalogue)};
    for (std::string const& link : links) {
        REQUIRE(is_read(link, catalogue));
        for (std::size_t at = 0; at <= link.size(); ++at) {
            CAPTURE(at);
            std::string changed;
            if (at < link.size()) {
                CHECK(!is_read(link.substr(0, at), catalogue));
                CHECK(!is_read(std::string(link).erase(at, 1), catalogue));
            }
            for (char const character : std::string(alphabet) + "=+/.,%& #") {
                if (at < link.size() && character != link[at]) {
                    changed = link;
                    changed[at] = character;
                    CHECK_MESSAGE(!is_read(changed, catalogue), "changed to ", character);
                }
                changed = link;
                changed.insert(at, 1, character);
                CHECK_MESSAGE(!is_read(changed, catalogue), "added ", character);
            }
        }
    }
}

TEST_CASE("characters that change places are noticed") {
    Catalogue const catalogue = here();
    std::string const link = typical_link(catalogue);
    for (std::size_t first = 0; first < link.size(); ++first) {
        for (std::size_t second = first + 1; second < link.size(); ++second) {
            std::string changed = link;
            std::swap(changed[first], changed[second]);
            if (changed != link && is_read(changed, catalogue)) {
                FAIL_CHECK("characters " << first << " and " << second);
            }
        }
    }
}

TEST_CASE("what is wrong with a link is distinguished") {
    struct Row {
        char const* name;
        std::string fragment;
        LinkError error;
    };

    using namespace std::string_literals;
    Catalogue const catalogue = here();
    std::string const link = typical_link(catalogue);
    auto const hand_made = [](std::string const& bytes) { return to_address_text("k3", bytes); };
    // The catalogue "e", month 1, choices, parts, an average of 1 minute.
    auto const with_parts = [&](char choices, char parts, std::string const& rest) {
        return hand_made("\x01"
                         "e"
                         "\x01"s +
                         choices + parts + "\x01" + rest);
    };
    // The parts that need two bytes.
    auto const with_work = [&](char high_parts, std::string const& rest) {
        return hand_made("\x01"
                         "e"
                         "\x01\0\x80"s +
                         high_parts + "\x01" + rest);
    };
    REQUIRE(is_read(with_work(1, "\x01\x06urgent\xD0\x0F\x2D"), catalogue));
    REQUIRE(is_read(with_work(2, "\x01\x04site\x03"), catalogue));
    REQUIRE(is_read(with_parts(0, 0, ""), catalogue));
    Row const rows[] = {
        {"nothing", "", LinkError::not_ours},
        {"one character", "k", LinkError::not_ours},
        {"an anchor", "packages", LinkError::not_ours},
        {"an anchor of our letter", "kontakt", LinkError::not_ours},
        {"another letter", "K" + link.substr(1), LinkError::not_ours},
        {"a later version", "k4" + link.substr(2), LinkError::newer_version},
        {"the latest version", "k9", LinkError::newer_version},
        {"a version there was not", "k0" + link.substr(2), LinkError::damaged},
        {"only the mark", "k3", LinkError::damaged},
        {"cut off", link.substr(0, 40), LinkError::damaged},
        {"longer than any", "k3" + std::string(link_length_max, 'A'), LinkError::damaged},
        {"no bytes", hand_made(""), LinkError::does_not_fit},
        {"bytes that end too soon",
         hand_made("\x05"
                   "abc"),
         LinkError::does_not_fit},
        {"bytes that go on", with_parts(0, 0, "\x01"), LinkError::does_not_fit},
        {"a number without end", hand_made(std::string(12, '\xFF')), LinkError::does_not_fit},
        {"a catalogue's id with a control character", hand_made("\x01\x02\x01\0\0\x01"s),
         LinkError::does_not_fit},
        {"a catalogue's id that is no text", hand_made("\x01\xFF\x01\0\0\x01"s),
         LinkError::does_not_fit},
        {"a certainty nobody knows", with_parts(5 << 2, 0, ""), LinkError::does_not_fit},
        {"a part nobody knows",
         hand_made("\x01"
                   "e"
                   "\x01\0\x80\x08\x01"s),
         LinkError::does_not_fit},
        {"an average beyond the most",
         hand_made("\x01"
                   "e"
                   "\x01\0\0\xE1\xD4\x03"s),
         LinkError::does_not_fit},
        {"a season without weight", with_parts(0, 1, std::string(12, '\0')),
         LinkError::does_not_fit},
        {"a weight beyond the most", with_parts(0, 1, "\xE9\x07" + std::string(11, '\0')),
         LinkError::does_not_fit},
        {"121 months", with_parts(0, 2, "\x79" + std::string(121, '\0')), LinkError::does_not_fit},
        {"an effort beyond the most", with_parts(0, 4, "\x04\0\xF1\x2E\0\0\0\0\0\0"s),
         LinkError::does_not_fit},
        {"a month after the last year", with_parts(0, 8, "\x02\x01\xBF\xA9\x07\0"s),
         LinkError::does_not_fit},
        {"a level twice", with_parts(0, 32, "\x02\x01\x08\x01\x08\0\0"s), LinkError::does_not_fit},
        {"a level 0", with_parts(0, 32, "\x01\0\x08\0\0"s), LinkError::does_not_fit},
        {"a level 9", with_parts(0, 32, "\x01\x09\x08\0\0"s), LinkError::does_not_fit},
        {"nine levels of incidents", with_parts(0, 4, "\x09" + std::string(18, '\0')),
         LinkError::does_not_fit},
        {"a service twice", with_parts(0, 32, "\0\x02\x0Amonitoring\x0Amonitoring\0"s),
         LinkError::does_not_fit},
        {"a service that is no id", with_parts(0, 32, "\0\x01\x02<>\0"s), LinkError::does_not_fit},
        {"a term of 121 months", with_parts(0, 32, "\0\0\x79"s), LinkError::does_not_fit},
        {"a quote of no package", with_parts(0, 64, "\0\x01\x01"s), LinkError::does_not_fit},
        {"a quote of no term", with_parts(0, 64, "\x01p\0\x01"s), LinkError::does_not_fit},
        {"a total beyond 63 bits",
         with_parts(0, 64, "\x01p\x01\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"s),
         LinkError::does_not_fit},
        {"nine kinds", with_work(1, "\x09" + std::string(40, '\0')), LinkError::does_not_fit},
        {"a kind that is no id", with_work(1, "\x01\x02<>\0\0"s), LinkError::does_not_fit},
        {"a kind twice", with_work(1, "\x02\x06urgent\x02\x06urgent\x02\0"s),
         LinkError::does_not_fit},
        {"a share beyond all", with_work(1, "\x01\x06urgent\xA2\x9C\x01\0"s),
         LinkError::does_not_fit},
        {"shares beyond all",
         with_work(1, "\x02\x06urgent\xA0\x9C\x01\x06"
                      "design\x02\0"s),
         LinkError::does_not_fit},
        {"a kind by month without months", with_work(1, "\x01\x06urgent\x01\0\0"s),
         LinkError::does_not_fit},
        {"a task beyond the most", with_work(1, "\0\xE1\xD4\x03"s), LinkError::does_not_fit},
        {"an extra twice", with_work(2, "\x02\x04site\x01\x04site\x01"), LinkError::does_not_fit},
        {"a number of extras beyond any catalogue's", with_work(2, "\x01\x04site\x91\x4E"),
         LinkError::does_not_fit},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const read = read_link(row.fragment, catalogue);
        REQUIRE(!read);
        CHECK(read.error() == row.error);
    }
}

TEST_CASE("links are short") {
    Catalogue const catalogue = here();
    CHECK(typical_link(catalogue).size() <= 120);
    Needs needs = first_needs(catalogue);
    needs.way = NeedsWay::by_month;
    needs.months.assign(12, month_usage_max);
    needs.season = {70, 70, 80, 80, 80, 80, 70, 80, 110, 140, 190, 150};
    needs.requirements.responses = {{1, Minutes{60}, SupportHours::always}};
    std::string const text =
        link_of(needs, december_2026, QuotedOffer{"standard", 12, Money{105'840'000}}, catalogue);
    CHECK(text.size() <= 200);
    MESSAGE("a typical link has ", typical_link(catalogue).size(),
            " characters, one with twelve free months and a season ", text.size());
}
