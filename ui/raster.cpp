#include "ui/raster.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace kontingent::ui {

namespace {

// Places within a tile have eight bits behind the point, so that neighbours meet exactly.
constexpr std::int64_t one = 256;
constexpr std::int64_t half = one / 2;

struct Corner {
    std::int64_t x = 0, y = 0;
    int alpha = 0;
};

struct Bounds { // of whole pixels, the ends not included
    int left = 0, top = 0, right = 0, bottom = 0;
};

std::int64_t floor_div(std::int64_t a, std::int64_t b) { // b > 0
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

std::int64_t ceil_div(std::int64_t a, std::int64_t b) {
    return -floor_div(-a, b);
}

constexpr std::uint32_t channel(std::uint32_t colour, unsigned shift) {
    return (colour >> shift) & 0xFFU;
}

// `colour` without its opacity over what is there, `alpha` of 255 parts.
void blend(std::uint32_t& pixel, std::uint32_t colour, std::uint32_t alpha) {
    std::uint32_t const there = pixel >> 24U;
    if (alpha == 255) {
        pixel = colour | 0xFF000000U;
        return;
    }
    if (there == 0) {
        pixel = colour | alpha << 24U;
        return;
    }
    // In 255 * 255 parts.
    std::uint32_t const rest = there * (255 - alpha);
    std::uint32_t const whole = alpha * 255 + rest;
    std::uint32_t mixed = (whole + 127) / 255 << 24U;
    for (unsigned const shift : {0U, 8U, 16U}) {
        std::uint32_t const sum =
            channel(colour, shift) * alpha * 255 + channel(pixel, shift) * rest;
        mixed |= (sum + whole / 2) / whole << shift;
    }
    pixel = mixed;
}

struct Edge {
    std::int64_t dx = 0, dy = 0, start = 0;

    Edge(Corner const& from, Corner const& to) : dx(to.x - from.x), dy(to.y - from.y) {
        // Of two triangles that meet in an edge, one has its pixels: that right of or below it.
        bool const is_own = dy < 0 || (dy == 0 && dx > 0);
        start = -dx * from.y + dy * (from.x - half) - (is_own ? 0 : 1);
    }

    // Narrows the pixels of a row, whose middle is at y, to those on the inner side.
    void narrow(std::int64_t y, std::int64_t& first, std::int64_t& last) const {
        std::int64_t const at = dx * y + start; // less dy * one for each pixel
        if (dy > 0) {
            last = std::min(last, floor_div(at, dy * one));
        } else if (dy < 0) {
            first = std::max(first, ceil_div(-at, -dy * one));
        } else if (at < 0) {
            last = first - 1;
        }
    }
};

// How opacity changes over a triangle.
struct Slope {
    double start = 0, by_x = 0, by_y = 0;

    Slope(std::array<Corner, 3> const& at, std::int64_t area) {
        auto const size = static_cast<double>(area);
        auto const rise_b = static_cast<double>(at[1].alpha - at[0].alpha);
        auto const rise_c = static_cast<double>(at[2].alpha - at[0].alpha);
        by_x = (rise_b * static_cast<double>(at[2].y - at[0].y) -
                rise_c * static_cast<double>(at[1].y - at[0].y)) /
               size;
        by_y = (rise_c * static_cast<double>(at[1].x - at[0].x) -
                rise_b * static_cast<double>(at[2].x - at[0].x)) /
               size;
        start = at[0].alpha + by_x * static_cast<double>(half - at[0].x) -
                by_y * static_cast<double>(at[0].y);
    }

    std::uint32_t at(std::int64_t pixel, std::int64_t y) const {
        double const value =
            start + by_x * static_cast<double>(pixel * one) + by_y * static_cast<double>(y);
        return static_cast<std::uint32_t>(std::clamp(value + 0.5, 0.0, 255.0));
    }
};

void fill_row(Pixels tile, int row, Bounds span, std::uint32_t colour, std::uint32_t alpha) {
    auto const pixels =
        tile.data.subspan(static_cast<std::size_t>(row) * static_cast<std::size_t>(tile.width) +
                              static_cast<std::size_t>(span.left),
                          static_cast<std::size_t>(span.right - span.left));
    if (alpha == 255) {
        std::ranges::fill(pixels, colour | 0xFF000000U);
        return;
    }
    for (std::uint32_t& pixel : pixels) {
        blend(pixel, colour, alpha);
    }
}

void fill_triangle(Pixels tile, Bounds clip, std::array<Corner, 3> at, std::uint32_t colour) {
    std::int64_t area =
        (at[1].x - at[0].x) * (at[2].y - at[0].y) - (at[2].x - at[0].x) * (at[1].y - at[0].y);
    if (area == 0) {
        return;
    }
    if (area < 0) {
        std::swap(at[1], at[2]);
        area = -area;
    }
    auto const [low, high] = std::minmax({at[0].y, at[1].y, at[2].y});
    auto const first_row = std::max<std::int64_t>(clip.top, ceil_div(low - half, one));
    auto const last_row = std::min<std::int64_t>(clip.bottom - 1, floor_div(high - half, one));
    std::array const edges{Edge{at[0], at[1]}, Edge{at[1], at[2]}, Edge{at[2], at[0]}};
    bool const is_even = at[0].alpha == at[1].alpha && at[1].alpha == at[2].alpha;
    Slope const slope(at, area);
    for (std::int64_t row = first_row; row <= last_row; ++row) {
        std::int64_t const y = row * one + half;
        std::int64_t first = clip.left;
        std::int64_t last = clip.right - 1;
        for (Edge const& edge : edges) {
            edge.narrow(y, first, last);
        }
        if (first > last) {
            continue;
        }
        if (is_even) {
            Bounds const span{.left = static_cast<int>(first), .right = static_cast<int>(last + 1)};
            fill_row(tile, static_cast<int>(row), span, colour,
                     static_cast<std::uint32_t>(at[0].alpha));
            continue;
        }
        std::uint32_t* const line = &tile.data[static_cast<std::size_t>(row * tile.width)];
        for (std::int64_t pixel = first; pixel <= last; ++pixel) {
            if (std::uint32_t const alpha = slope.at(pixel, y); alpha > 0) {
                blend(line[pixel], colour, alpha);
            }
        }
    }
}

// Calls `act(a, b, c, clip)` for each triangle.
template <typename Act>
void each_triangle(ImDrawList const& list, Act&& act) {
    for (ImDrawCmd const& part : list.CmdBuffer) {
        ImDrawIdx const* index = list.IdxBuffer.Data + part.IdxOffset;
        ImDrawVert const* const vertices = list.VtxBuffer.Data + part.VtxOffset;
        for (unsigned count = 0; count + 2 < part.ElemCount; count += 3, index += 3) {
            act(vertices[index[0]], vertices[index[1]], vertices[index[2]], part.ClipRect);
        }
    }
}

struct Extent {
    float left, top, right, bottom;
};

Extent extent_of(ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c, ImVec4 clip) {
    return {std::max(std::min({a.pos.x, b.pos.x, c.pos.x}), clip.x),
            std::max(std::min({a.pos.y, b.pos.y, c.pos.y}), clip.y),
            std::min(std::max({a.pos.x, b.pos.x, c.pos.x}), clip.z),
            std::min(std::max({a.pos.y, b.pos.y, c.pos.y}), clip.w)};
}

Corner corner_of(ImDrawVert const& vertex, int left, int top) {
    auto const fixed = [](float place) {
        return static_cast<std::int64_t>(std::floor(place * static_cast<float>(one) + 0.5F));
    };
    return {fixed(vertex.pos.x - static_cast<float>(left)),
            fixed(vertex.pos.y - static_cast<float>(top)),
            static_cast<int>(channel(vertex.col, IM_COL32_A_SHIFT))};
}

std::uint32_t mixed(std::uint32_t hash, std::uint32_t value) {
    return (hash ^ value) * 0x9E3779B1U ^ (hash >> 15U);
}

std::uint32_t bits(float value) {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(value * 64));
}

} // namespace

void rasterise(ImDrawList const& list, int left, int top, Pixels tile) {
    std::ranges::fill(tile.data, 0U);
    auto const x = static_cast<float>(left);
    auto const y = static_cast<float>(top);
    auto const width = static_cast<float>(tile.width);
    auto const height = static_cast<float>(tile.height);
    each_triangle(list, [&](ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c,
                            ImVec4 const& clip) {
        Extent const extent = extent_of(a, b, c, clip);
        if (extent.left >= x + width || extent.top >= y + height || extent.right <= x ||
            extent.bottom <= y) {
            return;
        }
        Bounds const within{static_cast<int>(std::clamp(clip.x - x, 0.0F, width)),
                            static_cast<int>(std::clamp(clip.y - y, 0.0F, height)),
                            static_cast<int>(std::clamp(clip.z - x, 0.0F, width)),
                            static_cast<int>(std::clamp(clip.w - y, 0.0F, height))};
        fill_triangle(tile, within,
                      {corner_of(a, left, top), corner_of(b, left, top), corner_of(c, left, top)},
                      a.col & ~IM_COL32_A_MASK);
    });
}

std::vector<std::uint32_t> fingerprints(ImDrawList const& list, int tile_width, int tile_height,
                                        int columns, int rows) {
    std::vector<std::uint32_t> made(static_cast<std::size_t>(columns) *
                                    static_cast<std::size_t>(rows));
    auto const tile_of = [](float place, int size, int count) {
        return std::clamp(static_cast<int>(place) / size, 0, count - 1);
    };
    each_triangle(list, [&](ImDrawVert const& a, ImDrawVert const& b, ImDrawVert const& c,
                            ImVec4 const& clip) {
        Extent const extent = extent_of(a, b, c, clip);
        if (extent.left >= extent.right || extent.top >= extent.bottom) {
            return;
        }
        std::uint32_t hash = 1;
        for (ImDrawVert const* vertex : {&a, &b, &c}) {
            hash = mixed(mixed(mixed(hash, bits(vertex->pos.x)), bits(vertex->pos.y)), vertex->col);
        }
        hash =
            mixed(mixed(hash, bits(extent.left + extent.right)), bits(extent.top + extent.bottom));
        for (int row = tile_of(extent.top, tile_height, rows);
             row <= tile_of(extent.bottom, tile_height, rows); ++row) {
            for (int column = tile_of(extent.left, tile_width, columns);
                 column <= tile_of(extent.right, tile_width, columns); ++column) {
                auto const at = static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                                static_cast<std::size_t>(column);
                std::uint32_t& tile = made[at];
                tile = std::max(1U, mixed(tile, hash));
            }
        }
    });
    return made;
}

} // namespace kontingent::ui
