#include "tests/ui/screen_driver.hpp"

#include "tests/ui/portal_driver.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <utility>

namespace kontingent::ui_test {

namespace {

constexpr float screen_height = 4'000;

ImFont* add_font(std::string const& name) {
    std::string const& bytes = read_font(name);
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(bytes.data()),
                                                      static_cast<int>(bytes.size()), 16, &config);
}

} // namespace

ScreenDriver::ScreenDriver(Draw draw, Language language, float width)
    : draw_(std::move(draw)), language_(language), width_(width), imgui_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(imgui_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
    fonts_ = {add_font("inter-400.ttf"), add_font("inter-600.ttf")};
    auto texts = ui::parse_texts(portal_texts(language));
    REQUIRE(texts.has_value());
    texts_ = std::move(*texts);
    settle();
}

ScreenDriver::~ScreenDriver() {
    ImGui::DestroyContext(imgui_);
}

bool ScreenDriver::frame() {
    ++frames;
    ImGui::SetCurrentContext(imgui_);
    ImGui::GetIO().DisplaySize = {width_, screen_height};
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ui::Theme const theme = ui::theme_of(ui::ColourScheme::light, {});
    ui::Viewport const viewport{.width = width_,
                                .height = screen_height,
                                .visible_bottom = screen_height,
                                .motion = ui::Motion::reduced};
    ui::Frame frame(viewport, language_, texts_, theme, fonts_, memory_,
                    std::exchange(events_, {}));
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({width_, screen_height});
    ImGui::Begin("screen", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    frame.draw = ImGui::GetWindowDrawList();
    height = draw_(frame, width_);
    ImGui::End();
    ImGui::Render();
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
