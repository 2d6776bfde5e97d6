// What the draft comes to, whether it is within the limit, and issuing it.
#include "core/base/format.hpp"
#include "ui/screens/desk/editor_parts.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace kontingent::ui::desk {

namespace {

float draw_first_totals(Frame& frame, Session const& session, Totals const& totals, Spot spot) {
    DeskTexts const& texts = session.texts;
    std::array<Column, 3> const columns{
        {{.title = texts[DeskText::amount_of], .weight = 1.2F, .align = Align::left},
         {.title = texts[DeskText::net]},
         {.title = texts[DeskText::gross]}}};
    Table table(frame, "totals", spot.x, spot.y, spot.width, texts[DeskText::summary_title],
                columns);
    table.header();
    auto const row = [&](DeskText label, TaxedAmount const& amount, Table::RowKind kind) {
        std::array<std::string, 3> const cells{std::string{texts[label]},
                                               money_words(frame, session, amount.net),
                                               money_words(frame, session, amount.gross)};
        table.row(cells, kind);
    };
    row(DeskText::total_month, totals.month, Table::RowKind::plain);
    row(DeskText::total_fixed, totals.fixed, Table::RowKind::plain);
    std::array<std::string, 3> const expected{std::string{texts[DeskText::total_expected]},
                                              money_words(frame, session, totals.expected_net), ""};
    table.row(expected);
    row(DeskText::total_all, totals.all, Table::RowKind::total);
    return table.height();
}

BasisPoints highest_discount(Computed const& now) {
    BasisPoints highest{0};
    for (OfferedAlternative const& one : now.offered) {
        highest.value = std::max(highest.value, one.discount.value);
    }
    return highest;
}

float draw_limit(Frame& frame, Session const& session, Computed const& now, Spot spot) {
    BasisPoints const discount = highest_discount(now);
    auto const& limit = session.state.settings.discount_max;
    if (discount.value == 0) {
        return 0;
    }
    bool const is_over = limit && discount > *limit;
    std::string const percent = format_percent(discount, frame.language);
    std::string const words =
        limit ? session.texts.fill(
                    is_over ? DeskText::discount_over : DeskText::discount_within,
                    {{"percent", percent}, {"limit", format_percent(*limit, frame.language)}})
              : session.texts.fill(DeskText::discount_share, {{"percent", percent}});
    return status_line(
               frame, "limit", spot.x, spot.y, spot.width, words,
               {.size = type::small, .colour = is_over ? frame.theme.bad : frame.theme.muted}) +
           12;
}

void open_issue(Session& session) {
    State& state = session.state;
    state.shows_missing = true;
    state.issue = {.is_open = true,
                   .is_wanted = false,
                   .prefix = prefix_of(state.records),
                   .owner = state.settings.owner};
    state.focus = Focus::issue;
}

float draw_issue(Frame& frame, Session& session, Spot spot) {
    DeskTexts const& texts = session.texts;
    IssueState& issue = session.state.issue;
    Container const group(frame, "issue_panel", Role::form, texts[DeskText::issue_title]);
    float at = spot.y;
    at +=
        paragraph(frame, spot.x, at, spot.width, texts[DeskText::issue_lead], muted_style(frame)) +
        12;
    bool const asks_prefix = prefix_of(session.state.records).empty();
    bool const asks_owner = session.state.settings.owner.empty();
    bool const has_focus = session.state.focus == Focus::issue;
    FieldOptions const required{
        .autocomplete = "off", .type = "text", .input_mode = {}, .need = Need::required};
    if (asks_prefix) {
        at += form_field(frame, session, {}, "prefix", texts[DeskText::prefix],
                         {spot.x, at, spot.width}, issue.prefix, required) +
              12;
        std::ranges::transform(issue.prefix, issue.prefix.begin(), [](char c) {
            return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        });
    }
    if (asks_owner) {
        FieldOptions name = required;
        name.autocomplete = "name";
        at += form_field(frame, session, {}, "owner", texts[DeskText::owner],
                         {spot.x, at, spot.width}, issue.owner, name) +
              12;
    }
    if (has_focus) {
        frame.wants_focus = frame.id(asks_prefix ? "prefix" : asks_owner ? "owner" : "now");
    }
    if (button(frame, "now", spot.x, at, spot.width, texts[DeskText::issue_now],
               ButtonKind::primary)) {
        issue.is_wanted = true;
    }
    return at + button_height + 12 - spot.y;
}

} // namespace

float draw_summary(Frame& frame, Session& session, Computed const& now, Spot spot) {
    DeskTexts const& texts = session.texts;
    Card card(frame, "summary", Role::region, texts[DeskText::summary_title], spot.x, spot.y,
              spot.width, CardLook::highlighted);
    card.at += heading(frame, card.x, card.at, card.width, texts[DeskText::summary_title], 2,
                       title_style(frame)) +
               8;
    if (!now.offered.empty()) {
        card.at += draw_first_totals(frame, session, now.offered.front().totals,
                                     {card.x, card.at, card.width}) +
                   12;
    }
    for (Error const& error : now.errors) {
        card.at += paragraph(frame, card.x, card.at, card.width, to_line(error, frame.language),
                             {.size = type::small, .colour = frame.theme.bad}) +
                   8;
    }
    card.at += draw_limit(frame, session, now, {card.x, card.at, card.width});
    bool const is_open = session.state.issue.is_open;
    if (is_open) {
        card.at += draw_issue(frame, session, {card.x, card.at, card.width});
    } else if (button(frame, "issue", card.x, card.at, card.width, texts[DeskText::issue],
                      ButtonKind::primary)) {
        open_issue(session);
    }
    card.at += is_open ? 0 : button_height;
    return card.finish();
}

} // namespace kontingent::ui::desk
