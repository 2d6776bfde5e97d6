#include "documents/wording.hpp"

#include "core/base/format.hpp"
#include "templates/embedded.hpp"

namespace kontingent::documents {

std::string Wording::money(Money amount) const {
    return format_money(amount, printable_.catalogue.currency, language_);
}

std::string Wording::percent(BasisPoints part) const {
    return format_percent(part, language_);
}

std::string Wording::day(Day day) const {
    return format_date(day, language_);
}

std::string Wording::in(LocalizedText const& text) const {
    return text.in(language_);
}

std::string Wording::work(Minutes work) const {
    auto const& unit = printable_.catalogue.unit;
    if (!unit) {
        return format_hours(work, language_);
    }
    return format_integer(work.count, language_) + "\u00A0" + unit->noun(work.count, language_);
}

std::string Wording::time(Minutes time) const {
    return format_hours(time, language_);
}

std::string Wording::counted(std::string_view key, std::int32_t number) const {
    return texts_.counted(key, plural_of(number, false, language_), count(number));
}

std::string Wording::count(std::int32_t number) const {
    return format_integer(number, language_);
}

std::string Wording::work_in(Minutes amount, std::int32_t months) const {
    return texts_.text("work_in_months", {{"work", work(amount)}, {"months", month_count(months)}});
}

std::string Wording::month_count(std::int32_t months) const {
    return counted("months", months);
}

std::string Wording::offer_name(OfferedAlternative const& offered) const {
    Offer const& offer = *printable_.catalogue.find_offer(offered.chosen.package_id);
    if (!offer.is_package()) {
        return in(offer.name);
    }
    return texts_.text("offer_with_term",
                       {{"name", in(offer.name)}, {"term", months_in_all(offered)}});
}

std::string Wording::months_in_all(OfferedAlternative const& offered) const {
    return month_count(offered.months);
}

std::string Wording::included(Offer const& offer) const {
    Allowance const& allowance = offer.allowance;
    if (allowance.is_unlimited) {
        return texts_.text("included.unlimited");
    }
    if (allowance.included == Minutes{0}) {
        return texts_.text("included.none");
    }
    return texts_.text("included", {{"work", included_work(offer)}});
}

std::string Wording::included_work(Offer const& offer) const {
    Allowance const& allowance = offer.allowance;
    if (allowance.is_unlimited) {
        return texts_.text("change.without_limit");
    }
    if (allowance.included == Minutes{0}) {
        return texts_.text("change.as_needed");
    }
    return texts_.text("included.per_" + std::to_string(allowance.period_months),
                       {{"work", work(allowance.included)}});
}

std::string Wording::level(std::int32_t number) const {
    std::string const name = printable_.catalogue.levels.empty()
                                 ? std::to_string(number)
                                 : in(printable_.catalogue.level(number).name);
    return texts_.text("response.level", {{"level", std::to_string(number)}, {"name", name}});
}

std::string Wording::response_time(ResponsePromise const& promise) const {
    bool const is_always = promise.hours == SupportHours::always;
    return texts_.text(is_always ? "response.always" : "response.business",
                       {{"time", format_hours(promise.within, language_)}});
}

std::string Wording::response(ResponsePromise const& promise) const {
    return texts_.text("response",
                       {{"level", level(promise.level)}, {"time", response_time(promise)}});
}

std::string Wording::labelled(std::string const& label, std::string const& value) const {
    return texts_.text("labelled", {{"label", label}, {"value", value}});
}

std::string Wording::rate(HourlyRate rate) const {
    return texts_.text(printable_.catalogue.unit ? "rate.unit" : "rate.hour",
                       {{"price", money(Money{rate.minor_per_hour})}});
}

std::string Wording::tier(Overage const& overage, std::size_t index) const {
    Tier const& tier = overage.tiers[index];
    std::string const price = rate(tier.hourly_rate);
    std::string const fee = tier.flat_fee && *tier.flat_fee != Money{0}
                                ? texts_.text("beyond.fee", {{"price", money(*tier.flat_fee)}})
                                : std::string();
    bool const is_volume = overage.mode == OverageMode::volume;
    if (tier.up_to) {
        return texts_.text(is_volume ? "beyond.volume_up_to" : "beyond.up_to",
                           {{"work", work(*tier.up_to)}, {"rate", price}}) +
               fee;
    }
    if (overage.tiers.size() == 1) {
        return texts_.text("beyond.all", {{"rate", price}}) + fee;
    }
    Minutes const above = overage.tiers[index - 1].up_to.value_or(Minutes{0});
    return texts_.text(is_volume ? "beyond.volume_above" : "beyond.above",
                       {{"work", work(above)}, {"rate", price}}) +
           fee;
}

std::vector<std::string> Wording::prices_beyond(Offer const& offer) const {
    std::vector<std::string> sentences;
    auto const add = [&](Overage const& overage, std::string const& kind) {
        auto const sentence = [&](std::string const& price) {
            sentences.push_back(kind.empty() ? price : labelled(kind, price));
        };
        switch (overage.mode) {
        case OverageMode::on_request:
            sentence(texts_.text("beyond.on_request"));
            return;
        case OverageMode::block:
            sentence(texts_.text("beyond.block", {{"work", work(overage.block_size)},
                                                  {"price", money(overage.block_price)}}));
            return;
        case OverageMode::graduated:
        case OverageMode::volume:
            for (std::size_t i = 0; i < overage.tiers.size(); ++i) {
                sentence(tier(overage, i));
            }
        }
    };
    if (offer.can_exceed()) {
        add(offer.overage, "");
    }
    for (std::size_t kind = 0; kind < offer.kinds.size(); ++kind) {
        if (auto const& overage = offer.kinds[kind].overage) {
            add(*overage, in(printable_.catalogue.kinds[kind].name));
        }
    }
    return sentences;
}

std::string Wording::discount_of_term(OfferedAlternative const& offered) const {
    Offer const& offer = *printable_.catalogue.find_offer(offered.chosen.package_id);
    OfferedTerm const* term =
        offer.subscription ? offer.subscription->find_term(offered.chosen.term_months) : nullptr;
    return percent(term != nullptr ? term->discount : BasisPoints{0});
}

std::string Wording::special_discount(SpecialDiscount const& discount) const {
    auto const* share = std::get_if<BasisPoints>(&discount.size);
    return texts_.text(
        "line.special_discount." + std::string(text_of(discount.on)),
        {{"size", share != nullptr ? percent(*share) : money(std::get<Money>(discount.size))},
         {"reason", discount.reason}});
}

std::string Wording::line(OfferedAlternative const& offered, DocumentLine const& one) const {
    Line const& line = one.line;
    std::string const quantity = format_integer(line.quantity.value_or(1), language_);
    if (one.item) {
        Item const& item = printable_.content.items[*one.item];
        return item.quantity == 1 ? item.text
                                  : texts_.text("line.item", {{"text", item.text},
                                                              {"n", quantity},
                                                              {"price", money(item.price)}});
    }
    if (line.special_discount) {
        return special_discount(printable_.content.needs.special_discounts[*line.special_discount]);
    }
    templates::TextArguments arguments{{"n", quantity}, {"percent", discount_of_term(offered)}};
    arguments["work"] = work(line.minutes.value_or(Minutes{0}));
    arguments["name"] =
        line.extra ? in(printable_.catalogue.extras[*line.extra].name) : std::string();
    std::string key = "line." + std::string(info_of(line.kind).text);
    if (info_of(line.kind).is_term_discount) {
        key += line.kind == LineKind::base_discount     ? ".base"
               : line.kind == LineKind::extras_discount ? ".extras"
                                                        : ".overage";
    }
    if (line.kind == LineKind::overage) {
        key = line.hourly_rate
                  ? key + ".rate"
                  : templates::form_key(key + ".block",
                                        plural_of(line.quantity.value_or(1), false, language_));
        arguments["price"] = line.hourly_rate ? rate(*line.hourly_rate) : std::string();
    }
    std::string const words = texts_.text(key, arguments);
    return line.work_kind ? labelled(in(printable_.catalogue.kinds[*line.work_kind].name), words)
                          : words;
}

std::string Wording::months(LineRow const& row) const {
    std::string list;
    for (MonthRange const& range : row.months) {
        list += list.empty() ? "" : ", ";
        list += range.first == range.last
                    ? std::to_string(range.first)
                    : texts_.text("range", {{"from", std::to_string(range.first)},
                                            {"to", std::to_string(range.last)}});
    }
    return texts_.text(row.count == 1 ? "in_month" : "in_months", {{"months", list}});
}

std::string Wording::state() const {
    if (printable_.state == VersionState::draft || printable_.state == VersionState::issued) {
        return {};
    }
    return texts_.text("state." + std::string(text_of(printable_.state)));
}

bool Wording::has_vat() const {
    return printable_.content.needs.vat == Vat::domestic && !printable_.catalogue.is_small_business;
}

std::string Wording::vat_sentence() const {
    if (printable_.content.needs.vat == Vat::reverse_charge) {
        return texts_.text("vat.reverse_charge");
    }
    if (printable_.catalogue.is_small_business) {
        return texts_.text("vat.small_business");
    }
    return texts_.text(printable_.catalogue.prices_include_vat ? "vat.included" : "vat.added",
                       {{"percent", percent(printable_.catalogue.vat)}});
}

std::optional<templates::Texts> document_texts(Language language, templates::Problems& problems) {
    std::string const name = "document." + std::string(tag(language)) + ".json";
    return templates::Texts::parse(name, templates::embedded(name).value_or("{}"), problems);
}

std::string with_plain_spaces(std::string_view text) {
    constexpr std::string_view no_break_space = "\u00A0";
    std::string plain;
    while (!text.empty()) {
        bool const is_space = text.starts_with(no_break_space);
        plain += is_space ? ' ' : text.front();
        text.remove_prefix(is_space ? no_break_space.size() : 1);
    }
    return plain;
}

} // namespace kontingent::documents
