#include "ui/screens/desk/totals.hpp"

#include "core/base/format.hpp"
#include "ui/widgets/table.hpp"

#include <array>
#include <string>

namespace kontingent::ui::desk {

float draw_totals(Frame& frame, Session const& session, Catalogue const& catalogue,
                  OfferedAlternative const& offered, std::string_view caption, Spot spot) {
    DeskTexts const& texts = session.texts;
    std::array<Column, 2> const columns{
        {{.title = texts[DeskText::amount_of], .weight = 1, .align = Align::left},
         {.title = texts[DeskText::amount], .weight = 1}}};
    Table table(frame, "totals", spot.x, spot.y, spot.width, caption, columns);
    table.header();
    auto const row = [&](DeskText label, Money amount,
                         Table::RowKind kind = Table::RowKind::plain) {
        std::array<std::string, 2> const cells{
            std::string{texts[label]}, format_money(amount, catalogue.currency, frame.language)};
        table.row(cells, kind);
    };
    Totals const& totals = offered.totals;
    row(DeskText::total_month, totals.month.net);
    row(DeskText::total_fixed, totals.fixed.net);
    row(DeskText::total_expected, totals.expected_net);
    row(DeskText::total_all, totals.all.net, Table::RowKind::total);
    row(DeskText::total_vat, totals.all.vat);
    row(DeskText::total_gross, totals.all.gross);
    return table.height();
}

} // namespace kontingent::ui::desk
