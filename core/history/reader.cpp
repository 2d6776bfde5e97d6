#include "core/history/reader.hpp"

#include "core/base/utf8.hpp"
#include "core/history/columns.hpp"
#include "core/history/encoding.hpp"
#include "core/pricing/scenario.hpp"

#include <utility>

namespace kontingent::history {

namespace {

constexpr std::int64_t no_row = -1;
constexpr std::int32_t first_month = year_min * 12;
constexpr std::size_t month_count = std::size_t{year_max - year_min + 1} * 12;

// On one line, whole characters.
std::string beginning(std::string_view text) {
    std::string begin{text.substr(0, rejected_text_max)};
    begin.resize(utf8::sound_prefix(begin));
    for (char& c : begin) {
        c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return begin;
}

} // namespace

HistoryReader::HistoryReader(std::string bytes, HistoryOptions const& options)
    : options_(options), csv_({}, ',') {
    if (bytes.size() > history_bytes_max) {
        give_up(HistoryError::too_large);
        return;
    }
    text_ = to_utf8(std::move(bytes));
    find_columns();
}

void HistoryReader::give_up(HistoryError error) {
    history_.error = error;
    stage_ = Stage::done;
}

void HistoryReader::find_columns() {
    char const delimiter = options_.delimiter ? *options_.delimiter : find_delimiter(text_);
    history_.understood.delimiter = delimiter;
    csv_ = CsvReader(text_, delimiter);
    std::vector<Row> first_rows;
    while (first_rows.size() < sample_rows_max && csv_.next(row_)) {
        first_rows.push_back(row_);
    }
    csv_ = CsvReader(text_, delimiter);
    Columns columns = history::find_columns(first_rows, options_);
    history_.heading_line = columns.heading_line;
    history_.headings = std::move(columns.headings);
    history_.understood.date_column = columns.date;
    history_.understood.duration_column = columns.duration;
    if (first_rows.empty() || first_rows.back().line <= columns.heading_line) {
        give_up(HistoryError::empty);
    } else if (!columns.date) {
        give_up(HistoryError::no_date_column);
    } else if (!columns.duration) {
        give_up(HistoryError::no_duration_column);
    } else {
        date_column_ = *columns.date;
        duration_column_ = *columns.duration;
        named_unit_ = columns.duration_unit;
        microseconds_.assign(month_count, no_row);
    }
}

void HistoryReader::find_styles() {
    HistoryOptions& understood = history_.understood;
    // Semicolons are at home where days come first.
    auto const preferred =
        understood.delimiter == ';' ? DateOrder::day_month_year : DateOrder::month_day_year;
    understood.date_order = options_.date_order ? options_.date_order : dates_.order(preferred);
    history_.is_date_order_ambiguous = !options_.date_order && dates_.is_ambiguous();
    understood.decimal_mark =
        options_.decimal_mark ? options_.decimal_mark : numbers_.decimal_mark();
    history_.is_decimal_mark_ambiguous = !options_.decimal_mark && numbers_.is_mark_ambiguous();
    date_order_ = understood.date_order.value_or(date_order_);
    number_style_.decimal_mark = understood.decimal_mark.value_or(number_style_.decimal_mark);
    bool const is_unit_said = options_.duration_unit || named_unit_;
    understood.duration_unit = options_.duration_unit ? options_.duration_unit
                               : named_unit_          ? named_unit_
                                                      : numbers_.unit(number_style_.decimal_mark);
    history_.is_duration_unit_ambiguous =
        !is_unit_said && understood.duration_unit == DurationUnit::minutes;
    number_style_.unit = understood.duration_unit.value_or(number_style_.unit);
}

bool HistoryReader::next_row() {
    while (csv_.next(row_)) {
        if (row_.line > history_.heading_line) {
            return true;
        }
    }
    return false;
}

void HistoryReader::read(std::size_t bytes_max) {
    std::size_t const begin = csv_.offset();
    while (stage_ != Stage::done) {
        if (next_row()) {
            add(row_);
            if (csv_.offset() - begin >= bytes_max) {
                return;
            }
        } else if (stage_ == Stage::finding) {
            find_styles();
            stage_ = Stage::summing;
            csv_ = CsvReader(text_, *history_.understood.delimiter);
            return;
        } else {
            finish();
        }
    }
}

std::int32_t HistoryReader::per_mille() const {
    if (is_done()) {
        return 1000;
    }
    std::uint64_t const done = (stage_ == Stage::summing ? text_.size() : 0) + csv_.offset();
    return static_cast<std::int32_t>(done * 999 / (2 * text_.size()));
}

void HistoryReader::add(Row const& row) {
    std::string_view const date = row.cell(date_column_);
    std::string_view const duration_text = row.cell(duration_column_);
    if (stage_ == Stage::finding) {
        dates_.add(date);
        numbers_.add(duration_text);
        return;
    }
    if (date.empty()) {
        return reject(row, RowError::no_date);
    }
    auto const month = month_of(date, date_order_);
    if (!month) {
        return reject(row, RowError::bad_date);
    }
    auto const duration = duration_of(duration_text, number_style_);
    if (!duration) {
        return reject(row, duration.error());
    }
    std::int64_t& sum = microseconds_[static_cast<std::size_t>(*month - first_month)];
    sum = (sum == no_row ? 0 : sum) + *duration;
    ++history_.rows_read;
}

void HistoryReader::reject(Row const& row, RowError error) {
    ++history_.rows_rejected;
    if (history_.rejected.size() < rejected_rows_max) {
        history_.rejected.push_back({row.line, error, beginning(row.raw)});
    }
}

void HistoryReader::finish() {
    for (std::size_t index = 0; index < microseconds_.size(); ++index) {
        if (microseconds_[index] == no_row) {
            continue;
        }
        Minutes const used{(microseconds_[index] + microseconds_a_minute / 2) /
                           microseconds_a_minute};
        history_.months.push_back({first_month + static_cast<std::int32_t>(index), used});
        if (used > month_usage_max) {
            history_.error = HistoryError::month_too_large;
        }
    }
    stage_ = Stage::done;
}

} // namespace kontingent::history
