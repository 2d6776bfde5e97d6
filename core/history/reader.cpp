#include "core/history/reader.hpp"

#include "core/base/limits.hpp"
#include "core/base/utf8.hpp"
#include "core/history/encoding.hpp"
#include "core/history/text.hpp"
#include "core/history/workbook.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::history {

namespace {

constexpr std::int64_t no_row = -1;
constexpr std::int32_t first_month = year_min * 12;
constexpr std::size_t month_count = std::size_t{year_max - year_min + 1} * 12;
constexpr std::int32_t usual_minutes_a_day = 480;

// On one line, whole characters.
std::string beginning(std::string_view text, std::size_t bytes_max) {
    std::string begin{text.substr(0, bytes_max)};
    begin.resize(utf8::valid_prefix(begin));
    for (char& c : begin) {
        c = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return begin;
}

// So long a day has a break that has to be written somewhere.
bool lacks_break(DurationSource const& source, std::int64_t duration) {
    return source.spans.size() == 1 && source.breaks.empty() && source.break_spans.empty() &&
           duration > 6 * 60 * microseconds_a_minute;
}

} // namespace

HistoryReader::HistoryReader(std::string bytes, HistoryOptions const& options)
    : options_(options), csv_({}, ',') {
    if (bytes.size() > history_bytes_max) {
        give_up(HistoryError::too_large);
        return;
    }
    if (!is_workbook(bytes)) {
        text_ = to_utf8(std::move(bytes));
        is_text(text_) ? find_table() : give_up(HistoryError::other_workbook);
        return;
    }
    auto workbook = read_workbook(bytes, options.sheet);
    if (!workbook) {
        give_up(workbook.error());
        return;
    }
    history_.sheets = std::move(workbook->sheets);
    history_.understood.sheet = workbook->sheet;
    text_ = std::move(workbook->text);
    options_.delimiter = '\t';
    find_table();
}

void HistoryReader::give_up(HistoryError error) {
    history_.error = error;
    stage_ = Stage::done;
}

void HistoryReader::ask(HistoryQuestion question) {
    if (std::ranges::find(history_.questions, question) == history_.questions.end()) {
        history_.questions.push_back(question);
        std::ranges::sort(history_.questions);
    }
}

void HistoryReader::find_table() {
    char const delimiter = options_.delimiter ? *options_.delimiter : find_delimiter(text_);
    history_.understood.delimiter = delimiter;
    csv_ = CsvReader(text_, delimiter);
    std::vector<Row> first_rows;
    while (first_rows.size() < sample_rows_max && csv_.next(row_)) {
        first_rows.push_back(row_);
    }
    csv_ = CsvReader(text_, delimiter);
    last_line_ = first_rows.empty() ? 0 : first_rows.back().line;
    table_ = history::find_table(std::move(first_rows));
    history_.heading_line = table_.heading_line;
    history_.headings = table_.texts;
    for (std::size_t index = 0; index < std::min(table_.rows.size(), sample_rows_shown); ++index) {
        std::vector<std::string>& cells = history_.sample.emplace_back();
        for (std::size_t column = 0; column < table_.columns.size(); ++column) {
            cells.push_back(beginning(table_.rows[index].cell(column), sample_cell_max));
        }
    }
    if (table_.rows.empty()) {
        give_up(HistoryError::empty);
    } else {
        find_columns();
    }
}

void HistoryReader::find_columns() {
    DateChoice const date = find_date(table_);
    std::size_t const column_count = table_.columns.size();
    auto& column = history_.understood.date_column;
    column = options_.date_column ? options_.date_column : date.column;
    if (!column || *column >= column_count) {
        column.reset();
        ask(HistoryQuestion::date_column);
        give_up(HistoryError::no_date_column);
        return;
    }
    if (!options_.date_column && !date.is_certain) {
        ask(HistoryQuestion::date_column);
    }
    date_column_ = *column;
    count_numbers_of_entries(table_, date_column_);
    decide_dates();
    sources_ = find_sources(table_, measure_.date_order);
    history_.durations = sources_.sources;
    if (history_.durations.empty() || options_.duration.value_or(0) >= history_.durations.size()) {
        ask(HistoryQuestion::duration);
        give_up(HistoryError::no_duration_column);
        return;
    }
    history_.understood.duration = options_.duration.value_or(0);
    if (!options_.duration && !sources_.is_certain) {
        ask(HistoryQuestion::duration);
    }
}

void HistoryReader::decide_dates() {
    Column const& column = table_.columns[date_column_];
    HistoryOptions& understood = history_.understood;
    are_dates_serial_ = column.serials > column.dates;
    // Semicolons are usual where days come first.
    auto const preferred =
        understood.delimiter == ',' ? DateOrder::month_day_year : DateOrder::day_month_year;
    understood.date_order =
        options_.date_order ? options_.date_order : column.date_order.order(preferred);
    measure_.date_order = understood.date_order.value_or(preferred);
}

void HistoryReader::decide_styles() {
    std::size_t const chosen = *history_.understood.duration;
    DurationSource const& source = history_.durations[chosen];
    bool const is_confirmed = sources_.confirmed_unit && chosen == 0;
    auto const unit = options_.duration_unit ? options_.duration_unit
                      : is_confirmed         ? sources_.confirmed_unit
                                             : std::nullopt;
    decide_dates();
    measure_ = measure_of(table_, source, measure_.date_order, unit);
    if (!options_.date_order && table_.columns[date_column_].date_order.is_ambiguous()) {
        ask(HistoryQuestion::date_order);
    }
    if (!is_confirmed) {
        decide_units();
    }
    apply_options();
}

// The marks and units of the source's numbers.
void HistoryReader::decide_units() {
    for (std::size_t const column : measure_.source.columns) {
        Column const& one = table_.columns[column];
        bool const is_mark_open = one.numbers.is_mark_ambiguous() && !mark_of(table_, column);
        if (is_mark_open && !options_.decimal_mark) {
            ask(HistoryQuestion::decimal_mark);
        }
        UnitChoice const unit = find_unit(table_, column);
        if (!unit.is_certain && !options_.duration_unit) {
            ask(HistoryQuestion::duration_unit);
        }
        bool const has_days =
            one.names_days > 0 ||
            (unit.unit == DurationUnit::working_days && !options_.duration_unit) ||
            options_.duration_unit == DurationUnit::working_days;
        if (has_days) {
            history_.understood.minutes_a_day =
                options_.minutes_a_day.value_or(usual_minutes_a_day);
            if (!options_.minutes_a_day) {
                ask(HistoryQuestion::day_length);
            }
        }
    }
}

void HistoryReader::apply_options() {
    HistoryOptions& understood = history_.understood;
    std::vector<NumberStyle*> styles{&measure_.break_style};
    for (NumberStyle& style : measure_.styles) {
        styles.push_back(&style);
    }
    for (NumberStyle* style : styles) {
        style->decimal_mark = options_.decimal_mark.value_or(style->decimal_mark);
        style->minutes_a_day = options_.minutes_a_day.value_or(style->minutes_a_day);
    }
    if (!measure_.styles.empty()) {
        std::size_t const first = measure_.source.columns.front();
        NumberStyleFinder const& numbers = table_.columns[first].numbers;
        if (options_.decimal_mark || numbers.decimal_mark()) {
            understood.decimal_mark = measure_.styles.front().decimal_mark;
        }
        if (options_.duration_unit ||
            numbers.alone(measure_.styles.front().decimal_mark).count > 0) {
            understood.duration_unit = measure_.styles.front().unit;
        }
    }
    understood.sum_rows = options_.sum_rows;
}

void HistoryReader::begin_summing() {
    decide_styles();
    if (!history_.questions.empty()) {
        stage_ = Stage::done;
        return;
    }
    std::vector<std::size_t> needed = measure_.source.columns;
    needed.push_back(date_column_);
    sum_rows_.emplace(table_, std::move(needed));
    microseconds_.assign(month_count, no_row);
    csv_ = CsvReader(text_, *history_.understood.delimiter);
    stage_ = Stage::summing;
}

void HistoryReader::read(std::size_t bytes_max) {
    std::size_t const begin = csv_.offset();
    while (stage_ != Stage::done) {
        if (csv_.next(row_)) {
            if (stage_ == Stage::finding) {
                look_at(row_);
            } else {
                add(row_);
            }
            if (csv_.offset() - begin >= bytes_max) {
                return;
            }
        } else if (stage_ == Stage::finding) {
            begin_summing();
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

// The sample has been looked at; of what follows, only the columns that matter.
void HistoryReader::look_at(Row const& row) {
    if (row.line <= last_line_) {
        return;
    }
    table_.columns[date_column_].date_order.add(row.cell(date_column_));
    if (!day_of(row)) {
        return;
    }
    for (std::size_t const column : history_.durations[*history_.understood.duration].columns) {
        table_.columns[column].numbers.add(row.cell(column));
    }
}

std::optional<std::chrono::sys_days> HistoryReader::day_of(Row const& row) const {
    std::string_view const cell = row.cell(date_column_);
    if (are_dates_serial_) {
        if (auto const day = serial_day(cell)) {
            return day;
        }
    }
    auto const written = read_date(cell);
    return written ? day_in(*written, measure_.date_order) : std::nullopt;
}

// Rows that are neither entries nor sums.
bool HistoryReader::is_beside(Row const& row) {
    OtherRows& others = history_.others;
    if (row.line <= history_.heading_line) {
        others.above += row.line < history_.heading_line ? 1 : 0;
        return true;
    }
    if (repeats_headings(table_, row)) {
        ++others.headings;
        return true;
    }
    if (!is_in_other_table_ && history_.rows_read > 0 && history_.heading_line > 0 &&
        !day_of(row) && is_other_heading(row)) {
        is_in_other_table_ = true;
    }
    others.other_table += is_in_other_table_ ? 1 : 0;
    return is_in_other_table_;
}

// A row wider than the headings: "1,5" without quotes is put together again where nothing follows
// it. False where the row cannot be understood.
bool HistoryReader::fit(Row& row) const {
    std::size_t const width = table_.columns.size();
    if (table_.heading_line == 0 || row.size() <= width) {
        return true;
    }
    bool is_rest_blank = true;
    for (std::size_t index = width; index < row.size(); ++index) {
        is_rest_blank = is_rest_blank && row.cell(index).empty();
    }
    if (is_rest_blank) {
        return true;
    }
    bool const is_last =
        measure_.source.columns.size() == 1 && measure_.source.columns.front() + 1 == width;
    if (history_.understood.delimiter != ',' || row.size() != width + 1 || !is_last ||
        table_.columns[width - 1].numbers.decimal_mark()) {
        return false;
    }
    return join_decimal(row, width - 1, measure_.styles.front().decimal_mark);
}

void HistoryReader::add(Row& row) {
    if (is_beside(row)) {
        return;
    }
    if (!fit(row)) {
        return reject(row, RowError::too_wide);
    }
    auto const value = measure_.sum_in(row);
    auto const kind = sum_rows_->kind_of(row, day_of(row).has_value(),
                                         value ? std::optional{*value} : std::nullopt);
    bool const is_left_out =
        kind == SumRowFinder::Kind::perhaps_sum && options_.sum_rows == SumRows::left_out;
    if (kind == SumRowFinder::Kind::sum || is_left_out) {
        ++history_.others.sums;
        sum_rows_->end_group();
        return;
    }
    auto const duration = add_entry(row);
    if (duration) {
        sum_rows_->add_entry(*duration, kind);
    }
}

std::optional<std::int64_t> HistoryReader::add_entry(Row const& row) {
    if (row.cell(date_column_).empty()) {
        reject(row, RowError::no_date);
        return std::nullopt;
    }
    auto const day = day_of(row);
    if (!day) {
        reject(row, RowError::bad_date);
        return std::nullopt;
    }
    auto const duration = measure_.of(row);
    if (!duration) {
        reject(row, duration.error());
        return std::nullopt;
    }
    std::int64_t& sum = microseconds_[static_cast<std::size_t>(month_of(*day) - first_month)];
    sum = (sum == no_row ? 0 : sum) + *duration;
    auto const days = static_cast<std::int32_t>(day->time_since_epoch().count());
    bool const is_first = history_.rows_read == 0;
    history_.first_day = is_first ? days : std::min(history_.first_day, days);
    history_.last_day = is_first ? days : std::max(history_.last_day, days);
    ++history_.rows_read;
    history_.rows_without_break += lacks_break(measure_.source, *duration) ? 1 : 0;
    return *duration;
}

void HistoryReader::reject(Row const& row, RowError error) {
    ++history_.rows_rejected;
    if (history_.rejected.size() < rejected_rows_max) {
        history_.rejected.push_back({row.line, error, beginning(row.raw, rejected_text_max)});
    }
}

void HistoryReader::finish() {
    stage_ = Stage::done;
    history_.others.blank = csv_.blank_rows();
    if (sum_rows_->may_have_sums()) {
        history_.understood.sum_rows = options_.sum_rows.value_or(SumRows::left_out);
        if (!options_.sum_rows) {
            ask(HistoryQuestion::sum_rows);
            return;
        }
    }
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
}

} // namespace kontingent::history
