#include "cli/text/line_text.hpp"

#include "cli/text/offer_text.hpp"
#include "cli/text/plain.hpp"
#include "cli/text/table.hpp"
#include "cli/text/wording.hpp"

#include <algorithm>
#include <span>

namespace kontingent::cli {
namespace {

using MonthLines = std::span<Line const>;

std::vector<MonthLines> by_month(Quote const& quote) {
    std::vector<MonthLines> months;
    MonthLines const all(quote.lines);
    std::size_t begin = 0;
    for (Month const& month : quote.months) {
        std::size_t end = begin;
        while (end < all.size() && all[end].month == month.month) {
            ++end;
        }
        months.push_back(all.subspan(begin, end - begin));
        begin = end;
    }
    return months;
}

bool are_alike(MonthLines a, MonthLines b) {
    return std::ranges::equal(a, b, [](Line left, Line const& right) {
        left.month = right.month;
        return left == right;
    });
}

class LineWriter {
public:
    LineWriter(Catalogue const& catalogue, Quote const& quote, Language language)
        : catalogue_(catalogue),
          offer_(*catalogue.find_offer(quote.package_id)),
          discounts_(quote.special_discounts),
          currency_(quote.currency),
          language_(language),
          words_(wording(language)) {
        if (offer_.subscription) {
            discount_ =
                percent_text(offer_.subscription->find_term(quote.term_months)->discount, language);
        }
    }

    std::string label(Line const& line) const {
        switch (line.kind) {
        case LineKind::setup_fee:
            return std::string(words_.setup_fee);
        case LineKind::base:
            return std::string(words_.base);
        case LineKind::base_discount:
            return filled(words_.discount_on_base, {discount_});
        case LineKind::extra:
            return extra_label(words_.extra_monthly, line);
        case LineKind::extras_discount:
            return filled(words_.discount_on_extras, {discount_});
        case LineKind::extra_one_off:
            return extra_label(words_.extra_one_off, line);
        case LineKind::overage:
            return with_kind(overage_label(line), line);
        case LineKind::overage_flat_fee:
            return with_kind(std::string(words_.flat_fee), line);
        case LineKind::overage_discount:
            return filled(words_.discount_on_overage, {discount_});
        case LineKind::base_special_discount:
        case LineKind::extras_special_discount:
        case LineKind::overage_special_discount:
            return special_discount_label(line);
        case LineKind::task_fee:
            return filled(words_.task_fee, {std::to_string(line.quantity.value_or(0))});
        }
        return {};
    }

    std::string amount(Line const& line) const {
        return money_text(line.net, currency_, language_);
    }

    std::string heading(std::int32_t first, std::int32_t last) const {
        if (first == last) {
            return filled(words_.lines_of_month, {std::to_string(first)});
        }
        return filled(words_.lines_of_months, {std::to_string(first), std::to_string(last)});
    }

private:
    std::string special_discount_label(Line const& line) const {
        SpecialDiscount const& discount = discounts_[line.special_discount.value_or(0)];
        auto const* share = std::get_if<BasisPoints>(&discount.size);
        std::string const size =
            share != nullptr ? percent_text(*share, language_)
                             : money_text(std::get<Money>(discount.size), currency_, language_);
        std::string_view const pattern =
            discount.on == DiscountedPart::base     ? words_.special_discount_on_base
            : discount.on == DiscountedPart::extras ? words_.special_discount_on_extras
                                                    : words_.special_discount_on_overage;
        return filled(pattern, {size, plain(discount.reason)});
    }

    std::string extra_label(std::string_view pattern, Line const& line) const {
        Extra const& extra = catalogue_.extras[line.extra.value_or(0)];
        return filled(pattern, {text_in(catalogue_, extra.name, language_),
                                std::to_string(line.quantity.value_or(0))});
    }

    // The kind is named where it has a tariff of its own.
    std::string with_kind(std::string label, Line const& line) const {
        if (!line.work_kind) {
            return label;
        }
        return filled(
            words_.of_kind,
            {label, text_in(catalogue_, catalogue_.kinds[*line.work_kind].name, language_)});
    }

    Overage const& overage_of(Line const& line) const {
        return line.work_kind ? *offer_.kinds[*line.work_kind].overage : offer_.overage;
    }

    std::string overage_label(Line const& line) const {
        Minutes const minutes = line.minutes.value_or(Minutes{});
        std::string const hours = work_text(catalogue_, minutes, language_);
        if (line.hourly_rate) {
            return filled(words_.overage_at_rate,
                          {hours, rate_text(catalogue_, *line.hourly_rate, language_)});
        }
        std::int64_t const blocks = line.quantity.value_or(0);
        Overage const& overage = overage_of(line);
        return filled(form_for(words_.overage_in_blocks, blocks, language_),
                      {std::to_string(blocks), work_text(catalogue_, overage.block_size, language_),
                       money_text(overage.block_price, currency_, language_), hours});
    }

    Catalogue const& catalogue_;
    Offer const& offer_;
    SpecialDiscounts const& discounts_;
    std::string const& currency_;
    Language language_;
    Wording const& words_;
    std::string discount_;
};

} // namespace

std::string lines_text(Catalogue const& catalogue, Quote const& quote, Language language) {
    LineWriter const writer(catalogue, quote, language);
    std::vector<MonthLines> const months = by_month(quote);
    Table table({Align::left, Align::right});
    for (std::size_t first = 0; first < months.size();) {
        std::size_t end = first + 1;
        while (end < months.size() && are_alike(months[first], months[end])) {
            ++end;
        }
        if (!months[first].empty()) {
            table.add_row({writer.heading(quote.months[first].month, quote.months[end - 1].month)});
        }
        for (std::size_t i = 0; i < months[first].size(); ++i) {
            table.add_row({"  " + writer.label(months[first][i]), writer.amount(months[first][i])});
        }
        first = end;
    }
    return table.text();
}

} // namespace kontingent::cli
