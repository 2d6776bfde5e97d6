// The triage through its records: every path through the sample's questions to its level.
#include "tests/languages/names.hpp"
#include "tests/ui/sample_shop.hpp"
#include "ui/screens/explain/triage.hpp"

#include <functional>

namespace kontingent::ui_test {

using semantics::Role;

namespace {

struct Fixture : SampleShop {
    ui::TriageState state;
    std::optional<std::int32_t> requested;
    ScreenDriver screen{[this](ui::Frame& frame, float width) {
                            auto const result = draw_triage(frame, shop, state, 0, 0, width);
                            requested = result.requested_level ? result.requested_level : requested;
                            return result.height;
                        },
                        german};

    std::string level_title(std::int32_t level) const {
        return "Ebene " + std::to_string(level) + ": " +
               catalogue.levels[static_cast<std::size_t>(level - 1)].name.in(german);
    }

    // The focus has gone to a control that is on the screen.
    semantics::Record const& focused() const {
        for (semantics::Record const& record : screen.records) {
            if (record.id == screen.wants_focus) {
                return record;
            }
        }
        FAIL("the focus is nowhere");
        return screen.records.front();
    }
};

} // namespace

TEST_CASE("triage: every path leads to its level, and back again") {
    Fixture fixture;
    Triage const& triage = fixture.catalogue.triage;
    int ends = 0;
    std::function<void(std::size_t)> const walk = [&](std::size_t question) {
        for (TriageAnswer const& answer : triage.questions[question].answers) {
            std::string const asked = triage.questions[question].question.in(german);
            std::string const said = answer.text.in(german);
            CAPTURE(asked);
            CAPTURE(said);
            CHECK(fixture.screen.try_find(Role::heading, asked) != nullptr);
            // The focus is on the first answer: what it is about comes with its group.
            CHECK(fixture.screen.find(Role::group, asked).description ==
                  triage.questions[question].hint.in(german));
            CHECK(fixture.screen.status().empty());
            fixture.screen.activate(Role::button, said);
            CHECK(fixture.screen.try_find(Role::text, said) != nullptr);
            if (answer.level == 0) {
                TriageQuestion const& next = triage.questions[answer.next];
                CHECK(fixture.focused().name == next.answers.front().text.in(german));
                walk(answer.next);
            } else {
                ++ends;
                std::string const title = fixture.level_title(answer.level);
                CHECK(fixture.screen.try_find(Role::heading, title) != nullptr);
                CHECK(fixture.screen.status().find(title + ". ") == 0);
                CHECK(fixture.focused().name == "Mit dieser Ebene anfragen");
                CHECK(cells_of(fixture.screen.records, "So schnell reagieren wir").size() ==
                      fixture.catalogue.package_count() + 2);
            }
            fixture.screen.activate(Role::button, "Zurück");
            CHECK(fixture.focused().name ==
                  triage.questions[question].answers.front().text.in(german));
        }
    };
    walk(triage.start);
    CHECK(ends == 10);
    CHECK(fixture.screen.try_find(Role::button, "Zurück") == nullptr);
}

TEST_CASE("triage: promises are sorted by time, around the clock first") {
    Fixture fixture;
    fixture.screen.activate(Role::button, "Nein, der Shop ist nicht erreichbar");
    CHECK(cells_of(fixture.screen.records, "So schnell reagieren wir") ==
          Cells{{"Angebot", "Reaktionszeit"},
                {"Advanced", "30 Minuten, rund um die Uhr"},
                {"Standard", "1 Stunde, rund um die Uhr"},
                {"Flexible", "2 Stunden, rund um die Uhr"},
                {"Starter", "2 Stunden, werktags"},
                {"Auf Abruf", "4 Stunden, werktags"}});
}

TEST_CASE("triage: a request carries the level, once") {
    Fixture fixture;
    fixture.screen.activate(Role::button, "Ja, der Verkauf läuft");
    fixture.screen.activate(Role::button, "Nein");
    fixture.screen.activate(Role::button, "Wir wünschen uns etwas Neues oder eine Änderung");
    CHECK_FALSE(fixture.requested.has_value());
    fixture.screen.activate(Role::button, "Mit dieser Ebene anfragen");
    CHECK(fixture.requested == 4);
    fixture.requested.reset();
    fixture.screen.settle();
    CHECK_FALSE(fixture.requested.has_value());
}

TEST_CASE("triage: it starts again, and drops answers that the catalogue does not have") {
    Fixture fixture;
    fixture.screen.activate(Role::button, "Ja, der Verkauf läuft");
    fixture.screen.activate(Role::button, "Nein");
    fixture.screen.activate(Role::button, "Von vorn");
    CHECK(fixture.state.answers.empty());
    std::string const first = "Kann Ihre Kundschaft gerade bestellen und bezahlen?";
    CHECK(fixture.screen.try_find(Role::heading, first) != nullptr);

    struct Row {
        char const* name;
        std::vector<std::size_t> answers, kept;
    };

    for (Row const& row : {Row{"no such answer", {7}, {}}, Row{"no such second", {2, 9}, {2}},
                           Row{"beyond a level", {0, 0, 1}, {0}}}) {
        CAPTURE(row.name);
        fixture.state.answers = row.answers;
        fixture.screen.settle();
        CHECK(fixture.state.answers == row.kept);
    }
}

TEST_CASE("triage: touch targets are large enough") {
    Fixture fixture;
    fixture.screen.activate(Role::button, "Ja, der Verkauf läuft");
    for (semantics::Record const& record : fixture.screen.records) {
        if (record.role == Role::button) {
            CAPTURE(record.name);
            CHECK(record.rect.height >= 44);
            CHECK(record.rect.width >= 44);
        }
    }
}

TEST_CASE("golden: triage, a question and a level") {
    Fixture fixture;
    fixture.screen.activate(Role::button, "Ja, der Verkauf läuft");
    check_golden_screen(fixture.screen, "triage-question-de");
    fixture.screen.activate(Role::button, "Ja, oder wir befürchten es");
    check_golden_screen(fixture.screen, "triage-level-de");
}

} // namespace kontingent::ui_test
