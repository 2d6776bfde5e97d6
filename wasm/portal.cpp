// The module's exports: the page starts the portal, pushes events and asks for frames. No main(),
// no loop.
#include "ui/portal.hpp"

#include "core/history/history_json.hpp"
#include "wasm/changes.hpp"
#include "wasm/draw.hpp"
#include "wasm/imports.hpp"
#include "wasm/outbox.hpp"
#include "wasm/page_language.hpp"
#include "wasm/platform.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace kontingent::wasm {

namespace {

enum Asset : std::size_t { catalogue, texts, asset_count };

// The browser measures its own glyphs.
class PageAdvances final : public ui::Advances {
public:
    float advance(ui::Weight weight, float size, char32_t character) override {
        return page_measure(weight == ui::Weight::semibold, size, character);
    }
};

struct Session {
    std::array<std::string, asset_count> assets;
    PagePlatform platform;
    PageAdvances advances;
    Tiles tiles;
    ui::Portal* portal = nullptr;
    ChangeLog changes;
};

// Lives as long as the page: nothing here is ever taken down.
Session& session = *new Session;

} // namespace

KONTINGENT_EXPORT("receive") char* export_receive(std::size_t size) {
    return receive(size);
}

// Takes what was received as catalogue or texts (0 or 1).
KONTINGENT_EXPORT("take_asset") void export_take_asset(std::size_t which) {
    session.assets[which] = take_received();
}

KONTINGENT_EXPORT("start") void export_start() {
    auto page_texts = take_page_language(session.assets[texts]);
    session.portal = new ui::Portal(session.platform,
                                    ui::PortalAssets{.advances = session.advances,
                                                     .catalogue_json = session.assets[catalogue],
                                                     .texts = std::move(page_texts),
                                                     .language = page_language()});
}

KONTINGENT_EXPORT("pointer_moved")

void export_pointer_moved(semantics::Id id, float x, float y) {
    session.portal->push(ui::PointerMoved{id, x, y});
}

KONTINGENT_EXPORT("pointer_pressed")

void export_pointer_pressed(semantics::Id id, float x, float y) {
    session.portal->push(ui::PointerPressed{id, x, y});
}

KONTINGENT_EXPORT("pointer_released") void export_pointer_released() {
    session.portal->push(ui::PointerReleased{});
}

KONTINGENT_EXPORT("pointer_left") void export_pointer_left() {
    session.portal->push(ui::PointerLeft{});
}

KONTINGENT_EXPORT("activated") void export_activated(semantics::Id id) {
    session.portal->push(ui::Activated{id});
}

KONTINGENT_EXPORT("text_entered") void export_text_entered(semantics::Id id) {
    session.portal->push(ui::TextEntered{id, take_received()});
}

KONTINGENT_EXPORT("value_set") void export_value_set(semantics::Id id, double value) {
    session.portal->push(ui::ValueSet{id, static_cast<std::int64_t>(value)});
}

KONTINGENT_EXPORT("focused") void export_focused(semantics::Id id, bool is_visible) {
    session.portal->push(
        ui::Focused{id, is_visible ? ui::FocusKind::by_keyboard : ui::FocusKind::by_pointer});
}

KONTINGENT_EXPORT("blurred") void export_blurred(semantics::Id id) {
    session.portal->push(ui::Blurred{id});
}

// Takes what was received as the JSON of wasm/outbox.hpp.
KONTINGENT_EXPORT("outbox_changed") void export_outbox_changed() {
    if (auto changed = read_outbox(take_received())) {
        session.portal->push(std::move(*changed));
    }
}

KONTINGENT_EXPORT("history_progress") void export_history_progress(std::int32_t per_mille) {
    session.portal->push(ui::HistoryProgress{per_mille});
}

// Takes what was received as the file's name, a line break, and the JSON of
// core/history/history_json.hpp.
KONTINGENT_EXPORT("history_read") void export_history_read() {
    std::string const text = take_received();
    std::size_t const end = std::min(text.find('\n'), text.size());
    if (auto history = parse_history(std::string_view{text}.substr(end))) {
        session.portal->push(ui::HistoryRead{std::move(*history), text.substr(0, end)});
    }
}

// Takes what was received as a link's fragment, without the "#".
KONTINGENT_EXPORT("link_opened") void export_link_opened() {
    session.portal->push(ui::LinkOpened{take_received()});
}

KONTINGENT_EXPORT("has_work") bool export_has_work() {
    return session.portal->has_work();
}

// One slice of the work between frames; whether a frame should show what came of it.
KONTINGENT_EXPORT("work") bool export_work() {
    return session.portal->work();
}

KONTINGENT_EXPORT("measure_anew") void export_measure_anew() {
    session.portal->measure_anew();
}

KONTINGENT_EXPORT("fingerprints")

std::uint32_t const* export_fingerprints(semantics::Id layer, int width, int height, int columns,
                                         int rows) {
    return session.tiles.fingerprints(session.portal->layers(), layer, width, height, columns,
                                      rows);
}

KONTINGENT_EXPORT("paint")

std::uint32_t const* export_paint(semantics::Id layer, int left, int top, int width, int height) {
    return session.tiles.paint(session.portal->layers(), layer, left, top, width, height);
}

// Returns the content's height.
KONTINGENT_EXPORT("frame")

float export_frame(float width, float pixels_per_css_pixel, bool is_dark, bool is_calm,
                   bool is_paper, double time_seconds) {
    ui::FrameResult const result = session.portal->frame(
        ui::Viewport{.width = width,
                     .pixels_per_css_pixel = pixels_per_css_pixel,
                     .scheme = is_dark ? ui::ColourScheme::dark : ui::ColourScheme::light,
                     .motion = is_calm ? ui::Motion::reduced : ui::Motion::full,
                     .medium = is_paper ? ui::Medium::paper : ui::Medium::screen,
                     .time_seconds = time_seconds});
    if (result.records_changed) {
        std::string const json = session.changes.advance(session.portal->records());
        if (!json.empty()) {
            page_changed(json.data(), json.size());
        }
    }
    if (result.wants_focus != semantics::no_id) {
        page_focus(result.wants_focus);
    }
    if (result.wants_another_frame) {
        page_again();
    }
    return result.content_height;
}

} // namespace kontingent::wasm
