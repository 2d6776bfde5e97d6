// The text of links: its checksum, its bytes, links of earlier versions, any number of levels.
#include "core/link/address_text.hpp"
#include "core/link/link.hpp"
#include "tests/core/link_needs.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kontingent;
using namespace kontingent::tests;

TEST_CASE("the checksum is CRC-32 and the text base64url") {
    // The check value of CRC-32 is CBF43926 for these digits; 26 39 F4 CB are "Jjn0yw".
    CHECK(to_address_text("", "123456789") == "MTIzNDU2Nzg5Jjn0yw");
    CHECK(to_address_text("123", "456789") == "123NDU2Nzg5Jjn0yw");
    CHECK(from_address_text("", "MTIzNDU2Nzg5Jjn0yw") == "123456789");
    CHECK(from_address_text("", "AAAAAA") == "");
    for (char const* const damaged :
         {"", "A", "AAAAA", "AAAAAB", "AAAAAAA", "MTIzNDU2Nzg5Jjn0yx",
          "MTIzNDU2Nzg5Jjn0yw=", "MTIzNDU2Nzg5Jjn0yw==", "MTIzNDU2Nzg5 Jjn0yw"}) {
        CAPTURE(damaged);
        CHECK(!from_address_text("", damaged));
    }
}

TEST_CASE("the bytes of version 3 never change") {
    using namespace std::string_literals;
    Catalogue catalogue = catalogue_with_services("e-1", {"a", "b"});
    Needs needs = first_needs(catalogue);
    // The catalogue, month 24323 in three bytes, no choice, no part, 720 minutes.
    CHECK(link_of(needs, december_2026, std::nullopt, catalogue) == to_address_text("k3",
                                                                                    "\x03"s
                                                                                    "e-1"
                                                                                    "\x83\xBE\x01"
                                                                                    "\0\0"
                                                                                    "\xD0\x05"s));
    needs.way = NeedsWay::history;
    needs.certainty = Certainty::resampled;
    needs.gaps = Gaps::zero;
    needs.price_view = PriceView::gross;
    needs.past = {{1, Minutes{2}}, {2, Minutes{3}}, {5, Minutes{64}}};
    needs.low = Minutes{1};
    needs.high = Minutes{2};
    needs.requirements = {{{2, Minutes{60}, SupportHours::business}}, {1}, 6};
    needs.kinds = {{.kind = 1, .share = {2'500}, .months = {}},
                   {.kind = 2, .share = {0}, .months = {Minutes{7}}}};
    needs.task_size = Minutes{45};
    needs.extras = {{1, 300}};
    CHECK(link_of(needs, 0, QuotedOffer{"p", 12, Money{300}}, catalogue) ==
          to_address_text("k3", "\x03"s
                                "e-1"
                                "\0"
                                "\x73\xF8\x03" // 8 + 16 + 32 + 64 + 128 + 256
                                "\xD0\x05"
                                "\x03"
                                "\x05\x01"
                                "\x06"
                                "\x81\x01\x02"
                                "\x01\x02"
                                "\x01"
                                "\x02\x79"
                                "\x01\x01"
                                "b"
                                "\x06" // level 2, 60 * 2 + 1 …
                                "\x01p\x0C"
                                "\xAC\x02"
                                "\x02\x06urgent\x88\x27" // 2500 * 2
                                "\x06"
                                "design\x01\x01\x07\x2D"
                                "\x01\x04user\xAC\x02"s));
    catalogue.unit = Unit{};
    CHECK(link_of(Needs{}, 0, std::nullopt, catalogue) == to_address_text("k3", "\x03"
                                                                                "e-1"
                                                                                "\0\0\x80\x04\0"s));
}

TEST_CASE("links that were sent before there were kinds still open") {
    struct Row {
        char const* name;
        char const* fragment;
        Needs needs;
    };

    Catalogue const catalogue = catalogue_with_services("sample-2026-11", {"security-updates"});
    Needs first = first_needs(catalogue);
    Needs asked = first;
    asked.certainty = Certainty::quarter;
    asked.requirements.responses = {{1, Minutes{60}, SupportHours::always}};
    asked.requirements.services = {0};
    Row const rows[] = {
        {"as the portal begins", "k2DnNhbXBsZS0yMDI2LTExg74BAADQBQQhtGM", first},
        {"with requirements and a total",
         "k2DnNhbXBsZS0yMDI2LTExg74BBGDQBQEBeAEQc2VjdXJpdHktdXBkYXRlcwAIc3RhbmRhcmQM2MxAxwnCvQ",
         asked},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        auto const link = read_link(row.fragment, catalogue);
        REQUIRE(link);
        CHECK(link->needs == row.needs);
        CHECK(link->first_month == december_2026);
        CHECK(!link->is_other_edition);
    }
}

TEST_CASE("links of version 1 still open") {
    using namespace std::string_literals;
    Catalogue const catalogue = catalogue_with_services("e-1", {"a", "b"});
    std::string const bytes = "\x03"s
                              "e-1"
                              "\0"
                              "\x73\x7C" // history, resampled, gaps, gross; all parts but two
                              "\xD0\x05"
                              "\x01\x3C\x02\x78\0\x5A\0\0" // four levels of incidents
                              "\x01"
                              "\x05\x01"
                              "\x01\x02"
                              "\x02"
                              "\xE5\x03" // (60 * 2 + 1) * 4 + 2 - 1
                              "\xF3\x0B" // (190 * 2 + 0) * 4 + 4 - 1
                              "\x01\x01"
                              "b"
                              "\x06"
                              "\x01p\x0C"
                              "\xAC\x02"s;
    auto const link = read_link(to_address_text("k1", bytes), catalogue);
    REQUIRE(link);
    Needs const& needs = link->needs;
    CHECK(needs.way == NeedsWay::history);
    CHECK(needs.average == Minutes{720});
    CHECK(needs.incidents ==
          std::vector<Incidents>{
              {1, Minutes{60}}, {2, Minutes{120}}, {0, Minutes{90}}, {0, Minutes{0}}});
    CHECK(needs.requirements.responses ==
          std::vector<RequiredResponse>{{2, Minutes{60}, SupportHours::business},
                                        {4, Minutes{190}, SupportHours::always}});
    CHECK(link->quoted == QuotedOffer{"p", 12, Money{300}});
    // Written again it is a link of today, which says the same.
    auto const again =
        read_link(link_of(needs, link->first_month, link->quoted, catalogue), catalogue);
    REQUIRE(again);
    CHECK(again->needs == needs);
}

TEST_CASE("any number of levels travels, and a level never touches the hours") {
    for (std::int32_t count = 1; count <= level_count_max; ++count) {
        CAPTURE(count);
        Catalogue catalogue = catalogue_with_services("e-1", {});
        catalogue.levels.resize(static_cast<std::size_t>(count));
        Needs needs;
        for (std::int32_t level = 1; level <= count; ++level) {
            catalogue.levels[static_cast<std::size_t>(level - 1)].level = level;
            needs.incidents.push_back({.tenths_a_month = level, .effort = Minutes{level}});
            bool const is_always = level % 2 == 0;
            needs.requirements.responses.push_back(
                {level, response_time_max,
                 is_always ? SupportHours::always : SupportHours::business});
        }
        auto const link = read_link(link_of(needs, 0, std::nullopt, catalogue), catalogue);
        REQUIRE(link);
        CHECK(link->needs == needs);
        // Fewer levels: what they do not have is left out.
        Catalogue smaller = catalogue;
        smaller.levels.pop_back();
        auto const fewer = read_link(link_of(needs, 0, std::nullopt, catalogue), smaller);
        REQUIRE(fewer);
        CHECK(fewer->needs.incidents.size() == smaller.levels.size());
        CHECK(fewer->needs.requirements.responses.size() == smaller.levels.size());
    }
}
