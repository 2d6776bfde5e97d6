// The module's exports: the page starts the portal, pushes events and asks for frames. No main(),
// no loop.
#include "ui/portal.hpp"

#include "core/base/error.hpp"
#include "core/base/limits.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/json/reader.hpp"
#include "wasm/history_news.hpp"
#include "wasm/imports.hpp"
#include "wasm/outbox.hpp"
#include "wasm/page_advances.hpp"
#include "wasm/page_language.hpp"
#include "wasm/platform.hpp"
#include "wasm/received.hpp"
#include "wasm/surface.hpp"

#include <expected>
#include <string>
#include <utility>
#include <vector>

namespace kontingent::wasm {

namespace {

struct Session {
    std::expected<json::Document, Error> catalogue_json;
    std::expected<Catalogue, Errors> catalogue;
    std::expected<ui::Texts, Errors> texts;
    PagePlatform platform;
    PageAdvances advances;
    ui::Portal* portal = nullptr;
    ui::DeferredState deferred = ui::DeferredState::absent;
};

// Lives as long as the page: nothing here is ever taken down.
Session& session = *new Session;

} // namespace

void push(ui::Event event) {
    session.portal->push(std::move(event));
}

ui::FrameResult frame(ui::Viewport const& viewport) {
    return session.portal->frame(viewport);
}

void measure_anew() {
    session.portal->measure_anew();
}

std::vector<semantics::Record> const& records() {
    return session.portal->records();
}

std::vector<ui::DrawnLayer> const& layers() {
    return session.portal->layers();
}

// Takes what was received: texts (0), or the catalogue's JSON (1).
KONTINGENT_EXPORT("take_asset") void export_take_asset(std::size_t which) {
    if (which == 0) {
        session.texts = take_page_language(take_received());
    } else {
        session.catalogue_json = json::read(take_received(), catalogue_bytes_max);
    }
}

// After the texts, since those of the catalogue are in the languages that are known by then.
KONTINGENT_EXPORT("read_catalogue") void export_read_catalogue() {
    auto const& document = session.catalogue_json;
    session.catalogue =
        document ? read_catalogue(*document) : std::unexpected(Errors{document.error()});
}

KONTINGENT_EXPORT("start") void export_start() {
    session.portal =
        new ui::Portal(session.platform, ui::PortalAssets{.advances = session.advances,
                                                          .catalogue = std::move(session.catalogue),
                                                          .texts = std::move(session.texts),
                                                          .language = page_language()});
    session.portal->set_deferred(session.deferred);
}

// Takes what was received as the JSON of wasm/outbox.hpp.
KONTINGENT_EXPORT("outbox_changed") void export_outbox_changed() {
    if (auto changed = read_outbox(take_received())) {
        push(std::move(*changed));
    }
}

// Takes what was received as push_history() does. The page calls it once the deferred code is
// loaded (wasm/session.mjs).
KONTINGENT_EXPORT("history_read") void export_history_read() {
    std::string const text = take_received();
    if (auto const code = ui::deferred_code(session.deferred)) {
        push_history(*code, text);
    }
}

// What became of the last copy() or copy_link().
KONTINGENT_EXPORT("copied") void export_copied(bool is_copied) {
    session.portal->copied(is_copied);
}

// How loading deferred.wasm goes: the numbers of ui::DeferredState.
KONTINGENT_EXPORT("deferred_changed") void export_deferred_changed(std::int32_t state) {
    session.deferred = static_cast<ui::DeferredState>(state);
    session.portal->set_deferred(session.deferred);
}

// Takes what was received as a link's fragment, without the "#".
KONTINGENT_EXPORT("link_opened") void export_link_opened() {
    push(ui::LinkOpened{take_received()});
}

KONTINGENT_EXPORT("has_work") bool export_has_work() {
    return session.portal->has_work();
}

// One slice of the work between frames; whether a frame should show what came of it.
KONTINGENT_EXPORT("work") bool export_work() {
    return session.portal->work();
}

} // namespace kontingent::wasm
