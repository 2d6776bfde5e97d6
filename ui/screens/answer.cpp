#include "ui/screens/answer.hpp"

#include <algorithm>
#include <vector>

#include "core/format.hpp"
#include "ui/paint.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

namespace {

// The runner-up a visitor cares for: another package, not the same one with another term.
const Explained* other_package(const Estimate& estimate) {
    const Explained& best = estimate.offers.front();
    const auto found = std::find_if(estimate.offers.begin() + 1, estimate.offers.end(), [&best](const Explained& other) {
        return other.offer.quote.package_id != best.offer.quote.package_id;
    });
    return found == estimate.offers.end() ? nullptr : &*found;
}

// In the view the visitor chose. Both totals are bounded, so the difference of two is as well.
std::string difference(const Frame& frame, const Shop& shop, const Explained& dearer, const Explained& cheaper,
                       PriceView view) {
    return money(frame, shop, {total_shown(dearer, view).minor - total_shown(cheaper, view).minor});
}

std::string savings_sentence(const Frame& frame, const Shop& shop, const Estimate& estimate, PriceView view) {
    const Explained* other = other_package(estimate);
    if (other == nullptr) return {};
    const Explained& best = estimate.offers.front();
    if (total_shown(*other, view) == total_shown(best, view)) {
        return frame.texts.fill(Text::reason_same_price, {{"other", title_of(frame, shop, other->offer)}});
    }
    return frame.texts.fill(Text::reason_saves,
                            {{"amount", difference(frame, shop, *other, best, view)},
                             {"period", period_words(frame, estimate.months)},
                             {"other", title_of(frame, shop, other->offer)}});
}

std::string fit_sentence(const Frame& frame, const Estimate& estimate) {
    const Explained& best = estimate.offers.front();
    const Quote& quote = best.offer.quote;
    if (!best.offer.package_index) return std::string{frame.texts[Text::reason_on_demand]};
    const std::string months = format_integer(estimate.months, frame.language);
    const std::string overage = format_hours(quote.overage, frame.language);
    if (quote.overage.count == 0) return std::string{frame.texts[Text::reason_all_within]};
    if (best.months_within == 0) return frame.texts.fill(Text::reason_beyond, {{"hours", overage}});
    return frame.texts.fill(Text::reason_within, {{"within", format_integer(best.months_within, frame.language)},
                                                  {"months", months},
                                                  {"hours", overage}});
}

std::vector<std::string> reasons(const Frame& frame, const Shop& shop, const Estimate& estimate, PriceView view) {
    const Explained& best = estimate.offers.front();
    std::vector<std::string> sentences{savings_sentence(frame, shop, estimate, view), fit_sentence(frame, estimate)};
    if (best.offer.quote.expired.count > 0) {
        sentences.push_back(
            frame.texts.fill(Text::reason_expired, {{"hours", format_hours(best.offer.quote.expired, frame.language)},
                                                    {"amount", money(frame, shop, best.expired_base)}}));
    }
    if (!best.offer.quote.pooled_pairs.empty()) {
        sentences.push_back(
            frame.texts.fill(Text::reason_pooling, {{"pairs", pairs_words(frame, shop, best.offer.quote.pooled_pairs)},
                                                    {"amount", money(frame, shop, best.pooling_saves)}}));
    }
    std::erase_if(sentences, [](const std::string& sentence) { return sentence.empty(); });
    return sentences;
}

std::string totals_sentence(const Frame& frame, const Shop& shop, const Estimate& estimate) {
    const Quote& quote = estimate.offers.front().offer.quote;
    return frame.texts.fill(Text::totals, {{"net", money(frame, shop, quote.net)},
                                           {"period", period_words(frame, estimate.months)},
                                           {"gross", money(frame, shop, quote.gross)},
                                           {"vat", format_percent(shop.catalogue.vat, frame.language)}});
}

// Name and price: side by side where there is room, else one above the other.
float draw_headline(Frame& frame, const Shop& shop, const Explained& best, PriceView view, float x, float y,
                    float width) {
    const bool is_wide = width >= 520;
    const TextStyle name{.size = type::title, .weight = Weight::semibold, .colour = frame.theme.text};
    const TextStyle price{.size = type::display, .weight = Weight::semibold, .colour = frame.theme.text};
    const TextStyle small{.size = type::small, .colour = frame.theme.muted};
    const std::string amount = money(frame, shop, monthly_shown(best, view));
    const std::string per_month = frame.texts.fill(Text::per_month_average, {{"view", view_words(frame, view)}});
    const float price_width = paint::width(frame, amount, price) + 4;
    const float name_width = is_wide ? width - price_width - 24 : width;
    float left = heading(frame, x, y, name_width, name_of(shop, best.offer).in(frame.language), 3, name);
    left += paragraph(frame, x, y + left + 2, name_width,
                      term_words(frame, best.offer) + " · " + summary_of(shop, best.offer).in(frame.language),
                      {.size = type::body, .colour = frame.theme.muted}) + 2;
    if (is_wide) {
        TextStyle price_right = price;
        price_right.align = Align::right;
        TextStyle small_right = small;
        small_right.align = Align::right;
        float right = paragraph(frame, x + width - price_width, y - 8, price_width, amount, price_right) - 8;
        right += paragraph(frame, x + name_width, y + right + 2, width - name_width, per_month, small_right) + 2;
        return std::max(left, right);
    }
    left += 12;
    left += paragraph(frame, x, y + left, width, amount, price);
    left += paragraph(frame, x, y + left, width, per_month, small);
    return left;
}

float draw_reasons(Frame& frame, const std::vector<std::string>& sentences, float x, float y, float width) {
    const Container list(frame, "reasons", Role::list, frame.texts[Text::because]);
    const TextStyle style{.size = type::body, .colour = frame.theme.text};
    float at = y;
    for (std::size_t index = 0; index < sentences.size(); ++index) {
        const Container item(frame, std::to_string(index), Role::list_item, "");
        paint::check_mark(frame, x + 8, at + paint::line_height(style) / 2, 11, frame.theme.good);
        at += paragraph(frame, x + 28, at, width - 28, sentences[index], style) + 6;
    }
    return at - y;
}

}  // namespace

AnswerResult draw_answer(Frame& frame, const Shop& shop, const Estimate& estimate, const NeedsState& needs,
                         std::string_view notice, float x, float y, float width) {
    AnswerResult result;
    const Explained& best = estimate.offers.front();
    Card card(frame, "answer", Role::region, frame.texts[Text::answer_title], x, y, width, CardLook::highlighted);
    const TextStyle title{.size = type::body, .weight = Weight::semibold, .colour = frame.theme.accent};
    const float title_height = heading(frame, card.x, card.at, card.width, frame.texts[Text::answer_title], 2, title);
    if (shop.catalogue.is_sample) {
        const float title_width = paint::width(frame, frame.texts[Text::answer_title], title);
        mark(frame, card.x + title_width + 12, card.at, frame.texts[Text::sample], MarkKind::muted);
    }
    card.at += title_height + 16;
    card.at += draw_headline(frame, shop, best, needs.price_view, card.x, card.at, card.width) + 20;
    paint::stroke(frame, card.x, card.at, card.x + card.width, card.at, frame.theme.line);
    card.at += 20;
    card.at += draw_reasons(frame, reasons(frame, shop, estimate, needs.price_view), card.x, card.at, card.width) + 6;
    card.at += paragraph(frame, card.x, card.at, card.width, totals_sentence(frame, shop, estimate),
                         {.size = type::small, .colour = frame.theme.muted}) + 20;

    const std::string_view request = frame.texts[Text::request];
    const std::string_view copy = frame.texts[Text::copy_summary];
    const float request_width = button_width(frame, request);
    const float copy_width = button_width(frame, copy);
    const bool side_by_side = request_width + copy_width + 12 <= card.width;
    result.wants_request = button(
        frame, "request", {card.x, card.at, side_by_side ? request_width : card.width, button_height}, request,
        ButtonKind::primary);
    const float copy_x = side_by_side ? card.x + request_width + 12 : card.x;
    if (!side_by_side) card.at += button_height + 12;
    result.wants_copy = button(frame, "copy", {copy_x, card.at, side_by_side ? copy_width : card.width, button_height},
                               copy, ButtonKind::quiet);
    card.at += button_height;
    if (!notice.empty()) {
        card.at += 8;
        card.at += paragraph(frame, card.x, card.at, card.width, notice, {.size = type::small, .colour = frame.theme.good});
    }
    result.height = card.finish();
    return result;
}

std::string answer_sentence(const Frame& frame, const Shop& shop, const Estimate& estimate, const NeedsState& needs) {
    const Explained& best = estimate.offers.front();
    return frame.texts.fill(Text::announcement, {{"offer", title_of(frame, shop, best.offer)},
                                                 {"total", money(frame, shop, total_shown(best, needs.price_view))},
                                                 {"view", view_words(frame, needs.price_view)},
                                                 {"period", period_words(frame, estimate.months)}});
}

std::string answer_summary(const Frame& frame, const Shop& shop, const Estimate& estimate, const NeedsState& needs) {
    const Explained& best = estimate.offers.front();
    std::string text = title_of(frame, shop, best.offer) + "\n" + totals_sentence(frame, shop, estimate) + "\n";
    for (const std::string& sentence : reasons(frame, shop, estimate, needs.price_view)) text += "- " + sentence + "\n";
    text += frame.texts.fill(Text::summary_needs, {{"hours", format_hours(estimate.used, frame.language)},
                                                   {"n", format_integer(estimate.months, frame.language)},
                                                   {"catalogue", shop.catalogue.id}});
    return text + "\n";
}

bool draw_answer_bar(Frame& frame, const Shop& shop, const Estimate& estimate, const NeedsState& needs) {
    const Explained& best = estimate.offers.front();
    const float width = frame.viewport.width;
    const float top = frame.viewport.visible_bottom - answer_bar_height;
    const Rect rect{0, top, width, answer_bar_height};
    const Container bar(frame, "answer_bar", Role::region, frame.texts[Text::answer_title], rect);
    paint::fill(frame, rect, frame.theme.card);
    paint::stroke(frame, 0, top, width, top, frame.theme.line);
    const std::string_view show = frame.texts[Text::show_answer];
    const float show_width = button_width(frame, show) - 16;
    const float text_width = width - show_width - 48;
    paragraph(frame, 16, top + 10, text_width, name_of(shop, best.offer).in(frame.language),
              {.size = type::small, .colour = frame.theme.muted});
    const std::string price = frame.texts.fill(
        Text::bar_price, {{"amount", money(frame, shop, monthly_shown(best, needs.price_view))}});
    paragraph(frame, 16, top + 32, text_width, price,
              {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.text});
    return button(frame, "show", {width - show_width - 16, top + 12, show_width, button_height}, show,
                  ButtonKind::primary);
}

}  // namespace kontingent::ui
