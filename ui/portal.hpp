// The portal as a whole, as the browser layer and the tests see it: events go in, a frame is drawn
// with Dear ImGui, records come out. It owns no loop, no clock and no window.
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "ui/advances.hpp"
#include "ui/deferred.hpp"
#include "ui/event.hpp"
#include "ui/frame.hpp"
#include "ui/platform.hpp"
#include "ui/semantics/record.hpp"
#include "ui/stage.hpp"
#include "ui/texts.hpp"

#include <expected>
#include <memory>
#include <vector>

namespace kontingent::ui {

struct PortalAssets {
    Advances& advances; // must outlive the portal
    std::expected<Catalogue, Errors> catalogue;
    std::expected<Texts, Errors> texts;
    Language language = {};
};

class Portal {
public:
    // A catalogue or texts with errors do not fail here: the portal then shows the errors instead.
    Portal(Platform& platform, PortalAssets assets);
    ~Portal();
    Portal(Portal const&) = delete;
    Portal& operator=(Portal const&) = delete;

    void push(Event event);
    // Lays out, draws and records. What was drawn stays until the next frame (layers()).
    FrameResult frame(Viewport const& viewport);
    // What became of the last Platform::copy() or copy_link(); to be followed by a frame.
    void copied(bool is_copied);
    // Whether the deferred code is loaded, where it comes apart; to be followed by a frame.
    void set_deferred(DeferredState state);
    // The page's font or its size has changed; to be followed by a frame.
    void measure_anew();
    // Work that goes on between frames, in slices of a few milliseconds. work() does one, and says
    // whether a frame should show what came of it.
    bool has_work() const;
    bool work();
    std::vector<semantics::Record> const& records() const;
    // Physical pixels, each from the layer's own upper left corner.
    std::vector<DrawnLayer> const& layers() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace kontingent::ui
