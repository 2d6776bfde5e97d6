// Break-even through its records: every figure is compared with core's quotes and intervals.
#include "core/advice/break_even.hpp"
#include "core/base/format.hpp"
#include "core/pricing/quote.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/sample_shop.hpp"
#include "ui/screens/explain/break_even_card.hpp"
#include "ui/widgets/chart_labels.hpp"
#include "ui/widgets/slider.hpp"

#include <random>
#include <set>

namespace kontingent::ui_test {

using semantics::Role;

namespace {

constexpr std::string_view reader = "Stunden im Monat, zum Ablesen der Kosten";
constexpr std::string_view intervals = "Am günstigsten ist …";

struct Fixture : SampleShop {
    BreakEven found = *break_even_of(catalogue, longest());
    ui::BreakEvenState state;
    PriceView view = PriceView::net;
    Minutes average{720};

    ScreenDriver screen(float width = 328, Language language = german) {
        return ScreenDriver(
            [this](ui::Frame& frame, float inner) {
                return draw_break_even(frame, shop, found, ui::CurvesShown::all, offers, state,
                                       view, average, 0, 0, inner);
            },
            language, width);
    }

    // The quote for the same minutes in every month.
    Quote quote(std::size_t offer, Minutes minutes) const {
        OfferId const& id = offers[offer];
        std::vector<Minutes> const usage(static_cast<std::size_t>(catalogue.horizon_months),
                                         minutes);
        auto made =
            make_quote(catalogue, Scenario{.usage = usage,
                                           .package_id = catalogue.offers[id.offer_index].id,
                                           .term_months = id.term_months,
                                           .pooling = BestPooling{},
                                           .vat = Vat::domestic});
        REQUIRE(made.has_value());
        return *made;
    }

    std::string name(std::size_t offer) const { return name_of(shop, offers[offer]).in(german); }
};

void move_to(ScreenDriver& screen, std::int64_t increments) {
    screen.push(ui::ValueSet{screen.find(Role::slider, reader).id, increments});
    screen.settle();
}

} // namespace

TEST_CASE("break-even: the table holds core's intervals, the drawing's name lists them") {
    Fixture fixture;
    ScreenDriver const screen = fixture.screen();
    Cells const cells = cells_of(screen.records, intervals);
    REQUIRE(cells.size() == fixture.found.cheapest.size() + 1);
    std::string picture;
    for (semantics::Record const& record : screen.records) {
        picture = record.role == Role::image ? record.name : picture;
    }
    for (std::size_t index = 0; index < fixture.found.cheapest.size(); ++index) {
        CheapestInterval const& interval = fixture.found.cheapest[index];
        CAPTURE(index);
        std::string const from = format_hours(interval.from, german);
        std::string const to = format_hours(interval.to, german);
        CHECK(cells[index + 1] == std::vector{from, to, fixture.name(interval.offer)});
        std::string const words = (index == 0 ? "bis " + to : "ab " + from) + " " +
                                  fixture.name(interval.offer) +
                                  (index + 1 < fixture.found.cheapest.size() ? "," : ".");
        CHECK_MESSAGE(picture.find(words) != std::string::npos, picture << " lacks " << words);
    }
}

TEST_CASE("break-even: wherever the marker is, every total equals the quote") {
    for (PriceView const view : {PriceView::net, PriceView::gross}) {
        Fixture fixture;
        fixture.view = view;
        ScreenDriver screen = fixture.screen();
        std::int64_t const end = screen.find(Role::slider, reader).range->maximum;
        CHECK(end * 15 == usage_scale_end(fixture.catalogue).count);
        for (std::int64_t const at :
             {std::int64_t{0}, std::int64_t{1}, std::int64_t{33}, std::int64_t{111}, end}) {
            CAPTURE(at);
            move_to(screen, at);
            Minutes const minutes{at * 15};
            std::string const hours = format_hours(minutes, german);
            Cells const cells = cells_of(screen.records, "Bei " + hours + " im Monat");
            REQUIRE(cells.size() == fixture.found.offers.size() + 1);
            std::string const heard = screen.find(Role::slider, reader).range->text;
            CHECK(heard.find(hours + ": " + cells[1][0]) == 0);
            std::optional<Money> last;
            for (std::size_t const offer : fixture.found.offers) {
                Quote const quote = fixture.quote(offer, minutes);
                Money const total = view == PriceView::net ? quote.net : quote.gross;
                std::string const words = fixture.money(total);
                auto const row = std::find_if(cells.begin(), cells.end(), [&](auto const& each) {
                    return each[0] == fixture.name(offer);
                });
                REQUIRE(row != cells.end());
                CHECK((*row)[1] == words);
                CHECK(heard.find(fixture.name(offer) + " " + words) != std::string::npos);
                last = last ? std::min(*last, total) : total;
            }
            CHECK(cells[1][1] == fixture.money(*last));
            CHECK(cells[1][2] == "–");
        }
    }
}

TEST_CASE("break-even: the marker starts at the visitor's hours and stays on the scale") {
    struct Row {
        char const* name;
        std::int64_t average;
        std::int64_t now;
    };

    for (Row const& row :
         {Row{"nothing", 0, 0}, Row{"an increment", 15, 1},
          Row{"a minute more counts as a whole increment", 16, 2}, Row{"twelve hours", 720, 48},
          Row{"the end", 2400, 160}, Row{"beyond the end", 60'000, 160}}) {
        CAPTURE(row.name);
        Fixture fixture;
        fixture.average = Minutes{row.average};
        ScreenDriver screen = fixture.screen();
        CHECK(screen.find(Role::slider, reader).range->now == row.now);
        move_to(screen, 7);
        CHECK(screen.find(Role::slider, reader).range->now == 7);
        // Once moved by hand, it no longer follows the hours.
        fixture.average = Minutes{900};
        screen.settle();
        CHECK(screen.find(Role::slider, reader).range->now == 7);
        move_to(screen, 100'000);
        CHECK(screen.find(Role::slider, reader).range->now == 160);
        move_to(screen, -5);
        CHECK(screen.find(Role::slider, reader).range->now == 0);
    }
}

TEST_CASE("break-even: cliffs are listed with their figures") {
    for (PriceView const view : {PriceView::net, PriceView::gross}) {
        Fixture fixture;
        fixture.view = view;
        ScreenDriver const screen = fixture.screen();
        REQUIRE(fixture.found.cliffs.size() > 1);
        for (Cliff const& cliff : fixture.found.cliffs) {
            Minutes const before{cliff.at.count - 15};
            Quote const more = fixture.quote(cliff.offer, cliff.at);
            Quote const less = fixture.quote(cliff.offer, before);
            Money const drop = view == PriceView::net ? Money{less.net.minor - more.net.minor}
                                                      : Money{less.gross.minor - more.gross.minor};
            std::string const words = "Bei " + format_hours(cliff.at, german) +
                                      " im Monat kostet " + fixture.name(cliff.offer) + " " +
                                      fixture.money(drop) + " im Jahr weniger als bei " +
                                      format_hours(before, german) + ".";
            CHECK_MESSAGE(screen.try_find(Role::text, words) != nullptr, words);
        }
    }
}

TEST_CASE("break-even: terms of one package have different names; a single offer works") {
    Fixture fixture;
    std::vector<std::size_t> const all{0, 1, 2, 12};
    fixture.found = *break_even_of(fixture.catalogue, all);
    ScreenDriver const screen = fixture.screen();
    CHECK(screen.try_find(Role::row_header, "Starter · 1 Monat") != nullptr);
    CHECK(screen.try_find(Role::row_header, "Starter · 12 Monate") != nullptr);
    CHECK(screen.try_find(Role::row_header, "Auf Abruf") != nullptr);
    fixture.found = *break_even_of(fixture.catalogue, std::vector<std::size_t>{12});
    ScreenDriver const alone = fixture.screen();
    CHECK(cells_of(alone.records, intervals) ==
          Cells{{"von", "bis", "Angebot"},
                {format_hours(Minutes{0}, german), format_hours(Minutes{2400}, german),
                 "Auf Abruf"}});
}

TEST_CASE("break-even: words below a line overlap neither each other nor the line") {
    constexpr unsigned seed = 20260;
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (int turn = 0; turn < 500; ++turn) {
        CAPTURE(turn);
        ui::Scale const across{0, 60, 40, static_cast<float>(200 + random() % 500)};
        std::vector<float> line(61, 300);
        for (std::size_t index = 1; index < line.size(); ++index) {
            line[index] = line[index - 1] - static_cast<float>(random() % 9);
        }
        std::vector<ui::ChartLabel> labels(random() % 9);
        for (ui::ChartLabel& label : labels) {
            std::size_t const at = random() % line.size();
            label.x = across.at(static_cast<double>(at));
            label.y = line[at];
            label.width = static_cast<float>(60 + random() % 90);
            label.weight = static_cast<std::int64_t>(random() % 100);
        }
        float const right = across.start + across.length + 60;
        ui::place_below(labels, line, across, 300, right);
        for (ui::ChartLabel const& label : labels) {
            if (label.rect.width == 0) {
                continue;
            }
            CHECK(label.rect.x >= across.start);
            CHECK(label.rect.x + label.rect.width <= right);
            CHECK(label.rect.y + label.rect.height <= 300);
            for (std::size_t at = 0; at < line.size(); ++at) {
                float const x = across.at(static_cast<double>(at));
                bool const is_above = x < label.rect.x || x > label.rect.x + label.rect.width ||
                                      line[at] < label.rect.y;
                CHECK(is_above);
            }
            for (ui::ChartLabel const& other : labels) {
                bool const is_apart = &other == &label || other.rect.width == 0 ||
                                      other.rect.x >= label.rect.x + label.rect.width ||
                                      label.rect.x >= other.rect.x + other.rect.width ||
                                      other.rect.y >= label.rect.y + label.rect.height ||
                                      label.rect.y >= other.rect.y + other.rect.height;
                CHECK(is_apart);
            }
        }
    }
    std::array<float, 4> heights{10, 12, 95, 99};
    ui::spread(heights, 20, 0, 100);
    CHECK(heights == std::array<float, 4>{10, 30, 80, 100});
}

TEST_CASE("break-even: discs of places that are close are small enough not to overlap") {
    auto const radius = [](std::vector<float> const& places) {
        std::vector<ui::ChartLabel> labels;
        for (float const x : places) {
            labels.push_back({.x = x, .y = 40, .rect = {}});
        }
        return ui::mark_radius(labels);
    };
    CHECK(radius({}) == 6);
    CHECK(radius({10, 30, 60}) == 6);
    CHECK(radius({10, 18, 60}) == 4);
    CHECK(radius({10, 11}) == 2.5F);
}

TEST_CASE(
    "break-even: at 390 px the plot is at least 240 px wide, and the lines' names are a legend") {
    Fixture fixture;
    ScreenDriver const screen = fixture.screen(390 - 2 * 16);
    auto const& slider = screen.find(Role::slider, reader);
    CHECK(slider.rect.width >= 240 + ui::slider_thumb);
    float const axis = slider.rect.y + slider.rect.height;
    std::set<std::string> names;
    for (auto const& record : screen.records) {
        if (record.role == Role::words && record.rect.y > axis + 40) {
            names.insert(record.name);
        }
    }
    for (std::size_t offer = 0; offer < fixture.offers.size(); ++offer) {
        CAPTURE(fixture.name(offer));
        CHECK(names.contains(fixture.name(offer)));
    }
}

TEST_CASE("break-even: round steps of an axis") {
    struct Row {
        std::int64_t span, count, step;
    };

    for (Row const& row : {Row{1, 5, 1}, Row{5, 5, 1}, Row{6, 5, 2}, Row{10, 5, 2}, Row{11, 5, 5},
                           Row{26, 5, 10}, Row{40, 8, 5}, Row{41, 8, 10},
                           Row{6'960'000, 5, 2'000'000}, Row{10'000'001, 5, 5'000'000}}) {
        CAPTURE(row.span);
        CHECK(ui::round_step(row.span, row.count) == row.step);
    }
}

TEST_CASE("golden: break-even") {
    Fixture fixture;
    ScreenDriver const screen = fixture.screen();
    check_golden_screen(screen, "break-even-de");
}

} // namespace kontingent::ui_test
