// The table of packages: every price comes from the core, so that page and portal cannot disagree.
#include "cli/pages/page.hpp"
#include "core/base/format.hpp"
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

// The monthly price less the term's discount, as the lines of a month add up to it. The catalogue's
// bounds leave no room for an overflow.
Money price_with(PageSource const& page, Package const& package, Term const& term) {
    Lines lines;
    auto const net =
        append_base(lines, tariff_of(package, term, page.catalogue.term_discount_applies_to), 1);
    return net.value_or(package.monthly_price);
}

Html price_cell(PageSource const& page, Package const& package) {
    std::span<Term const> const terms(page.catalogue.terms);
    Money const shortest = price_with(page, package, terms.front());
    Html others;
    for (Term const& term : terms.subspan(1)) {
        Money const price = price_with(page, package, term);
        if (price != shortest) {
            others << "<li>"
                   << page.text("packages.term_price", {{"term", months(page, term.months)},
                                                        {"price", money(page, price)}})
                   << "</li>";
        }
    }
    Html cell;
    cell << "<strong>" << escaped(money(page, shortest)) << "</strong> <span class=\"per\">"
         << page.text("packages.per_month") << "</span>";
    if (!others.text().empty()) {
        cell << "<ul>" << others << "</ul>";
    }
    return cell;
}

Html included_cell(PageSource const& page, Package const& package) {
    Html cell;
    return cell << "<strong>" << escaped(hours(page, package.included))
                << "</strong> <span class=\"per\">" << page.text("packages.per_month") << "</span>";
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

struct RowHead {
    std::string const& id;
    LocalizedText const& name;
    LocalizedText const& summary;
};

Html row_start(PageSource const& page, RowHead const& head) {
    Html row("<tr role=\"row\" id=\"package-");
    return row << escaped(head.id)
               << "\">\n<th scope=\"row\" role=\"rowheader\"><span class=\"package-name\">"
               << page.in_language(head.name) << "</span> <span class=\"package-summary\">"
               << page.in_language(head.summary) << "</span></th>\n";
}

Html package_row(PageSource const& page, Package const& package) {
    Html row = row_start(page, {package.id, package.name, package.summary});
    row << labelled_cell(page, "price", price_cell(page, package));
    row << labelled_cell(page, "included", included_cell(page, package));
    row << labelled_cell(page, "overage", overage_cell(page, package.overage));
    row << labelled_cell(page, "pooling", pooling_cell(page, package.pooling_pairs_per_term_max));
    row << labelled_cell(page, "responses", responses_cell(page, package.responses));
    row << labelled_cell(page, "services", services_cell(page, package.services));
    return row << "</tr>\n";
}

Html on_demand_row(PageSource const& page, OnDemand const& on_demand) {
    Html price("<strong>");
    price << page.text("packages.no_price") << "</strong>";
    Html row = row_start(page, {on_demand.id, on_demand.name, on_demand.summary});
    row << labelled_cell(page, "price", price);
    row << labelled_cell(page, "included", page.text("packages.no_included"));
    row << labelled_cell(page, "overage", overage_cell(page, on_demand.overage));
    row << labelled_cell(page, "pooling", pooling_cell(page, 0));
    row << labelled_cell(page, "responses", responses_cell(page, on_demand.responses));
    row << labelled_cell(page, "services", services_cell(page, on_demand.services));
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
    for (Package const& package : page.catalogue.packages) {
        table << package_row(page, package);
    }
    return table << on_demand_row(page, page.catalogue.on_demand) << "</tbody>\n</table>";
}

} // namespace kontingent::cli
