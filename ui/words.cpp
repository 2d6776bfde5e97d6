#include "ui/words.hpp"

#include "core/base/format.hpp"
#include "core/pricing/vat.hpp"

namespace kontingent::ui {

namespace {

std::string month_word(Frame const& frame, Shop const& shop, std::int32_t month, MonthForm form) {
    return std::string{month_name((shop.first_month + month - 1) % 12, form, frame.language)};
}

std::string dated(Frame const& frame, std::int32_t month, MonthForm form) {
    return std::string{month_name(month % 12, form, frame.language)} + " " +
           std::to_string(month / 12);
}

} // namespace

std::string short_month(Frame const& frame, Shop const& shop, std::int32_t month) {
    return month_word(frame, shop, month, MonthForm::shortened);
}

std::string long_month(Frame const& frame, Shop const& shop, std::int32_t month) {
    return month_word(frame, shop, month, MonthForm::alone);
}

std::string_view form_for(Frame const& frame, Text text, std::int64_t number) {
    return frame.texts.form(text, plural_index(number, false, frame.language));
}

std::string counted(Frame const& frame, Text text, std::int64_t number) {
    return fill(form_for(frame, text, number), {{"n", format_integer(number, frame.language)}});
}

std::string counted_hours(Frame const& frame, Minutes time) {
    std::size_t const form = plural_index(time.count / 60, time.count % 60 != 0, frame.language);
    return fill(frame.texts.form(Text::hours, form),
                {{"n", format_hours_plain(time, frame.language)}});
}

Minutes readable_average(Minutes total, std::int64_t months) {
    constexpr std::int64_t tenth = 6;
    return Minutes{divide_half_up(total.count, months * tenth) * tenth};
}

std::string dated_month(Frame const& frame, std::int32_t month) {
    return dated(frame, month, MonthForm::alone);
}

std::string short_dated_month(Frame const& frame, std::int32_t month) {
    return dated(frame, month, MonthForm::shortened);
}

LocalizedText const& name_of(Shop const& shop, OfferId const& offer) {
    return shop.catalogue.offers[offer.offer_index].name;
}

LocalizedText const& summary_of(Shop const& shop, OfferId const& offer) {
    return shop.catalogue.offers[offer.offer_index].summary;
}

std::string months_words(Frame const& frame, std::int32_t months) {
    return counted(frame, Text::months, months);
}

std::string term_words(Frame const& frame, Shop const& shop, OfferId const& offer) {
    return shop.catalogue.offers[offer.offer_index].is_package()
               ? months_words(frame, offer.term_months)
               : std::string{frame.texts[Text::no_term]};
}

std::string title_of(Frame const& frame, Shop const& shop, OfferId const& offer) {
    std::string const& name = name_of(shop, offer).in(frame.language);
    return shop.catalogue.offers[offer.offer_index].is_package()
               ? name + " · " + term_words(frame, shop, offer)
               : name;
}

std::string money(Frame const& frame, Shop const& shop, Money amount) {
    return format_money(amount, shop.catalogue.currency, frame.language);
}

Money shown(Shop const& shop, Money line_total, PriceView view) {
    auto const amount = with_vat(shop.catalogue, Vat::domestic, line_total);
    if (!amount) {
        return line_total; // totals of a valid catalogue are far from 64 bits
    }
    return view == PriceView::gross ? amount->gross : amount->net;
}

double shown_per_total(Shop const& shop, PriceView view) {
    bool const has_vat = shop.catalogue.prices_include_vat;
    if (has_vat == (view == PriceView::gross)) {
        return 1;
    }
    double const with_vat = 1 + static_cast<double>(shop.catalogue.vat.value) / 10'000;
    return has_vat ? 1 / with_vat : with_vat;
}

Money total_shown(OfferSummary const& summary, PriceView view) {
    return view == PriceView::net ? summary.quote.net : summary.quote.gross;
}

Money monthly_shown(OfferSummary const& summary, PriceView view) {
    return view == PriceView::net ? summary.monthly_net : summary.monthly_gross;
}

std::string_view view_words(Frame const& frame, PriceView view) {
    return frame.texts[view == PriceView::net ? Text::net : Text::gross];
}

std::string period_words(Frame const& frame, std::int32_t months) {
    if (months == 12) {
        return std::string{frame.texts[Text::per_year]};
    }
    return counted(frame, Text::per_period, months);
}

std::string promise_words(Frame const& frame, ResponsePromise const& promise) {
    constexpr std::int64_t business_day = 480; // a business day has eight business hours
    std::int64_t const minutes = promise.within.count;
    bool const is_business = promise.hours == SupportHours::business;
    if (is_business && minutes > 0 && minutes % business_day == 0) {
        std::int64_t const days = minutes / business_day;
        return counted(frame, Text::days, days);
    }
    bool const in_hours = minutes >= 60 && minutes % 30 == 0;
    std::string const time =
        in_hours ? counted_hours(frame, promise.within) : counted(frame, Text::minutes, minutes);
    return frame.texts.fill(is_business ? Text::response_business : Text::response_always,
                            {{"time", time}});
}

std::string pairs_words(Frame const& frame, Shop const& shop, PairList const& pairs) {
    std::string words;
    for (std::int32_t const first : pairs) {
        if (!words.empty()) {
            words += ", ";
        }
        words += short_month(frame, shop, first) + " + " + short_month(frame, shop, first + 1);
    }
    return words;
}

} // namespace kontingent::ui
