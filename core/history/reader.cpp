#include "core/history/reader.hpp"

#include "core/history/encoding.hpp"
#include "core/history/headings.hpp"
#include "core/scenario.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::history {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::int64_t day_ms = 24 * 60 * minute_ms;
constexpr std::int64_t rows_to_judge_by = 50;
constexpr std::size_t shown_bytes_max = 40;

std::string_view cell_of(std::vector<std::string> const& cells, std::size_t column) {
    return column < cells.size() ? std::string_view{cells[column]} : std::string_view{};
}

std::string beginning(std::string_view cell) {
    std::size_t end = std::min(cell.size(), shown_bytes_max);
    while (end < cell.size() && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U) {
        --end; // not within a character
    }
    return std::string{cell.substr(0, end)};
}

} // namespace

HistoryReader::HistoryReader(std::string bytes, HistoryOptions const& given)
    : is_too_large_(bytes.size() > history_bytes_max),
      text_(is_too_large_ ? std::string{} : to_utf8(std::move(bytes))),
      given_(given),
      rows_(text_, given.delimiter ? *given.delimiter : recognised_delimiter(text_)) {
    result_.understood = given;
    result_.understood.delimiter = given.delimiter ? *given.delimiter : recognised_delimiter(text_);
    begin_columns();
}

// Headings and columns, from the first row and, where its words are unknown, the rows after it.
void HistoryReader::begin_columns() {
    if (!rows_.next()) {
        fail(is_too_large_ ? HistoryFault::too_large : HistoryFault::empty);
        return;
    }
    std::vector<std::string> const first = rows_.cells();
    HistoryOptions& understood = result_.understood;
    has_headings_ = date_column_of(first) || duration_column_of(first) ||
                    std::ranges::none_of(
                        first, [](std::string const& cell) { return read_date(cell).has_value(); });
    if (has_headings_) {
        result_.headings = first;
    } else {
        for (std::size_t column = 0; column < first.size(); ++column) {
            result_.headings.push_back(std::to_string(column + 1));
        }
    }
    auto const within = [&first](std::optional<std::size_t> column) {
        return column && *column < first.size() ? column : std::nullopt;
    };
    understood.date_column = within(given_.date_column);
    understood.duration_column = within(given_.duration_column);
    if (!understood.date_column && has_headings_) {
        understood.date_column = date_column_of(first);
    }
    if (!understood.duration_column && has_headings_) {
        understood.duration_column = duration_column_of(first);
    }
    find_columns_by_content();
    if (!understood.date_column) {
        fail(HistoryFault::no_date_column);
    } else if (!understood.duration_column) {
        fail(HistoryFault::no_duration_column);
    } else if (!has_headings_) {
        look_at(first);
    }
}

// A column of dates, and the last other one of durations: trackers write start and end before it.
void HistoryReader::find_columns_by_content() {
    HistoryOptions& understood = result_.understood;
    if (understood.date_column && understood.duration_column) {
        return;
    }
    CsvRows rows(text_, *understood.delimiter);
    std::vector<std::int64_t> dates(result_.headings.size()), durations(result_.headings.size());
    std::int64_t most_dates = 0;
    std::int64_t most_durations = 0;
    for (std::int64_t row = 0; row < rows_to_judge_by && rows.next(); ++row) {
        for (std::size_t column = 0; column < dates.size(); ++column) {
            std::string_view const cell = cell_of(rows.cells(), column);
            bool const is_date = read_date(cell).has_value();
            dates[column] += is_date ? 1 : 0;
            durations[column] += !is_date && read_duration(cell) ? 1 : 0;
            most_dates = std::max(most_dates, dates[column]);
            most_durations = std::max(most_durations, durations[column]);
        }
    }
    for (std::size_t column = dates.size(); column-- > 0;) {
        if (!understood.duration_column && most_durations > 0 &&
            durations[column] == most_durations && understood.date_column != column) {
            understood.duration_column = column;
        }
    }
    for (std::size_t column = 0; column < dates.size(); ++column) {
        if (!understood.date_column && most_dates > 0 && dates[column] == most_dates &&
            understood.duration_column != column) {
            understood.date_column = column;
        }
    }
}

void HistoryReader::look_at(std::vector<std::string> const& cells) {
    if (auto const date = read_date(cell_of(cells, *result_.understood.date_column))) {
        evidence_.has_dates = true;
        evidence_.first_highest = std::max(evidence_.first_highest, date->numbers[0]);
        evidence_.second_highest = std::max(evidence_.second_highest, date->numbers[1]);
        evidence_.has_year_first = evidence_.has_year_first || date->begins_with_year;
        evidence_.has_points = evidence_.has_points || date->separator == '.';
    }
    auto const duration = read_duration(cell_of(cells, *result_.understood.duration_column));
    if (duration && duration->kind == DurationKind::number) {
        evidence_.has_numbers = true;
        evidence_.has_decimals = evidence_.has_decimals || !duration->is_whole;
        evidence_.thousandths_highest =
            std::max(evidence_.thousandths_highest, duration->thousandths);
    }
}

void HistoryReader::decide_date_order() {
    auto& order = result_.understood.date_order;
    if (order) {
        return;
    }
    constexpr std::int32_t months = 12;
    if (evidence_.has_year_first) {
        order = DateOrder::year_month_day;
    } else if (evidence_.has_points || evidence_.first_highest > months) {
        order = DateOrder::day_month_year; // with points it is written so everywhere
    } else if (evidence_.second_highest > months) {
        order = DateOrder::month_day_year;
    } else {
        order = result_.understood.delimiter == ';' ? DateOrder::day_month_year
                                                    : DateOrder::month_day_year;
        result_.is_date_order_ambiguous = evidence_.has_dates;
    }
}

// Hours, unless the heading says else or the numbers are too many for hours of one day.
void HistoryReader::decide_unit() {
    auto& unit = result_.understood.duration_unit;
    if (unit || !evidence_.has_numbers) {
        return;
    }
    unit = unit_of_heading(result_.headings[*result_.understood.duration_column]);
    if (unit) {
        return;
    }
    constexpr std::int64_t hours_of_day = 24'000; // in thousandths
    constexpr std::int64_t minutes_of_day = 60 * hours_of_day;
    bool const fits_hours = evidence_.has_decimals || evidence_.thousandths_highest <= hours_of_day;
    unit = fits_hours                                        ? DurationUnit::hours
           : evidence_.thousandths_highest <= minutes_of_day ? DurationUnit::minutes
                                                             : DurationUnit::seconds;
    result_.is_duration_unit_ambiguous = !evidence_.has_decimals;
}

void HistoryReader::begin_summing() {
    decide_date_order();
    decide_unit();
    rows_ = CsvRows(text_, *result_.understood.delimiter);
    if (has_headings_) {
        rows_.next();
    }
    phase_ = Phase::summing;
}

void HistoryReader::reject(RowFault fault, std::int64_t line, std::string_view cell) {
    ++result_.rows_rejected;
    if (result_.rejected.size() < rejected_rows_max) {
        result_.rejected.push_back({line, fault, beginning(cell)});
    }
}

void HistoryReader::add(std::int32_t month, std::int64_t milliseconds) {
    // Exports go through time: the month is mostly the last one or near it.
    auto at = sums_.end();
    while (at != sums_.begin() && month <= (at - 1)->month) {
        --at;
    }
    if (at == sums_.end() || at->month != month) {
        at = sums_.insert(at, {month, 0});
    }
    at->milliseconds += milliseconds;
    ++result_.rows_read;
}

void HistoryReader::sum(std::vector<std::string> const& cells, std::int64_t line) {
    HistoryOptions const& understood = result_.understood;
    std::string_view const date_cell = cell_of(cells, *understood.date_column);
    std::string_view const duration_cell = cell_of(cells, *understood.duration_column);
    if (date_cell.empty() || duration_cell.empty()) {
        reject(date_cell.empty() ? RowFault::no_date : RowFault::no_duration, line,
               cell_of(cells, 0));
        return;
    }
    auto const parts = read_date(date_cell);
    auto const month = parts ? month_of(*parts, *understood.date_order) : std::nullopt;
    auto const duration = read_duration(duration_cell);
    if (!month || !duration) {
        reject(!month ? RowFault::bad_date : RowFault::bad_duration, line,
               !month ? date_cell : duration_cell);
        return;
    }
    std::int64_t const milliseconds =
        milliseconds_of(*duration, understood.duration_unit.value_or(DurationUnit::hours));
    if (milliseconds < 0 || milliseconds > day_ms) {
        reject(milliseconds < 0 ? RowFault::negative_duration : RowFault::too_long, line,
               duration_cell);
        return;
    }
    add(*month, milliseconds);
}

void HistoryReader::fail(HistoryFault fault) {
    result_.fault = fault;
    phase_ = Phase::done;
}

void HistoryReader::finish() {
    phase_ = Phase::done;
    if (result_.rows_read + result_.rows_rejected == 0) {
        result_.fault = HistoryFault::empty;
    }
    for (MonthSum const& sum : sums_) {
        Minutes const used{(sum.milliseconds + minute_ms / 2) / minute_ms};
        result_.months.push_back({sum.month, used});
        if (used > month_usage_max) {
            result_.fault = HistoryFault::month_too_large;
        }
    }
}

void HistoryReader::read(std::size_t rows_max) {
    for (std::size_t row = 0; row < rows_max && !is_done(); ++row) {
        bool const has_row = rows_.next();
        if (phase_ == Phase::looking) {
            has_row ? look_at(rows_.cells()) : begin_summing();
        } else if (has_row) {
            sum(rows_.cells(), rows_.line());
        } else {
            finish();
        }
    }
}

std::int32_t HistoryReader::progress_per_mille() const {
    if (is_done()) {
        return 1000;
    }
    std::size_t const half = phase_ == Phase::looking ? 0 : 500;
    return static_cast<std::int32_t>(half + rows_.offset() * 500 / (text_.size() + 1));
}

} // namespace kontingent::history
