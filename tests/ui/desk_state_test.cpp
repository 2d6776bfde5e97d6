// What the desk does without a screen: typed numbers, records and steps, numbers of quotes, the
// list, and moving everything by file.
#include "core/catalogue/catalogue.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"
#include "ui/state/desk/bundle.hpp"
#include "ui/state/desk/quotes.hpp"
#include "ui/state/desk/records.hpp"
#include "ui/state/desk/settings.hpp"
#include "ui/state/desk/typed.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace kontingent::ui_test {

using namespace ui::desk;

namespace {

Catalogue const& sample() {
    static Catalogue const catalogue = *parse_catalogue(read_file("site/catalogue/catalogue.json"));
    return catalogue;
}

std::string quote(std::string const& id, std::string const& name, std::string const& until) {
    return R"({"format":1,"id":")" + id + R"(","customer":{"name":")" + name +
           R"("},"versions":[{"version":1,"state":"draft","content":{"language":"en","scenario":)"
           R"({"format":1,"usage_minutes":[600]},"alternatives":[{"package":"standard","term_months":12}],)"
           R"("valid_until":")" +
           until + R"("}}]})";
}

Records records_of(std::vector<std::pair<std::string, std::string>> const& list) {
    Records records;
    for (auto const& [key, value] : list) {
        records[key] = {1, value};
    }
    return records;
}

} // namespace

TEST_CASE("numbers are typed with either decimal sign and in groups") {
    struct Row {
        char const* name;
        char const* text;
        int decimals;
        std::int64_t maximum;
        std::int64_t value; // -1: no number
    };

    constexpr std::int64_t whole = 10'000;
    for (Row const& row :
         {Row{"comma", "7,5", 2, whole, 750}, Row{"stop", "7.5", 2, whole, 750},
          Row{"whole", "7", 2, whole, 700}, Row{"two decimals", "7,05", 2, whole, 705},
          Row{"decimals of zeros", "7,500", 2, whole, 750},
          Row{"three decimals", "7,505", 2, whole, -1},
          Row{"groups", "1.234,50", 2, 1'000'000, 123'450},
          Row{"blanks", "1 234,50", 2, 1'000'000, 123'450},
          Row{"a wrong group", "12.34,50", 2, 1'000'000, -1},
          Row{"the maximum", "100", 2, whole, whole}, Row{"beyond it", "100,01", 2, whole, -1},
          Row{"zero", "0", 2, whole, 0}, Row{"negative", "-1", 2, whole, -1},
          Row{"nothing", "", 2, whole, -1}, Row{"letters", "7a", 2, whole, -1},
          Row{"a sign alone", ",", 2, whole, -1}, Row{"no decimals", "12", 0, whole, 12},
          Row{"decimals where there are none", "1,5", 0, whole, -1}}) {
        CAPTURE(row.name);
        CHECK(parse_fixed(row.text, row.decimals, row.maximum).value_or(-1) == row.value);
    }
    CHECK(fixed_text(750, 2, german) == "7,5");
    CHECK(fixed_text(5, 2, english) == "0.05");
    CHECK(fixed_text(700, 2, german) == "7");
}

TEST_CASE("a step expects the revisions that are known, and 0 of what is new") {
    Records const known = {{"a", {3, "1"}}};
    CHECK(step_to_json({{{"a", "2"}, {"b", "3"}, {"c", std::nullopt}}}, known) ==
          R"({"expect": {"a": 3, "b": 0, "c": 0}, "put": [{"key": "a", "value": "2"}, )"
          R"({"key": "b", "value": "3"}], "delete": ["c"]})");
}

TEST_CASE("outcomes of a step") {
    struct Row {
        char const* json;
        OutcomeKind kind;
    };

    for (Row const& row :
         {Row{R"({"outcome":"saved","revisions":{"a":4}})", OutcomeKind::saved},
          Row{R"({"outcome":"changed_elsewhere","keys":["a"]})", OutcomeKind::changed_elsewhere},
          Row{R"({"outcome":"refused","reason":"full"})", OutcomeKind::full},
          Row{R"({"outcome":"refused","reason":"unavailable"})", OutcomeKind::unavailable},
          Row{R"({"outcome":"refused","reason":"newer"})", OutcomeKind::newer},
          Row{R"({"outcome":"refused","reason":"other"})", OutcomeKind::failed},
          Row{"nonsense", OutcomeKind::failed}, Row{"{}", OutcomeKind::failed}}) {
        CAPTURE(row.json);
        CHECK(parse_outcome(row.json).kind == row.kind);
    }
    Records records = {{"a", {3, "1"}}, {"b", {1, "1"}}};
    apply(records, {{{"a", "2"}, {"b", std::nullopt}}},
          parse_outcome(R"({"outcome":"saved","revisions":{"a":4}})"));
    CHECK(records == Records{{"a", {4, "2"}}});
}

TEST_CASE("a number is one more than any that was given or is known") {
    struct Row {
        char const* name;
        Records records;
        std::vector<std::string> known;
        char const* number;
    };

    for (Row const& row :
         {Row{"the first", {}, {}, "A-2026-0001"},
          Row{"counted", records_of({{"number/A-2026", "7"}}), {}, "A-2026-0008"},
          Row{"imported", {}, {"A-2026-0012"}, "A-2026-0013"},
          Row{"another prefix", {}, {"AB-2026-0012"}, "A-2026-0001"},
          Row{"another year", {}, {"A-2025-0012"}, "A-2026-0001"},
          Row{"five digits", records_of({{"number/A-2026", "9999"}}), {}, "A-2026-10000"}}) {
        CAPTURE(row.name);
        CHECK(next_number(row.records, "A", 2026, row.known).number == row.number);
    }
    CHECK(is_prefix("A"));
    CHECK(is_prefix("ABCDEFGH"));
    CHECK_FALSE(is_prefix("ABCDEFGHI"));
    CHECK_FALSE(is_prefix(""));
    CHECK_FALSE(is_prefix("a"));
}

TEST_CASE("the list is searched, filtered and sorted; what expires first comes first") {
    auto const quotes = quotes_of(records_of({{"quote/a", quote("a", "Zoe", "2027-01-01")},
                                              {"quote/b", quote("b", "Adam", "2026-12-24")},
                                              {"quote/c", "{}"},
                                              {"settings", "{}"}}),
                                  sample());
    REQUIRE(quotes.size() == 3);
    auto const customers = [&](ListState const& list) {
        std::string all;
        for (ListRow const& row : rows_of(quotes, list, Instant{0})) {
            all += row.customer + " ";
        }
        return all;
    };
    ListState list;
    CHECK(customers(list) == "Adam Zoe c ");
    list.search = "zo";
    CHECK(customers(list) == "Zoe ");
    list.search = {};
    list.column = ListColumn::customer;
    CHECK(customers(list) == "Adam c Zoe ");
    list.order = ListOrder::falling;
    CHECK(customers(list) == "Zoe c Adam ");
    list.state = VersionState::draft;
    CHECK(customers(list) == "Zoe Adam ");
    list.state = VersionState::issued;
    CHECK(customers(list).empty());
}

TEST_CASE("a file is taken in once, differences are kept twice, and nothing is overwritten") {
    std::string const mine = quote("a", "Zoe", "2027-01-01");
    std::string const theirs = quote("a", "Zora", "2027-01-01");
    std::string const file = bundle_of(records_of(
        {{"quote/a", theirs}, {"quote/b", mine}, {"prefix", "\"B\""}, {"number/B-2026", "4"}}));
    Records records = records_of({{"quote/a", mine}});
    auto const wrong = merge_of(file, records, sample());
    // The key says which quote it is, and the quote in the file has another id.
    REQUIRE(wrong.has_value());
    CHECK(wrong->kept_twice == 1);

    std::string const good = bundle_of(records_of({{"quote/a", theirs},
                                                   {"quote/b", quote("b", "Adam", "2027-01-01")},
                                                   {"prefix", "\"B\""},
                                                   {"number/B-2026", "4"}}));
    auto const merge = merge_of(good, records, sample());
    REQUIRE(merge.has_value());
    CHECK(merge->added == 1);
    CHECK(merge->kept_twice == 1);
    CHECK(merge->unchanged == 0);
    for (Change const& change : merge->step.changes) {
        CHECK(change.key.starts_with("quote/"));
        CHECK_FALSE(records.contains(change.key));
        records[change.key] = {1, *change.value};
    }
    CHECK(records.contains("quote/a/2"));
    auto const again = merge_of(good, records, sample());
    REQUIRE(again.has_value());
    CHECK(again->step.changes.empty());
    CHECK(again->unchanged == 2);
}

TEST_CASE("a file with any error is refused as a whole, with the place") {
    std::string const good = bundle_of(records_of({{"quote/a", quote("a", "Zoe", "2027-01-01")}}));

    struct Row {
        char const* name;
        std::string text;
        ErrorCode code;
    };

    std::string newer = good;
    newer.replace(newer.find("\"format\": 1"), 11, "\"format\": 2");
    std::string other = good;
    other.replace(other.find("\"kind\""), 6, "\"sort\"");
    std::string broken = good;
    broken.replace(broken.find("\"Zoe\""), 5, "7");
    for (Row const& row : {Row{"half", good.substr(0, good.size() / 2), ErrorCode::syntax},
                           Row{"a newer format", newer, ErrorCode::out_of_range},
                           Row{"another kind of file", other, ErrorCode::unknown_member},
                           Row{"one bad quote", broken, ErrorCode::wrong_type}}) {
        CAPTURE(row.name);
        auto const merge = merge_of(row.text, {}, sample());
        REQUIRE_FALSE(merge.has_value());
        bool has_code = false;
        for (Error const& error : merge.error()) {
            has_code = has_code || error.code == row.code;
            CHECK(error.line > 0);
        }
        CHECK(has_code);
    }
}

} // namespace kontingent::ui_test
