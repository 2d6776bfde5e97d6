#include "ui/widgets/card.hpp"

namespace kontingent::ui {

float card_padding(Frame const& frame) {
    return frame.viewport.width < size::row_min ? 16.0F : 24.0F;
}

Card::Card(Frame& frame, std::string_view key, Role role, std::string_view name, float left,
           float top, float outer_width, CardLook look)
    : x(left + card_padding(frame)),
      width(outer_width - 2 * card_padding(frame)),
      at(top + card_padding(frame)),
      frame_(frame),
      behind_(frame),
      outer_{left, top, outer_width, 0},
      look_(look),
      record_(frame.records.size()) {
    frame_.open(key, role, name, outer_);
}

float Card::finish() {
    outer_.height = at + card_padding(frame_) - outer_.y;
    frame_.records[record_].rect = outer_;
    behind_.now();
    paint::fill(frame_, outer_, frame_.theme.card, size::card_radius);
    if (look_ == CardLook::highlighted) {
        paint::border(frame_, outer_, frame_.theme.accent, size::card_radius, 2);
    } else {
        paint::border(frame_, outer_, frame_.theme.line, size::card_radius);
    }
    frame_.close();
    return outer_.height;
}

} // namespace kontingent::ui
