#include "core/history/sources.hpp"

#include <algorithm>
#include <array>

namespace kontingent::history {

namespace {

// Lower is likelier.
int rank_of(Heading const& heading) {
    constexpr std::array ranked{Role::date, Role::begin, Role::unknown, Role::end, Role::recorded};
    auto const found = std::ranges::find(ranked, heading.role);
    return found == ranked.end() ? 2 : static_cast<int>(found - ranked.begin());
}

bool has_days(Table const& table, Column const& column) {
    bool const is_serial = column.is_mostly(column.serials) && column.heading.is_date;
    bool const is_filled = column.filled * 2 >= table.full_rows;
    return is_filled && (column.is_mostly(column.dates) || is_serial);
}

std::optional<std::int32_t> month_in(Column const& column, std::string_view cell) {
    auto const order = column.date_order.order(DateOrder::day_month_year);
    if (!order) {
        auto const day = serial_day(cell);
        return day ? std::optional{month_of(*day)} : std::nullopt;
    }
    return month_of(cell, *order);
}

bool have_same_months(Table const& table, std::size_t first, std::size_t second) {
    return std::ranges::all_of(table.rows, [&](Row const& row) {
        return month_in(table.columns[first], row.cell(first)) ==
               month_in(table.columns[second], row.cell(second));
    });
}

// Another column is headed as a date, and its cells are none that are known: "29".
bool is_beside_date(Table const& table, std::size_t best) {
    constexpr std::array of_dates{Role::date, Role::unknown, Role::recorded, Role::begin,
                                  Role::end};
    return table.columns[best].heading.role != Role::date &&
           std::ranges::any_of(table.columns, [&](Column const& column) {
               bool const is_date =
                   std::ranges::find(of_dates, column.heading.role) != of_dates.end();
               return is_date && column.heading.is_date && column.filled > 0 &&
                      column.dates + column.serials == 0;
           });
}

} // namespace

DateChoice find_date(Table const& table) {
    std::vector<std::size_t> candidates;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (has_days(table, table.columns[index])) {
            candidates.push_back(index);
        }
    }
    if (candidates.empty()) {
        return {};
    }
    auto const rank = [&](std::size_t index) { return rank_of(table.columns[index].heading); };
    std::size_t const best = *std::ranges::min_element(candidates, {}, rank);
    bool const is_named = rank(best) < 2;
    bool is_certain = true;
    for (std::size_t const other : candidates) {
        bool const is_rival = other != best && (!is_named || rank(other) <= rank(best));
        is_certain = is_certain && (!is_rival || have_same_months(table, best, other));
    }
    return {best, is_certain && !is_beside_date(table, best)};
}

} // namespace kontingent::history
