// Reads an export's bytes: once to find out how it is written, once to sum its months. In slices,
// so that the caller stays responsive and can show how far it is.
//
//   HistoryReader reader(bytes, options);
//   while (!reader.is_done()) { reader.read(1 << 20); show(reader.per_mille()); }
//   reader.history();
//
// Recognised: workbooks (workbook.hpp), the encoding (encoding.hpp), the delimiter and quoting
// (csv.hpp), the table and its columns (table.hpp), the date and where the duration comes from
// (sources.hpp), the order of dates (dates.hpp), how numbers are written (durations.hpp), rows that
// are sums (sum_rows.hpp). What none of them is certain of is a question, and then there are no
// months. Durations are summed exactly and rounded to minutes once a month, half away from zero.
#pragma once

#include "core/history/csv.hpp"
#include "core/history/history.hpp"
#include "core/history/measure.hpp"
#include "core/history/sources.hpp"
#include "core/history/sum_rows.hpp"
#include "core/history/table.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kontingent::history {

class HistoryReader {
public:
    HistoryReader(std::string bytes, HistoryOptions const& options);
    HistoryReader(HistoryReader const&) = delete; // refers to its own text
    HistoryReader& operator=(HistoryReader const&) = delete;

    // The next rows: about so many bytes, at least one row.
    void read(std::size_t bytes_max);

    bool is_done() const { return stage_ == Stage::done; }

    std::int32_t per_mille() const; // 0 to 1000, which it is when done

    // Complete once it is done.
    History const& history() const { return history_; }

private:
    enum class Stage : std::uint8_t { finding, summing, done };

    void find_table();
    void find_columns();
    void decide_styles();
    void decide_dates();
    void decide_units();
    void apply_options();
    void ask(HistoryQuestion question);
    void begin_summing();

    void look_at(Row const& row);
    void add(Row& row);
    bool is_beside(Row const& row);
    bool fit(Row& row) const;
    std::optional<std::int64_t> add_entry(Row const& row); // its duration; none: rejected
    std::optional<std::chrono::sys_days> day_of(Row const& row) const;
    void reject(Row const& row, RowError error);
    void finish();
    void give_up(HistoryError error);

    std::string text_;
    HistoryOptions options_;
    History history_;
    Stage stage_ = Stage::finding;
    CsvReader csv_;
    Row row_;
    std::int64_t last_line_ = 0; // of the sample
    Table table_;
    SourceChoice sources_;
    std::size_t date_column_ = 0;
    bool are_dates_serial_ = false;
    Measure measure_;
    std::optional<SumRowFinder> sum_rows_;
    bool is_in_other_table_ = false;
    std::vector<std::int64_t> microseconds_; // by month from year_min; negative where there is none
};

} // namespace kontingent::history
