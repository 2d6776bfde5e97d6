#include "ui/widgets/outline.hpp"

#include <imgui.h>

#include <algorithm>

namespace kontingent::ui {

float Outline::Edge::x_at(float y) const {
    return upper.x + (lower.x - upper.x) * (y - upper.y) / (lower.y - upper.y);
}

void Outline::move_to(paint::Place to) {
    close();
    start_ = now_ = to;
}

void Outline::line_to(paint::Place to) {
    if (to.y > now_.y) {
        edges_.push_back({now_, to, 1});
    } else if (to.y < now_.y) {
        edges_.push_back({to, now_, -1});
    }
    now_ = to;
}

void Outline::curve_to(paint::Place by, paint::Place then_by, paint::Place to) {
    constexpr int pieces = 8;
    paint::Place const from = now_;
    for (int piece = 1; piece <= pieces; ++piece) {
        float const t = static_cast<float>(piece) / pieces;
        float const u = 1 - t;
        auto const mixed = [t, u](float a, float b, float c, float d) {
            return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
        };
        line_to({mixed(from.x, by.x, then_by.x, to.x), mixed(from.y, by.y, then_by.y, to.y)});
    }
}

void Outline::close() {
    line_to(start_);
}

std::vector<std::pair<Outline::Edge const*, Outline::Edge const*>>
Outline::borders(float y, FillRule rule) const {
    std::vector<Edge const*> crossed;
    for (Edge const& edge : edges_) {
        if (edge.upper.y <= y && y < edge.lower.y) {
            crossed.push_back(&edge);
        }
    }
    std::ranges::sort(crossed, {}, [y](Edge const* edge) { return edge->x_at(y); });
    std::vector<std::pair<Edge const*, Edge const*>> found;
    int winding = 0;
    Edge const* left = nullptr;
    for (Edge const* edge : crossed) {
        winding += rule == FillRule::nonzero ? edge->winding : (winding == 0 ? 1 : -1);
        if (left == nullptr) {
            left = edge;
        } else if (winding == 0) {
            found.emplace_back(left, edge);
            left = nullptr;
        }
    }
    return found;
}

std::vector<std::pair<float, float>> Outline::inside(float y, FillRule rule) const {
    std::vector<std::pair<float, float>> found;
    for (auto const& [left, right] : borders(y, rule)) {
        found.emplace_back(left->x_at(y), right->x_at(y));
    }
    return found;
}

// Between two heights at which no edge begins or ends, what is inside are trapezoids.
void Outline::fill(Frame& frame, Colour colour, float alpha) const {
    std::vector<float> heights;
    for (Edge const& edge : edges_) {
        heights.push_back(edge.upper.y);
        heights.push_back(edge.lower.y);
    }
    std::ranges::sort(heights);
    auto const [first, last] = std::ranges::unique(heights);
    heights.erase(first, last);
    ImU32 const packed = IM_COL32(colour >> 16U & 0xFFU, colour >> 8U & 0xFFU, colour & 0xFFU,
                                  static_cast<unsigned>(alpha * 255));
    float const scale = frame.viewport.pixels_per_css_pixel;
    auto const at = [scale, x = frame.x(0), y = frame.y(0)](float css_x, float css_y) {
        return ImVec2{x + css_x * scale, y + css_y * scale};
    };
    ImVec2 const nowhere = ImGui::GetFontTexUvWhitePixel();
    for (std::size_t index = 1; index < heights.size(); ++index) {
        float const top = heights[index - 1];
        float const bottom = heights[index];
        for (auto const& [left, right] : borders((top + bottom) / 2, FillRule::nonzero)) {
            frame.draw->PrimReserve(6, 4);
            frame.draw->PrimQuadUV(at(left->x_at(top), top), at(right->x_at(top), top),
                                   at(right->x_at(bottom), bottom), at(left->x_at(bottom), bottom),
                                   nowhere, nowhere, nowhere, nowhere, packed);
        }
    }
}

} // namespace kontingent::ui
