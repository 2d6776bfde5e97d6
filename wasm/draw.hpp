// Hands ImGui's finished frame to the page, which draws it with WebGL2 (wasm/renderer.mjs). In
// place of ImGui's OpenGL backend: that one would bring Emscripten's GL library and JavaScript.
#pragma once

struct ImDrawData;

namespace kontingent::wasm {

void draw(ImDrawData const& data);
// The page's context was lost: every texture is made anew with the next draw().
void forget_textures();

} // namespace kontingent::wasm
