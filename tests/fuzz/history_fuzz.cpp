#include "core/history/csv.hpp"
#include "core/history/encoding.hpp"
#include "core/history/history_json.hpp"
#include "core/history/reader.hpp"
#include "tests/fuzz/check.hpp"

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
        require(!sentence(row.error, Language::german).empty());
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
    require(history.months.empty() == (history.rows_read == 0));
    require(missing_months(history) >= 0);
}

// Every row below the headings is counted or rejected.
void require_complete(std::string const& utf8, History const& history) {
    std::int64_t rows = 0;
    history::CsvReader csv(utf8, history.understood.delimiter.value());
    for (history::Row row; csv.next(row);) {
        rows += row.line > history.heading_line ? 1 : 0;
    }
    require(rows == history.rows_read + history.rows_rejected);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const bytes(reinterpret_cast<char const*>(data), size);
    History const found = read(bytes, {}, 64);
    require_valid(found);
    require(found == read(bytes, {}, bytes.size()));

    auto const copy = parse_history(history_to_json(found));
    require(copy && *copy == found);

    if (found.error != HistoryError::none && found.error != HistoryError::month_too_large) {
        require(found.rows_read == 0 && found.rows_rejected == 0);
        return 0;
    }
    require_complete(history::to_utf8(bytes), found);
    History pinned = read(bytes, found.understood, 64);
    require(!pinned.is_date_order_ambiguous && !pinned.is_decimal_mark_ambiguous &&
            !pinned.is_duration_unit_ambiguous);
    pinned.is_date_order_ambiguous = found.is_date_order_ambiguous;
    pinned.is_decimal_mark_ambiguous = found.is_decimal_mark_ambiguous;
    pinned.is_duration_unit_ambiguous = found.is_duration_unit_ambiguous;
    require(pinned == found);
    return 0;
}
