#include "ui/words.hpp"

#include <array>

#include "core/format.hpp"

namespace kontingent::ui {

namespace {

// `names` holds twelve words, separated by blanks.
std::string_view nth_word(std::string_view names, std::int32_t index) {
    for (; index > 0; --index) names.remove_prefix(std::min(names.size(), names.find(' ') + 1));
    return names.substr(0, names.find(' '));
}

std::string month_word(const Frame& frame, const Shop& shop, std::int32_t month, Text names) {
    return std::string{nth_word(frame.texts[names], (shop.first_month + month - 1) % 12)};
}

std::string counted(const Frame& frame, std::string_view number, bool is_one, Text one, Text other) {
    return frame.texts.fill(is_one ? one : other, {{"n", number}});
}

}  // namespace

std::string short_month(const Frame& frame, const Shop& shop, std::int32_t month) {
    return month_word(frame, shop, month, Text::months_short);
}

std::string long_month(const Frame& frame, const Shop& shop, std::int32_t month) {
    return month_word(frame, shop, month, Text::months_long);
}

const LocalizedText& name_of(const Shop& shop, const Offer& offer) {
    return offer.package_index ? shop.catalogue.packages[*offer.package_index].name : shop.catalogue.on_demand.name;
}

const LocalizedText& summary_of(const Shop& shop, const Offer& offer) {
    return offer.package_index ? shop.catalogue.packages[*offer.package_index].summary
                               : shop.catalogue.on_demand.summary;
}

std::string term_words(const Frame& frame, const Offer& offer) {
    if (!offer.package_index) return std::string{frame.texts[Text::no_term]};
    const std::int32_t months = offer.quote.term_months;
    return counted(frame, format_integer(months, frame.language), months == 1, Text::months_one, Text::months_other);
}

std::string title_of(const Frame& frame, const Shop& shop, const Offer& offer) {
    const std::string& name = name_of(shop, offer).in(frame.language);
    return offer.package_index ? name + " · " + term_words(frame, offer) : name;
}

std::string money(const Frame& frame, const Shop& shop, Money amount) {
    return format_money(amount, shop.catalogue.currency, frame.language);
}

Money total_shown(const Explained& explained, PriceView view) {
    return view == PriceView::net ? explained.offer.quote.net : explained.offer.quote.gross;
}

Money monthly_shown(const Explained& explained, PriceView view) {
    return view == PriceView::net ? explained.monthly_net : explained.monthly_gross;
}

std::string_view view_words(const Frame& frame, PriceView view) {
    return frame.texts[view == PriceView::net ? Text::net : Text::gross];
}

std::string period_words(const Frame& frame, std::int32_t months) {
    if (months == 12) return std::string{frame.texts[Text::per_year]};
    return frame.texts.fill(months == 1 ? Text::per_period_one : Text::per_period_other,
                            {{"n", format_integer(months, frame.language)}});
}

std::string promise_words(const Frame& frame, const ResponsePromise& promise) {
    constexpr std::int64_t business_day = 480;  // a business day has eight business hours
    const std::int64_t minutes = promise.within.count;
    const bool is_business = promise.hours == SupportHours::business;
    if (is_business && minutes > 0 && minutes % business_day == 0) {
        const std::int64_t days = minutes / business_day;
        return counted(frame, format_integer(days, frame.language), days == 1, Text::days_one, Text::days_other);
    }
    const bool in_hours = minutes >= 60 && minutes % 30 == 0;
    const std::string time =
        in_hours ? counted(frame, format_hours_plain(promise.within, frame.language), minutes == 60, Text::hours_one,
                           Text::hours_other)
                 : counted(frame, format_integer(minutes, frame.language), minutes == 1, Text::minutes_one,
                           Text::minutes_other);
    return frame.texts.fill(is_business ? Text::response_business : Text::response_always, {{"time", time}});
}

std::string pairs_words(const Frame& frame, const Shop& shop, const PairList& pairs) {
    std::string words;
    for (const std::int32_t first : pairs) {
        if (!words.empty()) words += ", ";
        words += short_month(frame, shop, first) + " + " + short_month(frame, shop, first + 1);
    }
    return words;
}

}  // namespace kontingent::ui
