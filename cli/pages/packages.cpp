// The table of packages: every price comes from the core, so that page and portal cannot disagree.
// The markup is in site/templates/page-packages.html.
#include "cli/pages/page.hpp"
#include "cli/pages/page_words.hpp"
#include "core/base/format.hpp"
#include "core/pricing/fixed.hpp"
#include "core/pricing/tariff.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace kontingent::cli {
namespace {

constexpr std::int64_t minutes_per_business_day = 480;

// The first month's base with the discount on it. The catalogue's bounds leave no room for an
// overflow.
Money price_with(PageSource const& page, Offer const& offer, std::int32_t term_months) {
    return base_of_month(tariff_of(page.catalogue, offer, term_months), 1).value_or(Money{});
}

struct Price {
    Money amount;
    bool is_for_term = false; // else for a month
    friend bool operator==(Price, Price) = default;
};

Price price_of(PageSource const& page, Offer const& offer, OfferedTerm const& term) {
    return term.total ? Price{*term.total, term.months > 1}
                      : Price{price_with(page, offer, term.months)};
}

std::string per_text(PageSource const& page, Price price, std::int32_t months) {
    return price.is_for_term ? page.text("packages.per_term", {{"term", months_text(page, months)}})
                             : page.text("packages.per_month");
}

std::vector<std::string> term_prices(PageSource const& page, std::span<OfferedTerm const> terms,
                                     Offer const& offer) {
    std::vector<std::string> lines;
    Price const shortest = price_of(page, offer, terms.front());
    for (OfferedTerm const& term : terms.subspan(1)) {
        Price const price = price_of(page, offer, term);
        if (price != shortest) {
            lines.push_back(
                page.text(price.is_for_term ? "packages.term_total" : "packages.term_price",
                          {{"term", months_text(page, term.months)},
                           {"price", money_text(page, price.amount)}}));
        }
    }
    return lines;
}

// One line where the fee is the same for all terms.
std::vector<std::string> setup_fees(PageSource const& page, std::span<OfferedTerm const> terms) {
    auto const fee_text = [&page](std::string_view key, OfferedTerm const& term) {
        return page.text(key, {{"fee", money_text(page, term.setup_fee)},
                               {"term", months_text(page, term.months)}});
    };
    bool const are_equal = std::ranges::all_of(
        terms, [&](OfferedTerm const& term) { return term.setup_fee == terms.front().setup_fee; });
    if (are_equal) {
        return terms.front().setup_fee == Money{0}
                   ? std::vector<std::string>{}
                   : std::vector{fee_text("packages.setup_fee", terms.front())};
    }
    std::vector<std::string> lines;
    for (OfferedTerm const& term : terms) {
        lines.push_back(fee_text("packages.setup_fee_of_term", term));
    }
    return lines;
}

// The list, and has_NAME, since Mustache cannot ask whether a list is empty before it repeats it.
void add_lines(templates::Object& row, std::string const& name,
               std::vector<std::string> const& lines) {
    row.insert({{name, line_list(lines)}, {"has_" + name, !lines.empty()}});
}

void add_price(templates::Object& row, PageSource const& page, Offer const& offer) {
    std::vector<std::string> per;
    std::vector<std::string> lines;
    std::string price = page.text("packages.no_price");
    if (offer.subscription) {
        std::span<OfferedTerm const> const terms(offer.subscription->terms);
        Price const shortest = price_of(page, offer, terms.front());
        lines = term_prices(page, terms, offer);
        std::ranges::copy(setup_fees(page, terms), std::back_inserter(lines));
        // Prepaid hours alone have a block's price and no other.
        if (shortest.amount != Money{0}) {
            price = money_text(page, shortest.amount);
            per = {per_text(page, shortest, terms.front().months)};
        }
    }
    row.insert({{"price", price}, {"price_per", line_list(per)}});
    add_lines(row, "price_lines", lines);
}

std::string_view period_key(std::int32_t months) {
    return months == 12  ? "packages.per_year"
           : months == 3 ? "packages.per_quarter"
                         : "packages.per_month";
}

std::vector<std::string> carry_text(PageSource const& page, Carry const& carry) {
    // Names each member, so that a new one does not compile until a text states it.
    auto const& [months, cap, share] = carry;
    std::string const key = months ? "months" : "always";
    std::vector<std::string> lines{
        page.text((share == BasisPoints{10'000} ? "carry." : "carry.part_") + key,
                  {{"months", months ? months_text(page, *months) : std::string()},
                   {"share", format_percent(share, page.language)}})};
    if (cap) {
        lines.push_back(page.text("carry.cap", {{"cap", work_text(page, *cap)}}));
    }
    return lines;
}

void add_included(templates::Object& row, PageSource const& page, Offer const& offer) {
    Allowance const& allowance = offer.allowance;
    bool const is_none = !allowance.is_unlimited && allowance.included == Minutes{0};
    std::string const amount = allowance.is_unlimited ? page.text("packages.unlimited")
                                                      : work_text(page, allowance.included);
    row.insert({{"has_included", !is_none},
                {"included", amount},
                {"included_per",
                 line_list(allowance.is_unlimited
                               ? std::vector<std::string>{}
                               : std::vector{page.text(period_key(allowance.period_months))})},
                {"carry", line_list(allowance.carry ? carry_text(page, *allowance.carry)
                                                    : std::vector<std::string>{})}});
}

std::string pooling_text(PageSource const& page, std::int32_t pairs_per_term_max) {
    return pairs_per_term_max == 0
               ? page.text("pooling.none")
               : page.texts.counted("pooling.some",
                                    plural_of(pairs_per_term_max, false, page.language),
                                    format_integer(pairs_per_term_max, page.language));
}

std::string promise_text(PageSource const& page, ResponsePromise const& promise) {
    std::int64_t const minutes = promise.within.count;
    if (promise.hours == SupportHours::business && minutes % minutes_per_business_day == 0) {
        std::int64_t const days = minutes / minutes_per_business_day;
        std::string const time = page.texts.counted("days", plural_of(days, false, page.language),
                                                    format_integer(days, page.language));
        return page.text("response.days", {{"time", time}});
    }
    return page.text(promise.hours == SupportHours::always ? "response.always"
                                                           : "response.business",
                     {{"time", duration_text(page, promise.within)}});
}

templates::List responses(PageSource const& page, Offer const& offer) {
    templates::List list;
    for (ResponsePromise const& promise : offer.responses) {
        list.push_back(
            {{"level",
              page.text("level.number", {{"level", format_integer(promise.level, page.language)}})},
             {"promise", promise_text(page, promise)}});
    }
    return list;
}

templates::List offered_services(PageSource const& page, Offer const& offer) {
    templates::List list;
    for (std::size_t i = 0; i < page.catalogue.services.size(); ++i) {
        list.push_back(
            {{"service", page.catalogue.services[i].name.in(page.language)},
             {"is_included", std::ranges::find(offer.services, i) != offer.services.end()}});
    }
    return list;
}

templates::Object offer_row(PageSource const& page, Offer const& offer) {
    templates::Object row{
        {"id", offer.id},
        {"name", offer.name.in(page.language)},
        {"summary", offer.summary.in(page.language)},
        {"overage_notes", line_list(overage_notes(page, offer))},
        {"pooling", pooling_text(page, offer.allowance.pooling_pairs_per_term_max)},
        {"has_responses", !offer.responses.empty()},
        {"responses", responses(page, offer)},
        {"offered_services", offered_services(page, offer)},
    };
    add_lines(row, "overage", overage_lines(page, offer.overage));
    add_lines(row, "kinds", kind_lines(page, offer));
    add_lines(row, "extras", extra_lines(page, offer));
    add_price(row, page, offer);
    add_included(row, page, offer);
    return row;
}

bool has_business_days(Catalogue const& catalogue) {
    return std::ranges::any_of(catalogue.offers, [](Offer const& offer) {
        return std::ranges::any_of(offer.responses, [](ResponsePromise const& promise) {
            return promise.hours == SupportHours::business &&
                   promise.within.count % minutes_per_business_day == 0;
        });
    });
}

// Where the rate is 0 there is nothing to say.
std::vector<std::string> vat_note(PageSource const& page) {
    Catalogue const& catalogue = page.catalogue;
    if (catalogue.is_small_business) {
        return {page.text("packages.no_vat")};
    }
    if (catalogue.vat == BasisPoints{0}) {
        return {};
    }
    return {page.text(catalogue.prices_include_vat ? "packages.gross" : "packages.net")};
}

std::vector<std::string> notes(PageSource const& page) {
    Catalogue const& catalogue = page.catalogue;
    std::vector<std::string> lines = vat_note(page);
    if (std::ranges::any_of(catalogue.offers, [](Offer const& offer) {
            return offer.subscription && offer.subscription->terms.size() > 1;
        })) {
        lines.push_back(page.text("packages.terms_note"));
    }
    if (has_business_days(catalogue)) {
        lines.push_back(page.text("packages.days_note"));
    }
    return lines;
}

struct Column {
    std::string_view name;
    bool (*is_used)(PageSource const&, Offer const&);
};

// A column that no offer uses is left out.
constexpr Column optional_columns[] = {
    {"has_included_column",
     [](PageSource const&, Offer const& offer) {
         return offer.allowance.is_unlimited || offer.allowance.included > Minutes{0};
     }},
    {"has_overage_column",
     [](PageSource const&, Offer const& offer) { return offer.can_exceed(); }},
    {"has_kinds_column",
     [](PageSource const& page, Offer const& offer) { return !kind_lines(page, offer).empty(); }},
    {"has_extras_column",
     [](PageSource const&, Offer const& offer) { return !offer.extras.empty(); }},
    {"has_pooling_column",
     [](PageSource const&, Offer const& offer) {
         return offer.allowance.pooling_pairs_per_term_max > 0;
     }},
    {"has_responses_column",
     [](PageSource const&, Offer const& offer) { return !offer.responses.empty(); }},
    {"has_services_column",
     [](PageSource const& page, Offer const&) { return !page.catalogue.services.empty(); }},
};

bool is_used(PageSource const& page, Column const& column) {
    return std::ranges::any_of(page.catalogue.offers,
                               [&](Offer const& offer) { return column.is_used(page, offer); });
}

std::string column_count(PageSource const& page) {
    constexpr std::ptrdiff_t always = 2; // name and price
    return std::to_string(always +
                          std::ranges::count_if(optional_columns, [&](Column const& column) {
                              return is_used(page, column);
                          }));
}

templates::List offer_rows(PageSource const& page) {
    templates::List rows;
    for (Offer const& offer : page.catalogue.offers) {
        rows.push_back(offer_row(page, offer));
    }
    return rows;
}

} // namespace

templates::Object packages(PageSource const& page) {
    // Made where the template asks for it: a template of a host's own may need fewer texts.
    auto const when_used = [&page](auto make) {
        return templates::Make([&page, make] { return templates::Value(make(page)); });
    };
    templates::Object table{{"column_count", when_used(column_count)},
                            {"overage_title", when_used([](PageSource const& source) {
                                 return source.text(source.catalogue.unit ? "packages.overage_units"
                                                                          : "packages.overage");
                             })},
                            {"offers", when_used(offer_rows)},
                            {"package_notes", when_used([](PageSource const& source) {
                                 return line_list(notes(source));
                             })}};
    for (Column const& column : optional_columns) {
        table.emplace(column.name, when_used([&column](PageSource const& source) {
                          return is_used(source, column);
                      }));
    }
    return table;
}

} // namespace kontingent::cli
