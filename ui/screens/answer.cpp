#include "ui/screens/answer.hpp"

#include "core/format.hpp"
#include "ui/paint.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <vector>

namespace kontingent::ui {

namespace {

// The runner-up a visitor cares for: another package, not the same one with another term.
Explained const* other_package(Estimate const& estimate) {
    Explained const& best = estimate.offers.front();
    auto const found = std::find_if(
        estimate.offers.begin() + 1, estimate.offers.end(), [&best](Explained const& other) {
            return other.offer.quote.package_id != best.offer.quote.package_id;
        });
    return found == estimate.offers.end() ? nullptr : &*found;
}

// Its term is said only where it is another than the best one's.
std::string other_words(Frame const& frame, Shop const& shop, Offer const& best,
                        Offer const& other) {
    return best.quote.term_months == other.quote.term_months
               ? name_of(shop, other).in(frame.language)
               : title_of(frame, shop, other);
}

// In the view the visitor chose. Both totals are bounded, so the difference of two is as well.
std::string difference(Frame const& frame, Shop const& shop, Explained const& dearer,
                       Explained const& cheaper, PriceView view) {
    return money(frame, shop, {total_shown(dearer, view).minor - total_shown(cheaper, view).minor});
}

std::string savings_sentence(Frame const& frame, Shop const& shop, Estimate const& estimate,
                             PriceView view) {
    Explained const* other = other_package(estimate);
    if (other == nullptr) {
        return {};
    }
    Explained const& best = estimate.offers.front();
    if (total_shown(*other, view) == total_shown(best, view)) {
        return frame.texts.fill(Text::reason_same_price,
                                {{"other", other_words(frame, shop, best.offer, other->offer)}});
    }
    return frame.texts.fill(Text::reason_saves,
                            {{"amount", difference(frame, shop, *other, best, view)},
                             {"period", period_words(frame, estimate.months)},
                             {"other", other_words(frame, shop, best.offer, other->offer)}});
}

std::string fit_sentence(Frame const& frame, Estimate const& estimate) {
    Explained const& best = estimate.offers.front();
    Quote const& quote = best.offer.quote;
    if (!best.offer.package_index) {
        return std::string{frame.texts[Text::reason_on_demand]};
    }
    std::string const months = format_integer(estimate.months, frame.language);
    std::string const overage = format_hours(quote.overage, frame.language);
    if (quote.overage.count == 0) {
        return std::string{frame.texts[Text::reason_all_within]};
    }
    if (best.months_within == 0) {
        return frame.texts.fill(Text::reason_beyond, {{"hours", overage}});
    }
    return frame.texts.fill(Text::reason_within,
                            {{"within", format_integer(best.months_within, frame.language)},
                             {"months", months},
                             {"hours", overage}});
}

std::vector<std::string> reasons(Frame const& frame, Shop const& shop, Estimate const& estimate,
                                 PriceView view) {
    Explained const& best = estimate.offers.front();
    std::vector<std::string> sentences{savings_sentence(frame, shop, estimate, view),
                                       fit_sentence(frame, estimate)};
    if (best.offer.quote.expired.count > 0) {
        sentences.push_back(
            frame.texts.fill(Text::reason_expired,
                             {{"hours", format_hours(best.offer.quote.expired, frame.language)},
                              {"amount", money(frame, shop, best.expired_base)}}));
    }
    if (!best.offer.quote.pooled_pairs.empty()) {
        sentences.push_back(
            frame.texts.fill(Text::reason_pooling,
                             {{"pairs", pairs_words(frame, shop, best.offer.quote.pooled_pairs)},
                              {"amount", money(frame, shop, best.pooling_saves)}}));
    }
    std::erase_if(sentences, [](std::string const& sentence) { return sentence.empty(); });
    return sentences;
}

std::string totals_sentence(Frame const& frame, Shop const& shop, Estimate const& estimate) {
    Quote const& quote = estimate.offers.front().offer.quote;
    return frame.texts.fill(Text::totals,
                            {{"net", money(frame, shop, quote.net)},
                             {"period", period_words(frame, estimate.months)},
                             {"gross", money(frame, shop, quote.gross)},
                             {"vat", format_percent(shop.catalogue.vat, frame.language)}});
}

// Name and price: side by side where there is room, else one above the other.
float draw_headline(Frame& frame, Shop const& shop, Explained const& best, PriceView view, float x,
                    float y, float width) {
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
        heading(frame, x, y, name_width, name_of(shop, best.offer).in(frame.language), 3, name);
    left += paragraph(frame, x, y + left + 2, name_width,
                      term_words(frame, best.offer) + " · " +
                          summary_of(shop, best.offer).in(frame.language),
                      {.size = type::body, .colour = frame.theme.muted}) +
            2;
    if (is_wide) {
        TextStyle price_right = price;
        price_right.align = Align::right;
        TextStyle small_right = small;
        small_right.align = Align::right;
        float right =
            paragraph(frame, x + width - price_width, y - 8, price_width, amount, price_right) - 8;
        right += paragraph(frame, x + name_width, y + right + 2, width - name_width, per_month,
                           small_right) +
                 2;
        return std::max(left, right);
    }
    left += 12;
    left += paragraph(frame, x, y + left, width, amount, price);
    left += paragraph(frame, x, y + left, width, per_month, small);
    return left;
}

float draw_reasons(Frame& frame, std::vector<std::string> const& sentences, float x, float y,
                   float width) {
    Container const list(frame, "reasons", Role::list, frame.texts[Text::because]);
    TextStyle const style{.size = type::body, .colour = frame.theme.text};
    float at = y;
    for (std::size_t index = 0; index < sentences.size(); ++index) {
        Container const item(frame, std::to_string(index), Role::list_item, "");
        paint::check_mark(frame, x + 8, at + paint::line_height(style) / 2, 11, frame.theme.good);
        at += paragraph(frame, x + 28, at, width - 28, sentences[index], style) + 6;
    }
    return at - y;
}

} // namespace

AnswerResult draw_answer(Frame& frame, Shop const& shop, Estimate const& estimate,
                         NeedsState const& needs, std::string_view notice, float x, float y,
                         float width) {
    AnswerResult result;
    Explained const& best = estimate.offers.front();
    Card card(frame, "answer", Role::region, frame.texts[Text::answer_title], x, y, width,
              CardLook::highlighted);
    TextStyle const title{
        .size = type::body, .weight = Weight::semibold, .colour = frame.theme.accent};
    float const title_height =
        heading(frame, card.x, card.at, card.width, frame.texts[Text::answer_title], 2, title);
    if (shop.catalogue.is_sample) {
        float const title_width = paint::width(frame, frame.texts[Text::answer_title], title);
        mark(frame, card.x + title_width + 12, card.at, frame.texts[Text::sample], MarkKind::muted);
    }
    card.at += title_height + 16;
    card.at += draw_headline(frame, shop, best, needs.price_view, card.x, card.at, card.width) + 20;
    paint::stroke(frame, card.x, card.at, card.x + card.width, card.at, frame.theme.line);
    card.at += 20;
    card.at += draw_reasons(frame, reasons(frame, shop, estimate, needs.price_view), card.x,
                            card.at, card.width) +
               6;
    card.at += paragraph(frame, card.x, card.at, card.width, totals_sentence(frame, shop, estimate),
                         {.size = type::small, .colour = frame.theme.muted}) +
               20;

    std::string_view const request = frame.texts[Text::request];
    std::string_view const copy = frame.texts[Text::copy_summary];
    float const request_width = button_width(frame, request);
    float const copy_width = button_width(frame, copy);
    bool const side_by_side = request_width + copy_width + 12 <= card.width;
    result.wants_request =
        button(frame, "request",
               {card.x, card.at, side_by_side ? request_width : card.width, button_height}, request,
               ButtonKind::primary);
    float const copy_x = side_by_side ? card.x + request_width + 12 : card.x;
    if (!side_by_side) {
        card.at += button_height + 12;
    }
    result.wants_copy = button(
        frame, "copy", {copy_x, card.at, side_by_side ? copy_width : card.width, button_height},
        copy, ButtonKind::quiet);
    card.at += button_height;
    if (!notice.empty()) {
        card.at += 8;
        card.at += paragraph(frame, card.x, card.at, card.width, notice,
                             {.size = type::small, .colour = frame.theme.good});
    }
    result.height = card.finish();
    return result;
}

std::string answer_sentence(Frame const& frame, Shop const& shop, Estimate const& estimate,
                            NeedsState const& needs) {
    Explained const& best = estimate.offers.front();
    return frame.texts.fill(Text::announcement,
                            {{"offer", title_of(frame, shop, best.offer)},
                             {"total", money(frame, shop, total_shown(best, needs.price_view))},
                             {"view", view_words(frame, needs.price_view)},
                             {"period", period_words(frame, estimate.months)}});
}

std::string answer_summary(Frame const& frame, Shop const& shop, Estimate const& estimate,
                           NeedsState const& needs) {
    Explained const& best = estimate.offers.front();
    std::string text =
        title_of(frame, shop, best.offer) + "\n" + totals_sentence(frame, shop, estimate) + "\n";
    for (std::string const& sentence : reasons(frame, shop, estimate, needs.price_view)) {
        text += "- " + sentence + "\n";
    }
    text += frame.texts.fill(Text::summary_needs,
                             {{"hours", format_hours(estimate.used, frame.language)},
                              {"n", format_integer(estimate.months, frame.language)},
                              {"catalogue", shop.catalogue.id}});
    return text + "\n";
}

bool draw_answer_bar(Frame& frame, Shop const& shop, Estimate const& estimate,
                     NeedsState const& needs) {
    Explained const& best = estimate.offers.front();
    float const width = frame.viewport.width;
    float const top = frame.viewport.visible_bottom - answer_bar_height;
    Rect const rect{0, top, width, answer_bar_height};
    Container const bar(frame, "answer_bar", Role::group, frame.texts[Text::answer_title], rect);
    paint::fill(frame, rect, frame.theme.card);
    paint::stroke(frame, 0, top, width, top, frame.theme.line);
    std::string_view const show = frame.texts[Text::show_answer];
    float const show_width = button_width(frame, show) - 16;
    float const text_width = width - show_width - 48;
    paragraph(frame, 16, top + 10, text_width, name_of(shop, best.offer).in(frame.language),
              {.size = type::small, .colour = frame.theme.muted});
    std::string const price = frame.texts.fill(
        Text::bar_price, {{"amount", money(frame, shop, monthly_shown(best, needs.price_view))}});
    paragraph(frame, 16, top + 32, text_width, price,
              {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text});
    return button(frame, "show", {width - show_width - 16, top + 12, show_width, button_height},
                  show, ButtonKind::primary);
}

} // namespace kontingent::ui
