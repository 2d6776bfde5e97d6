#include "ui/stage.hpp"

#include "ui/layer.hpp"

#include <imgui.h>

#include <algorithm>
#include <iterator>

namespace kontingent::ui {

namespace {

void set_up_imgui() {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTrickleEventQueue = false; // take_events() does it
    // ui/raster.hpp takes large meshes.
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.CircleTessellationMaxError = 0.15F;
}

constexpr ImGuiWindowFlags window_flags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

bool changes_button(Event const& event) {
    return std::holds_alternative<PointerPressed>(event) ||
           std::holds_alternative<PointerReleased>(event) ||
           std::holds_alternative<PointerLeft>(event);
}

// The events before a second change of the pointer's button: a press and its release in one frame
// would be none to ImGui.
std::vector<Event> take_events(std::vector<Event>& waiting) {
    auto const first = std::ranges::find_if(waiting, changes_button);
    auto const end =
        first == waiting.end() ? first : std::find_if(first + 1, waiting.end(), changes_button);
    std::vector<Event> taken{std::move_iterator{waiting.begin()}, std::move_iterator{end}};
    waiting.erase(waiting.begin(), end);
    return taken;
}

// ImGui hears of the button here. Where the pointer is among the items, each item says for itself
// (ui/widgets/press.cpp); for the window it is always within.
void feed_pointer(Event const& event, Pointer& pointer) {
    ImGuiIO& io = ImGui::GetIO();
    if (auto const* moved = std::get_if<PointerMoved>(&event)) {
        pointer = {moved->id, moved->x, moved->y, pointer.is_held};
    }
    if (auto const* pressed = std::get_if<PointerPressed>(&event)) {
        pointer = {pressed->id, pressed->x, pressed->y, false};
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    }
    if (std::holds_alternative<PointerReleased>(event)) {
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    }
    if (std::holds_alternative<PointerLeft>(event)) {
        pointer = {};
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    }
}

} // namespace

Stage::Stage(Advances& advances) : imgui_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(imgui_);
    set_up_imgui();
    fonts_ = add_fonts(advances);
}

Stage::~Stage() {
    memory_.layers.clear();
    ImGui::DestroyContext(imgui_);
}

// The events of this frame.
std::vector<Event> Stage::begin(Viewport const& viewport) {
    ImGui::SetCurrentContext(imgui_);
    ImGuiIO& io = ImGui::GetIO();
    float const scale = viewport.pixels_per_css_pixel;
    // As tall as any content: what is in view is not known here, and everything is drawn.
    constexpr float height_max = 100'000;
    io.DisplaySize = {viewport.width * scale, height_max * scale};
    io.DeltaTime = std::max(0.001F, static_cast<float>(viewport.time_seconds - last_time_seconds_));
    last_time_seconds_ = viewport.time_seconds;
    std::vector<Event> taken = take_events(events_);
    pointer_.is_held = io.MouseDown[ImGuiMouseButton_Left];
    io.AddMousePosEvent(0, 0);
    for (Event const& event : taken) {
        feed_pointer(event, pointer_);
    }
    return taken;
}

void Stage::open(Frame& frame, StageLook const& look) {
    frame.pointer = pointer_;
    frame.unit = look.unit;
    frame.deferred = look.deferred;
    frame.records.reserve(records_.size());
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("portal", nullptr, window_flags);
    for (DrawnLayer& layer : memory_.layers) {
        layer.is_drawn = false;
    }
    draw_on(frame, semantics::no_id, 0, 0);
}

FrameResult Stage::finish(Frame& frame, float height) {
    ImGui::End();
    ImGui::EndFrame();
    std::erase_if(memory_.layers, [](DrawnLayer const& layer) { return !layer.is_drawn; });
    FrameResult result;
    result.content_height = height;
    result.wants_another_frame = frame.wants_another || !events_.empty();
    result.wants_focus = frame.wants_focus;
    result.is_partial = frame.is_partial;
    if (!frame.is_partial) {
        result.records_changed = frame.records != records_;
        records_ = std::move(frame.records);
    }
    return result;
}

void Stage::measure_anew() {
    ImGui::SetCurrentContext(imgui_);
    forget_advances();
}

} // namespace kontingent::ui
