#include "ui/widgets/hours_field.hpp"

#include "core/scenario.hpp"
#include "ui/paint.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

std::string hours_fault_text(Frame const& frame, HoursFault fault, Minutes maximum) {
    if (fault == HoursFault::empty) {
        return std::string{frame.texts[Text::fault_empty]};
    }
    if (fault == HoursFault::too_large || fault == HoursFault::negative) {
        return frame.texts.fill(Text::fault_range,
                                {{"maximum", format_hours(maximum, frame.language)}});
    }
    return std::string{frame.texts[Text::fault_number]};
}

std::optional<Minutes> hours_field(Frame& frame, std::string_view key, Rect rect,
                                   std::string_view name, Minutes now, Minutes maximum,
                                   HoursEdit& edit, FieldLook look) {
    Id const id = frame.id(key);
    std::optional<Minutes> changed;
    if (std::string const* entered = frame.text_entered(id)) {
        edit.typed = *entered;
        auto const parsed = parse_hours(*entered, maximum);
        edit.fault = parsed ? std::nullopt : std::optional{parsed.error()};
        if (parsed && *parsed != now) {
            changed = *parsed;
        }
        frame.state_changed();
    }
    // A fault stays to be mended after the field is left; a good text becomes the value's own
    // spelling.
    if (frame.was_blurred(id) && edit.typed && !edit.fault) {
        edit.typed.reset();
    }

    std::string const shown =
        edit.typed ? *edit.typed : format_hours_plain(changed.value_or(now), frame.language);
    bool const is_roomy = look == FieldLook::roomy;
    paint::fill(frame, rect, frame.theme.card, size::control_radius);
    paint::border(frame, rect, edit.fault ? frame.theme.bad : frame.theme.line,
                  size::control_radius, edit.fault ? 2.0F : 1.0F);
    TextStyle const style{.size = is_roomy ? type::body : type::small,
                          .weight = is_roomy ? Weight::semibold : Weight::regular,
                          .colour = frame.theme.text,
                          .align = Align::centre};
    paint::line(frame, rect.x + rect.width / 2,
                rect.y + (rect.height - paint::line_height(style)) / 2, shown, style);

    Record& made = frame.record(id, Role::number_field, name, rect);
    made.value = shown;
    made.is_invalid = edit.fault.has_value();
    if (edit.fault) {
        made.description = hours_fault_text(frame, *edit.fault, maximum);
    }
    made.field = semantics::FieldTraits{
        .name = std::string{key}, .input_mode = "decimal", .placeholder = {}, .length_max = 12};
    made.text_size = static_cast<std::int32_t>(style.size);
    return changed;
}

float hours_fault(Frame& frame, HoursEdit const& edit, float x, float y, float width) {
    if (!edit.fault) {
        return 0;
    }
    Container const alert(frame, "fault", Role::alert, "");
    return paragraph(frame, x, y, width, hours_fault_text(frame, *edit.fault, month_usage_max),
                     {.size = type::small, .colour = frame.theme.bad});
}

} // namespace kontingent::ui
