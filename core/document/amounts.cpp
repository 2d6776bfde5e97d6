#include "core/document/amounts.hpp"

#include "core/document/term_lines.hpp"
#include "core/json/canonical.hpp"
#include "core/pricing/money_sum.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace kontingent {
namespace {

std::optional<DiscountedPart> part_of(LineKind kind) {
    switch (kind) {
    case LineKind::base:
    case LineKind::base_discount:
        return DiscountedPart::base;
    case LineKind::extra:
    case LineKind::extras_discount:
        return DiscountedPart::extras;
    case LineKind::overage:
    case LineKind::overage_flat_fee:
    case LineKind::overage_discount:
        return DiscountedPart::overage;
    case LineKind::setup_fee:
    case LineKind::base_special_discount:
    case LineKind::extras_special_discount:
    case LineKind::extra_one_off:
    case LineKind::overage_special_discount:
    case LineKind::task_fee:
        break;
    }
    return std::nullopt;
}

// Digests are made of totals, so they stay within what every program reads exactly.
bool is_exact(TaxedAmount const& amount) {
    constexpr Money most{json::exact_integer_max};
    return amount.net <= most && amount.gross <= most;
}

class Calculation {
public:
    Calculation(Catalogue const& catalogue, Content const& content)
        : catalogue_(catalogue), content_(content) {}

    std::expected<OfferedAlternative, Errors> run(Alternative const& alternative) {
        Scenario const scenario = content_.scenario_of(alternative);
        auto term = lines_of_term(catalogue_, scenario);
        if (!term) {
            return std::unexpected(std::move(term.error()));
        }
        OfferedAlternative result;
        result.chosen = alternative;
        result.months = term->months;
        result.forecast_months = term->forecast_months;
        result.pooled_pairs = std::move(term->pooled_pairs);
        result.open = term->open;
        result.missing_extras = std::move(term->missing_extras);
        if (!put_lines(result, term->lines) || !fill_totals(result) || !fill_invoices(result) ||
            !fill_optional(result)) {
            return std::unexpected(
                Errors{{.code = ErrorCode::overflow, .pointer = "/scenario", .detail = {}}});
        }
        result.discount = discount_share(result.lines, content_.needs.special_discounts);
        return result;
    }

private:
    // The quote's lines of a month, then its items.
    bool put_lines(OfferedAlternative& result, Lines const& lines) const {
        auto next = lines.begin();
        for (std::int32_t month = 1; month <= result.months; ++month) {
            for (; next != lines.end() && next->month == month; ++next) {
                result.lines.push_back({.line = *next,
                                        .item = {},
                                        .part = info_of(next->kind).part,
                                        .is_one_off = info_of(next->kind).is_one_off});
            }
            if (!put_items(result, month)) {
                return false;
            }
        }
        return true;
    }

    bool put_items(OfferedAlternative& result, std::int32_t month) const {
        for (std::size_t i = 0; i < content_.items.size(); ++i) {
            Item const& item = content_.items[i];
            bool const is_once = item.every == Every::once;
            if (item.is_optional || (is_once && month > 1)) {
                continue;
            }
            auto const net = multiply(item.price, item.quantity);
            if (!net) {
                return false;
            }
            result.lines.push_back(
                {.line = {.month = month, .quantity = item.quantity, .net = *net},
                 .item = i,
                 .part = LinePart::fixed,
                 .is_one_off = is_once});
        }
        return true;
    }

    bool tax(MoneySum const& sum, TaxedAmount& into) const {
        auto const total = sum.total();
        auto const taxed = total ? with_vat(catalogue_, content_.needs.vat, *total)
                                 : std::unexpected(total.error());
        if (!taxed || !is_exact(*taxed)) {
            return false;
        }
        into = *taxed;
        return true;
    }

    bool fill_totals(OfferedAlternative& result) const {
        MoneySum fixed;
        MoneySum all;
        MoneySum month;
        for (DocumentLine const& line : result.lines) {
            all.add(line.line.net);
            fixed.add(line.part == LinePart::fixed ? line.line.net : Money{0});
        }
        if (all.has_overflowed() || fixed.has_overflowed()) {
            return false;
        }
        month.add(usual_month(result.lines, result.months));
        Totals& totals = result.totals;
        if (!tax(fixed, totals.fixed) || !tax(all, totals.all) || !tax(month, totals.month)) {
            return false;
        }
        totals.expected_net = Money{totals.all.net.minor - totals.fixed.net.minor};
        return true;
    }

    bool fill_invoices(OfferedAlternative& result) const {
        std::vector<MoneySum> months(static_cast<std::size_t>(result.months));
        for (DocumentLine const& line : result.lines) {
            if (line.part == LinePart::fixed) {
                months[static_cast<std::size_t>(line.line.month) - 1].add(line.line.net);
            }
        }
        result.invoices.count = result.months;
        for (MoneySum const& month : months) {
            TaxedAmount invoice;
            if (!tax(month, invoice)) {
                return false;
            }
            result.invoices.sum.net.minor += invoice.net.minor;
            result.invoices.sum.vat.minor += invoice.vat.minor;
            result.invoices.sum.gross.minor += invoice.gross.minor;
        }
        result.invoices.gross_difference =
            Money{result.invoices.sum.gross.minor - result.totals.fixed.gross.minor};
        return true;
    }

    bool fill_optional(OfferedAlternative& result) const {
        for (std::size_t i = 0; i < content_.items.size(); ++i) {
            Item const& item = content_.items[i];
            if (!item.is_optional) {
                continue;
            }
            MoneySum sum;
            sum.add(multiply(item.price, item.quantity));
            OptionalItem optional{.item = i, .amount = {}};
            if (!tax(sum, optional.amount)) {
                return false;
            }
            result.optional_items.push_back(optional);
        }
        return true;
    }

    Catalogue const& catalogue_;
    Content const& content_;
};

} // namespace

Money usual_month(std::span<DocumentLine const> lines, std::int32_t months) {
    std::vector<Money> sums(static_cast<std::size_t>(months));
    for (DocumentLine const& line : lines) {
        if (line.part == LinePart::fixed && !line.is_one_off) {
            sums[static_cast<std::size_t>(line.line.month) - 1].minor += line.line.net.minor;
        }
    }
    Money usual;
    std::ptrdiff_t most = 0;
    for (Money const sum : sums) {
        std::ptrdiff_t const count = std::ranges::count(sums, sum);
        if (count >= most) {
            most = count;
            usual = sum;
        }
    }
    return usual;
}

BasisPoints discount_share(std::span<DocumentLine const> lines, SpecialDiscounts const& discounts) {
    auto const counts = [&](DiscountedPart part) {
        return part == DiscountedPart::base ||
               std::ranges::any_of(discounts, [part](SpecialDiscount const& discount) {
                   return discount.on == part;
               });
    };
    std::int64_t granted = 0;
    std::int64_t discountable = 0;
    for (DocumentLine const& line : lines) {
        if (line.line.special_discount) {
            granted -= line.line.net.minor;
        } else if (!line.item) {
            auto const part = part_of(line.line.kind);
            discountable += part && counts(*part) ? line.line.net.minor : 0;
        }
    }
    if (discountable <= 0) {
        return BasisPoints{0};
    }
    __extension__ using Wide = __int128;
    return BasisPoints{
        static_cast<std::int64_t>((Wide{granted} * 10'000 + discountable - 1) / discountable)};
}

std::expected<std::vector<OfferedAlternative>, Errors> alternatives_of(Catalogue const& catalogue,
                                                                       Content const& content) {
    std::vector<OfferedAlternative> results;
    Calculation calculation(catalogue, content);
    for (std::size_t i = 0; i < content.alternatives.size(); ++i) {
        auto result = calculation.run(content.alternatives[i]);
        if (!result) {
            for (Error& error : result.error()) {
                error.pointer.insert(0, "/alternatives/" + std::to_string(i));
            }
            return std::unexpected(std::move(result.error()));
        }
        results.push_back(*std::move(result));
    }
    return results;
}

} // namespace kontingent
