#include "ui/screens/explain/break_even_card.hpp"

#include "core/base/format.hpp"
#include "core/base/small_sort.hpp"
#include "ui/quantity.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/cost_chart.hpp"
#include "ui/widgets/scale.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

// What the parts of the card share.
struct Curves {
    Shop const& shop;
    BreakEven const& found;
    std::span<OfferId const> offers;
    PriceView view;
    HoursForm form;
    std::int64_t now; // where the marker is, in increments

    std::int64_t end() const { return static_cast<std::int64_t>(found.curves[0].size()) - 1; }

    // `offer` is an index of offers_of().
    std::size_t curve_of(std::size_t offer) const {
        return static_cast<std::size_t>(std::ranges::find(found.offers, offer) -
                                        found.offers.begin());
    }

    std::size_t steps(Minutes minutes) const {
        return static_cast<std::size_t>(minutes.count / found.increment.count);
    }

    Money shown_at(std::size_t curve, Minutes minutes) const {
        return shown(shop, found.curves[curve][steps(minutes)], view);
    }
};

// Without the term where it is the only one of its package here.
std::string curve_name(Frame const& frame, Curves const& curves, std::size_t offer) {
    OfferId const& id = curves.offers[offer];
    auto const of_package = [&](std::size_t other) {
        return curves.offers[other].offer_index == id.offer_index;
    };
    return std::ranges::count_if(curves.found.offers, of_package) > 1
               ? title_of(frame, curves.shop, id)
               : name_of(curves.shop, id).in(frame.language);
}

std::string hours(Frame const& frame, Curves const& curves, Minutes minutes) {
    return quantity(frame, minutes, curves.form);
}

std::string period(Frame const& frame, Curves const& curves) {
    return period_words(frame, curves.shop.catalogue.horizon_months);
}

// "ab 6,25 h Standard", of the first one "bis 1,75 h Auf Abruf".
std::string interval_words(Frame const& frame, Curves const& curves,
                           CheapestInterval const& interval) {
    bool const is_first = interval.from.count == 0;
    return frame.texts.fill(
        is_first ? Text::break_even_until : Text::break_even_from,
        {{"hours", hours(frame, curves, is_first ? interval.to : interval.from)},
         {"offer", curve_name(frame, curves, interval.offer)}});
}

std::string drop_words(Frame const& frame, Curves const& curves, Cliff const& cliff) {
    std::size_t const curve = curves.curve_of(cliff.offer);
    Minutes const before{cliff.at.count - curves.found.increment.count};
    // From the totals as they are shown, so that the three figures agree to the cent.
    Money const drop{curves.shown_at(curve, before).minor - curves.shown_at(curve, cliff.at).minor};
    return frame.texts.fill(Text::break_even_cliff,
                            {{"hours", hours(frame, curves, cliff.at)},
                             {"offer", curve_name(frame, curves, cliff.offer)},
                             {"amount", money(frame, curves.shop, drop)},
                             {"period", period(frame, curves)},
                             {"before", hours(frame, curves, before)}});
}

std::vector<CostMark> marks_of(Frame const& frame, Curves const& curves) {
    std::vector<CostMark> marks;
    for (CheapestInterval const& interval : curves.found.cheapest) {
        if (interval.from.count > 0) {
            marks.push_back({static_cast<std::int64_t>(curves.steps(interval.from)),
                             curves.curve_of(interval.offer), CostMarkKind::switched,
                             interval_words(frame, curves, interval),
                             interval.to.count - interval.from.count + 1});
        }
    }
    for (Cliff const& cliff : curves.found.cliffs) {
        std::string words =
            frame.texts.fill(Text::break_even_drop, {{"hours", hours(frame, curves, cliff.at)}});
        marks.push_back({static_cast<std::int64_t>(curves.steps(cliff.at)),
                         curves.curve_of(cliff.offer), CostMarkKind::dropped, std::move(words), 0});
    }
    return marks;
}

struct Reading {
    Money total;
    std::size_t curve = 0;
    auto operator<=>(Reading const&) const = default;
};

// Every offer at the marker, the cheapest first; equal ones in the catalogue's order.
std::vector<Reading> readings_of(Curves const& curves) {
    std::vector<Reading> readings;
    for (std::size_t curve = 0; curve < curves.found.curves.size(); ++curve) {
        readings.push_back(
            {curves.found.curves[curve][static_cast<std::size_t>(curves.now)], curve});
    }
    small_sort(readings);
    return readings;
}

Minutes read_at(Curves const& curves) {
    return Minutes{curves.now * curves.found.increment.count};
}

std::string reading_words(Frame const& frame, Curves const& curves) {
    std::string words = hours(frame, curves, read_at(curves));
    std::string_view before = ": ";
    for (Reading const& reading : readings_of(curves)) {
        words += before;
        words += curve_name(frame, curves, curves.found.offers[reading.curve]) + " " +
                 money(frame, curves.shop, shown(curves.shop, reading.total, curves.view));
        before = ", ";
    }
    return words;
}

std::string picture_words(Frame const& frame, Curves const& curves) {
    std::string list;
    for (CheapestInterval const& interval : curves.found.cheapest) {
        list += list.empty() ? "" : ", ";
        list += interval_words(frame, curves, interval);
    }
    return frame.texts.fill(Text::break_even_picture, {{"list", list}});
}

CostChartDrawn draw_chart(Frame& frame, Curves const& curves, Minutes average, float x, float y,
                          float width) {
    Catalogue const& catalogue = curves.shop.catalogue;
    std::vector<CostCurve> lines;
    for (std::size_t curve = 0; curve < curves.found.curves.size(); ++curve) {
        lines.push_back(
            {curve_name(frame, curves, curves.found.offers[curve]), curves.found.curves[curve]});
    }
    std::vector<std::size_t> cheapest;
    for (CheapestInterval const& interval : curves.found.cheapest) {
        cheapest.resize(curves.steps(interval.to) + 1, curves.curve_of(interval.offer));
    }
    auto const marks = marks_of(frame, curves);
    std::string const cost_title = frame.texts.fill(
        Text::break_even_cost, {{"currency", currency_sign(frame, catalogue.currency)},
                                {"period", period(frame, curves)},
                                {"view", view_words(frame, curves.view)}});
    bool const is_on_scale = average <= Minutes{curves.end() * curves.found.increment.count};
    std::string const own = frame.texts.fill(Text::break_even_average,
                                             {{"hours", average_quantity(frame, average, 1)}});
    bool const is_at_own = read_at(curves) == average;
    std::string const here = is_at_own ? own : hours(frame, curves, read_at(curves));
    std::string const name = picture_words(frame, curves);
    std::string const reading = reading_words(frame, curves);
    CostChart const chart{.curves = lines,
                          .cheapest = cheapest,
                          .marks = marks,
                          .increment = curves.found.increment,
                          .shown_per_total = shown_per_total(curves.shop, curves.view),
                          .currency = catalogue.currency,
                          .hours_title = frame.texts[Text::hours_per_month],
                          .cost_title = cost_title,
                          .average_words = is_on_scale && !is_at_own ? std::string_view{own} : "",
                          .average = average,
                          .name = name,
                          .reader_name = frame.texts[Text::break_even_reader],
                          .reading = reading,
                          .reader_words = here,
                          .now = curves.now};
    return cost_chart(frame, "chart", x, y, width, chart);
}

TextStyle subtitle(Frame const& frame) {
    return {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text};
}

// What every offer costs at the marker.
float draw_reading(Frame& frame, Curves const& curves, float x, float y, float width) {
    std::string const title =
        frame.texts.fill(Text::break_even_at, {{"hours", hours(frame, curves, read_at(curves))}});
    float const top = y + heading(frame, x, y, width, title, 3, subtitle(frame)) + 4;
    std::string const cost =
        std::string{view_words(frame, curves.view)} + " " + period(frame, curves);
    auto const readings = readings_of(curves);
    Money const least = shown(curves.shop, readings.front().total, curves.view);
    Money const most = shown(curves.shop, readings.back().total, curves.view);
    // Where two amounts leave no room for names, only the first is shown, in one piece.
    constexpr float name_min = 80;
    float const needed = column_width(frame, money(frame, curves.shop, most));
    bool const has_more = 2 * needed + name_min <= width;
    bool const is_fixed = needed + name_min <= width && needed > width / 3;
    std::vector<Column> columns{{frame.texts[Text::column_offer], 1, Align::left},
                                {cost, 1, Align::right, is_fixed ? needed : 0}};
    if (has_more) {
        columns.push_back(
            {frame.texts[Text::column_more], 1, Align::right, columns[1].fixed_width});
    }
    Table table(frame, "reading", x, top, width, title, columns);
    table.header();
    for (Reading const& reading : readings) {
        Money const total = shown(curves.shop, reading.total, curves.view);
        Money const more{total.minor - least.minor};
        std::vector<std::string> cells{
            curve_name(frame, curves, curves.found.offers[reading.curve]),
            money(frame, curves.shop, total)};
        if (has_more) {
            cells.push_back(more.minor == 0 ? "–" : money(frame, curves.shop, more));
        }
        table.row(cells);
    }
    return top + table.height() - y;
}

float draw_intervals(Frame& frame, Curves const& curves, float x, float y, float width) {
    std::string_view const title = frame.texts[Text::break_even_intervals];
    float const top = y + heading(frame, x, y, width, title, 3, subtitle(frame)) + 4;
    float const hours_width =
        column_width(frame,
                     hours(frame, curves, Minutes{curves.end() * curves.found.increment.count})) +
        12;
    float const from_width = std::max(hours_width, column_width(frame, "99,75 h"));
    // Long units leave the names no room in columns of one line.
    bool const has_room = from_width * 2 < width * 0.65F;
    std::array<Column, 3> const columns{
        Column{frame.texts[Text::column_from], 1, Align::right, has_room ? from_width - 12 : 0},
        Column{frame.texts[Text::column_to], 1, Align::right, has_room ? from_width + 12 : 0},
        Column{frame.texts[Text::column_offer], 1, Align::left}};
    Table table(frame, "intervals", x, top, width, title, columns);
    table.header();
    for (CheapestInterval const& interval : curves.found.cheapest) {
        std::array<std::string, 3> const cells{hours(frame, curves, interval.from),
                                               hours(frame, curves, interval.to),
                                               curve_name(frame, curves, interval.offer)};
        table.row(cells);
    }
    return top + table.height() - y;
}

float draw_cliffs(Frame& frame, Curves const& curves, float x, float y, float width) {
    if (curves.found.cliffs.empty()) {
        return 0;
    }
    float at =
        y + heading(frame, x, y, width, frame.texts[Text::break_even_cliffs], 3, subtitle(frame)) +
        4;
    Container const list(frame, "cliffs", Role::list, "");
    std::int64_t index = 0;
    for (Cliff const& cliff : curves.found.cliffs) {
        Container const item(frame, std::to_string(index++), Role::list_item, "");
        at += paragraph(frame, x, at, width, drop_words(frame, curves, cliff),
                        {.size = type::body, .colour = frame.theme.text}) +
              4;
    }
    return at + 12 - y;
}

float draw_lead(Frame& frame, Curves const& curves, float x, float y, float width) {
    std::string const lead =
        frame.texts.fill(Text::break_even_lead, {{"period", period(frame, curves)},
                                                 {"view", view_words(frame, curves.view)}});
    return section_head(frame, x, y, width, frame.texts[Text::break_even_title], lead);
}

} // namespace

float draw_break_even(Frame& frame, Shop const& shop, BreakEven const& break_even,
                      CurvesShown curves_shown, std::span<OfferId const> offers,
                      BreakEvenState& state, PriceView view, Minutes average, float x, float y,
                      float width) {
    Curves curves{shop, break_even, offers, view, common_form(std::span{&break_even.increment, 1}),
                  0};
    // An increment once begun is billed in full.
    std::int64_t const own = divide_up(average.count, break_even.increment.count);
    curves.now = std::clamp<std::int64_t>(state.increments.value_or(own), 0, curves.end());
    Card card(frame, "break_even", Role::region, "", x, y, width);
    card.at += draw_lead(frame, curves, card.x, card.at, card.width) + 20;
    bool const is_wide = card.width >= 600;
    CostChartDrawn const chart = draw_chart(frame, curves, average, card.x, card.at, card.width);
    if (chart.moved) {
        state.increments = *chart.moved;
    }
    card.at += chart.height + 20;
    if (is_wide) {
        constexpr float gap = 40;
        float const left = (card.width - gap) * 0.58F;
        float const top = card.at;
        float at = top + draw_reading(frame, curves, card.x, top, left) + 20;
        at += draw_cliffs(frame, curves, card.x, at, left);
        float const right = card.x + left + gap;
        float const intervals =
            draw_intervals(frame, curves, right, top, card.x + card.width - right);
        card.at = std::max(at, top + intervals) + 16;
    } else {
        card.at += draw_reading(frame, curves, card.x, card.at, card.width) + 24;
        card.at += draw_intervals(frame, curves, card.x, card.at, card.width) + 20;
        card.at += draw_cliffs(frame, curves, card.x, card.at, card.width);
    }
    std::string note = frame.texts.fill(
        Text::break_even_note,
        {{"step", counted(frame, Text::minutes, break_even.increment.count)},
         {"hours", hours(frame, curves, Minutes{curves.end() * break_even.increment.count})}});
    if (curves_shown == CurvesShown::those_that_matter) {
        note = std::string{frame.texts[Text::break_even_few]} + " " + note;
    }
    card.at += paragraph(frame, card.x, card.at, card.width, note,
                         {.size = type::small, .colour = frame.theme.muted});
    return card.finish();
}

} // namespace kontingent::ui
