// What surface.cpp exports works on: the portal in portal.wasm, the desk in desk.wasm, each of
// which defines these in its own file.
#pragma once

#include "ui/event.hpp"
#include "ui/frame.hpp"
#include "ui/semantics/record.hpp"
#include "ui/stage.hpp"

#include <vector>

namespace kontingent::wasm {

void push(ui::Event event);
ui::FrameResult frame(ui::Viewport const& viewport);
void measure_anew();
std::vector<semantics::Record> const& records();
std::vector<ui::DrawnLayer> const& layers();

} // namespace kontingent::wasm
