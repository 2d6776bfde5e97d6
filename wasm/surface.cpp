// The exports that portal and desk have alike: text in, events, frames, pixels.
#include "wasm/surface.hpp"

#include "wasm/changes.hpp"
#include "wasm/draw.hpp"
#include "wasm/imports.hpp"
#include "wasm/received.hpp"

#include <string>

namespace kontingent::wasm {

namespace {

// Both live as long as the page: nothing here is ever taken down.
Tiles& tiles = *new Tiles;
ChangeLog& changes = *new ChangeLog;
ui::Colours colours;

} // namespace

KONTINGENT_EXPORT("receive") char* export_receive(std::size_t size) {
    return receive(size);
}

KONTINGENT_EXPORT("pointer_moved")

void export_pointer_moved(semantics::Id id, float x, float y) {
    push(ui::PointerMoved{id, x, y});
}

KONTINGENT_EXPORT("pointer_pressed")

void export_pointer_pressed(semantics::Id id, float x, float y) {
    push(ui::PointerPressed{id, x, y});
}

KONTINGENT_EXPORT("pointer_released") void export_pointer_released() {
    push(ui::PointerReleased{});
}

KONTINGENT_EXPORT("pointer_left") void export_pointer_left() {
    push(ui::PointerLeft{});
}

KONTINGENT_EXPORT("activated") void export_activated(semantics::Id id) {
    push(ui::Activated{id});
}

KONTINGENT_EXPORT("text_entered") void export_text_entered(semantics::Id id) {
    push(ui::TextEntered{id, take_received()});
}

KONTINGENT_EXPORT("value_set") void export_value_set(semantics::Id id, double value) {
    push(ui::ValueSet{id, static_cast<std::int64_t>(value)});
}

KONTINGENT_EXPORT("focused") void export_focused(semantics::Id id, bool is_visible) {
    push(ui::Focused{id, is_visible ? ui::FocusKind::by_keyboard : ui::FocusKind::by_pointer});
}

KONTINGENT_EXPORT("blurred") void export_blurred(semantics::Id id) {
    push(ui::Blurred{id});
}

KONTINGENT_EXPORT("measure_anew") void export_measure_anew() {
    measure_anew();
}

KONTINGENT_EXPORT("fingerprints")

std::uint32_t const* export_fingerprints(semantics::Id layer, int width, int height, int columns,
                                         int rows) {
    return tiles.fingerprints(layers(), layer, width, height, columns, rows);
}

KONTINGENT_EXPORT("paint")

std::uint32_t const* export_paint(semantics::Id layer, int left, int top, int width, int height) {
    return tiles.paint(layers(), layer, left, top, width, height);
}

// For the frames that follow. What the system forces is 0xRRGGBB each; a negative ground: nothing.
KONTINGENT_EXPORT("colours")

void export_colours(bool is_dark, bool has_more_contrast, int ground, int text, int link) {
    colours = {.scheme = is_dark ? ui::ColourScheme::dark : ui::ColourScheme::light,
               .contrast = has_more_contrast ? ui::Contrast::more : ui::Contrast::usual,
               .forced = {}};
    if (ground >= 0) {
        colours.forced =
            ui::SystemColours{static_cast<ui::Colour>(ground), static_cast<ui::Colour>(text),
                              static_cast<ui::Colour>(link)};
    }
}

// Returns the content's height. `parts` as ui::Viewport has it, or -1 for all; where there are
// more, nothing is reported and the result is negative.
KONTINGENT_EXPORT("frame")

float export_frame(float width, float pixels_per_css_pixel, bool is_calm, bool is_paper,
                   double time_seconds, int parts) {
    ui::FrameResult const result =
        frame(ui::Viewport{.width = width,
                           .pixels_per_css_pixel = pixels_per_css_pixel,
                           .colours = colours,
                           .motion = is_calm ? ui::Motion::reduced : ui::Motion::full,
                           .medium = is_paper ? ui::Medium::paper : ui::Medium::screen,
                           .parts = parts < 0 ? ui::all_parts : parts,
                           .time_seconds = time_seconds});
    if (result.is_partial) {
        return -1;
    }
    if (result.records_changed) {
        std::string const json = changes.advance(records());
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
