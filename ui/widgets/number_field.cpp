#include "ui/widgets/number_field.hpp"

#include "ui/paint.hpp"

#include <algorithm>
#include <expected>

namespace kontingent::ui {

namespace {

// A tenth of a time is spelled as a tenth of an hour is.
constexpr std::int64_t minutes_a_tenth = 6;

Minutes as_minutes(Measure measure, std::int64_t value) {
    return {measure == Measure::times_a_month ? value * minutes_a_tenth : value};
}

std::expected<std::int64_t, HoursError> parse(std::string_view text, NumberSpec const& spec) {
    bool const counts_times = spec.measure == Measure::times_a_month;
    bool const is_of_time = std::any_of(
        text.begin(), text.end(), [](char each) { return each == ':' || (each | 0x20) >= 'a'; });
    if (counts_times && is_of_time) {
        return std::unexpected{HoursError::not_a_number};
    }
    auto const parsed = parse_hours(text, as_minutes(spec.measure, spec.maximum));
    if (!parsed) {
        return std::unexpected{parsed.error()};
    }
    return counts_times ? (parsed->count + minutes_a_tenth / 2) / minutes_a_tenth : parsed->count;
}

} // namespace

std::string number_error_text(Frame const& frame, HoursError error, NumberSpec const& spec) {
    bool const counts_times = spec.measure == Measure::times_a_month;
    if (error == HoursError::empty) {
        return std::string{frame.texts[counts_times ? Text::error_times_empty : Text::error_empty]};
    }
    if (error == HoursError::not_a_number) {
        return std::string{frame.texts[counts_times ? Text::error_times : Text::error_number]};
    }
    Minutes const maximum = as_minutes(spec.measure, spec.maximum);
    return frame.texts.fill(spec.measure == Measure::hours_a_month ? Text::error_range
                                                                   : Text::error_range_each,
                            {{"maximum", counts_times ? format_hours_plain(maximum, frame.language)
                                                      : format_hours(maximum, frame.language)}});
}

std::optional<std::int64_t> number_field(Frame& frame, std::string_view key, Rect rect,
                                         std::string_view name, NumberSpec const& spec,
                                         NumberEdit& edit, FieldLook look) {
    Id const id = frame.id(key);
    std::optional<std::int64_t> changed;
    if (std::string const* entered = frame.text_entered(id)) {
        edit.typed = *entered;
        auto const parsed = parse(*entered, spec);
        edit.error = parsed ? std::nullopt : std::optional{parsed.error()};
        if (parsed && *parsed != spec.now) {
            changed = *parsed;
        }
        frame.state_changed();
    }
    // An error stays visible after the field is left, to be corrected; a good text becomes the
    // value's own spelling.
    if (frame.was_blurred(id) && edit.typed && !edit.error) {
        edit.typed.reset();
    }

    std::string const shown =
        edit.typed ? *edit.typed
                   : format_hours_plain(as_minutes(spec.measure, changed.value_or(spec.now)),
                                        frame.language);
    bool const is_roomy = look == FieldLook::roomy;
    paint::fill(frame, rect, frame.theme.card, size::control_radius);
    paint::border(frame, rect, edit.error ? frame.theme.bad : frame.theme.line,
                  size::control_radius, edit.error ? 2.0F : 1.0F);
    TextStyle const style{.size = is_roomy ? type::body : type::small,
                          .weight = is_roomy ? Weight::semibold : Weight::regular,
                          .colour = frame.theme.text,
                          .align = Align::centre};

    Record& made = frame.record(id, Role::number_field, name, rect);
    made.value = shown;
    made.is_invalid = edit.error.has_value();
    if (edit.error) {
        made.description = number_error_text(frame, *edit.error, spec);
    }
    made.field = semantics::FieldTraits{
        .name = std::string{key}, .input_mode = "decimal", .placeholder = {}, .length_max = 12};
    made.look = paint::block(frame, 0, 0, {}, style).look;
    return changed;
}

} // namespace kontingent::ui
