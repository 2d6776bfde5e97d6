#include "ui/screens/answer/answer.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/quantity.hpp"
#include "ui/screens/answer/reasons.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <vector>

namespace kontingent::ui {

namespace {

std::string totals_sentence(Frame const& frame, Shop const& shop, ComparedOffers const& compared) {
    Quote const& quote = compared.offers.front().quote;
    return frame.texts.fill(shop.catalogue.is_small_business ? Text::totals_small_business
                                                             : Text::totals,
                            {{"net", money(frame, shop, quote.net)},
                             {"period", period_words(frame, compared.months)},
                             {"gross", money(frame, shop, quote.gross)},
                             {"vat", format_percent(shop.catalogue.vat, frame.language)}});
}

// Name and price: side by side where there is room, else the name above the price.
float draw_headline(Frame& frame, Shop const& shop, OfferSummary const& best, PriceView view,
                    float x, float y, float width) {
    bool const is_wide = width >= 520;
    TextStyle const name{
        .size = type::title, .weight = Weight::semibold, .colour = frame.theme.text};
    TextStyle const price{
        .size = type::display, .weight = Weight::semibold, .colour = frame.theme.text};
    TextStyle const small{.size = type::small, .colour = frame.theme.muted};
    std::string const amount = money(frame, shop, monthly_shown(best, view));
    std::string const per_month =
        frame.texts.fill(Text::per_month_average, {{"view", view_words(frame, view)}});
    float const price_width = paint::width(frame, amount, price) + 4;
    float const name_width = is_wide ? width - price_width - 24 : width;
    float left =
        heading(frame, x, y, name_width, name_of(shop, best.id).in(frame.language), 3, name);
    std::string terms = term_words(frame, shop, best.id);
    if (std::string const& summary = summary_of(shop, best.id).in(frame.language);
        !summary.empty()) {
        terms += " · " + summary;
    }
    left += paragraph(frame, x, y + left + 2, name_width, terms,
                      {.size = type::body, .colour = frame.theme.muted}) +
            2;
    if (is_wide) {
        TextStyle price_right = price;
        price_right.align = Align::right;
        TextStyle small_right = small;
        small_right.align = Align::right;
        float right =
            paragraph(frame, x + name_width, y, width - name_width, per_month, small_right);
        right +=
            paragraph(frame, x + width - price_width, y + right, price_width, amount, price_right);
        return std::max(left, right);
    }
    left += 12;
    left += paragraph(frame, x, y + left, width, per_month, small);
    left += paragraph(frame, x, y + left, width, amount, price);
    return left;
}

float draw_reasons(Frame& frame, std::vector<Reason> const& all, float x, float y, float width) {
    Container const list(frame, "reasons", Role::list, frame.texts[Text::because]);
    TextStyle const style{.size = type::body, .colour = frame.theme.text};
    float at = y;
    for (std::size_t index = 0; index < all.size(); ++index) {
        Container const item(frame, std::to_string(index), Role::list_item, "");
        float const middle = at + paint::line_height(style) / 2;
        if (all[index].kind == ReasonKind::advantage) {
            paint::check_mark(frame, x + 8, middle, 11, frame.theme.good);
        } else {
            paint::disc(frame, x + 8, middle, 3, frame.theme.muted);
        }
        at += paragraph(frame, x + 28, at, width - 28, all[index].sentence, style) + 6;
    }
    return at - y;
}

// Side by side where they fit, else in several rows.
void draw_actions(Frame& frame, Card& card, AnswerResult& result) {
    struct Action {
        std::string_view key;
        Text label;
        ButtonKind kind;
        bool AnswerResult::* wanted;
    };

    constexpr float action_gap = 12;
    float left = card.x;
    for (Action const& action :
         {Action{"request", Text::request, ButtonKind::primary, &AnswerResult::wants_request},
          Action{"link", Text::copy_link, ButtonKind::quiet, &AnswerResult::wants_link},
          Action{"copy", Text::copy_summary, ButtonKind::quiet, &AnswerResult::wants_copy}}) {
        std::string_view const label = frame.texts[action.label];
        float const needed = button_width(frame, label);
        if (left > card.x && left + needed > card.x + card.width) {
            left = card.x;
            card.at += button_height + action_gap;
        }
        // On a phone each takes the whole width.
        float const width = card.width < 400 ? card.width : needed;
        result.*action.wanted =
            button(frame, action.key, {left, card.at, width, button_height}, label, action.kind);
        left += width + action_gap;
    }
    card.at += button_height;
}

// For requirements that no offer meets.
AnswerResult draw_no_answer(Frame& frame, float x, float y, float width) {
    AnswerResult result;
    Card card(frame, "answer", Role::region, "", x, y, width);
    card.at +=
        heading(frame, card.x, card.at, card.width, frame.texts[Text::nothing_fits], 2,
                {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text}) +
        8;
    card.at += paragraph(frame, card.x, card.at, card.width, frame.texts[Text::nothing_fits_lead],
                         {.size = type::body, .colour = frame.theme.muted}) +
               20;
    std::string_view const lift = frame.texts[Text::lift_requirements];
    result.wants_no_requirements =
        button(frame, "lift", card.x, card.at, card.width, lift, ButtonKind::primary);
    card.at += button_height;
    result.height = card.finish();
    return result;
}

} // namespace

AnswerResult draw_answer(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                         PriceView view, std::string_view notice, float x, float y, float width) {
    if (compared.allowed_count == 0) {
        return draw_no_answer(frame, x, y, width);
    }
    AnswerResult result;
    OfferSummary const& best = compared.offers.front();
    Card card(frame, "answer", Role::region, "", x, y, width, CardLook::highlighted);
    TextStyle const title{
        .size = type::body, .weight = Weight::semibold, .colour = frame.theme.accent};
    float const title_height =
        heading(frame, card.x, card.at, card.width, frame.texts[Text::answer_title], 2, title);
    if (shop.catalogue.is_sample) {
        float const beside =
            card.x + paint::width(frame, frame.texts[Text::answer_title], title) + 12;
        std::string_view const sample = frame.texts[Text::sample];
        constexpr float mark_padding = 20;
        float const sample_width =
            mark_padding +
            paint::width(frame, sample, {.size = type::small, .weight = Weight::semibold});
        bool const has_room = beside + sample_width <= card.x + card.width;
        card.at += has_room ? 0 : title_height + 4;
        mark(frame, has_room ? beside : card.x, card.at, sample, MarkKind::muted);
    }
    card.at += title_height + 16;
    card.at += draw_headline(frame, shop, best, view, card.x, card.at, card.width) + 20;
    paint::stroke(frame, card.x, card.at, card.x + card.width, card.at, frame.theme.line);
    card.at += 20;
    card.at +=
        draw_reasons(frame, reasons(frame, shop, compared, view), card.x, card.at, card.width) + 6;
    card.at += paragraph(frame, card.x, card.at, card.width, totals_sentence(frame, shop, compared),
                         {.size = type::small, .colour = frame.theme.muted}) +
               20;

    draw_actions(frame, card, result);
    if (!notice.empty()) {
        card.at += 8;
        card.at += status_line(frame, "notice", card.x, card.at, card.width, notice,
                               {.size = type::small, .colour = frame.theme.good});
    }
    result.height = card.finish();
    return result;
}

std::string answer_sentence(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                            PriceView view) {
    OfferSummary const& best = compared.offers.front();
    return frame.texts.fill(Text::announcement,
                            {{"offer", title_of(frame, shop, best.id)},
                             {"total", money(frame, shop, total_shown(best, view))},
                             {"view", view_words(frame, view)},
                             {"period", period_words(frame, compared.months)}});
}

std::string answer_summary(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                           PriceView view) {
    OfferSummary const& best = compared.offers.front();
    std::string text =
        title_of(frame, shop, best.id) + "\n" + totals_sentence(frame, shop, compared) + "\n";
    for (Reason const& reason : reasons(frame, shop, compared, view)) {
        text += "- " + reason.sentence + "\n";
    }
    text += frame.texts.fill(Text::summary_needs,
                             {{"hours", quantity(frame, compared.used)},
                              {"period", counted(frame, Text::per_period, compared.months)},
                              {"catalogue", shop.catalogue.id}});
    return text + "\n";
}

bool draw_answer_bar(Frame& frame, Shop const& shop, ComparedOffers const& compared, PriceView view,
                     float top) {
    OfferSummary const& best = compared.offers.front();
    float const width = frame.viewport.width;
    Rect const rect{0, top, width, answer_bar_height};
    Container const bar(frame, "answer_bar", Role::group, frame.texts[Text::answer_title], rect);
    paint::fill(frame, rect, frame.theme.card);
    paint::stroke(frame, 0, top, width, top, frame.theme.line);
    std::string_view const show = frame.texts[Text::show_answer];
    float const show_width = button_width(frame, show) - 16;
    float const text_width = width - show_width - 48;
    TextStyle const small{.size = type::small, .colour = frame.theme.muted};
    TextStyle const strong{
        .size = type::body, .weight = Weight::semibold, .colour = frame.theme.text};
    text_line(frame, 16, top + 10,
              paint::one_line(frame, name_of(shop, best.id).in(frame.language), small, text_width),
              small);
    std::string const amount = money(frame, shop, monthly_shown(best, view));
    std::string const price = frame.texts.fill(Text::bar_price, {{"amount", amount}});
    bool const has_room = paint::width(frame, price, strong) <= text_width;
    text_line(frame, 16, top + 32, has_room ? price : amount, strong);
    return button(frame, "show", {width - show_width - 16, top + 12, show_width, button_height},
                  show, ButtonKind::primary);
}

} // namespace kontingent::ui
