// What was drawn, as the page asks for it: which tiles of a layer have changed, and a tile's
// pixels.
#pragma once

#include "ui/frame.hpp"

#include <cstdint>
#include <vector>

namespace kontingent::wasm {

class Tiles {
public:
    // ui::fingerprints() of a layer; valid until the next call.
    std::uint32_t const* fingerprints(std::vector<ui::DrawnLayer> const& layers,
                                      semantics::Id layer, int width, int height, int columns,
                                      int rows);
    // The pixels of ui::rasterise(), as ImageData takes them; valid until the next call.
    std::uint32_t const* paint(std::vector<ui::DrawnLayer> const& layers, semantics::Id layer,
                               int left, int top, int width, int height);

private:
    std::vector<std::uint32_t> fingerprints_, pixels_;
};

} // namespace kontingent::wasm
