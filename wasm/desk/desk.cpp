// The exports of desk.wasm, besides those of wasm/surface.cpp: the page hands over catalogue,
// language, logo and records, and starts the desk. wasm/desk/module.mjs is the other side.
#include "ui/desk/desk.hpp"

#include "wasm/desk/platform.hpp"
#include "wasm/history_news.hpp"
#include "wasm/page_advances.hpp"
#include "wasm/received.hpp"
#include "wasm/surface.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

namespace kontingent::wasm {

namespace {

enum Asset : std::size_t { catalogue, language, logo, asset_count };

struct Session {
    std::array<std::string, asset_count> assets;
    DeskPagePlatform platform;
    PageAdvances advances;
    std::string file_name;
    ui::Desk* desk = nullptr;
};

// Lives as long as the page: nothing here is ever taken down.
Session& session = *new Session;

// Records come before the start, too.
ui::Desk& desk() {
    if (session.desk == nullptr) {
        session.desk = new ui::Desk(session.platform,
                                    ui::DeskAssets{.advances = session.advances,
                                                   .catalogue_json = session.assets[catalogue],
                                                   .language_tag = session.assets[language],
                                                   .logo = session.assets[logo]});
    }
    return *session.desk;
}

} // namespace

void push(ui::Event event) {
    desk().push(std::move(event));
}

ui::FrameResult frame(ui::Viewport const& viewport) {
    return desk().frame(viewport);
}

void measure_anew() {
    desk().measure_anew();
}

std::vector<semantics::Record> const& records() {
    return desk().records();
}

std::vector<ui::DrawnLayer> const& layers() {
    return desk().layers();
}

// Takes what was received as catalogue, language tag or logo (0, 1, 2).
KONTINGENT_EXPORT("take_asset") void export_take_asset(std::size_t which) {
    session.assets[which] = take_received();
}

KONTINGENT_EXPORT("start") void export_start() {
    desk();
}

KONTINGENT_EXPORT("desk_records") void export_desk_records(bool is_all) {
    desk().take_records(take_received(), is_all ? ui::RecordScope::all : ui::RecordScope::changed);
}

KONTINGENT_EXPORT("desk_written") void export_desk_written(std::int32_t step) {
    desk().take_written(step, take_received());
}

KONTINGENT_EXPORT("desk_storage") void export_desk_storage() {
    desk().take_storage(take_received());
}

// Takes what was received as push_history() does.
KONTINGENT_EXPORT("history_read") void export_history_read() {
    push_history(*ui::deferred_code(ui::DeferredState::loaded), take_received());
}

// Takes what was received as the name of the file that follows.
KONTINGENT_EXPORT("desk_file_name") void export_desk_file_name() {
    session.file_name = take_received();
}

KONTINGENT_EXPORT("desk_file") void export_desk_file(std::int32_t purpose) {
    constexpr auto last = static_cast<std::int32_t>(ui::FilePurpose::dropped);
    desk().take_file(purpose >= 0 && purpose <= last ? static_cast<ui::FilePurpose>(purpose)
                                                     : ui::FilePurpose::dropped,
                     std::exchange(session.file_name, {}), take_received());
}

} // namespace kontingent::wasm
