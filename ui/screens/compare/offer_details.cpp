#include "ui/screens/compare/offer_details.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/quantity.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace kontingent::ui {

namespace {

TextStyle subtitle(Frame const& frame) {
    return {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text};
}

// What lines, months and their sum are, where prices include VAT or do not.
Text amount_text(Shop const& shop) {
    return shop.catalogue.prices_include_vat ? Text::gross : Text::column_net;
}

Text total_text(Shop const& shop) {
    return shop.catalogue.prices_include_vat ? Text::total_gross : Text::total_net;
}

// Of all hours in the details of an offer.
HoursForm form_of(Quote const& quote) {
    std::vector<Minutes> figures;
    for (Month const& month : quote.months) {
        figures.insert(figures.end(), {month.used, month.included.value_or(Minutes{}),
                                       month.overage, month.expired});
    }
    return common_form(figures);
}

std::string hours_or_dash(Frame const& frame, Minutes minutes, HoursForm form) {
    if (minutes.count == 0) {
        return "–";
    }
    return frame.unit == nullptr ? quantity(frame, minutes, form) : quantity_plain(frame, minutes);
}

float draw_pooling(Frame& frame, Shop const& shop, OfferSummary const& summary, float x, float y,
                   float width) {
    PairList const& pairs = summary.quote.pooled_pairs;
    if (pairs.empty()) {
        return 0;
    }
    std::string const text = frame.texts.fill(
        Text::pooling_explained, {{"pairs", pairs_words(frame, shop, pairs)},
                                  {"amount", money(frame, shop, summary.pooling_saves)}});
    return paragraph(frame, x, y, width, text, {.size = type::body, .colour = frame.theme.text}) +
           12;
}

// The second month of a pooled pair names the first: both are settled there.
std::string month_title(Frame const& frame, Shop const& shop, Quote const& quote,
                        std::int32_t month) {
    std::string const name = short_month(frame, shop, month);
    auto const& pairs = quote.pooled_pairs;
    if (std::find(pairs.begin(), pairs.end(), month - 1) == pairs.end()) {
        return name;
    }
    return frame.texts.fill(Text::pooled_month,
                            {{"month", name}, {"first", short_month(frame, shop, month - 1)}});
}

float draw_months_wide(Frame& frame, Shop const& shop, Quote const& quote, float x, float y,
                       float width) {
    std::array<Column, 6> const columns{Column{frame.texts[Text::column_month], 1.3F, Align::left},
                                        Column{frame.texts[Text::column_used], 1.1F},
                                        Column{frame.texts[Text::column_included], 1.1F},
                                        Column{frame.texts[Text::column_overage], 1.1F},
                                        Column{frame.texts[Text::column_expired], 1.1F},
                                        Column{frame.texts[amount_text(shop)], 1.4F}};
    Table table(frame, "months", x, y, width, frame.texts[Text::months_caption], columns);
    table.header();
    HoursForm const form = form_of(quote);
    for (Month const& month : quote.months) {
        std::array<std::string, 6> const cells{
            month_title(frame, shop, quote, month.month),
            hours_or_dash(frame, month.used, form),
            hours_or_dash(frame, month.included.value_or(Minutes{}), form),
            hours_or_dash(frame, month.overage, form),
            hours_or_dash(frame, month.expired, form),
            money(frame, shop, month.net)};
        table.row(cells);
    }
    std::array<std::string, 6> const total{
        std::string{frame.texts[total_text(shop)]}, hours_or_dash(frame, quote.used, form),
        hours_or_dash(frame, quote.granted, form),  hours_or_dash(frame, quote.overage, form),
        hours_or_dash(frame, quote.expired, form),  money(frame, shop, quote.line_total)};
    table.row(total, Table::RowKind::total);
    return table.height();
}

// "12 h genutzt, 2 h zusätzlich": zero is left out.
std::string month_words(Frame const& frame, HoursForm form, Minutes used,
                        std::initializer_list<std::pair<Text, Minutes>> others) {
    std::string words =
        frame.texts.fill(Text::hours_used, {{"hours", quantity(frame, used, form)}});
    for (auto const& [text, minutes] : others) {
        if (minutes > Minutes{0}) {
            words += ", " + frame.texts.fill(text, {{"hours", quantity(frame, minutes, form)}});
        }
    }
    return words;
}

// What a month has from others and leaves to them.
struct Passed {
    Minutes carried;    // from earlier months
    Minutes from_block; // of blocks bought earlier
    Minutes left;       // of the quarter's or year's allowance, at the month's end
};

Passed passed_of(Quote const& quote, Offer const& offer, Month const& month) {
    Passed passed;
    Allowance const& allowance = offer.allowance;
    std::int64_t const included = month.included.value_or(Minutes{0}).count;
    if (allowance.carry) {
        passed.carried = Minutes{included - allowance.included.count};
    }
    if (allowance.period_months > 1 && month.month % allowance.period_months != 0) {
        passed.left = Minutes{included - month.used.count + month.overage.count};
    }
    // What is charged has a line; the rest of what exceeds is from blocks.
    if (offer.has_memory() && quote.open == Minutes{0}) {
        passed.from_block = month.overage;
        for (Line const& line : quote.lines) {
            if (line.month == month.month && line.kind == LineKind::overage && line.minutes) {
                passed.from_block.count -= line.minutes->count;
            }
        }
    }
    return passed;
}

// Where six columns do not fit, or are not enough, the hours are written in words.
float draw_months_narrow(Frame& frame, Shop const& shop, Quote const& quote, Offer const& offer,
                         float x, float y, float width) {
    HoursForm const form = form_of(quote);
    std::string const net = money(frame, shop, quote.line_total);
    std::array<Column, 3> const columns{
        Column{frame.texts[Text::column_month], 1, Align::left, 56},
        Column{frame.texts[Text::column_hours], 1, Align::left},
        Column{frame.texts[amount_text(shop)], 1, Align::right, column_width(frame, net)}};
    Table table(frame, "months", x, y, width, frame.texts[Text::months_caption], columns);
    table.header();
    for (Month const& month : quote.months) {
        Passed const passed = passed_of(quote, offer, month);
        std::array<std::string, 3> const cells{
            short_month(frame, shop, month.month),
            month_words(frame, form, month.used,
                        {{Text::hours_carried, passed.carried},
                         {Text::hours_overage, month.overage},
                         {Text::hours_from_block, passed.from_block},
                         {Text::hours_expired, month.expired},
                         {Text::hours_left, passed.left}}),
            money(frame, shop, month.net)};
        table.row(cells);
    }
    std::array<std::string, 3> const total{
        std::string{frame.texts[total_text(shop)]},
        month_words(frame, form, quote.used,
                    {{Text::hours_overage, quote.overage}, {Text::hours_expired, quote.expired}}),
        net};
    table.row(total, Table::RowKind::total);
    return table.height();
}

float draw_vat(Frame& frame, Shop const& shop, Quote const& quote, float x, float y, float width) {
    std::array<Column, 2> const columns{
        Column{frame.texts[Text::column_item], 2, Align::left},
        Column{frame.texts[Text::column_amount], 1, Align::right,
               column_width(frame, money(frame, shop, quote.gross))}};
    Table table(frame, "vat", x, y, width, frame.texts[Text::vat_caption], columns);
    std::array<std::string, 2> const vat{
        frame.texts.fill(Text::vat_line,
                         {{"percent", format_percent(shop.catalogue.vat, frame.language)}}),
        money(frame, shop, quote.vat)};
    // Gross prices are taken apart, net ones put together.
    if (shop.catalogue.prices_include_vat) {
        std::array<std::string, 2> const net{std::string{frame.texts[Text::total_net]},
                                             money(frame, shop, quote.net)};
        table.row(net);
    }
    table.row(vat);
    std::array<std::string, 2> const gross{std::string{frame.texts[Text::total_gross]},
                                           money(frame, shop, quote.gross)};
    table.row(gross, Table::RowKind::total);
    return table.height();
}

Text kind_text(LineKind kind) {
    switch (kind) {
    case LineKind::setup_fee:
        return Text::line_setup_fee;
    case LineKind::base:
        return Text::line_base;
    case LineKind::extra:
        return Text::line_extra;
    case LineKind::extra_one_off:
        return Text::line_extra_one_off;
    case LineKind::base_discount:
    case LineKind::extras_discount:
    case LineKind::overage_discount:
    // Visitors' scenarios have no special discounts.
    case LineKind::base_special_discount:
    case LineKind::extras_special_discount:
    case LineKind::overage_special_discount:
        return Text::line_term_discount;
    case LineKind::overage:
        return Text::line_overage;
    case LineKind::overage_flat_fee:
        return Text::line_flat_fee;
    case LineKind::task_fee:
        return Text::line_task_fee;
    }
    return Text::line_base;
}

std::string line_words(Frame const& frame, Shop const& shop, Line const& line, HoursForm form) {
    std::string words{frame.texts[kind_text(line.kind)]};
    Catalogue const& catalogue = shop.catalogue;
    auto const add = [&words](std::string const& more) { words += " · " + more; };
    if (line.work_kind) {
        add(catalogue.kinds[*line.work_kind].name.in(frame.language));
    }
    if (line.extra) {
        add(catalogue.extras[*line.extra].name.in(frame.language));
    }
    if (line.quantity && !line.minutes) {
        add(format_integer(*line.quantity, frame.language) + " ×");
    }
    if (line.minutes) {
        words += " · " + quantity(frame, *line.minutes, form);
    }
    if (line.hourly_rate) {
        words +=
            " × " + rate_words(frame, money(frame, shop, Money{line.hourly_rate->minor_per_hour}));
    }
    return words;
}

float draw_lines(Frame& frame, Shop const& shop, Quote const& quote, float x, float y,
                 float width) {
    std::string const net = money(frame, shop, quote.line_total);
    std::array<Column, 3> const columns{
        Column{frame.texts[Text::column_month], 1, Align::left, 60},
        Column{frame.texts[Text::column_item], 1, Align::left},
        Column{frame.texts[amount_text(shop)], 1, Align::right, column_width(frame, net)}};
    Table table(frame, "lines", x, y, width, frame.texts[Text::lines_caption], columns);
    table.header();
    for (Line const& line : quote.lines) {
        std::array<std::string, 3> const cells{short_month(frame, shop, line.month),
                                               line_words(frame, shop, line, form_of(quote)),
                                               money(frame, shop, line.net)};
        table.row(cells);
    }
    std::array<std::string, 3> const total{"", std::string{frame.texts[total_text(shop)]}, net};
    table.row(total, Table::RowKind::total);
    return table.height();
}

float draw_services(Frame& frame, Shop const& shop, std::vector<std::size_t> const& included,
                    float x, float y, float width) {
    float at =
        y + heading(frame, x, y, width, frame.texts[Text::services_title], 4, subtitle(frame)) + 8;
    Container const list(frame, "services", Role::list, frame.texts[Text::services_title]);
    for (std::size_t index = 0; index < shop.catalogue.services.size(); ++index) {
        bool const is_included =
            std::find(included.begin(), included.end(), index) != included.end();
        std::string const& name = shop.catalogue.services[index].name.in(frame.language);
        Container const item(frame, std::to_string(index), Role::list_item, "");
        TextStyle const style{.size = type::small,
                              .colour = is_included ? frame.theme.text : frame.theme.muted};
        if (is_included) {
            paint::check_mark(frame, x + 8, at + 11, 10, frame.theme.good);
        } else {
            paint::stroke(frame, x + 4, at + 11, x + 12, at + 11, frame.theme.muted, 1.5F);
        }
        at += paragraph(frame, x + 26, at, width - 26,
                        is_included ? name
                                    : frame.texts.fill(Text::service_missing, {{"service", name}}),
                        style) +
              4;
    }
    return at - y;
}

float draw_promises(Frame& frame, Shop const& shop, std::vector<ResponsePromise> const& promises,
                    float x, float y, float width) {
    float at =
        y + heading(frame, x, y, width, frame.texts[Text::responses_title], 4, subtitle(frame)) + 8;
    Container const list(frame, "responses", Role::list, frame.texts[Text::responses_title]);
    for (ResponsePromise const& promise : promises) {
        SupportLevel const& level = shop.catalogue.level(promise.level);
        Container const item(frame, std::to_string(promise.level), Role::list_item, "");
        at += paragraph(frame, x, at, width,
                        frame.texts.fill(Text::level_name,
                                         {{"level", format_integer(promise.level, frame.language)},
                                          {"name", level.name.in(frame.language)}}),
                        {.size = type::small, .colour = frame.theme.muted});
        at += paragraph(
                  frame, x, at, width, promise_words(frame, promise),
                  {.size = type::small, .weight = Weight::semibold, .colour = frame.theme.text}) +
              6;
    }
    return at - y;
}

} // namespace

KONTINGENT_DEFERRED OfferDetails draw_offer_details(DeferredCode, Frame& frame, Shop const& shop,
                                                    OfferSummary const& summary,
                                                    CompareState& state, float x, float y,
                                                    float width) {
    Quote const& quote = summary.quote;
    Offer const& offer = shop.catalogue.offers[summary.id.offer_index];
    float at = y;
    paint::stroke(frame, x, at, x + width, at, frame.theme.line);
    at += 20;
    at += draw_pooling(frame, shop, summary, x, at, width);
    at += heading(frame, x, at, width, frame.texts[Text::months_caption], 4, subtitle(frame)) + 4;
    at += width >= 520 && !offer.has_memory()
              ? draw_months_wide(frame, shop, quote, x, at, width)
              : draw_months_narrow(frame, shop, quote, offer, x, at, width);
    if (!shop.catalogue.is_small_business) {
        at += draw_vat(frame, shop, quote, x, at, width) + 8;
    }

    bool shows_lines = is_listed(state.open_lines, summary.key);
    std::string const label = frame.texts.fill(
        Text::all_lines,
        {{"n", format_integer(static_cast<std::int64_t>(quote.lines.size()), frame.language)}});
    if (disclosure_text(frame, "lines_open", x, at, label,
                        shows_lines ? Openness::open : Openness::closed)) {
        toggle(state.open_lines, summary.key);
        shows_lines = !shows_lines;
    }
    at += disclosure_text_height + 4;
    if (shows_lines) {
        at += draw_lines(frame, shop, quote, x, at, width) + 16;
    }

    at += 12;
    auto const& services = offer.services;
    auto const& promises = offer.responses;
    if (width >= 520) {
        float const half = (width - 32) / 2;
        float const left = draw_services(frame, shop, services, x, at, half);
        float const right = draw_promises(frame, shop, promises, x + half + 32, at, half);
        at += std::max(left, right);
    } else {
        at += draw_services(frame, shop, services, x, at, width) + 16;
        at += draw_promises(frame, shop, promises, x, at, width);
    }
    at += 20;
    std::string_view const request = frame.texts[Text::request_this];
    bool const wants_request = button(frame, "request", x, at, width, request, ButtonKind::quiet);
    return {at + button_height - y, wants_request};
}

} // namespace kontingent::ui
