// Lines and pages.
#include "documents/pdf/blocks.hpp"
#include "documents/pdf/flow.hpp"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

using namespace kontingent::documents::pdf;

namespace {

constexpr Frame frame{.top = 0, .bottom = 100};

Unit unit(Length height, bool keeps_next = false) {
    Unit unit;
    unit.height = height;
    unit.keeps_next = keeps_next;
    return unit;
}

// "0 1|2": the units of each page.
std::string pages_of(std::vector<Unit> const& units, Frame first = frame) {
    std::string text;
    for (PlacedPage const& page : paginate(units, first, frame)) {
        std::string numbers;
        for (PlacedUnit const& placed : page) {
            numbers += (numbers.empty() ? "" : " ") + std::to_string(placed.unit);
        }
        text += numbers + "|";
    }
    text.pop_back();
    return text;
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

} // namespace

TEST_CASE("a page ends where the next unit does not fit") {
    CHECK(pages_of({}) == "");
    CHECK(pages_of({unit(99), unit(1)}) == "0 1");
    CHECK(pages_of({unit(99), unit(2)}) == "0|1");
    CHECK(pages_of({unit(101), unit(1)}) == "|0|1"); // higher than a page, so on one of its own
    std::vector<Unit> spaced{unit(60), unit(40)};
    spaced[1].space_before = 1;
    CHECK(pages_of(spaced) == "0|1");
    spaced[0].space_before = 40; // at the top of a page there is no space
    spaced[1].space_before = 0;
    CHECK(pages_of(spaced) == "0 1");
}

TEST_CASE("a unit that keeps the next one moves with it") {
    CHECK(pages_of({unit(50), unit(20, true), unit(30)}) == "0 1 2");
    CHECK(pages_of({unit(50), unit(20, true), unit(31)}) == "0|1 2");
    // What is higher than a page is broken where pages end.
    CHECK(pages_of({unit(50), unit(40, true), unit(40, true), unit(40)}) == "0 1|2 3");
}

TEST_CASE("a first page without room for anything stays empty") {
    CHECK(pages_of({unit(10)}, {.top = 95, .bottom = 100}) == "|0");
    CHECK(pages_of({unit(10)}, {.top = 100, .bottom = 90}) == "|0");
}

TEST_CASE("a unit may start a page") {
    std::vector<Unit> units{unit(10), unit(10)};
    units[1].starts_page = true;
    CHECK(pages_of(units) == "0|1");
}

TEST_CASE("a table's header is on each of its pages, and counts") {
    std::vector<Unit> units{unit(10, true)};
    for (int i = 0; i < 11; ++i) {
        units.push_back(unit(15));
        units.back().header = 0;
    }
    CHECK(pages_of(units) == "0 1 2 3 4 5 6|0 7 8 9 10 11");
}

TEST_CASE("of a long table neither the first nor the last row is alone with its header or sum") {
    for (std::size_t count = 1; count <= 200; ++count) {
        CAPTURE(count);
        Blocks blocks(400'000);
        std::vector<TableRow> const rows(count, TableRow{.cells = {"Item", "1.00"}});
        blocks.heading("Heading", {});
        blocks.table({{.head = "Item"}, {.head = "Sum", .is_amount = true}}, rows, rows);
        Length const height = blocks.units().back().height;
        Frame const page{.top = 0, .bottom = 12 * height};
        auto const pages = paginate(blocks.units(), page, page);
        std::size_t placed = 0;
        for (PlacedPage const& one : pages) {
            REQUIRE_FALSE(one.empty());
            CHECK(one.back().unit >= 2); // neither the heading nor the header ends a page
            CHECK((one.size() >= 3 || count == 1)); // a header, and at least two rows
            CHECK((one.front().unit == 0 || one.front().unit == 1)); // begins with one of them
            placed += one.size();
        }
        CHECK(placed == count + 2 + pages.size() - 1);
    }
}

TEST_CASE("each unit is placed once and inside its page, whatever keeps together") {
    std::uint32_t const seed = std::random_device()();
    CAPTURE(seed);
    std::mt19937 random(seed);
    auto const any = [&random](int below) {
        return static_cast<Length>(random() % static_cast<unsigned>(below));
    };
    for (int round = 0; round < 500; ++round) {
        std::vector<Unit> units;
        for (Length i = any(40); i >= 0; --i) {
            units.push_back(unit(1 + any(100), any(3) == 0));
            units.back().space_before = any(10);
        }
        std::size_t next = 0;
        for (PlacedPage const& page : paginate(units, {.top = any(90), .bottom = 100}, frame)) {
            Length bottom = 0;
            for (PlacedUnit const& placed : page) {
                CHECK(placed.unit == next++);
                CHECK(placed.top >= bottom);
                bottom = placed.top + units[placed.unit].height;
            }
            CHECK(bottom <= 100);
        }
        CHECK(next == units.size());
    }
}

TEST_CASE("lines are no wider than asked for, and have all of the text") {
    constexpr Length size = 10'000;

    struct Row {
        char const* name;
        std::string text;
    };

    Row const rows[] = {
        {"words", "The quick brown fox jumps over the lazy dog and then some more of it"},
        {"one long word", std::string(120, 'W')},
        {"words with hyphens", "Bereitschafts-Einsatz-Zuschlag-Abrechnung im Monat"},
        {"no-break spaces", "1.234,00\u00A0€ 5.678,00\u00A0€ 9.012,00\u00A0€"},
        {"spaces at the end", "word   "},
    };
    for (Row const& row : rows) {
        for (Length const width :
             {Length{30'000}, Length{55'000}, Length{100'000}, Length{400'000}}) {
            CAPTURE(row.name);
            CAPTURE(width);
            std::string all;
            for (std::string const& line : broken_lines(row.text, Weight::regular, size, width)) {
                CAPTURE(line);
                CHECK((width_of(line, Weight::regular, size) <= width ||
                       characters_of(line).size() == 1));
                all += line;
            }
            CHECK(without_spaces(all) == without_spaces(row.text));
        }
    }
    CHECK(broken_lines("", Weight::regular, size, 1).size() == 1);
    CHECK(broken_lines("100 €", Weight::regular, size, 30'000) ==
          std::vector<std::string>{"100 €"});
}
