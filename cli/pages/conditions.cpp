// An offer's conditions as lines of text: overage, kinds of work, tasks, extras.
#include "cli/pages/page_words.hpp"
#include "core/base/format.hpp"

#include <optional>
#include <string_view>

namespace kontingent::cli {
namespace {

std::string unit_text(PageSource const& page) {
    return page.catalogue.unit ? page.catalogue.unit->one.in(page.language)
                               : page.text("unit.hour");
}

std::string hours_text(PageSource const& page, Minutes time) {
    return page.texts.counted("hours",
                              plural_of(time.count / 60, time.count % 60 != 0, page.language),
                              format_hours_plain(time, page.language));
}

std::string tier_line(PageSource const& page, Tier const& tier, std::optional<Minutes> lower) {
    TextArguments arguments{{"rate", money_text(page, Money{tier.hourly_rate.minor_per_hour})}};
    std::string_view key = "overage.flat";
    if (tier.up_to) {
        key = "overage.up_to";
        arguments["to"] = work_text(page, *tier.up_to);
    } else if (lower) {
        key = "overage.beyond";
    }
    if (key == "overage.flat") {
        arguments["unit"] = unit_text(page);
    }
    if (lower) {
        arguments["from"] = work_text(page, *lower);
    }
    std::string line = page.text(key, arguments);
    if (tier.flat_fee && *tier.flat_fee != Money{0}) {
        line += " " + page.text("overage.flat_fee", {{"fee", money_text(page, *tier.flat_fee)}});
    }
    return line;
}

std::string validity_note(PageSource const& page, Overage const& overage) {
    if (!overage.keeps_blocks()) {
        return page.text("overage.block");
    }
    return overage.block_valid_months
               ? page.text("overage.block_valid",
                           {{"months", months_text(page, *overage.block_valid_months)}})
               : page.text("overage.block_unlimited");
}

void add_task_notes(std::vector<std::string>& notes, PageSource const& page, TaskRule const& task) {
    auto const add = [&](Minutes value, Minutes none, std::string_view key) {
        if (value > none) {
            notes.push_back(page.text(key, {{"time", duration_text(page, value)}}));
        }
    };
    add(task.minimum, Minutes{0}, "task.minimum");
    add(task.first, Minutes{0}, "task.first");
    add(task.increment, Minutes{1}, "task.increment");
    if (task.fee > Money{0}) {
        notes.push_back(page.text("task.fee", {{"fee", money_text(page, task.fee)}}));
    }
}

std::string kind_line(PageSource const& page, std::string const& name, KindRule const& rule) {
    std::string terms;
    auto const add = [&terms](std::string const& text) {
        terms += (terms.empty() ? "" : "; ") + text;
    };
    if (rule.counts != BasisPoints{10'000}) {
        add(page.text("kind.counts", {{"share", format_percent(rule.counts, page.language)}}));
    }
    if (!rule.uses_included) {
        add(page.text("kind.not_included"));
    }
    if (rule.overage) {
        for (std::string const& line : overage_lines(page, *rule.overage)) {
            add(line);
        }
    }
    return terms.empty() ? terms : page.text("kind.line", {{"kind", name}, {"terms", terms}});
}

} // namespace

std::string money_text(PageSource const& page, Money amount) {
    return format_money(amount, page.catalogue.currency, page.language);
}

std::string months_text(PageSource const& page, std::int32_t count) {
    return page.texts.counted("months", plural_of(count, false, page.language),
                              format_integer(count, page.language));
}

std::string work_text(PageSource const& page, Minutes work) {
    if (!page.catalogue.unit) {
        return hours_text(page, work);
    }
    Unit const& unit = *page.catalogue.unit;
    return format_integer(work.count, page.language) + " " + unit.noun(work.count, page.language);
}

std::string duration_text(PageSource const& page, Minutes duration) {
    std::int64_t const minutes = duration.count;
    return minutes >= 60 && minutes % 30 == 0
               ? hours_text(page, duration)
               : page.texts.counted("minutes", plural_of(minutes, false, page.language),
                                    format_integer(minutes, page.language));
}

templates::List line_list(std::vector<std::string> const& lines) {
    templates::List list;
    for (std::string const& line : lines) {
        list.push_back({{"line", line}});
    }
    return list;
}

std::vector<std::string> overage_lines(PageSource const& page, Overage const& overage) {
    if (overage.mode == OverageMode::on_request) {
        return {page.text("overage.on_request")};
    }
    if (overage.mode == OverageMode::block) {
        return {
            page.text("overage.block_price", {{"size", work_text(page, overage.block_size)},
                                              {"price", money_text(page, overage.block_price)}})};
    }
    std::vector<std::string> lines;
    std::optional<Minutes> lower;
    for (Tier const& tier : overage.tiers) {
        lines.push_back(tier_line(page, tier, lower));
        lower = tier.up_to;
    }
    return lines;
}

std::vector<std::string> overage_notes(PageSource const& page, Offer const& offer) {
    std::vector<std::string> notes;
    Overage const& overage = offer.overage;
    if (overage.mode == OverageMode::block) {
        notes.push_back(validity_note(page, overage));
    } else if (overage.tiers.size() > 1) {
        notes.push_back(
            page.text(overage.mode == OverageMode::volume ? "overage.volume" : "overage.graduated",
                      {{"unit", unit_text(page)}}));
    }
    if (offer.task) {
        add_task_notes(notes, page, *offer.task);
    }
    return notes;
}

std::vector<std::string> kind_lines(PageSource const& page, Offer const& offer) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < offer.kinds.size(); ++i) {
        std::string line =
            kind_line(page, page.catalogue.kinds[i].name.in(page.language), offer.kinds[i]);
        if (!line.empty()) {
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

std::vector<std::string> extra_lines(PageSource const& page, Offer const& offer) {
    std::vector<std::string> lines;
    for (OfferedExtra const& offered : offer.extras) {
        TextArguments const name{
            {"extra", page.catalogue.extras[offered.extra].name.in(page.language)}};
        auto const add = [&](std::string_view key, std::string_view argument, std::string value) {
            TextArguments arguments = name;
            arguments[argument] = std::move(value);
            lines.push_back(page.text(key, arguments));
        };
        if (offered.included > 0) {
            add("extra.included", "number", format_integer(offered.included, page.language));
        }
        std::string_view const each = offered.included > 0 ? "extra.more_" : "extra.";
        if (offered.monthly_price) {
            add(std::string(each) + "monthly", "price", money_text(page, *offered.monthly_price));
        }
        if (offered.one_off_price) {
            add(std::string(each) + "one_off", "price", money_text(page, *offered.one_off_price));
        }
    }
    return lines;
}

} // namespace kontingent::cli
