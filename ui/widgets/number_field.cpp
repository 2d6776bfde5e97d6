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

std::expected<std::int64_t, NumberError> parse(Frame const& frame, std::string_view text,
                                               NumberSpec const& spec) {
    std::int64_t const each = minutes_each(frame, spec.measure);
    bool const is_of_time =
        std::any_of(text.begin(), text.end(), [](char c) { return c == ':' || (c | 0x20) >= 'a'; });
    if (each > 1 && is_of_time) {
        return std::unexpected{NumberError::not_a_number};
    }
    auto const parsed =
        parse_hours(text, as_minutes(frame, spec.measure, spec.maximum), frame.language);
    if (!parsed) {
        return std::unexpected{parsed.error()};
    }
    bool const is_whole = each < 60 || parsed->count % each == 0;
    if (!is_whole) {
        return std::unexpected{NumberError::not_a_number};
    }
    return (parsed->count + each / 2) / each;
}

std::string spelled(Frame const& frame, NumberSpec const& spec, std::int64_t value) {
    return format_hours_plain(as_minutes(frame, spec.measure, value), frame.language);
}

bool is_work(NumberSpec const& spec) {
    return spec.measure == Measure::hours_a_month || spec.measure == Measure::hours_each;
}

// The two ways to read "1,500".
struct ReadingWords {
    std::string grouped;
    std::string decimal;
    bool is_grouped = false;
};

std::optional<ReadingWords> reading_words(Frame const& frame, NumberEdit const& edit,
                                          NumberSpec const& spec) {
    auto const readings = edit.typed ? readings_of(*edit.typed, frame.language) : std::nullopt;
    if (!readings) {
        return std::nullopt;
    }
    // Units are no minutes: what was read as hours is said as a number.
    bool const is_hours = is_work(spec) && minutes_each(frame, spec.measure) == 1;
    auto const words = [&](Minutes read) {
        return is_hours ? quantity(frame, read) : format_hours_plain(read, frame.language);
    };
    return ReadingWords{.grouped = words(readings->grouped),
                        .decimal = words(readings->decimal),
                        .is_grouped = readings->is_grouped};
}

// "1,500" is one of two numbers: which one, and how to type the other.
std::string read_as(Frame const& frame, NumberEdit const& edit, NumberSpec const& spec) {
    auto const words = reading_words(frame, edit, spec);
    if (!words) {
        return {};
    }
    return frame.texts.fill(Text::number_read_as,
                            {{"read", words->is_grouped ? words->grouped : words->decimal},
                             {"other", words->is_grouped ? words->decimal : words->grouped}});
}

std::string error_text(Frame const& frame, NumberEdit const& edit, NumberSpec const& spec) {
    bool const is_hours = minutes_each(frame, spec.measure) == 1;
    switch (*edit.error) {
    case NumberError::empty:
        return std::string{frame.texts[is_hours ? Text::error_empty : Text::error_times_empty]};
    case NumberError::not_a_number: {
        bool const is_time = spec.measure == Measure::times_a_month;
        return std::string{frame.texts[is_hours  ? Text::error_number
                                       : is_time ? Text::error_times
                                                 : Text::error_whole]};
    }
    case NumberError::ambiguous:
        if (auto const words = reading_words(frame, edit, spec)) {
            return frame.texts.fill(Text::error_ambiguous,
                                    {{"grouped", words->grouped}, {"decimal", words->decimal}});
        }
        return {};
    case NumberError::negative:
    case NumberError::too_large:
        break;
    }
    std::string const range = frame.texts.fill(
        spec.measure == Measure::hours_a_month ? Text::error_range : Text::error_range_each,
        {{"maximum", is_work(spec) ? quantity(frame, Minutes{spec.maximum})
                                   : spelled(frame, spec, spec.maximum)}});
    std::string const reading = read_as(frame, edit, spec);
    return reading.empty() ? range : range + " " + reading;
}

} // namespace

std::string number_note(Frame const& frame, NumberEdit const& edit, NumberSpec const& spec) {
    return edit.error ? error_text(frame, edit, spec) : read_as(frame, edit, spec);
}

float number_error(Frame& frame, NumberEdit const& edit, NumberSpec const& spec,
                   std::string_view key, float x, float y, float width) {
    std::string const note = number_note(frame, edit, spec);
    if (note.empty()) {
        return 0;
    }
    TextStyle style{.size = type::small, .colour = frame.theme.muted};
    if (!edit.error) {
        return 4 + status_line(frame, key, x, y + 4, width, note, style);
    }
    style.colour = frame.theme.bad;
    Container const said(frame, key, Role::alert, "");
    return 4 + paragraph(frame, x, y + 4, width, note, style);
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
    paint::border(frame, rect, edit.error ? frame.theme.bad : frame.theme.edge,
                  size::control_radius, edit.error ? 2.0F : 1.0F);
    TextStyle const style{.size = is_roomy ? type::body : type::small,
                          .weight = is_roomy ? Weight::semibold : Weight::regular,
                          .colour = frame.theme.text,
                          .align = Align::centre};

    Record& made = frame.record(id, Role::number_field, name, rect);
    made.value = shown;
    made.is_invalid = edit.error.has_value();
    made.description = number_note(frame, edit, spec);
    made.field = semantics::FieldTraits{
        .name = std::string{key}, .input_mode = "decimal", .placeholder = {}, .length_max = 32};
    made.look = paint::block(frame, 0, 0, {}, style).look;
    return changed;
}

} // namespace kontingent::ui
