#include "ui/portal.hpp"

#include "ui/screens/errors.hpp"
#include "ui/screens/page.hpp"
#include "ui/session.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace kontingent::ui {

namespace {

ImFont* add_font(std::span<unsigned char const> bytes) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    // The atlas only reads it; ImGui's interface predates const here.
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<unsigned char*>(bytes.data()),
                                                      static_cast<int>(bytes.size()), 16, &config);
}

void set_up_imgui() {
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // The renderer takes large meshes, fresh glyphs and textures of coverage alone; set here, so
    // that tests draw as browsers do.
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_RendererHasTextures;
    io.Fonts->TexDesiredFormat = ImTextureFormat_Alpha8;
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
    style.ItemSpacing = {0, 0};
    style.CircleTessellationMaxError = 0.15F;
}

constexpr ImGuiWindowFlags window_flags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

void feed_pointer(Event const& event, Viewport const& viewport) {
    ImGuiIO& io = ImGui::GetIO();
    auto const move = [&io, &viewport](float x, float y) {
        io.AddMousePosEvent(x * viewport.pixels_per_css_pixel,
                            (y - viewport.scroll_y) * viewport.pixels_per_css_pixel);
    };
    if (auto const* moved = std::get_if<PointerMoved>(&event)) {
        move(moved->x, moved->y);
    }
    if (auto const* pressed = std::get_if<PointerPressed>(&event)) {
        move(pressed->x, pressed->y);
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    }
    if (auto const* released = std::get_if<PointerReleased>(&event)) {
        move(released->x, released->y);
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    }
    if (std::holds_alternative<PointerLeft>(event)) {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    }
}

// Windows are only what ImGui sorts by: the content, and the bar above it.
template <typename Draw>
void in_window(Frame& frame, char const* name, ImVec2 position, ImVec2 extent, Draw&& draw) {
    ImGui::SetNextWindowPos(position);
    ImGui::SetNextWindowSize(extent);
    ImGui::Begin(name, nullptr, window_flags);
    frame.draw = ImGui::GetWindowDrawList();
    draw();
    ImGui::End();
}

} // namespace

struct Portal::State {
    ImGuiContext* imgui = ImGui::CreateContext();
    Language language = Language::german;
    Fonts fonts;
    Texts texts;
    Errors errors;
    std::optional<Session> session;
    PageLayout layout;
    std::optional<Colour> accent;
    Memory memory;
    std::vector<Event> events;
    std::vector<semantics::Record> records;
    double last_time_seconds = 0;
    bool has_input_left = false; // of the pointer, for the next frame
};

Portal::Portal(Platform& platform, PortalAssets const& assets) : state_(std::make_unique<State>()) {
    State& state = *state_;
    ImGui::SetCurrentContext(state.imgui);
    set_up_imgui();
    state.language = assets.language;
    state.fonts = {add_font(assets.font_regular), add_font(assets.font_semibold)};
    auto texts = parse_texts(assets.texts_json);
    if (texts) {
        state.texts = std::move(*texts);
    } else {
        state.errors = std::move(texts.error());
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
    io.DisplaySize = {viewport.width * scale, viewport.height * scale};
    io.DeltaTime =
        std::max(0.001F, static_cast<float>(viewport.time_seconds - state.last_time_seconds));
    state.last_time_seconds = viewport.time_seconds;
    bool is_press = false;
    for (Event const& event : state.events) {
        feed_pointer(event, viewport);
        is_press = is_press || std::holds_alternative<PointerPressed>(event) ||
                   std::holds_alternative<PointerReleased>(event);
    }

    Theme const theme = theme_of(viewport.scheme, state.accent);
    Frame frame(viewport, state.language, state.texts, theme, state.fonts, state.memory,
                std::exchange(state.events, {}));
    if (state.has_input_left || is_press) {
        frame.pressing = Pressing::changing;
    } else if (io.MouseDown[ImGuiMouseButton_Left]) {
        frame.pressing = Pressing::held;
    }
    FrameResult result;
    ImGui::NewFrame();
    in_window(frame, "portal", {0, 0}, io.DisplaySize, [&] {
        result.content_height =
            state.session ? draw_page(frame, *state.session, state.layout)
                          : draw_errors(frame, state.errors, state.texts[Text::errors_title],
                                        state.texts[Text::errors_lead], 16, 8,
                                        std::min(viewport.width - 32, 800.0F)) +
                                48;
    });
    if (state.session && wants_answer_bar(frame, *state.session, state.layout)) {
        float const top = frame.y(viewport.visible_bottom - answer_bar_height);
        in_window(frame, "bar", {0, top}, {io.DisplaySize.x, frame.length(answer_bar_height)},
                  [&] { draw_answer_bar(frame, *state.session, state.layout); });
    }
    ImGui::Render();
    // ImGui lets one press or release a frame through, so that a quick click is seen as both.
    state.has_input_left = !ImGui::GetCurrentContext()->InputEventsQueue.empty();
    result.wants_another_frame = frame.wants_another || state.has_input_left;
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

std::vector<semantics::Record> const& Portal::records() const {
    return state_->records;
}

} // namespace kontingent::ui
