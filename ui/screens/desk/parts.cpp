#include "ui/screens/desk/parts.hpp"

#include "core/base/format.hpp"
#include "ui/paint.hpp"

#include <algorithm>

namespace kontingent::ui::desk {

bool ButtonRow::add(std::string_view key, std::string_view label, ButtonKind kind) {
    constexpr float button_gap = 12;
    float const width = std::min(button_width(frame_, label), spot_.width);
    if (!is_empty_ && x_ + width > spot_.x + spot_.width) {
        x_ = spot_.x;
        y_ += button_height + button_gap;
    }
    is_empty_ = false;
    bool const is_pressed = button(frame_, key, {x_, y_, width, button_height}, label, kind);
    x_ += width + button_gap;
    return is_pressed;
}

FieldGrid::FieldGrid(Spot spot, float least_width)
    : spot_(spot),
      columns_(static_cast<std::size_t>(
          std::max(1.0F, std::min(4.0F, (spot.width + row_gap) / (least_width + row_gap))))),
      y_(spot.y) {}

Spot FieldGrid::next(std::size_t span) {
    span_ = std::min(span, columns_);
    if (column_ + span_ > columns_) {
        y_ += row_ + row_gap;
        row_ = 0;
        column_ = 0;
    }
    auto const columns = static_cast<float>(columns_);
    float const one = (spot_.width - row_gap * (columns - 1)) / columns;
    float const x = spot_.x + static_cast<float>(column_) * (one + row_gap);
    float const width = one * static_cast<float>(span_) + row_gap * static_cast<float>(span_ - 1);
    return {x, y_, width};
}

void FieldGrid::took(float height) {
    row_ = std::max(row_, height);
    column_ += span_;
}

float FieldGrid::finish() const {
    return y_ + row_ - spot_.y;
}

float form_field(Frame& frame, Session& session, FieldErrors const& errors, std::string_view key,
                 std::string_view caption, Spot spot, std::string& value,
                 FieldOptions const& options) {
    FieldErrorKind const* const error = find_error(errors, key);
    // What is still empty is no error before somebody tries to go on.
    bool const is_early = error != nullptr && value.empty() && !session.state.shows_missing;
    return text_field(frame,
                      {.key = key,
                       .caption = caption,
                       .traits = {.name = std::string{key},
                                  .type = std::string{options.type},
                                  .autocomplete = std::string{options.autocomplete},
                                  .input_mode = std::string{options.input_mode},
                                  .placeholder = {},
                                  .length_max = options.length_max},
                       .need = options.need,
                       .error = error == nullptr || is_early ? std::string_view{}
                                                             : words_of(session.texts, *error)},
                      spot.x, spot.y, spot.width, value);
}

std::string_view words_of(DeskTexts const& texts, FieldErrorKind kind) {
    switch (kind) {
    case FieldErrorKind::missing:
        return texts[DeskText::error_missing];
    case FieldErrorKind::no_percentage:
        return texts[DeskText::error_no_percentage];
    case FieldErrorKind::no_amount:
        return texts[DeskText::error_no_amount];
    case FieldErrorKind::no_number:
        return texts[DeskText::error_no_number];
    case FieldErrorKind::no_months:
        return texts[DeskText::error_no_months];
    case FieldErrorKind::no_date:
        return texts[DeskText::error_no_date];
    case FieldErrorKind::no_hours:
        return texts[DeskText::error_no_hours];
    case FieldErrorKind::no_email:
        return texts[DeskText::error_no_email];
    case FieldErrorKind::duplicate:
        return texts[DeskText::error_duplicate];
    }
    return {};
}

std::string_view words_of(DeskTexts const& texts, VersionState state) {
    switch (state) {
    case VersionState::draft:
        return texts[DeskText::state_draft];
    case VersionState::issued:
        return texts[DeskText::state_issued];
    case VersionState::accepted:
        return texts[DeskText::state_accepted];
    case VersionState::declined:
        return texts[DeskText::state_declined];
    case VersionState::withdrawn:
        return texts[DeskText::state_withdrawn];
    case VersionState::superseded:
        return texts[DeskText::state_superseded];
    case VersionState::expired:
        return texts[DeskText::state_expired];
    }
    return {};
}

Colour colour_of(Theme const& theme, VersionState state) {
    if (state == VersionState::accepted) {
        return theme.good;
    }
    if (state == VersionState::issued) {
        return theme.accent;
    }
    return state == VersionState::expired ? theme.warn : theme.muted;
}

std::string money_words(Frame const& frame, Session const& session, Money amount) {
    return format_money(amount, session.catalogue.currency, frame.language);
}

std::string customer_words(Customer const& customer) {
    if (customer.company.empty() || customer.name.empty()) {
        return customer.company + customer.name;
    }
    return customer.company + ", " + customer.name;
}

TextStyle body_style(Frame const& frame) {
    return {.size = type::body, .colour = frame.theme.text};
}

TextStyle muted_style(Frame const& frame) {
    return {.size = type::small, .colour = frame.theme.muted};
}

TextStyle title_style(Frame const& frame) {
    return {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text};
}

} // namespace kontingent::ui::desk
