// Reads an export's bytes: once to find out how it is written, once to sum its months. In slices,
// so that whoever reads stays able to answer and can show how far it is.
//
//   HistoryReader reader(bytes, options);
//   while (!reader.is_done()) { reader.read(1 << 20); show(reader.per_mille()); }
//   reader.history();
//
// Recognised: the encoding (encoding.hpp), the delimiter and quoting (csv.hpp), the columns
// (columns.hpp), the order of dates (dates.hpp) and how numbers are written (durations.hpp).
// Durations are summed exactly and rounded to minutes once a month, half away from zero.
#pragma once

#include "core/history/csv.hpp"
#include "core/history/dates.hpp"
#include "core/history/durations.hpp"
#include "core/history/history.hpp"

#include <cstddef>
#include <cstdint>
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

    void find_columns();
    void find_styles();
    bool next_row();
    void add(Row const& row);
    void reject(Row const& row, RowError error);
    void finish();
    void give_up(HistoryError error);

    std::string text_;
    HistoryOptions options_;
    History history_;
    Stage stage_ = Stage::finding;
    CsvReader csv_;
    Row row_;
    std::size_t date_column_ = 0;
    std::size_t duration_column_ = 0;
    DateOrderFinder dates_;
    NumberStyleFinder numbers_;
    std::optional<DurationUnit> named_unit_;
    DateOrder date_order_ = DateOrder::day_month_year;
    NumberStyle number_style_;
    std::vector<std::int64_t> microseconds_; // by month from year_min; negative where there is none
};

} // namespace kontingent::history
