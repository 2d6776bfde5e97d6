#include "ui/desk/desk.hpp"

#include "ui/desk/texts.hpp"
#include "ui/screens/desk/desk_page.hpp"
#include "ui/screens/errors.hpp"

#include <optional>
#include <utility>

namespace kontingent::ui {

struct Desk::State {
    explicit State(Advances& advances) : stage(advances) {}

    Stage stage;
    Language language;
    Texts texts;
    Errors errors;
    std::optional<desk::Session> session;

    // Returns the content's height.
    float draw(Frame& frame);
};

float Desk::State::draw(Frame& frame) {
    if (!session) {
        return draw_errors_alone(frame, errors);
    }
    return draw_desk(frame, *session);
}

Desk::Desk(DeskPlatform& platform, DeskAssets assets)
    : state_(std::make_unique<State>(assets.advances)) {
    State& state = *state_;
    state.language = language_of_tag(assets.language_tag).value_or(Language{});
    state.texts = texts_of(portal_text_list(state.language));
    auto catalogue = parse_catalogue(assets.catalogue_json);
    if (!catalogue) {
        state.errors = std::move(catalogue.error());
        return;
    }
    state.session.emplace(platform, std::move(assets.catalogue_json), *std::move(catalogue),
                          state.language, std::move(assets.logo));
}

Desk::~Desk() = default;

void Desk::push(Event event) {
    state_->stage.push(std::move(event));
}

void Desk::take_records(std::string_view json, RecordScope scope) {
    if (state_->session) {
        state_->session->take_records(json, scope);
    }
}

void Desk::take_written(std::int32_t step, std::string_view json) {
    if (state_->session) {
        state_->session->take_written(step, json);
    }
}

void Desk::take_file(FilePurpose purpose, std::string_view name, std::string const& bytes) {
    if (state_->session) {
        state_->session->take_file(purpose, name, bytes);
    }
}

void Desk::take_storage(std::string_view json) {
    if (state_->session) {
        state_->session->take_storage(json);
    }
}

void Desk::measure_anew() {
    state_->stage.measure_anew();
}

FrameResult Desk::frame(Viewport const& viewport) {
    State& state = *state_;
    StageLook look{.language = state.language, .texts = state.texts, .accent = {}};
    if (state.session) {
        Catalogue const& catalogue = state.session->catalogue;
        look.accent = catalogue.accent_rgb;
        look.unit = catalogue.unit ? &*catalogue.unit : nullptr;
    }
    return state.stage.frame(viewport, look, [&state](Frame& frame) { return state.draw(frame); });
}

std::vector<semantics::Record> const& Desk::records() const {
    return state_->stage.records();
}

std::vector<DrawnLayer> const& Desk::layers() const {
    return state_->stage.layers();
}

desk::Session* Desk::session() {
    return state_->session ? &*state_->session : nullptr;
}

} // namespace kontingent::ui
