// What is on the screen, as records: role, name, value, state, look, rectangle. Widgets leave them
// in reading order; the browser layer keeps a real DOM from them, which also shows every text;
// tests read them instead of pixels.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::semantics {

// Stable from frame to frame: a hash of the path of keys that leads to the widget.
using Id = std::uint32_t;
inline constexpr Id no_id = 0;

enum class Role : std::uint8_t {
    // the page's parts, unknown to assistive tools
    track, // a part of the page within which a layer stays in view
    layer, // what is drawn on a ground of its own and stays in view while its track passes
    // containers; their rectangle encloses what they hold
    region, // a landmark with a name
    group,  // a named group of fields
    form,
    list,
    list_item,
    table, // name is its caption
    row,
    column_header,
    row_header,
    cell,
    radio_group,
    // text
    heading, // level 2 to 4; the page's h1 is HTML
    text,    // a paragraph
    status,  // polite live region: a change of value is announced
    alert,   // assertive live region
    image,   // a drawing with a name that says what it shows
    words,   // a drawn text that a screen reader hears from another record: a label, a tick
    // controls
    button,
    disclosure, // a button with expanded true or false
    link,       // value is the address
    radio,      // in a radio_group; checked
    checkbox,
    slider,       // range
    text_field,   // single line
    number_field, // single line, typed numbers; an input with inputmode decimal
    text_area,
};

// Content coordinates: CSS pixels from the upper left corner of the portal's element, whatever is
// scrolled. A text's rectangle is as wide as its longest line.
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(Rect const&, Rect const&) = default;
};

struct Range {
    std::int64_t minimum = 0, maximum = 0, step = 1, now = 0;
    std::string text; // what a person hears for `now`: "12,5 Stunden"
    friend bool operator==(Range const&, Range const&) = default;
};

enum class Weight : std::uint8_t { regular, semibold };
enum class Align : std::uint8_t { left, centre, right };
// Colours of the theme that texts have.
enum class Ink : std::uint8_t { text, muted, accent, on_accent, good, warn, bad };

// How a text is shown, in CSS pixels. The text is the record's value, or else its name.
struct Look {
    float size = 0;
    float line_height = 0;
    Weight weight = Weight::regular;
    Ink ink = Ink::text;
    Align align = Align::left;
    // The text as it breaks into lines, where it does: '\n' in place of a blank, '\r' within a
    // word.
    std::string lines;
    friend bool operator==(Look const&, Look const&) = default;
};

enum class Orientation : std::uint8_t { horizontal, vertical };

// How a real input behaves; the members are HTML's attributes of the same name.
struct FieldTraits {
    std::string name, type = "text", autocomplete = "off", input_mode, placeholder;
    std::int32_t length_max = 0; // 0: none
    friend bool operator==(FieldTraits const&, FieldTraits const&) = default;
};

struct Record {
    Id id = no_id;
    Id parent = no_id; // no_id: the portal itself
    Role role = Role::text;
    std::string name; // the accessible name
    std::string
        value; // of a text/cell/heading/status, if not the name; a field's text; an image's address
    std::string description; // help or error, tied to the control
    Rect rect;
    std::int32_t level = 0; // headings
    bool is_disabled = false;
    bool is_checked = false;
    bool is_invalid = false;
    bool is_required = false;
    std::optional<bool> is_expanded;
    std::optional<Range> range;
    std::optional<FieldTraits> field;
    Orientation orientation = Orientation::horizontal;
    std::optional<Look> look; // of a text that is shown
    friend bool operator==(Record const&, Record const&) = default;
};

// Key paths make ids: derive(derive(no_id, "offers"), "standard-12").
Id derive(Id parent, std::string_view key);
Id derive(Id parent, std::int64_t index);

std::string_view role_text(Role role);
// One line a record, indented by depth: the form of golden screens.
std::string to_text(std::vector<Record> const& records);

} // namespace kontingent::semantics
