// One frame of the portal: where to draw, what happened, what was recorded. Widgets get it first
// and are the only ones that touch ImGui through it; screens only lay out.
#pragma once

#include "core/base/language.hpp"
#include "ui/event.hpp"
#include "ui/semantics/record.hpp"
#include "ui/texts.hpp"
#include "ui/theme.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;
struct ImFont;

namespace kontingent::ui {

using semantics::Id;
using semantics::Record;
using semantics::Rect;
using semantics::Role;

enum class Motion : std::uint8_t { full, reduced };

// What the portal is seen through. Sizes are CSS pixels; pixels_per_css_pixel is the device's
// density times zoom.
struct Viewport {
    float width = 0;    // of the portal's element
    float height = 0;   // of the sticky canvas
    float scroll_y = 0; // the canvas's upper edge in content coordinates, not negative
    // What can be seen of the content, in its coordinates; the canvas may reach beyond.
    float visible_top = 0;
    float visible_bottom = 0;
    float pixels_per_css_pixel = 1;
    ColourScheme scheme = ColourScheme::light;
    Motion motion = Motion::full;
    double time_seconds = 0; // monotonic; only for easing
};

enum class Weight : std::uint8_t { regular, semibold };

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
};

// What outlives a frame but is no state of the portal's: focus, easing.
struct Memory {
    struct Ease {
        Id id = semantics::no_id;
        float from = 0, to = 0;
        double start_seconds = 0;
    };

    Id focused = semantics::no_id;
    FocusKind focus_kind = FocusKind::by_pointer;
    std::vector<Ease> eases;
};

// The control that the pointer is over or holds, and the place from its upper left corner in CSS
// pixels.
struct Pointer {
    Id id = semantics::no_id;
    float x = 0, y = 0;
    bool is_held = false; // the button went down in an earlier frame
};

class Frame {
public:
    Frame(Viewport const& view, Language page_language, Texts const& page_texts,
          Theme const& page_theme, Fonts const& page_fonts, Memory& memory,
          std::vector<Event> new_events);

    Viewport const& viewport;
    Language language;
    Texts const& texts;
    Theme const& theme;
    Fonts const& fonts;
    ImDrawList* draw = nullptr;
    std::vector<Record> records;
    Pointer pointer;
    bool wants_another = false;
    Id wants_focus = semantics::no_id; // a control that should have the focus from now on

    // --- events addressed to a record
    bool was_activated(Id id) const;
    std::string const* text_entered(Id id) const;
    std::optional<std::int64_t> value_set(Id id) const;
    bool was_blurred(Id id) const;
    // The outbox as it was last told, if this frame was told; null else.
    OutboxChanged const* outbox_changed() const;
    // The link opened last, if one was; null else.
    LinkOpened const* link_opened() const;

    // All that happened, in order.
    std::vector<Event> const& events() const { return events_; }

    bool is_focused(Id id) const { return memory_.focused == id && id != semantics::no_id; }

    bool shows_focus_ring(Id id) const {
        return is_focused(id) && memory_.focus_kind == FocusKind::by_keyboard;
    }

    // --- records; the parent is the innermost open container, ids derive from its id
    Id id(std::string_view key) const;
    Record& record(Id id, Role role, std::string_view name, Rect rect);
    Id open(std::string_view key, Role role, std::string_view name, Rect rect = {});
    void close();
    // A plain text piece's id: counted inside its container, where no key is worth naming.
    Id next_text_id();

    // --- CSS pixels of the content to physical pixels of the canvas
    float x(float css) const;
    float y(float css) const;
    float length(float css) const; // at least one pixel where css is not zero
    bool is_visible(Rect rect) const;

    // The value on its way to target, at most 150 ms; at once where motion is reduced or id is new.
    float ease(Id id, float target);

    // State changed after something was drawn from it: draw once more.
    void state_changed() { wants_another = true; }

private:
    Memory& memory_;
    std::vector<Event> events_;

    struct Open {
        Id id = semantics::no_id;
        std::int64_t texts = 0;
    };

    std::vector<Open> open_;
};

// Closes what it opened.
class Container {
public:
    Container(Frame& frame, std::string_view key, Role role, std::string_view name, Rect rect = {})
        : id(frame.open(key, role, name, rect)), frame_(frame) {}

    ~Container() { frame_.close(); }

    Container(Container const&) = delete;
    Container& operator=(Container const&) = delete;
    Id const id;

private:
    Frame& frame_;
};

} // namespace kontingent::ui
