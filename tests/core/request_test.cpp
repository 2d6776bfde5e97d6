// A request's fields and its JSON, there and back.
#include "core/base/instant.hpp"
#include "core/json/reader.hpp"
#include "core/request/request.hpp"
#include "core/request/work_fields.hpp"
#include "tests/core/catalogue_text.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

using namespace kontingent;

namespace {

constexpr RequestField five_letters{
    "line", FieldPlace::contact, FieldFormat::line, FieldNeed::optional, 5, "text", "off", ""};

RequestField with(RequestField field, FieldFormat format, FieldNeed need) {
    field.format = format;
    field.need = need;
    return field;
}

Catalogue small_catalogue() {
    auto const catalogue = parse_catalogue(tests::small_catalogue_text());
    REQUIRE(catalogue.has_value());
    return *catalogue;
}

// A text that the field's rules accept.
std::string sample_text(RequestField const& field) {
    switch (field.format) {
    case FieldFormat::email:
        return "kim@shop.example";
    case FieldFormat::date:
        return "2028-02-29";
    case FieldFormat::line:
    case FieldFormat::text:
        break;
    }
    return "The \"" + std::string(field.name) + "\" \\ ü";
}

CustomerRequest filled_request() {
    CustomerRequest request{.kind = RequestKind::question,
                            .language = english,
                            .texts = {},
                            .has_consent = true,
                            .scenario = std::nullopt,
                            .quoted = std::nullopt};
    for (std::size_t i = 0; i < request_field_count; ++i) {
        request.texts[i] = sample_text(request_fields[i]);
    }
    return request;
}

} // namespace

TEST_CASE("a field's rules") {
    struct Row {
        char const* name;
        FieldFormat format;
        FieldNeed need;
        RequestKind kind;
        char const* text;
        std::optional<FieldError> error;
    };

    using enum FieldFormat;
    using enum FieldNeed;
    auto const of_package = RequestKind::package;
    auto const question = RequestKind::question;
    Row const rows[] = {
        {"absent", line, optional, question, "", std::nullopt},
        {"blank", line, optional, question, " \t\n\xC2\xA0", std::nullopt},
        {"absent and required", line, required, question, "", FieldError::missing},
        {"blank and required", line, required, question, " ", FieldError::missing},
        {"no-break space and required", line, required, question, "\u00A0", FieldError::missing},
        {"zero-width space", line, required, question, "\u200B", FieldError::missing},
        {"zero-width joiners", line, required, question, "\u200C\u200D", FieldError::missing},
        {"marks of direction", line, required, question, "\u200F\u202E", FieldError::missing},
        {"word joiner", line, required, question, "\u2060", FieldError::missing},
        {"byte order mark", line, required, question, "\uFEFF", FieldError::missing},
        {"soft hyphen", line, required, question, "\u00AD", FieldError::missing},
        {"wide space", line, required, question, "\u3000", FieldError::missing},
        {"Hangul filler", line, required, question, "\u3164", FieldError::missing},
        {"tag characters", line, required, question, "\U000E0041", FieldError::missing},
        {"before the blanks", line, required, question, "\u1FFF", std::nullopt},
        {"after the zero-width ones", line, required, question, "\u2010", std::nullopt},
        {"after the steering ones", line, required, question, "\u2070", std::nullopt},
        {"joiner within letters", line, required, question, "a\u200Db", std::nullopt},
        {"beyond the base plane", line, required, question, "\U0001D11E", std::nullopt},
        {"invisible text", text, unless_package, question, "\u200B\n", FieldError::missing},
        {"required of a question", text, unless_package, question, "", FieldError::missing},
        {"but not of a package", text, unless_package, of_package, "", std::nullopt},
        {"as long as may be", line, optional, question, "äöüäö", std::nullopt},
        {"too long", line, optional, question, "äöüäöü", FieldError::too_long},
        {"line break in a line", line, optional, question, "a\nb", FieldError::not_printable},
        {"line breaks in a text", text, optional, question, "a\n\r\tb", std::nullopt},
        {"escape in a text", text, optional, question, "a\x1b", FieldError::not_printable},
        {"delete", line, optional, question, "a\x7f", FieldError::not_printable},
        {"control beyond ASCII", text, optional, question, "a\xC2\x85", FieldError::not_printable},
        {"address", email, optional, question, "a@b.c", std::nullopt},
        {"no address", email, optional, question, "a@b.", FieldError::no_email},
        {"no date", date, optional, question, "soon", FieldError::no_date},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        CHECK(check_field(with(five_letters, row.format, row.need), row.text, row.kind) ==
              row.error);
    }
}

TEST_CASE("dates that exist") {
    for (char const* date : {"2027-01-31", "2028-02-29", "2000-02-29", "0001-01-01"}) {
        CAPTURE(date);
        CHECK(parse_day(date).has_value());
    }
    for (char const* date : {"2027-02-29", "2100-02-29", "2027-04-31", "2027-00-01", "2027-13-01",
                             "2027-01-00", "0000-01-01", "2027-1-01", "2027-01-01 ", ""}) {
        CAPTURE(date);
        CHECK_FALSE(parse_day(date).has_value());
    }
}

TEST_CASE("each field has a name of its own, in lower case") {
    for (std::size_t i = 0; i < request_field_count; ++i) {
        CAPTURE(request_fields[i].name);
        CHECK(find_request_field(request_fields[i].name) == i);
        CHECK(request_fields[i].name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") ==
              std::string_view::npos);
    }
    CHECK_FALSE(find_request_field("fax").has_value());
}

TEST_CASE("every field that is sent arrives as it was") {
    CustomerRequest const sent = filled_request();
    auto const read = parse_request(request_to_json(sent, small_catalogue()), small_catalogue());
    REQUIRE(read.has_value());
    for (std::size_t i = 0; i < request_field_count; ++i) {
        CAPTURE(request_fields[i].name);
        CHECK(read->texts[i] == sent.texts[i]);
    }
    CHECK(read->language == sent.language);
    CHECK(read->has_consent);
}

TEST_CASE("an error of any field has the field's place") {
    for (std::size_t i = 0; i < request_field_count; ++i) {
        RequestField const& field = request_fields[i];
        CAPTURE(field.name);
        CustomerRequest request = filled_request();
        request.texts[i] = std::string(static_cast<std::size_t>(field.length_max) + 1, 'x');
        auto const read =
            parse_request(request_to_json(request, small_catalogue()), small_catalogue());
        REQUIRE_FALSE(read.has_value());
        REQUIRE(read.error().errors.size() == 1);
        CHECK(read.error().errors.front().pointer == pointer_of(field));
        CHECK(
            read.error().errors.front().code ==
            (field.format == FieldFormat::date ? ErrorCode::bad_format : ErrorCode::out_of_range));
    }
}

TEST_CASE("support on demand has one of the catalogue's levels") {
    Catalogue const catalogue = small_catalogue();
    auto const count = static_cast<std::int32_t>(catalogue.levels.size());

    struct Row {
        std::int32_t level;
        bool is_valid;
    };

    for (Row const& row : {Row{0, false}, Row{1, true}, Row{count, true}, Row{count + 1, false}}) {
        CAPTURE(row.level);
        CustomerRequest request = filled_request();
        request.kind = RequestKind::on_demand;
        request.level = row.level;
        auto const read = parse_request(request_to_json(request, catalogue), catalogue);
        CHECK(read.has_value() == row.is_valid);
        if (read) {
            CHECK(read->level == row.level);
        }
    }
}

namespace {

// With kinds, extras and tasks; counted in units where it says so.
Catalogue catalogue_with_all(bool counts_units) {
    Catalogue catalogue = small_catalogue();
    for (char const* const id : {"regular", "urgent", "design"}) {
        catalogue.kinds.emplace_back().id = id;
    }
    for (char const* const id : {"site", "user"}) {
        catalogue.extras.push_back({.id = id, .name = {}, .summary = {}, .max = 5});
    }
    for (Offer& offer : catalogue.offers) {
        offer.kinds.resize(3);
    }
    Offer& first = catalogue.offers.front();
    first.kinds[1].counts = BasisPoints{20'000};
    first.extras = {{.extra = 0, .included = 1, .monthly_price = {}, .one_off_price = {}}};
    if (counts_units) {
        catalogue.unit = Unit{};
    } else {
        first.task = TaskRule{};
    }
    return catalogue;
}

CustomerRequest package_request(Catalogue const& catalogue) {
    CustomerRequest request = filled_request();
    request.kind = RequestKind::package;
    request.scenario =
        Scenario{.usage = {Minutes{600}, Minutes{0}},
                 .package_id = catalogue.offers.front().id,
                 .term_months = catalogue.terms.front().months,
                 .work = {.kinds = {{1, {Minutes{60}, Minutes{0}}}}, .task_size = {}, .tasks = {}},
                 .extras = {{0, 3}, {1, 0}}};
    if (!catalogue.unit) {
        request.scenario->work.task_size = Minutes{45};
    }
    request.quoted = QuotedPrice{.catalogue_id = catalogue.id, .net = {}, .vat = {}, .gross = {}};
    return request;
}

} // namespace

TEST_CASE("a request carries kinds, the usual task and extras, in hours and in units") {
    for (bool const counts_units : {false, true}) {
        CAPTURE(counts_units);
        Catalogue const catalogue = catalogue_with_all(counts_units);
        CustomerRequest const sent = package_request(catalogue);
        auto const read = parse_request(request_to_json(sent, catalogue), catalogue);
        REQUIRE(read.has_value());
        REQUIRE(read->scenario.has_value());
        CHECK(read->scenario->usage == sent.scenario->usage);
        CHECK(read->scenario->work == sent.scenario->work);
        CHECK(read->scenario->extras == sent.scenario->extras);
    }
}

TEST_CASE("every member of a scenario that says what the work is, is one of the list") {
    constexpr std::string_view others[] = {"format", "package", "term_months", "pooling", "vat"};
    std::vector<std::string> found;
    for (bool const counts_units : {false, true}) {
        Catalogue const catalogue = catalogue_with_all(counts_units);
        Scenario scenario = *package_request(catalogue).scenario;
        std::vector<std::string> texts{quoted_scenario_to_json(scenario, catalogue)};
        if (!counts_units) {
            scenario.work = {.kinds = {}, .task_size = {}, .tasks = {{{Minutes{5}, 1}}, {}}};
            texts.push_back(quoted_scenario_to_json(scenario, catalogue));
        }
        for (std::string const& text : texts) {
            auto const document = json::read(text, text.size() + 1);
            REQUIRE(document.has_value());
            for (json::Value const& member : document->items(document->root())) {
                CAPTURE(member.key);
                bool const is_work =
                    std::ranges::find(work_members, member.key) != work_members.end();
                CHECK(is_work == (std::ranges::find(others, member.key) == std::end(others)));
                if (is_work) {
                    found.emplace_back(member.key);
                }
            }
        }
    }
    for (std::string_view const name : work_members) {
        CAPTURE(name);
        CHECK(std::ranges::find(found, name) != found.end());
    }
}

TEST_CASE("forms ask for what a price depends on") {
    auto const names = [](Catalogue const& catalogue) {
        std::string text;
        for (WorkField const& field : work_fields(catalogue)) {
            text += (text.empty() ? "" : " ") + field.name + " " + field.pointer;
        }
        return text;
    };
    CHECK(names(small_catalogue()) == "hours /scenario/usage_minutes");
    // Design has no rule of its own, and nobody sells users.
    CHECK(names(catalogue_with_all(false)) ==
          "hours /scenario/usage_minutes kind_urgent /scenario/kind_minutes/urgent "
          "task /scenario/task_minutes extra_site /scenario/extras/site");
    CHECK(names(catalogue_with_all(true)) ==
          "hours /scenario/usage_units kind_urgent /scenario/kind_units/urgent "
          "extra_site /scenario/extras/site");
    Catalogue regular_apart = catalogue_with_all(true);
    regular_apart.offers.back().kinds[0].uses_included = false;
    CHECK(names(regular_apart).find("kind_design") != std::string::npos);
}
