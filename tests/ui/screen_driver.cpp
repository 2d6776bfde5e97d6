#include "tests/ui/screen_driver.hpp"

#include "tests/ui/font_table.hpp"
#include "tests/ui/portal_driver.hpp"
#include "ui/layer.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <utility>

namespace kontingent::ui_test {

ScreenDriver::ScreenDriver(Draw draw, Language language, float width)
    : draw_(std::move(draw)), language_(language), width_(width), imgui_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(imgui_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
    fonts_ = ui::add_fonts(font_table());
    texts_ = portal_texts(language);
    settle();
}

ScreenDriver::~ScreenDriver() {
    memory_.layers.clear();
    ImGui::DestroyContext(imgui_);
}

bool ScreenDriver::frame() {
    ++frames;
    ImGui::SetCurrentContext(imgui_);
    constexpr float screen_height = 4'000;
    ImGui::GetIO().DisplaySize = {width_, screen_height};
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ui::Theme const theme = ui::theme_of({}, {});
    ui::Viewport const viewport{.width = width_, .motion = ui::Motion::reduced};
    ui::Frame frame(viewport, language_, texts_, theme, fonts_, memory_,
                    std::exchange(events_, {}));
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width_, screen_height});
    ImGui::Begin("screen", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    ui::draw_on(frame, semantics::no_id, 0, 0);
    height = draw_(frame, width_);
    ImGui::End();
    ImGui::EndFrame();
    for (ui::DrawnLayer& layer : memory_.layers) {
        layer.is_drawn = false;
    }
    if (frame.wants_focus != semantics::no_id) {
        wants_focus = frame.wants_focus;
    }
    records = std::move(frame.records);
    return frame.wants_another;
}

void ScreenDriver::settle() {
    int here = 0;
    while (frame()) {
        REQUIRE_MESSAGE(++here < 60, "the screen never comes to rest");
    }
}

semantics::Record const* ScreenDriver::try_find(semantics::Role role, std::string_view name) const {
    for (semantics::Record const& record : records) {
        if (record.role == role && record.name == name) {
            return &record;
        }
    }
    return nullptr;
}

semantics::Record const& ScreenDriver::find(semantics::Role role, std::string_view name) const {
    semantics::Record const* const found = try_find(role, name);
    REQUIRE_MESSAGE(found != nullptr, "no " << semantics::role_text(role) << " \"" << name
                                            << "\" on this screen:\n"
                                            << text());
    return *found;
}

std::string ScreenDriver::text() const {
    return semantics::to_text(records);
}

std::string ScreenDriver::status() const {
    std::string all;
    for (semantics::Record const& record : records) {
        if (record.role == semantics::Role::status) {
            all += record.value;
        }
    }
    return all;
}

void ScreenDriver::activate(semantics::Role role, std::string_view name) {
    push(ui::Activated{find(role, name).id});
    settle();
}

void ScreenDriver::type(semantics::Role role, std::string_view name, std::string_view text) {
    push(ui::TextEntered{find(role, name).id, std::string{text}});
    settle();
}

} // namespace kontingent::ui_test
