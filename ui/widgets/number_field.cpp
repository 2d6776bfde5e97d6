#include "ui/widgets/number_field.hpp"

#include "ui/paint.hpp"
#include "ui/quantity.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <expected>

namespace kontingent::ui {

namespace {

// All are spelled as hours are: a tenth of a time as a tenth of an hour, a whole number as an hour.
// How many minutes one of the value is.
std::int64_t minutes_each(Frame const& frame, Measure measure) {
    if (measure == Measure::times_a_month) {
        return 6;
    }
    return measure == Measure::number || frame.unit != nullptr ? 60 : 1;
}

Minutes as_minutes(Frame const& frame, Measure measure, std::int64_t value) {
    return {value * minutes_each(frame, measure)};
}

std::expected<std::int64_t, HoursError> parse(Frame const& frame, std::string_view text,
                                              NumberSpec const& spec) {
    std::int64_t const each = minutes_each(frame, spec.measure);
    bool const is_of_time =
        std::any_of(text.begin(), text.end(), [](char c) { return c == ':' || (c | 0x20) >= 'a'; });
    if (each > 1 && is_of_time) {
        return std::unexpected{HoursError::not_a_number};
    }
    auto const parsed = parse_hours(text, as_minutes(frame, spec.measure, spec.maximum));
    if (!parsed) {
        return std::unexpected{parsed.error()};
    }
    bool const is_whole = each < 60 || parsed->count % each == 0;
    if (!is_whole) {
        return std::unexpected{HoursError::not_a_number};
    }
    return (parsed->count + each / 2) / each;
}

std::string spelled(Frame const& frame, NumberSpec const& spec, std::int64_t value) {
    return format_hours_plain(as_minutes(frame, spec.measure, value), frame.language);
}

} // namespace

std::string number_error_text(Frame const& frame, HoursError error, NumberSpec const& spec) {
    bool const is_hours = minutes_each(frame, spec.measure) == 1;
    if (error == HoursError::empty) {
        return std::string{frame.texts[is_hours ? Text::error_empty : Text::error_times_empty]};
    }
    if (error == HoursError::not_a_number) {
        bool const is_time = spec.measure == Measure::times_a_month;
        return std::string{frame.texts[is_hours  ? Text::error_number
                                       : is_time ? Text::error_times
                                                 : Text::error_whole]};
    }
    bool const is_work =
        spec.measure == Measure::hours_a_month || spec.measure == Measure::hours_each;
    return frame.texts.fill(spec.measure == Measure::hours_a_month ? Text::error_range
                                                                   : Text::error_range_each,
                            {{"maximum", is_work ? quantity(frame, Minutes{spec.maximum})
                                                 : spelled(frame, spec, spec.maximum)}});
}

float number_error(Frame& frame, NumberEdit const& edit, NumberSpec const& spec,
                   std::string_view key, float x, float y, float width) {
    if (!edit.error) {
        return 0;
    }
    Container const alert(frame, key, Role::alert, "");
    return 4 + paragraph(frame, x, y + 4, width, number_error_text(frame, *edit.error, spec),
                         {.size = type::small, .colour = frame.theme.bad});
}

std::optional<std::int64_t> number_field(Frame& frame, std::string_view key, Rect rect,
                                         std::string_view name, NumberSpec const& spec,
                                         NumberEdit& edit, FieldLook look) {
    Id const id = frame.id(key);
    std::optional<std::int64_t> changed;
    if (std::string const* entered = frame.text_entered(id)) {
        edit.typed = *entered;
        auto const parsed = parse(frame, *entered, spec);
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
        edit.typed ? *edit.typed : spelled(frame, spec, changed.value_or(spec.now));
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
