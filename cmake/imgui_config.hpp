// What Dear ImGui is built with, the same natively and in wasm. Each line is there for the size of
// a first visit; the figures are brotli 11 of a small page with a table, a slider and a text field.
#pragma once

#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// Ids are CRC-32C. Dear ImGui has a table for it, or calls the processor's instruction; this is the
// instruction bit by bit, 1.3 KB less than the table and fast enough for the few bytes of an id.
#define IMGUI_DISABLE_SSE
#define IMGUI_ENABLE_SSE4_2_CRC
#ifdef KONTINGENT_BUILDS_IMGUI
namespace kontingent_imgui {
template <typename Data>
unsigned crc(unsigned seed, Data data) {
    unsigned rest = seed ^ data;
    for (unsigned bit = 0; bit < sizeof data * 8; ++bit) {
        rest = (rest >> 1U) ^ ((rest & 1U) * 0x82F63B78U);
    }
    return rest;
}
} // namespace kontingent_imgui

#define _mm_crc32_u8 kontingent_imgui::crc<unsigned char>
#define _mm_crc32_u32 kontingent_imgui::crc<unsigned>
#endif
