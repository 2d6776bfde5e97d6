#include "wasm/draw.hpp"

#include "wasm/imports.hpp"

#include <imgui.h>

#include <cstddef>

namespace kontingent::wasm {

namespace {

// wasm/renderer.mjs counts on this layout.
static_assert(sizeof(ImDrawVert) == 20 && offsetof(ImDrawVert, uv) == 8 &&
              offsetof(ImDrawVert, col) == 16);
static_assert(sizeof(ImDrawIdx) == 2);

std::int32_t page_id(ImTextureData const& texture) {
    return texture.UniqueID + 1;
}

void make(ImTextureData& texture) {
    page_texture_make(page_id(texture), texture.Width, texture.Height, texture.GetPixels());
    texture.SetTexID(static_cast<ImTextureID>(page_id(texture)));
    texture.SetStatus(ImTextureStatus_OK);
}

void drop(ImTextureData& texture) {
    page_texture_drop(page_id(texture));
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

void write_updates(ImTextureData& texture) {
    for (ImTextureRect const& part : texture.Updates) {
        page_texture_write(page_id(texture), part.x, part.y, part.w, part.h, texture.GetPixels(),
                           texture.GetPitch());
    }
    texture.SetStatus(ImTextureStatus_OK);
}

void bring_up_to_date(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate) {
        make(texture);
    } else if (texture.Status == ImTextureStatus_WantUpdates) {
        write_updates(texture);
    } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
        drop(texture);
    }
}

void draw_list(ImDrawList const& list) {
    page_draw_list(list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()),
                   list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
    for (ImDrawCmd const& part : list.CmdBuffer) {
        if (part.ElemCount == 0) {
            continue;
        }
        page_draw_part(static_cast<std::int32_t>(part.GetTexID()), part.ClipRect.x, part.ClipRect.y,
                       part.ClipRect.z, part.ClipRect.w, part.VtxOffset, part.IdxOffset,
                       part.ElemCount);
    }
}

} // namespace

void draw(ImDrawData const& data) {
    if (data.Textures != nullptr) {
        for (ImTextureData* texture : *data.Textures) {
            bring_up_to_date(*texture);
        }
    }
    page_draw_begin(data.DisplaySize.x, data.DisplaySize.y);
    for (ImDrawList const* list : data.CmdLists) {
        draw_list(*list);
    }
}

void forget_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_OK ||
            texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_WantCreate);
        }
    }
}

} // namespace kontingent::wasm
