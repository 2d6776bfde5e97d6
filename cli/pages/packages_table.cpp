// The table of packages: every price comes from the core, so that page and portal cannot disagree.
#include "cli/pages/page.hpp"
#include "core/base/format.hpp"
#include "core/pricing/fixed.hpp"
#include "core/pricing/tariff.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace kontingent::cli {
namespace {

constexpr std::int64_t minutes_per_business_day = 480;

std::string money(PageSource const& page, Money amount) {
    return format_money(amount, page.catalogue.currency, page.language);
}

std::string months(PageSource const& page, std::int32_t count) {
    return page.texts.counted("months", count, format_integer(count, page.language));
}

std::string hours(PageSource const& page, Minutes minutes) {
    return page.texts.counted("hours", minutes == Minutes{60} ? 1 : 0,
                              format_hours_plain(minutes, page.language));
}

// The first month's base with the discount on it. The catalogue's bounds leave no room for an
// overflow.
Money price_with(PageSource const& page, Offer const& offer, std::int32_t term_months) {
    return base_of_month(tariff_of(page.catalogue, offer, term_months), 1).value_or(Money{});
}

Html price_cell(PageSource const& page, Offer const& offer) {
    Html cell("<strong>");
    if (!offer.subscription) {
        return cell << page.text("packages.no_price") << "</strong>";
    }
    std::span<OfferedTerm const> const terms(offer.subscription->terms);
    Money const shortest = price_with(page, offer, terms.front().months);
    Html others;
    for (OfferedTerm const& term : terms.subspan(1)) {
        Money const price = price_with(page, offer, term.months);
        if (price != shortest) {
            others << "<li>"
                   << page.text("packages.term_price", {{"term", months(page, term.months)},
                                                        {"price", money(page, price)}})
                   << "</li>";
        }
    }
    cell << escaped(money(page, shortest)) << "</strong> <span class=\"per\">"
         << page.text("packages.per_month") << "</span>";
    if (!others.text().empty()) {
        cell << "<ul>" << others << "</ul>";
    }
    return cell;
}

Html included_cell(PageSource const& page, Minutes included) {
    if (included == Minutes{0}) {
        return page.text("packages.no_included");
    }
    Html cell;
    return cell << "<strong>" << escaped(hours(page, included)) << "</strong> <span class=\"per\">"
                << page.text("packages.per_month") << "</span>";
}

Html tier_item(PageSource const& page, Tier const& tier, std::optional<Minutes> lower) {
    TextArguments arguments{{"rate", money(page, Money{tier.hourly_rate.minor_per_hour})}};
    std::string_view key = "overage.flat";
    if (tier.up_to) {
        key = "overage.up_to";
        arguments["to"] = hours(page, *tier.up_to);
    } else if (lower) {
        key = "overage.beyond";
    }
    if (lower) {
        arguments["from"] = hours(page, *lower);
    }
    Html item("<li>");
    item << page.text(key, arguments);
    if (tier.flat_fee && *tier.flat_fee != Money{0}) {
        item << " " << page.text("overage.flat_fee", {{"fee", money(page, *tier.flat_fee)}});
    }
    return item << "</li>";
}

Html overage_cell(PageSource const& page, Overage const& overage) {
    Html cell("<ul>");
    std::string_view note =
        overage.mode == OverageMode::volume ? "overage.volume" : "overage.graduated";
    if (overage.mode == OverageMode::block) {
        note = "overage.block";
        cell << "<li>"
             << page.text("overage.block_price", {{"size", hours(page, overage.block_size)},
                                                  {"price", money(page, overage.block_price)}})
             << "</li>";
    }
    std::optional<Minutes> lower;
    for (Tier const& tier : overage.tiers) {
        cell << tier_item(page, tier, lower);
        lower = tier.up_to;
    }
    cell << "</ul>";
    if (overage.mode == OverageMode::block || overage.tiers.size() > 1) {
        cell << " <p>" << page.text(note) << "</p>";
    }
    return cell;
}

Html pooling_cell(PageSource const& page, std::int32_t pairs_per_term_max) {
    if (pairs_per_term_max == 0) {
        return page.text("pooling.none");
    }
    return page.text("pooling.some",
                     {{"pairs", format_integer(pairs_per_term_max, page.language)}});
}

Html promise_text(PageSource const& page, ResponsePromise const& promise) {
    std::int64_t const minutes = promise.within.count;
    if (promise.hours == SupportHours::business && minutes % minutes_per_business_day == 0) {
        std::int64_t const days = minutes / minutes_per_business_day;
        std::string const time =
            page.texts.counted("days", days, format_integer(days, page.language));
        return page.text("response.days", {{"time", time}});
    }
    std::string const time =
        minutes >= 60 && minutes % 30 == 0
            ? hours(page, promise.within)
            : page.texts.counted("minutes", minutes, format_integer(minutes, page.language));
    return page.text(promise.hours == SupportHours::always ? "response.always"
                                                           : "response.business",
                     {{"time", time}});
}

Html responses_cell(PageSource const& page, std::vector<ResponsePromise> const& responses) {
    Html cell("<ul>");
    for (ResponsePromise const& promise : responses) {
        cell << "<li><span class=\"level\">"
             << page.text("level.number", {{"level", format_integer(promise.level, page.language)}})
             << "</span> <span class=\"promise\">" << promise_text(page, promise) << "</span></li>";
    }
    return cell << "</ul>";
}

Html services_cell(PageSource const& page, std::vector<std::size_t> const& included) {
    Html cell("<ul>");
    for (std::size_t i = 0; i < page.catalogue.services.size(); ++i) {
        Html const name = page.in_language(page.catalogue.services[i].name);
        if (std::ranges::find(included, i) != included.end()) {
            cell << "<li class=\"is-included\">" << name << "</li>";
        } else {
            cell << "<li class=\"is-missing\"><span class=\"visually-hidden\">"
                 << page.text("services.missing") << " </span>" << name << "</li>";
        }
    }
    return cell << "</ul>";
}

Html labelled_cell(PageSource const& page, std::string_view name, Html const& content) {
    Html cell("<td role=\"cell\" class=\"");
    return cell << escaped(name) << "\" data-label=\"" << page.text("packages." + std::string(name))
                << "\">" << content << "</td>\n";
}

Html offer_row(PageSource const& page, Offer const& offer) {
    Html row("<tr role=\"row\" id=\"package-");
    row << escaped(offer.id)
        << "\">\n<th scope=\"row\" role=\"rowheader\"><span class=\"package-name\">"
        << page.in_language(offer.name) << "</span> <span class=\"package-summary\">"
        << page.in_language(offer.summary) << "</span></th>\n";
    row << labelled_cell(page, "price", price_cell(page, offer));
    row << labelled_cell(page, "included", included_cell(page, offer.allowance.included));
    row << labelled_cell(page, "overage", overage_cell(page, offer.overage));
    row << labelled_cell(page, "pooling",
                         pooling_cell(page, offer.allowance.pooling_pairs_per_term_max));
    row << labelled_cell(page, "responses", responses_cell(page, offer.responses));
    row << labelled_cell(page, "services", services_cell(page, offer.services));
    return row << "</tr>\n";
}

} // namespace

Html packages_table(PageSource const& page) {
    constexpr std::array columns{"name",    "price",     "included", "overage",
                                 "pooling", "responses", "services"};
    Html table("<table class=\"packages\" role=\"table\">\n<caption class=\"visually-hidden\">");
    table << page.text("packages.caption")
          << "</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">\n";
    for (std::string_view const column : columns) {
        table << "<th scope=\"col\" role=\"columnheader\">"
              << page.text("packages." + std::string(column)) << "</th>\n";
    }
    table << "</tr></thead>\n<tbody role=\"rowgroup\">\n";
    for (Offer const& offer : page.catalogue.offers) {
        table << offer_row(page, offer);
    }
    return table << "</tbody>\n</table>";
}

} // namespace kontingent::cli
