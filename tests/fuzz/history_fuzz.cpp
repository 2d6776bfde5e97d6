#include "core/history/csv.hpp"
#include "core/history/encoding.hpp"
#include "core/history/history_json.hpp"
#include "core/history/reader.hpp"
#include "core/history/workbook.hpp"
#include "tests/fuzz/check.hpp"
#include "tests/languages/names.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

using namespace kontingent;
using fuzz::require;

namespace {

History read(std::string const& bytes, HistoryOptions const& options, std::size_t slice) {
    history::HistoryReader reader(bytes, options);
    std::int32_t last = 0;
    while (!reader.is_done()) {
        require(reader.per_mille() >= last && reader.per_mille() < 1000);
        last = reader.per_mille();
        reader.read(slice);
    }
    require(reader.per_mille() == 1000);
    return reader.history();
}

void require_valid(History const& history) {
    std::int64_t last_line = history.heading_line;
    for (RejectedRow const& row : history.rejected) {
        require(row.line > last_line && row.text.size() <= rejected_text_max);
        require(!sentence(row.error, german).empty());
        last_line = row.line;
    }
    bool const is_all_kept = history.rows_rejected <= static_cast<std::int64_t>(rejected_rows_max);
    require(history.rejected.size() ==
            (is_all_kept ? static_cast<std::size_t>(history.rows_rejected) : rejected_rows_max));
    std::int32_t last_month = 0;
    for (PastMonth const& past : history.months) {
        require(past.month > last_month && past.used.count >= 0);
        require(past.used.count <= history.rows_read * 1440);
        last_month = past.month;
    }
    require(history.questions.empty() || history.months.empty());
    require(missing_months(history) >= 0);
}

// Every row is counted as what it is.
void require_complete(std::string const& utf8, History const& history) {
    std::int64_t rows = 0;
    history::CsvReader csv(utf8, history.understood.delimiter.value());
    for (history::Row row; csv.next(row);) {
        ++rows;
    }
    OtherRows const& others = history.others;
    std::int64_t const heading = history.heading_line > 0 ? 1 : 0;
    require(rows == history.rows_read + history.rows_rejected + others.above + heading +
                        others.sums + others.headings + others.other_table);
    require(others.blank == csv.blank_rows());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const bytes(reinterpret_cast<char const*>(data), size);
    History const found = read(bytes, {}, 64);
    require_valid(found);
    require(found == read(bytes, {}, bytes.size()));

    auto const copy = parse_history(history_to_json(found));
    require(copy && *copy == found);

    bool const has_rows =
        found.error == HistoryError::none || found.error == HistoryError::month_too_large;
    if (!has_rows) {
        require(found.rows_read == 0 && found.rows_rejected == 0);
        return 0;
    }
    if (found.questions.empty() && !history::is_workbook(bytes)) {
        require_complete(history::to_utf8(bytes), found);
    }
    // What was proposed answers every question that can be asked before the rows are summed.
    HistoryOptions answers = found.understood;
    History const pinned = read(bytes, answers, 64);
    if (found.questions.empty()) {
        require(pinned.months == found.months && pinned.rows_read == found.rows_read);
    }
    return 0;
}
