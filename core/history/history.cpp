#include "core/history/history.hpp"

#include "core/base/core_texts.hpp"

namespace kontingent {

static_assert(text_behind(CoreText::row_no_date, static_cast<std::size_t>(RowError::too_wide)) ==
              CoreText::row_too_wide);
static_assert(text_behind(CoreText::history_empty,
                          static_cast<std::size_t>(HistoryError::bad_workbook) - 1) ==
              CoreText::history_bad_workbook);

std::int32_t missing_months(History const& history) {
    if (history.months.empty()) {
        return 0;
    }
    std::int32_t const span = history.months.back().month - history.months.front().month + 1;
    return span - static_cast<std::int32_t>(history.months.size());
}

std::string name_of(DurationSource const& source, std::vector<std::string> const& headings) {
    auto const heading = [&](std::size_t column) {
        return column < headings.size() ? headings[column] : std::string{};
    };
    std::string name;
    for (std::size_t const column : source.columns) {
        name += (name.empty() ? "" : " + ") + heading(column);
    }
    for (auto const& [begin, end] : source.spans) {
        name += (name.empty() ? "" : " + ") + heading(end) + " − " + heading(begin);
    }
    for (std::size_t const column : source.breaks) {
        name += " − " + heading(column);
    }
    for (auto const& [begin, end] : source.break_spans) {
        name += " − (" + heading(end) + " − " + heading(begin) + ")";
    }
    return name;
}

std::string_view sentence(RowError error, Language language) {
    return text_of(text_behind(CoreText::row_no_date, static_cast<std::size_t>(error)), language);
}

std::string_view sentence(HistoryError error, Language language) {
    return error == HistoryError::none
               ? std::string_view{}
               : text_of(text_behind(CoreText::history_empty, static_cast<std::size_t>(error) - 1),
                         language);
}

} // namespace kontingent
