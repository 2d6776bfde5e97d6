// What the desk's screens share: a place on the page, rows of buttons and fields, words of states.
#pragma once

#include "core/base/instant.hpp"
#include "core/document/document.hpp"
#include "ui/desk/session.hpp"
#include "ui/frame.hpp"
#include "ui/state/desk/form.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/text_field.hpp"

#include <string>
#include <string_view>

namespace kontingent::ui::desk {

struct Spot {
    float x = 0, y = 0, width = 0;
};

inline constexpr float gap = 24;
inline constexpr float row_gap = 16;

// Buttons from left to right, broken into rows where they do not fit.
class ButtonRow {
public:
    ButtonRow(Frame& frame, Spot spot) : frame_(frame), spot_(spot), x_(spot.x), y_(spot.y) {}

    // True when pressed.
    bool add(std::string_view key, std::string_view label, ButtonKind kind = ButtonKind::quiet);

    float height() const { return is_empty_ ? 0 : y_ + button_height - spot_.y; }

private:
    Frame& frame_;
    Spot spot_;
    float x_, y_;
    bool is_empty_ = true;
};

// Fields side by side, as many as there is room for.
class FieldGrid {
public:
    FieldGrid(Spot spot, float least_width);

    // Where the next field goes, over so many columns; tell its height afterwards.
    Spot next(std::size_t span = 1);
    void took(float height);
    // Of all rows.
    float finish() const;

    std::size_t columns() const { return columns_; }

private:
    Spot spot_;
    std::size_t columns_;
    std::size_t column_ = 0;
    float y_;
    float row_ = 0;
    std::size_t span_ = 1;
};

struct FieldOptions {
    std::string_view autocomplete = "off";
    std::string_view type = "text";
    std::string_view input_mode = {};
    Need need = Need::optional;
    std::int32_t length_max = 254;
};

// A field of the form, whose key is also that of its error.
float form_field(Frame& frame, Session& session, FieldErrors const& errors, std::string_view key,
                 std::string_view caption, Spot spot, std::string& value,
                 FieldOptions const& options = {});

std::string_view words_of(DeskTexts const& texts, FieldErrorKind kind);
std::string_view words_of(DeskTexts const& texts, VersionState state);
Colour colour_of(Theme const& theme, VersionState state);
std::string money_words(Frame const& frame, Session const& session, Money amount);
std::string customer_words(Customer const& customer);

TextStyle body_style(Frame const& frame);
TextStyle muted_style(Frame const& frame);
TextStyle title_style(Frame const& frame);

} // namespace kontingent::ui::desk
