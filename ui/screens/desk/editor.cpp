// The editor of a draft: its parts in one column, and where there is room what it comes to beside
// them.
#include "ui/layer.hpp"
#include "ui/screens/desk/editor_parts.hpp"
#include "ui/screens/desk/places.hpp"
#include "ui/screens/desk/preview.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace kontingent::ui::desk {

namespace {

std::string title_of(Session const& session) {
    Editor const& editor = *session.state.editor;
    std::string const customer = customer_words(editor.form.customer);
    std::string title = editor.document.number.empty()
                            ? std::string{session.texts[DeskText::state_draft]}
                            : printed_number(editor.document, editor.document.latest());
    return customer.empty() ? title : title + " · " + customer;
}

// Another tab was faster. Nothing is overwritten: a person decides.
float draw_conflict(Frame& frame, Session& session, Spot spot) {
    Editor const& editor = *session.state.editor;
    if (!editor.is_changed_elsewhere && !editor.is_removed) {
        return 0;
    }
    DeskTexts const& texts = session.texts;
    float height = 0;
    {
        Container const alert(frame, "conflict", Role::alert, "");
        height = paragraph(frame, spot.x, spot.y, spot.width,
                           texts[editor.is_removed ? DeskText::removed_elsewhere
                                                   : DeskText::changed_elsewhere],
                           {.size = type::body, .colour = frame.theme.warn}) +
                 8;
    }
    ButtonRow row(frame, {spot.x, spot.y + height, spot.width});
    bool const wants_copy =
        row.add("keep_copy", texts[DeskText::keep_as_copy], ButtonKind::primary);
    bool const wants_other = row.add("take_other", texts[DeskText::take_other]);
    height += row.height() + row_gap;
    if (wants_copy) {
        session.save_as_copy();
    } else if (wants_other) {
        session.take_other();
    }
    return height;
}

struct Wanted {
    bool undo = false, redo = false, remove = false, duplicate = false;
};

float draw_tools(Frame& frame, Session& session, Spot spot, Wanted& wanted) {
    DeskTexts const& texts = session.texts;
    Editor const& editor = *session.state.editor;
    ButtonRow row(frame, spot);
    if (!editor.undo.empty()) {
        wanted.undo = row.add("undo", texts[DeskText::undo]);
    }
    if (!editor.redo.empty()) {
        wanted.redo = row.add("redo", texts[DeskText::redo]);
    }
    bool const is_shown = session.state.shows_preview;
    if (row.add("preview", texts[is_shown ? DeskText::hide_preview : DeskText::show_preview])) {
        session.state.shows_preview = !is_shown;
    }
    if (row.add("print", texts[DeskText::print])) {
        session.platform.print();
    }
    if (editor.is_stored) {
        wanted.duplicate = row.add("duplicate", texts[DeskText::duplicate]);
        if (editor.document.events.empty()) {
            wanted.remove = row.add("remove", texts[DeskText::remove_draft]);
        }
    }
    return row.height() + row_gap;
}

float draw_draft_preview(Frame& frame, Session& session, Computed const& now, Spot spot) {
    if (!session.state.shows_preview) {
        return 0;
    }
    DeskTexts const& texts = session.texts;
    Container const region(frame, "draft_preview", Role::region, texts[DeskText::preview]);
    float at = spot.y;
    at += section_head(frame, spot.x, at, spot.width, texts[DeskText::preview],
                       texts[DeskText::draft_is_no_offer]) +
          row_gap;
    if (auto const printable = draft_printable(session, now.drafted.document)) {
        at += draw_pages(frame, session, *printable, {spot.x, at, spot.width});
    }
    return at - spot.y + gap;
}

struct Columns {
    Spot form, summary;
    bool is_wide = false;
};

Columns columns_of(Frame const& frame, Spot spot) {
    if (frame.viewport.width < size::column_min) {
        return {spot, spot, false};
    }
    float const left = spot.width - size::needs_width - gap;
    return {{spot.x, spot.y, left}, {spot.x + left + gap, spot.y, size::needs_width}, true};
}

// What it comes to stays in view beside the form; in the order of reading it follows the prices.
float draw_parts(Frame& frame, Session& session, Computed const& now, Spot spot) {
    Columns columns = columns_of(frame, spot);
    Spot& at = columns.form;
    at.y += draw_customer(frame, session, now, at) + gap;
    at.y += draw_needed(frame, session, now, at) + gap;
    at.y += draw_alternatives(frame, session, now, at) + gap;
    at.y += draw_discounts(frame, session, now, at) + gap;
    if (!columns.is_wide) {
        at.y += draw_summary(frame, session, now, at) + gap;
        at.y += draw_items(frame, session, now, at) + gap;
        at.y += draw_texts(frame, session, now, at);
        return at.y - spot.y;
    }
    Spot const beside = columns.summary;
    Layer layer(frame, "summary_layer", Hold::at_top, beside.x, beside.y, beside.width);
    float const height = draw_summary(frame, session, now, beside);
    layer.finish(height);
    at.y += draw_items(frame, session, now, at) + gap;
    at.y += draw_texts(frame, session, now, at);
    float const bottom = std::max(at.y, beside.y + height);
    layer.set_track(spot.y, bottom);
    return bottom - spot.y;
}

} // namespace

Computed compute(Session const& session) {
    Computed now{.drafted = session.draft(), .offered = {}, .errors = {}};
    Content const& content = now.drafted.document.latest().content;
    bool const has_hours = find_error(now.drafted.errors, "hours") == nullptr;
    if (content.alternatives.empty() || !has_hours) {
        return now;
    }
    if (auto offered = alternatives_of(session.catalogue, content)) {
        now.offered = *std::move(offered);
    } else {
        now.errors = std::move(offered.error());
    }
    return now;
}

float draw_editor(Frame& frame, Session& session, Spot spot) {
    Computed const now = compute(session);
    Wanted wanted;
    float at = spot.y;
    at += section_title(frame, spot.x, at, spot.width, title_of(session)) + 8;
    at += draw_conflict(frame, session, {spot.x, at, spot.width});
    at += draw_tools(frame, session, {spot.x, at, spot.width}, wanted);
    at += draw_parts(frame, session, now, {spot.x, at, spot.width}) + gap;
    at += draw_draft_preview(frame, session, now, {spot.x, at, spot.width});
    Editor& editor = *session.state.editor;
    if (!is_alike(editor.form, editor.seen)) {
        frame.state_changed(); // totals and errors above were those before the change
    }
    std::string const key = editor.key;
    if (wanted.undo) {
        undo(editor);
    } else if (wanted.redo) {
        redo(editor);
    } else {
        remember(editor, std::to_string(frame.focused()));
    }
    if (wanted.remove) {
        session.remove(key);
    } else if (wanted.duplicate) {
        session.duplicate(key);
    } else if (session.state.issue.is_wanted) {
        session.issue(); // with all that this frame brought
    }
    return at - spot.y;
}

} // namespace kontingent::ui::desk
