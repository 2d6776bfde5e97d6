#include "ui/portal.hpp"

#include "ui/layer.hpp"
#include "ui/screens/errors.hpp"
#include "ui/screens/page.hpp"
#include "ui/session.hpp"

#include <imgui.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

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

struct Portal::State {
    ImGuiContext* imgui = ImGui::CreateContext();
    Language language;
    Fonts fonts;
    Texts texts;
    Errors errors;
    std::optional<Session> session;
    std::optional<Colour> accent;
    Memory memory;
    std::vector<Event> events;
    std::vector<semantics::Record> records;
    Pointer pointer;
    double last_time_seconds = 0;

    // Returns the content's height.
    float draw(Frame& frame);
};

float Portal::State::draw(Frame& frame) {
    if (!session) {
        return draw_errors(frame, errors, texts[Text::errors_title], texts[Text::errors_lead], 16,
                           8, std::min(frame.viewport.width - 32, 800.0F)) +
               48;
    }
    return draw_page(frame, *session);
}

Portal::Portal(Platform& platform, PortalAssets assets) : state_(std::make_unique<State>()) {
    State& state = *state_;
    ImGui::SetCurrentContext(state.imgui);
    set_up_imgui();
    state.language = assets.language;
    state.fonts = add_fonts(assets.advances);
    if (assets.texts) {
        state.texts = std::move(*assets.texts);
    } else {
        state.errors = std::move(assets.texts.error());
    }
    auto catalogue = parse_catalogue(assets.catalogue_json);
    if (!catalogue) {
        state.errors.insert(state.errors.end(), catalogue.error().begin(), catalogue.error().end());
    } else if (state.errors.empty()) {
        state.accent = catalogue->accent_rgb;
        state.session.emplace(platform, std::move(*catalogue));
    }
}

Portal::~Portal() {
    state_->memory.layers.clear();
    ImGui::DestroyContext(state_->imgui);
}

void Portal::push(Event event) {
    state_->events.push_back(std::move(event));
}

FrameResult Portal::frame(Viewport const& viewport) {
    State& state = *state_;
    ImGui::SetCurrentContext(state.imgui);
    ImGuiIO& io = ImGui::GetIO();
    float const scale = viewport.pixels_per_css_pixel;
    // As tall as any content: what is in view is not known here, and everything is drawn.
    constexpr float height_max = 100'000;
    io.DisplaySize = {viewport.width * scale, height_max * scale};
    io.DeltaTime =
        std::max(0.001F, static_cast<float>(viewport.time_seconds - state.last_time_seconds));
    state.last_time_seconds = viewport.time_seconds;
    std::vector<Event> taken = take_events(state.events);
    state.pointer.is_held = io.MouseDown[ImGuiMouseButton_Left];
    io.AddMousePosEvent(0, 0);
    for (Event const& event : taken) {
        feed_pointer(event, state.pointer);
    }

    Theme const theme = theme_of(viewport.scheme, state.accent);
    Frame frame(viewport, state.language, state.texts, theme, state.fonts, state.memory,
                std::move(taken));
    frame.pointer = state.pointer;
    if (state.session && state.session->catalogue.unit) {
        frame.unit = &*state.session->catalogue.unit;
    }
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("portal", nullptr, window_flags);
    for (DrawnLayer& layer : state.memory.layers) {
        layer.is_drawn = false;
    }
    draw_on(frame, semantics::no_id, 0, 0);
    FrameResult result;
    result.content_height = state.draw(frame);
    ImGui::End();
    ImGui::EndFrame();
    std::erase_if(state.memory.layers, [](DrawnLayer const& layer) { return !layer.is_drawn; });
    result.wants_another_frame = frame.wants_another || !state.events.empty();
    result.wants_focus = frame.wants_focus;
    result.records_changed = frame.records != state.records;
    state.records = std::move(frame.records);
    return result;
}

bool Portal::has_work() const {
    return state_->session && state_->session->results().has_work();
}

bool Portal::work() {
    return state_->session->work();
}

void Portal::measure_anew() {
    ImGui::SetCurrentContext(state_->imgui);
    forget_advances();
}

std::vector<DrawnLayer> const& Portal::layers() const {
    return state_->memory.layers;
}

std::vector<semantics::Record> const& Portal::records() const {
    return state_->records;
}

} // namespace kontingent::ui
