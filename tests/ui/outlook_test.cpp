// The outlook through its records: every figure is compared with core's trials.
#include "core/advice/trials.hpp"
#include "core/base/format.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/sample_shop.hpp"
#include "ui/screens/explain/outlook.hpp"

namespace kontingent::ui_test {

using semantics::Role;

namespace {

struct Fixture : SampleShop {
    ui::OutlookInput input;
    ui::OutlookState state;

    // Twelve hours a month, a half less or more.
    void try_out() {
        std::size_t const months = 12;
        Forecast const forecast{.typical = std::vector(months, Minutes{720}),
                                .low = std::vector(months, Minutes{360}),
                                .high = std::vector(months, Minutes{1080}),
                                .resample = {}};
        auto trials = Trials::of(catalogue, forecast, trial_seed_default, 500);
        REQUIRE(trials.has_value());
        trials->run_all();
        auto const allowed = longest();
        auto const risks = trials->risks();
        auto const chances = trials->cheapest_chances(allowed);
        input = {.phase = ui::OutlookPhase::done,
                 .progress_per_mille = 1000,
                 .offers = {},
                 .months = 12,
                 .trials = 500,
                 .view = PriceView::net};
        for (std::size_t index = 0; index < allowed.size(); ++index) {
            input.offers.push_back({risks[allowed[index]], chances[index]});
        }
    }

    ScreenDriver screen(float width, Language language = german) {
        return ScreenDriver(
            [this](ui::Frame& frame, float inner) {
                return draw_outlook(frame, shop, input, state, 0, 0, inner);
            },
            language, width);
    }

    std::string in_view(Money net) const {
        auto const vat = share(net, catalogue.vat);
        return money(input.view == PriceView::net ? net : *add(net, *vat));
    }

    std::string title(OfferId const& id) const {
        return name_of(shop, id).in(german) +
               (catalogue.offers[id.offer_index].is_package()
                    ? " · " + std::to_string(id.term_months) + " Monate"
                    : "");
    }
};

std::string percent(BasisPoints part) {
    return format_percent(part, german);
}

} // namespace

TEST_CASE("outlook: certain hours give one sentence and no figures") {
    Fixture fixture;
    ScreenDriver const screen = fixture.screen(800);
    CHECK(screen.text().find("Mit festen Stunden stehen die Kosten fest.") != std::string::npos);
    CHECK(screen.text().find("table") == std::string::npos);
    CHECK(screen.text().find("image") == std::string::npos);
    CHECK(screen.text().find("€") == std::string::npos);
}

TEST_CASE(
    "outlook: while trials run it shows progress, keeps its height and shows no old figures") {
    Fixture fixture;
    fixture.try_out();
    ScreenDriver screen = fixture.screen(800);
    float const height = screen.height;
    CHECK(screen.status().empty());
    for (std::int32_t const per_mille : {0, 1, 500, 1000}) {
        fixture.input.phase = ui::OutlookPhase::running;
        fixture.input.progress_per_mille = per_mille;
        screen.settle();
        CHECK(screen.status() == "Die Kosten werden viele Male durchgespielt …");
        CHECK(screen.text().find("€") == std::string::npos);
        CHECK(screen.height == height);
    }
}

TEST_CASE("outlook: the table holds core's figures, net and gross") {
    for (PriceView const view : {PriceView::net, PriceView::gross}) {
        Fixture fixture;
        fixture.try_out();
        fixture.input.view = view;
        ScreenDriver const screen = fixture.screen(800);
        std::string const caption = std::string{"Kosten im Jahr, "} +
                                    (view == PriceView::net ? "netto" : "brutto") +
                                    ", und was passieren kann";
        Cells const cells = cells_of(screen.records, caption);
        REQUIRE(cells.size() == fixture.input.offers.size() + 1);
        for (std::size_t index = 0; index < fixture.input.offers.size(); ++index) {
            auto const& [risk, chance] = fixture.input.offers[index];
            CHECK(cells[index + 1] ==
                  std::vector{fixture.title(risk.offer), fixture.in_view(risk.mean),
                              fixture.in_view(risk.p10), fixture.in_view(risk.p50),
                              fixture.in_view(risk.p90), percent(risk.overage_chance),
                              format_hours(ui::readable_average(risk.expired_mean, 1), german),
                              percent(chance)});
            std::string const picture =
                fixture.title(risk.offer) + ": in 8 von 10 Fällen zwischen " +
                fixture.in_view(risk.p10) + " und " + fixture.in_view(risk.p90) +
                ", in der Mitte " + fixture.in_view(risk.p50) + ", im Mittel " +
                fixture.in_view(risk.mean) + ".";
            CHECK_MESSAGE(screen.try_find(Role::image, picture) != nullptr, picture);
        }
    }
}

TEST_CASE("outlook: cards say the same in words where the table does not fit") {
    Fixture fixture;
    fixture.try_out();
    ScreenDriver const screen = fixture.screen(328);
    CHECK(screen.text().find("table") == std::string::npos);
    for (auto const& [risk, chance] : fixture.input.offers) {
        CHECK(screen.try_find(Role::heading, fixture.title(risk.offer)) != nullptr);
        std::string const costs = "In 8 von 10 Fällen zwischen " + fixture.in_view(risk.p10) +
                                  " und " + fixture.in_view(risk.p90) + ". In der Mitte " +
                                  fixture.in_view(risk.p50) + ", im Mittel " +
                                  fixture.in_view(risk.mean) + ".";
        CHECK_MESSAGE(screen.try_find(Role::text, costs) != nullptr, costs);
        std::string const chances =
            "Zusätzliche Stunden in " + percent(risk.overage_chance) +
            " der Fälle, im Mittel verfallen " +
            format_hours(ui::readable_average(risk.expired_mean, 1), german) +
            ". Am günstigsten in " + percent(chance) + " der Fälle.";
        CHECK_MESSAGE(screen.try_find(Role::text, chances) != nullptr, chances);
    }
}

TEST_CASE("outlook: offers that never vary, and a single offer") {
    Fixture fixture;
    fixture.try_out();
    for (auto& offer : fixture.input.offers) {
        offer.risk.p10 = offer.risk.p50 = offer.risk.p90 = offer.risk.mean = Money{0};
    }
    fixture.input.offers.resize(1);
    ScreenDriver const screen = fixture.screen(800);
    CHECK(screen.text().find(fixture.money(Money{0})) != std::string::npos);
}

TEST_CASE("golden: the outlook") {
    Fixture fixture;
    fixture.try_out();
    check_golden_screen(fixture.screen(800, english), "outlook-en");
    check_golden_screen(fixture.screen(328), "outlook-narrow-de");
}

} // namespace kontingent::ui_test
