// One frame of the portal: where to draw, what happened, what was recorded. Widgets get it first
// and are the only ones that touch ImGui through it; screens only lay out.
#pragma once

#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "ui/deferred.hpp"
#include "ui/event.hpp"
#include "ui/semantics/record.hpp"
#include "ui/texts.hpp"
#include "ui/theme.hpp"

#include <limits>
#include <memory>
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
// On paper nothing can be opened: the best offer's lines are.
enum class Medium : std::uint8_t { screen, paper };

inline constexpr int all_parts = std::numeric_limits<int>::max();

// What the portal is laid out for. How far the page is scrolled is the browser's matter.
struct Viewport {
    float width = 0;                // of the portal's element, CSS pixels
    float pixels_per_css_pixel = 1; // the device's density times zoom
    Colours colours{};
    Motion motion = Motion::full;
    Medium medium = Medium::screen;
    // So many of the page's parts are made (Frame::ends_part()). A browser compiles a function at
    // its first call: the first frame is made with more and more, so that no step takes long.
    int parts = all_parts;
    double time_seconds = 0; // monotonic; only for easing
};

using semantics::Weight;

struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
};

// What is drawn on one ground (ui/layer.hpp); the content's id is no_id.
struct DrawnLayer {
    Id id = semantics::no_id;
    std::shared_ptr<ImDrawList> list;
    bool is_drawn = false; // in this frame
};

// What outlives a frame but is no state of the portal's: focus, easing, what was drawn.
struct Memory {
    struct Ease {
        Id id = semantics::no_id;
        float from = 0, to = 0;
        double start_seconds = 0;
    };

    Id focused = semantics::no_id;
    FocusKind focus_kind = FocusKind::by_pointer;
    std::vector<Ease> eases;
    std::vector<DrawnLayer> layers;
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
    ImDrawList* draw = nullptr; // of the layer
    std::vector<Record> records;
    Pointer pointer;
    Unit const* unit = nullptr; // what the catalogue counts instead of hours; null: hours
    DeferredState deferred = DeferredState::loaded;
    bool wants_another = false;
    bool is_partial = false;           // there are more parts
    Id wants_focus = semantics::no_id; // a control that should have the focus from now on

    // --- events addressed to a record
    bool was_activated(Id id) const;
    std::string const* text_entered(Id id) const;
    std::optional<std::int64_t> value_set(Id id) const;
    bool was_blurred(Id id) const;
    // The outbox's new state if this frame reports one; else null.
    OutboxChanged const* outbox_changed() const;
    // The link opened last; null when there was none.
    LinkOpened const* link_opened() const;

    // All that happened, in order.
    std::vector<Event> const& events() const { return events_; }

    Id focused() const { return memory_.focused; }

    bool is_focused(Id id) const { return memory_.focused == id && id != semantics::no_id; }

    bool shows_focus_ring(Id id) const {
        return is_focused(id) && memory_.focus_kind == FocusKind::by_keyboard;
    }

    // --- records; the parent is the innermost open container, ids derive from its id
    Id id(std::string_view key) const;
    Record& record(Id id, Role role, std::string_view name, Rect rect);
    Id open(std::string_view key, Role role, std::string_view name, Rect rect = {});
    // Where it was opened without a rectangle, it now has one that encloses what it holds.
    void close();
    // A plain text piece's id: counted inside its container, where no key is worth naming.
    Id next_text_id();
    // Leaves words that belong to a record, or else to the innermost open container.
    Record& words(std::string_view text, Rect rect, Id owner);

    // --- layers; ui/layer.hpp changes them
    std::vector<DrawnLayer>& layers() { return memory_.layers; }

    void set_origin(float css_x, float css_y);

    // --- CSS pixels of the content to physical pixels of the layer
    float x(float css) const;
    float y(float css) const;
    float length(float css) const; // at least one pixel where css is not zero

    // The value on its way to target, at most 150 ms; at once where motion is reduced or id is new.
    float ease(Id id, float target);

    // State changed after something was drawn from it: draw once more.
    void state_changed() { wants_another = true; }

    // Between two of the page's parts: whether the frame ends here, since the viewport asks for no
    // more. The frame is then partial.
    bool ends_part();

private:
    Memory& memory_;
    std::vector<Event> events_;
    int parts_made_ = 0;

    struct Open {
        Id id = semantics::no_id;
        std::int64_t texts = 0;
        std::int64_t words = 0;
        std::size_t record = 0;
    };

    std::vector<Open> open_;
    float origin_x_ = 0, origin_y_ = 0; // physical pixels
    Open owner_;                        // of the words left last, where it is no open container
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
