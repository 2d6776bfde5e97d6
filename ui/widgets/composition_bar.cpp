#include "ui/widgets/composition_bar.hpp"

#include "ui/paint.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

void draw_part(Frame& frame, Rect rect, PartKind kind) {
    Theme const& theme = frame.theme;
    switch (kind) {
    case PartKind::used:
        paint::fill(frame, rect, theme.accent, 3);
        break;
    case PartKind::expired:
        paint::fill(frame, rect, theme.accent, 3, 0.16F);
        paint::hatch(frame, rect, theme.accent);
        break;
    case PartKind::overage:
        paint::fill(frame, rect, theme.warn, 3);
        break;
    }
}

} // namespace

void composition_bar(Frame& frame, std::string_view key, Rect rect, std::span<BarPart const> parts,
                     std::int64_t full, std::string_view name) {
    Id const id = frame.id(key);
    paint::fill(frame, rect, frame.theme.sunken, 3);
    float left = rect.x;
    std::int64_t index = 0;
    for (BarPart const& part : parts) {
        float const wanted =
            full > 0 ? rect.width * static_cast<float>(part.value) / static_cast<float>(full)
                     : 0.0F;
        float const width = frame.ease(semantics::derive(id, index++), std::max(0.0F, wanted));
        // A hair of ground between parts keeps them apart where colours look alike.
        if (width >= 0.5F) {
            draw_part(frame, {left, rect.y, std::max(1.0F, width - 1), rect.height}, part.kind);
        }
        left += width;
    }
    frame.record(id, Role::image, name, rect);
}

float legend(Frame& frame, float x, float y, float width, std::span<LegendEntry const> entries) {
    TextStyle const style{.size = type::small, .colour = frame.theme.muted};
    constexpr float row_height = 24;
    float left = x;
    float top = y;
    for (LegendEntry const& entry : entries) {
        float const needed = 22 + paint::width(frame, entry.label, style);
        if (left > x && left + needed > x + width) {
            left = x;
            top += row_height;
        }
        draw_part(frame, {left, top + 6, 14, 12}, entry.kind);
        text_line(frame, left + 22, top + 1, entry.label, style);
        left += needed + 20;
    }
    return top + row_height - y;
}

} // namespace kontingent::ui
