#include "cli/text/line_text.hpp"

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
        : currency_(quote.currency), language_(language), words_(wording(language)) {
        Offer const& offer = *catalogue.find_offer(quote.package_id);
        overage_ = &offer.overage;
        if (offer.subscription) {
            discount_ =
                percent_text(offer.subscription->find_term(quote.term_months)->discount, language);
        }
    }

    // The discount behind overage lines is the one on them.
    std::string label(MonthLines lines, std::size_t i) const {
        Line const& line = lines[i];
        switch (line.kind) {
        case LineKind::base:
            return std::string(words_.base);
        case LineKind::term_discount:
            return filled(i > 0 && lines[i - 1].kind == LineKind::base ? words_.discount_on_base
                                                                       : words_.discount_on_overage,
                          {discount_});
        case LineKind::overage:
            return overage_label(line);
        case LineKind::overage_flat_fee:
            return std::string(words_.flat_fee);
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
    std::string overage_label(Line const& line) const {
        Minutes const minutes = line.minutes.value_or(Minutes{});
        std::string const hours = hours_text(minutes, language_);
        if (line.hourly_rate) {
            return filled(words_.overage_at_rate,
                          {hours, rate_text(*line.hourly_rate, currency_, language_)});
        }
        std::int64_t const blocks = divide_up(minutes.count, overage_->block_size.count);
        return filled(form_for(words_.overage_in_blocks, blocks),
                      {std::to_string(blocks), hours_text(overage_->block_size, language_),
                       money_text(overage_->block_price, currency_, language_), hours});
    }

    std::string const& currency_;
    Language language_;
    Wording const& words_;
    Overage const* overage_ = nullptr;
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
            table.add_row({"  " + writer.label(months[first], i), writer.amount(months[first][i])});
        }
        first = end;
    }
    return table.text();
}

} // namespace kontingent::cli
