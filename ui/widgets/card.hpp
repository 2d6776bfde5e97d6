// A card: a bordered background with padding, as tall as its content. The background is drawn last,
// behind the content.
#pragma once

#include "ui/frame.hpp"
#include "ui/paint.hpp"

#include <string_view>

namespace kontingent::ui {

enum class CardLook : std::uint8_t { plain, highlighted };

float card_padding(Frame const& frame);

class Card {
public:
    // Opens a record of this role; what is recorded until finish() becomes its content.
    Card(Frame& frame, std::string_view key, Role role, std::string_view name, float x, float y,
         float width, CardLook look = CardLook::plain);
    Card(Card const&) = delete;
    Card& operator=(Card const&) = delete;

    // The inner column; at moves down as content is laid out.
    float x, width, at;
    // Draws the ground; returns the card's height, padding included.
    float finish();

private:
    Frame& frame_;
    paint::Behind behind_;
    Rect outer_;
    CardLook look_;
    std::size_t record_;
};

} // namespace kontingent::ui
