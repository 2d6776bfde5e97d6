#include "ui/advances.hpp"

#include <imgui.h>
#include <imgui_internal.h>

namespace kontingent::ui {

namespace {

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
    return true;
}

// A glyph of no size on the texture: nothing is drawn with it.
bool load_glyph(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar character,
                ImFontGlyph* glyph, float* advance) {
    auto& advances = *static_cast<Advances*>(ImGui::GetIO().UserData);
    float const measured =
        advances.advance(static_cast<Weight>(source->FontLoaderFlags), baked->Size, character);
    if (advance != nullptr) {
        *advance = measured;
    } else {
        glyph->Codepoint = character;
        glyph->AdvanceX = measured;
    }
    return true;
}

ImFontLoader const& loader() {
    static ImFontLoader const made = [] {
        ImFontLoader loader;
        loader.Name = "advances";
        loader.FontSrcContainsGlyph = contains_glyph;
        loader.FontBakedLoadGlyph = load_glyph;
        return loader;
    }();
    return made;
}

ImFont* add_font(Weight weight) {
    ImFontConfig config;
    config.SizePixels = 16;
    config.FontLoader = &loader();
    config.FontLoaderFlags = static_cast<unsigned>(weight);
    return ImGui::GetIO().Fonts->AddFont(&config);
}

} // namespace

Fonts add_fonts(Advances& advances) {
    ImGuiIO& io = ImGui::GetIO();
    io.UserData = &advances;
    // One pixel of white for shapes is all that the texture has to hold.
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    io.Fonts->TexMinWidth = io.Fonts->TexMinHeight = 16;
    io.Fonts->SetFontLoader(&loader());
    return {add_font(Weight::regular), add_font(Weight::semibold)};
}

void forget_advances() {
    ImFontAtlasBuildDiscardBakes(ImGui::GetIO().Fonts, -1);
}

} // namespace kontingent::ui
