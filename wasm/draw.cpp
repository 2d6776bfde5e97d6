#include "wasm/draw.hpp"

#include "ui/raster.hpp"

#include <imgui.h>

#include <algorithm>

namespace kontingent::wasm {

namespace {

ImDrawList const* list_of(std::vector<ui::DrawnLayer> const& layers, semantics::Id id) {
    auto const found = std::ranges::find(layers, id, &ui::DrawnLayer::id);
    return found == layers.end() ? nullptr : found->list.get();
}

} // namespace

std::uint32_t const* Tiles::fingerprints(std::vector<ui::DrawnLayer> const& layers,
                                         semantics::Id layer, int width, int height, int columns,
                                         int rows) {
    if (ImDrawList const* const list = list_of(layers, layer)) {
        fingerprints_ = ui::fingerprints(*list, width, height, columns, rows);
    } else {
        fingerprints_.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    }
    return fingerprints_.data();
}

std::uint32_t const* Tiles::paint(std::vector<ui::DrawnLayer> const& layers, semantics::Id layer,
                                  int left, int top, int width, int height) {
    pixels_.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    if (ImDrawList const* const list = list_of(layers, layer)) {
        ui::rasterise(*list, left, top, {pixels_, width, height});
    } else {
        std::ranges::fill(pixels_, 0U);
    }
    return pixels_.data();
}

} // namespace kontingent::wasm
