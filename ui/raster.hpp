// Dear ImGui's triangles as pixels, without a GPU: tiles are drawn when they come near the window,
// and drawn anew where what falls into them has changed. Shapes alone: texts are the browser's.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

struct ImDrawList;

namespace kontingent::ui {

// Rows of pixels from the top, each red, green, blue, alpha in memory; alpha is not multiplied in.
struct Pixels {
    std::span<std::uint32_t> data; // width * height
    int width = 0, height = 0;
};

// What of the list falls into the tile whose upper left corner is (left, top), physical pixels.
// Triangles are sampled at the centres of pixels, edges as GPUs do it; the colour of a triangle is
// its first vertex's, its opacity changes from vertex to vertex.
void rasterise(ImDrawList const& list, int left, int top, Pixels tile);

// A number for each tile of a grid, row by row: 0 where nothing is drawn, and another one when
// something else is.
std::vector<std::uint32_t> fingerprints(ImDrawList const& list, int tile_width, int tile_height,
                                        int columns, int rows);

} // namespace kontingent::ui
