// What the portal and the desk are drawn on: Dear ImGui's context, the queue of events, and what
// outlives a frame. It owns no loop, no clock and no window.
#pragma once

#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "ui/advances.hpp"
#include "ui/deferred.hpp"
#include "ui/event.hpp"
#include "ui/frame.hpp"
#include "ui/semantics/record.hpp"
#include "ui/texts.hpp"
#include "ui/theme.hpp"

#include <optional>
#include <utility>
#include <vector>

struct ImGuiContext;

namespace kontingent::ui {

struct FrameResult {
    float content_height = 0;         // CSS pixels; the host element is made as tall
    bool wants_another_frame = false; // easing, or state that changed after it was drawn
    bool records_changed = false;
    bool is_partial = false; // of the viewport's parts only: not to be shown, and without records
    semantics::Id wants_focus = semantics::no_id; // to be focused after the records are applied
};

// What a frame is drawn with; all must outlive it.
struct StageLook {
    Language language;
    Texts const& texts;
    std::optional<Colour> accent;
    Unit const* unit = nullptr; // what the catalogue counts instead of hours; null: hours
    DeferredState deferred = DeferredState::loaded;
};

class Stage {
public:
    explicit Stage(Advances& advances); // must outlive the stage
    ~Stage();
    Stage(Stage const&) = delete;
    Stage& operator=(Stage const&) = delete;

    void push(Event event) { events_.push_back(std::move(event)); }

    // `draw` lays out, draws and records on a Frame, and returns the content's height. What was
    // drawn stays until the next frame (layers()).
    template <typename Draw>
    FrameResult frame(Viewport const& viewport, StageLook const& look, Draw const& draw) {
        std::vector<Event> taken = begin(viewport);
        Theme const theme = theme_of(viewport.colours, look.accent);
        Frame frame(viewport, look.language, look.texts, theme, fonts_, memory_, std::move(taken));
        open(frame, look);
        float const height = draw(frame);
        return finish(frame, height);
    }

    // The page's font or its size has changed; to be followed by a frame.
    void measure_anew();

    std::vector<semantics::Record> const& records() const { return records_; }

    // Physical pixels, each from the layer's own upper left corner.
    std::vector<DrawnLayer> const& layers() const { return memory_.layers; }

private:
    std::vector<Event> begin(Viewport const& viewport);
    void open(Frame& frame, StageLook const& look);
    FrameResult finish(Frame& frame, float height);

    ImGuiContext* imgui_;
    Fonts fonts_;
    Memory memory_;
    std::vector<Event> events_;
    std::vector<semantics::Record> records_;
    Pointer pointer_;
    double last_time_seconds_ = 0;
};

} // namespace kontingent::ui
