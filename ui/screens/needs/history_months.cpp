#include "ui/screens/needs/history_months.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"
#include "ui/quantity.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/table.hpp"
#include "ui/widgets/text.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>

namespace kontingent::ui {

namespace {

// Of more months only the latest are shown at first.
constexpr std::size_t shown_max = 18;
constexpr std::size_t shown_at_first = 12;

std::string gap_words(Frame const& frame, std::int32_t first, std::int32_t last) {
    return first == last ? dated_month(frame, first)
                         : frame.texts.fill(Text::history_gap_range,
                                            {{"first", short_dated_month(frame, first)},
                                             {"last", short_dated_month(frame, last)}});
}

Minutes total_of(std::vector<PastMonth> const& months) {
    Minutes total;
    for (PastMonth const& month : months) {
        total.count += month.used.count;
    }
    return total;
}

void draw_rows(Frame& frame, Table& table, std::vector<PastMonth> const& months, Gaps gaps,
               std::size_t first) {
    Minutes const most =
        std::ranges::max(months, {}, [](PastMonth const& month) { return month.used; }).used;
    for (std::size_t index = first; index < months.size(); ++index) {
        PastMonth const& month = months[index];
        std::int32_t const expected = index > first ? months[index - 1].month + 1 : month.month;
        if (expected < month.month) {
            table.row(std::array{gap_words(frame, expected, month.month - 1),
                                 gaps == Gaps::zero ? quantity(frame, {})
                                                    : std::string{frame.texts[Text::history_gap]}});
        }
        float const part =
            most.count > 0 ? static_cast<float>(month.used.count) / static_cast<float>(most.count)
                           : 0;
        table.bar_row(std::array{dated_month(frame, month.month), quantity(frame, month.used)},
                      part);
    }
}

float draw_gaps(Frame& frame, std::int32_t missing, Gaps& gaps, float x, float y, float width) {
    float at = y;
    at += paragraph(frame, x, at, width, counted(frame, Text::history_gaps, missing),
                    {.size = type::body, .colour = frame.theme.text}) +
          8;
    std::array<Choice, 2> const choices{
        Choice{"unknown", std::string{frame.texts[Text::history_gaps_unknown]},
               std::string{frame.texts[Text::history_gaps_unknown_name]}},
        Choice{"zero", std::string{frame.texts[Text::history_gaps_zero]},
               std::string{frame.texts[Text::history_gaps_zero_name]}}};
    auto const chosen =
        segmented(frame, "gaps", x, at, width, frame.texts[Text::history_gaps_caption], choices,
                  static_cast<std::size_t>(gaps));
    if (chosen) {
        gaps = static_cast<Gaps>(*chosen);
    }
    return at + segmented_height(frame, frame.texts[Text::history_gaps_caption], choices, width) -
           y;
}

// Returns the first month that is shown.
std::size_t draw_earlier(Frame& frame, std::size_t count, bool& shows_all, float x, float& at) {
    if (count <= shown_max) {
        return 0;
    }
    std::size_t const hidden = count - shown_at_first;
    if (disclosure_text(frame, "earlier", x, at,
                        frame.texts.fill(Text::history_earlier,
                                         {{"n", format_integer(static_cast<std::int64_t>(hidden),
                                                               frame.language)}}),
                        shows_all ? Openness::open : Openness::closed)) {
        shows_all = !shows_all;
        frame.state_changed();
    }
    at += disclosure_text_height;
    return shows_all ? 0 : hidden;
}

} // namespace

float draw_past_months(Frame& frame, std::vector<PastMonth> const& months, Gaps& gaps,
                       bool& shows_all, float x, float y, float width) {
    float at = y;
    std::size_t const first = draw_earlier(frame, months.size(), shows_all, x, at);
    std::int32_t const span = months.back().month - months.front().month + 1;
    auto const known = static_cast<std::int32_t>(months.size());
    std::int32_t const counted_months = gaps == Gaps::zero ? span : known;
    Minutes const total = total_of(months);
    {
        // Wide enough for a month; a gap's two are broken.
        std::array<Column, 2> const columns{Column{.title = frame.texts[Text::column_month],
                                                   .align = Align::left,
                                                   .fixed_width = std::min(width / 2, 136.0F)},
                                            Column{.title = frame.texts[Text::column_hours]}};
        Table table(frame, "months", x, at, width, frame.texts[Text::history_months], columns);
        table.header();
        draw_rows(frame, table, months, gaps, first);
        std::string const count = counted(frame, Text::months, counted_months);
        table.row(std::array{frame.texts.fill(Text::history_total, {{"months", count}}),
                             quantity(frame, total)},
                  Table::RowKind::total);
        table.row(std::array{std::string{frame.texts[Text::history_mean]},
                             average_quantity(frame, total, counted_months)},
                  Table::RowKind::total);
        at += table.height();
    }
    if (span > known) {
        at += 16;
        at += draw_gaps(frame, span - known, gaps, x, at, width);
    }
    return at + 8 - y;
}

} // namespace kontingent::ui
