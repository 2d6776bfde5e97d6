// What Dear ImGui is built with, the same natively and in wasm. Each line is there for the size of
// a first visit; the figures are brotli 11 of a small page with a table, a slider and a text field.
#pragma once

#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// Dear ImGui scans text only for .ini files (none here) and for numbers typed into its own fields
// (ours are the browser's). Without the C library's scanner the page is 3.0 KB smaller.
#ifdef KONTINGENT_BUILDS_IMGUI
#include <cstdio>

namespace kontingent_imgui {
template <typename... Targets>
int scan_nothing(char const*, char const*, Targets...) {
    return 0;
}
} // namespace kontingent_imgui

#define sscanf kontingent_imgui::scan_nothing
#endif
