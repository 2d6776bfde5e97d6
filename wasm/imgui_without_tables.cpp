// The portal lays out its tables itself (ui/widgets). ImGui's core calls into its own tables and
// columns at the ends of windows and frames; these empty functions keep that part of ImGui
// (imgui_tables.cpp) out of the module. Where somebody begins to use ImGui's tables, the linker
// finds both and says so.
#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {

void EndTable() {}

void EndColumns() {}

void PushColumnsBackground() {}

void PopColumnsBackground() {}

void TableEndRow(ImGuiTable*) {}

void TableEndCell(ImGuiTable*) {}

void TablePushColumnChannel(int) {}

void TablePopColumnChannel() {}

void TablePushBackgroundChannel() {}

void TablePopBackgroundChannel() {}

void TableGcCompactTransientBuffers(ImGuiTable*) {}

void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}

void TableGcCompactSettings() {}

void TableSettingsAddSettingsHandler() {}

} // namespace ImGui
