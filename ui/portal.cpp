#include "ui/portal.hpp"

#include "ui/screens/errors.hpp"
#include "ui/screens/page.hpp"
#include "ui/session.hpp"

#include <optional>
#include <string>
#include <utility>

namespace kontingent::ui {

struct Portal::State {
    explicit State(Advances& advances) : stage(advances) {}

    Stage stage;
    Language language;
    Texts texts;
    Errors errors;
    std::optional<Session> session;
    DeferredState deferred = DeferredState::loaded;

    // Returns the content's height.
    float draw(Frame& frame);
};

float Portal::State::draw(Frame& frame) {
    if (!session) {
        return draw_errors_alone(frame, errors);
    }
    return draw_page(frame, *session);
}

Portal::Portal(Platform& platform, PortalAssets assets)
    : state_(std::make_unique<State>(assets.advances)) {
    State& state = *state_;
    state.language = assets.language;
    if (assets.texts) {
        state.texts = std::move(*assets.texts);
    } else {
        state.errors = std::move(assets.texts.error());
    }
    if (!assets.catalogue) {
        Errors const& errors = assets.catalogue.error();
        state.errors.insert(state.errors.end(), errors.begin(), errors.end());
    } else if (state.errors.empty()) {
        state.session.emplace(platform, *std::move(assets.catalogue));
    }
}

Portal::~Portal() = default;

void Portal::push(Event event) {
    state_->stage.push(std::move(event));
}

FrameResult Portal::frame(Viewport const& viewport) {
    State& state = *state_;
    StageLook look{.language = state.language, .texts = state.texts, .accent = {}};
    look.deferred = state.deferred;
    if (state.session) {
        Catalogue const& catalogue = state.session->catalogue;
        look.accent = catalogue.accent_rgb;
        look.unit = catalogue.unit ? &*catalogue.unit : nullptr;
    }
    return state.stage.frame(viewport, look, [&state](Frame& frame) { return state.draw(frame); });
}

bool Portal::has_work() const {
    return state_->session && state_->session->results().has_work();
}

bool Portal::work() {
    return state_->session->work();
}

void Portal::copied(bool is_copied) {
    std::string& notice = state_->session->app.notice;
    std::string said{state_->texts[is_copied ? Text::copied : Text::copy_failed]};
    // The same once more is another text, so that it is heard once more.
    if (notice == said) {
        said += "\u00a0";
    }
    notice = std::move(said);
}

void Portal::set_deferred(DeferredState state) {
    state_->deferred = state;
}

void Portal::measure_anew() {
    state_->stage.measure_anew();
}

std::vector<DrawnLayer> const& Portal::layers() const {
    return state_->stage.layers();
}

std::vector<semantics::Record> const& Portal::records() const {
    return state_->stage.records();
}

} // namespace kontingent::ui
