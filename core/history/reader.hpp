// Reads a tracker's export in slices: first all of it is looked at to see how it is to be
// understood, then its rows are summed by month. Each row of data is either counted or rejected.
#pragma once

#include "core/history.hpp"
#include "core/history/cells.hpp"
#include "core/history/csv.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kontingent::history {

class HistoryReader {
public:
    HistoryReader(std::string bytes, HistoryOptions const& given);
    HistoryReader(HistoryReader const&) = delete; // its rows look into its text
    HistoryReader& operator=(HistoryReader const&) = delete;

    // Reads up to so many rows on.
    void read(std::size_t rows_max);

    bool is_done() const { return phase_ == Phase::done; }

    std::int32_t progress_per_mille() const;

    // Complete once it is done.
    History const& result() const { return result_; }

private:
    enum class Phase : std::uint8_t { looking, summing, done };

    // What the first look at a column shows.
    struct Evidence {
        std::int32_t first_highest = 0, second_highest = 0; // of a date's numbers
        bool has_year_first = false, has_points = false, has_dates = false;
        bool has_numbers = false, has_decimals = false;
        std::int64_t thousandths_highest = 0;
    };

    struct MonthSum {
        std::int32_t month = 0;
        std::int64_t milliseconds = 0;
    };

    void begin_columns();
    void find_columns_by_content();
    void look_at(std::vector<std::string> const& cells);
    void decide_date_order();
    void decide_unit();
    void begin_summing();
    void sum(std::vector<std::string> const& cells, std::int64_t line);
    void add(std::int32_t month, std::int64_t milliseconds);
    void reject(RowFault fault, std::int64_t line, std::string_view cell);
    void finish();
    void fail(HistoryFault fault);

    bool is_too_large_ = false;
    std::string text_;
    HistoryOptions given_;
    CsvRows rows_;
    Phase phase_ = Phase::looking;
    bool has_headings_ = false;
    Evidence evidence_;
    std::vector<MonthSum> sums_; // rising by month
    History result_;
};

} // namespace kontingent::history
