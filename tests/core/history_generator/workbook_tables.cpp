#include "tests/core/history_generator/workbook_tables.hpp"

#include "tests/core/history_generator/layout.hpp"
#include "tests/core/workbook_writer.hpp"

#include <iomanip>
#include <sstream>

namespace kontingent::tests {

namespace {

// How a workbook writes durations.
enum class CellForm : std::uint8_t { elapsed, clock, hours, minutes, text };

std::string day_cell(std::chrono::sys_days day, bool is_1904) {
    using namespace std::chrono;
    constexpr sys_days zero_1900{year{1899} / December / 30};
    constexpr sys_days zero_1904{year{1904} / January / 1};
    return number_cell(std::to_string((day - (is_1904 ? zero_1904 : zero_1900)).count()),
                       date_style);
}

std::string number_text(double number, int digits) {
    std::ostringstream text;
    text << std::setprecision(digits) << number;
    return text.str();
}

std::string fraction_cell(std::int64_t minutes, int style) {
    return number_cell(number_text(static_cast<double>(minutes) / 1440, 17), style);
}

std::string duration_cell(Draft const& draft, CellForm form, std::int64_t minutes) {
    switch (form) {
    case CellForm::elapsed:
        return fraction_cell(minutes, elapsed_style);
    case CellForm::clock:
        return fraction_cell(minutes, clock_style);
    case CellForm::hours:
        return number_cell(number_text(static_cast<double>(minutes) / 60, 15), number_style);
    case CellForm::minutes:
        return number_cell(std::to_string(minutes), number_style);
    case CellForm::text:
        break;
    }
    return text_cell(written_duration(draft.writing, DurationForm::units, minutes));
}

// Columns of finished cells; a row in front with the headings, one behind with the sum.
std::string sheet_of(Draft const& draft, std::string const& sum_cells) {
    std::string headings;
    for (TableColumn const& column : draft.columns) {
        headings += text_cell(column.heading);
    }
    std::string rows = sheet_row(headings);
    for (std::size_t entry = 0; entry < draft.entries.size(); ++entry) {
        std::string cells;
        for (TableColumn const& column : draft.columns) {
            cells += column.cells[entry];
        }
        rows += sheet_row(cells);
    }
    return rows + (sum_cells.empty() ? "" : sheet_row(sum_cells));
}

} // namespace

GeneratedTable workbook(Draft& draft) {
    fill(draft, {.has_breaks = chance(draft.random, 50)});
    auto const form = static_cast<CellForm>(draft.random.between(0, 4));
    bool const is_1904 = chance(draft.random, 20);
    DurationForm const heading_form = form == CellForm::minutes ? DurationForm::minutes
                                      : form == CellForm::hours ? DurationForm::decimal_hours
                                                                : DurationForm::clock;
    draft.add(draft.heading(Holds::date),
              [&](Entry const& entry) { return day_cell(entry.day, is_1904); });
    bool const has_span = chance(draft.random, 40);
    if (has_span) {
        draft.add(draft.heading(Holds::begin),
                  [](Entry const& entry) { return fraction_cell(entry.begin, clock_style); });
        draft.add(draft.heading(Holds::end), [](Entry const& entry) {
            return fraction_cell(entry.end() % 1440, clock_style);
        });
        draft.add(draft.heading(Holds::pause),
                  [](Entry const& entry) { return fraction_cell(entry.pause, clock_style); });
    }
    std::int64_t sum = 0;
    draft.add(duration_heading(draft, heading_form, true), [&](Entry const& entry) {
        sum += entry.net;
        return duration_cell(draft, form, entry.net);
    });
    std::string sum_cells;
    if (form != CellForm::clock && chance(draft.random, 50)) {
        sum_cells = text_cell(any_of(draft.random, total_words(draft.writing.language)));
        for (std::size_t index = 2; index < draft.columns.size(); ++index) {
            sum_cells += text_cell("");
        }
        sum_cells += duration_cell(draft, form, sum);
    }
    draft.add(draft.heading(Holds::text), [](Entry const&) { return text_cell("Suche & Filter"); });
    std::vector<WorkbookSheet> sheets{{"A", sheet_of(draft, sum_cells)}};
    if (chance(draft.random, 30)) {
        sheets.insert(sheets.begin(), {"0", sheet_row(text_cell("Report"))});
    }
    if (chance(draft.random, 30)) {
        sheets.push_back({"B", sheet_row(text_cell("x") + text_cell("y"))});
    }
    return {zip_of(workbook_parts(sheets, is_1904)), months_of(draft.entries), true};
}

} // namespace kontingent::tests
