#include "core/pricing/scenario.hpp"
#include "ui/paint.hpp"
#include "ui/screens/needs/needs_hours.hpp"
#include "ui/widgets/hours_field.hpp"
#include "ui/widgets/segmented.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace kontingent::ui {

namespace {

// Two averages to type: of a quiet and of a busy month.
float draw_own_range(Frame& frame, NeedsState& state, float x, float y, float width) {
    constexpr float field_gap = 16;
    float const field_width = (width - field_gap) / 2;
    Container const group(frame, "own_range", Role::group, frame.texts[Text::certainty_own]);
    TextStyle const caption{
        .size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted};
    auto const field = [&](std::string_view key, Text name, float left, Minutes& minutes,
                           NumberEdit& edit) {
        paint::line(frame, left, y, frame.texts[name], caption);
        auto const typed =
            hours_field(frame, key, {left, y + 28, field_width, size::touch}, frame.texts[name],
                        minutes, month_usage_max, edit, FieldLook::roomy);
        minutes = typed.value_or(minutes);
    };
    field("low", Text::certainty_low, x, state.needs.low, state.low_edit);
    field("high", Text::certainty_high, x + field_width + field_gap, state.needs.high,
          state.high_edit);
    float at = y + 28 + size::touch + 2;
    at += hours_error(frame, state.low_edit.error ? state.low_edit : state.high_edit, x, at, width);
    return at - y +
           paragraph(frame, x, at, width, frame.texts[Text::certainty_own_note],
                     {.size = type::small, .colour = frame.theme.muted});
}

struct CertaintyChoice {
    Certainty certainty;
    Text label;
    std::string_view key;
};

constexpr std::array<CertaintyChoice, 5> certainties{
    CertaintyChoice{Certainty::exact, Text::certainty_exact, "exact"},
    CertaintyChoice{Certainty::quarter, Text::certainty_quarter, "quarter"},
    CertaintyChoice{Certainty::half, Text::certainty_half, "half"},
    CertaintyChoice{Certainty::own, Text::certainty_own, "own"},
    CertaintyChoice{Certainty::resampled, Text::certainty_resampled, "resampled"}};

} // namespace

float draw_certainty(Frame& frame, Shop const&, NeedsState& state, NeedsContext const& context,
                     float x, float y, float width) {
    Needs& needs = state.needs;
    // Also where a document brought the past months to draw from.
    bool const has_past = needs.way == NeedsWay::history || needs.certainty == Certainty::resampled;
    std::size_t const count = has_past ? certainties.size() : certainties.size() - 1;
    std::vector<Choice> choices;
    for (CertaintyChoice const& choice : std::span{certainties}.first(count)) {
        choices.push_back({std::string{choice.key}, std::string{frame.texts[choice.label]}, {}});
    }
    auto const selected = static_cast<std::size_t>(needs.certainty);
    auto const chosen =
        segmented(frame, "certainty", x, y, width, frame.texts[Text::certainty_caption], choices,
                  selected < count ? selected : 0);
    if (chosen) {
        needs.certainty = certainties[*chosen].certainty;
        bool const is_new = needs.low.count == 0 && needs.high.count == 0;
        if (needs.certainty == Certainty::own && is_new) {
            Minutes const average = average_of(context.forecast.typical);
            needs.low = {average.count / 2};
            needs.high = {std::min(average.count * 3 / 2, month_usage_max.count)};
        }
    }
    float const height =
        segmented_height(frame, frame.texts[Text::certainty_caption], choices, width);
    return needs.certainty == Certainty::own
               ? height + 12 + draw_own_range(frame, state, x, y + height + 12, width)
               : height;
}

} // namespace kontingent::ui
