#include "ui/screens/desk/logo_picture.hpp"

#include "ui/paint.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

namespace kontingent::ui::desk {

namespace {

using documents::pdf::Drawing;
using documents::pdf::Pixels;
using documents::pdf::Point;
using documents::pdf::Shape;

constexpr float byte_max = 255;
// Cells are pixels as long as there are not too many of them to be drawn one by one.
constexpr std::size_t cells_max = 12'000;

// Red, green, blue and opacity of a cell, each 0 to 1; colours as they are, not multiplied.
using Cell = std::array<float, 4>;

struct Grid {
    std::size_t columns, rows;
    std::vector<Cell> cells;

    Grid(std::size_t width, std::size_t height)
        : columns(width), rows(height), cells(width * height) {}

    // So much of the cell is covered with a colour, over what is there.
    void cover(std::size_t column, std::size_t row, std::uint32_t colour, float part) {
        Cell& cell = cells[row * columns + column];
        float const opacity = part + cell[3] * (1 - part);
        if (opacity <= 0) {
            return;
        }
        for (unsigned index = 0; index < 3; ++index) {
            float const channel =
                static_cast<float>(colour >> (16U - 8U * index) & 0xFFU) / byte_max;
            cell[index] = (channel * part + cell[index] * cell[3] * (1 - part)) / opacity;
        }
        cell[3] = opacity;
    }
};

// Each cell is the mean of the pixels in it.
Grid reduced(Pixels const& pixels, std::size_t columns, std::size_t rows) {
    Grid grid(columns, rows);
    auto const range = [](std::size_t index, std::size_t count, std::size_t size) {
        std::size_t const begin = index * size / count;
        return std::pair{begin, std::max(begin + 1, (index + 1) * size / count)};
    };
    for (std::size_t row = 0; row < rows; ++row) {
        auto const [top, bottom] = range(row, rows, pixels.height);
        for (std::size_t column = 0; column < columns; ++column) {
            auto const [left, right] = range(column, columns, pixels.width);
            Cell sum{};
            for (std::size_t y = top; y < bottom; ++y) {
                for (std::size_t x = left; x < right; ++x) {
                    std::size_t const at = y * pixels.width + x;
                    float const opacity =
                        pixels.opacities.empty()
                            ? 1
                            : static_cast<float>(static_cast<unsigned char>(pixels.opacities[at])) /
                                  byte_max;
                    for (std::size_t index = 0; index < 3; ++index) {
                        auto const channel =
                            static_cast<unsigned char>(pixels.colours[3 * at + index]);
                        sum[index] += static_cast<float>(channel) / byte_max * opacity;
                    }
                    sum[3] += opacity;
                }
            }
            if (sum[3] > 0) {
                auto const count = static_cast<float>((right - left) * (bottom - top));
                grid.cells[row * columns + column] = {sum[0] / sum[3], sum[1] / sum[3],
                                                      sum[2] / sum[3], sum[3] / count};
            }
        }
    }
    return grid;
}

// Adds up how much of each cell of a row is inside, from several lines through the row.
void cover_inside(Grid& grid, Outline const& outline, FillRule rule, std::uint32_t colour) {
    constexpr int lines = 4;
    std::vector<float> parts(grid.columns);
    for (std::size_t row = 0; row < grid.rows; ++row) {
        std::ranges::fill(parts, 0.0F);
        for (int line = 0; line < lines; ++line) {
            float const y = static_cast<float>(row) + (static_cast<float>(line) + 0.5F) / lines;
            for (auto [left, right] : outline.inside(y, rule)) {
                left = std::max(left, 0.0F);
                right = std::min(right, static_cast<float>(grid.columns));
                for (auto column = static_cast<std::size_t>(left);
                     column < grid.columns && static_cast<float>(column) < right; ++column) {
                    auto const edge = static_cast<float>(column);
                    parts[column] += (std::min(right, edge + 1) - std::max(left, edge)) / lines;
                }
            }
        }
        for (std::size_t column = 0; column < grid.columns; ++column) {
            if (parts[column] > 0) {
                grid.cover(column, row, colour, std::min(parts[column], 1.0F));
            }
        }
    }
}

// A line as wide as its stroke: a rectangle for each part, and a disc where two meet.
class Stroke {
public:
    explicit Stroke(float width) : half_(width / 2) {}

    void move_to(paint::Place to) { start_ = now_ = to; }

    void line_to(paint::Place to) {
        float const x = to.x - now_.x;
        float const y = to.y - now_.y;
        float const length = std::hypot(x, y);
        if (length > 0) {
            float const across = -y / length * half_;
            float const down = x / length * half_;
            add({{{now_.x - across, now_.y - down},
                  {to.x - across, to.y - down},
                  {to.x + across, to.y + down},
                  {now_.x + across, now_.y + down}}});
            disc(to);
        }
        now_ = to;
    }

    void curve_to(paint::Place by, paint::Place then_by, paint::Place to) {
        constexpr int pieces = 8;
        paint::Place const from = now_;
        for (int piece = 1; piece <= pieces; ++piece) {
            float const t = static_cast<float>(piece) / pieces;
            line_to(
                {std::lerp(
                     std::lerp(std::lerp(from.x, by.x, t), std::lerp(by.x, then_by.x, t), t),
                     std::lerp(std::lerp(by.x, then_by.x, t), std::lerp(then_by.x, to.x, t), t), t),
                 std::lerp(
                     std::lerp(std::lerp(from.y, by.y, t), std::lerp(by.y, then_by.y, t), t),
                     std::lerp(std::lerp(by.y, then_by.y, t), std::lerp(then_by.y, to.y, t), t),
                     t)});
        }
    }

    void close() { line_to(start_); }

    Outline const& outline() const { return outline_; }

private:
    void add(std::array<paint::Place, 4> const& corners) {
        outline_.move_to(corners[0]);
        for (paint::Place const& corner : corners) {
            outline_.line_to(corner);
        }
        outline_.close();
    }

    void disc(paint::Place centre) {
        constexpr int corners = 8;
        constexpr float whole = 6.2831853F;
        outline_.move_to({centre.x + half_, centre.y});
        for (int corner = 1; corner < corners; ++corner) {
            float const angle = whole * static_cast<float>(corner) / corners;
            outline_.line_to(
                {centre.x + half_ * std::cos(angle), centre.y + half_ * std::sin(angle)});
        }
        outline_.close();
    }

    float half_;
    paint::Place start_, now_;
    Outline outline_;
};

Grid drawn(Drawing const& drawing, std::size_t columns, std::size_t rows) {
    Grid grid(columns, rows);
    auto const scale = static_cast<float>(static_cast<double>(columns) / drawing.width);
    auto const place = [scale](Point const& point) {
        return paint::Place{static_cast<float>(point.x) * scale,
                            static_cast<float>(point.y) * scale};
    };
    for (Shape const& shape : drawing.shapes) {
        if (shape.fill) {
            Outline outline;
            for (auto const& piece : shape.path) {
                add_piece(outline, piece, place);
            }
            outline.close();
            cover_inside(grid, outline, shape.is_even_odd ? FillRule::even_odd : FillRule::nonzero,
                         *shape.fill);
        }
        if (shape.stroke) {
            Stroke stroke(static_cast<float>(shape.stroke_width) * scale);
            for (auto const& piece : shape.path) {
                add_piece(stroke, piece, place);
            }
            cover_inside(grid, stroke.outline(), FillRule::nonzero, *shape.stroke);
        }
    }
    return grid;
}

std::uint32_t packed(Cell const& cell) {
    auto const byte = [](float value) {
        return static_cast<std::uint32_t>(std::lround(value * byte_max));
    };
    return byte(cell[3]) << 24U | byte(cell[0]) << 16U | byte(cell[1]) << 8U | byte(cell[2]);
}

void keep_picture(LogoPicture& kept, std::string_view file, std::size_t columns, std::size_t rows) {
    if (kept.file == file && kept.columns == columns && kept.rows == rows) {
        return;
    }
    kept = {.file = std::string{file}, .columns = columns, .rows = rows, .cells = {}};
    auto const picture = documents::pdf::read_picture(file);
    if (!picture) {
        return;
    }
    auto const* pixels = std::get_if<Pixels>(&*picture);
    Grid const grid = pixels != nullptr ? reduced(*pixels, columns, rows)
                                        : drawn(std::get<Drawing>(*picture), columns, rows);
    for (Cell const& cell : grid.cells) {
        kept.cells.push_back(packed(cell));
    }
}

// Neighbours of one colour are one rectangle.
void draw_row(Frame& frame, std::span<std::uint32_t const> cells, Rect first) {
    for (std::size_t begin = 0; begin < cells.size();) {
        std::size_t end = begin + 1;
        while (end < cells.size() && cells[end] == cells[begin]) {
            ++end;
        }
        auto const alpha = static_cast<float>(cells[begin] >> 24U) / byte_max;
        if (alpha > 0) {
            paint::fill(frame,
                        {first.x + first.width * static_cast<float>(begin), first.y,
                         first.width * static_cast<float>(end - begin), first.height},
                        cells[begin] & 0xFFFFFFU, 0, alpha);
        }
        begin = end;
    }
}

} // namespace

void draw_logo(Frame& frame, Session& session, std::string_view file, Rect place) {
    float density = frame.viewport.pixels_per_css_pixel;
    if (place.width * place.height * density * density > cells_max) {
        density = 1;
    }
    auto const count = [density](float length) {
        return std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(length * density)));
    };
    LogoPicture& kept = session.state.logo_picture;
    keep_picture(kept, file, count(place.width), count(place.height));
    if (frame.viewport.scheme == ColourScheme::dark) {
        // Logos are made for white paper.
        constexpr float margin = 4;
        constexpr Colour white = 0xFFFFFF;
        paint::fill(frame,
                    {place.x - margin, place.y - margin, place.width + 2 * margin,
                     place.height + 2 * margin},
                    white, margin);
    }
    if (!kept.cells.empty()) {
        std::span<std::uint32_t const> const cells{kept.cells};
        float const width = place.width / static_cast<float>(kept.columns);
        float const height = place.height / static_cast<float>(kept.rows);
        for (std::size_t row = 0; row < kept.rows; ++row) {
            draw_row(frame, cells.subspan(row * kept.columns, kept.columns),
                     {place.x, place.y + height * static_cast<float>(row), width, height});
        }
    }
    frame.record(frame.id("logo"), Role::image, session.texts[DeskText::logo], place);
}

} // namespace kontingent::ui::desk
