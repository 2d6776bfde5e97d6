#include "ui/screens/desk/desk_page.hpp"

#include "ui/paint.hpp"
#include "ui/screens/desk/parts.hpp"
#include "ui/screens/desk/places.hpp"
#include "ui/screens/desk/preview.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <string>

namespace kontingent::ui {

namespace {

using namespace desk;

constexpr float content_max = 1200;

float margin_of(float width) {
    if (width < size::row_min) {
        return 16;
    }
    return width < size::column_min ? 24.0F : 40.0F;
}

struct SaveWords {
    std::string text;
    bool is_error = false;
};

std::string failure_words(Session const& session) {
    DeskTexts const& texts = session.texts;
    Outcome const& outcome = session.state.saving.outcome;
    switch (outcome.kind) {
    case OutcomeKind::full:
        return std::string{texts[DeskText::failed_full]};
    case OutcomeKind::unavailable:
        return std::string{texts[outcome.detail == "deleted" ? DeskText::failed_deleted
                                                             : DeskText::failed_unavailable]};
    case OutcomeKind::newer:
        return std::string{texts[DeskText::failed_newer]};
    case OutcomeKind::changed_elsewhere:
        return std::string{texts[DeskText::failed_changed]};
    case OutcomeKind::saved:
    case OutcomeKind::failed:
        break;
    }
    return texts.fill(DeskText::failed_other, {{"detail", outcome.detail}});
}

// What is stored of what is on the screen. Nothing is called saved that the store has not
// confirmed.
SaveWords save_words(Session const& session) {
    State const& state = session.state;
    DeskTexts const& texts = session.texts;
    if (!state.has_records) {
        return {std::string{texts[DeskText::opening_store]}};
    }
    if (state.storage.is_newer) {
        return {std::string{texts[DeskText::failed_newer]}, true};
    }
    if (!state.storage.is_available) {
        return {std::string{texts[DeskText::failed_unavailable]}, true};
    }
    if (state.saving.state == SaveState::saving) {
        return {std::string{texts[DeskText::saving]}};
    }
    if (state.saving.state == SaveState::failed) {
        return {failure_words(session), true};
    }
    if (state.editor) {
        Editor const& editor = *state.editor;
        if (!editor.errors.empty()) {
            return {std::string{texts[DeskText::not_saved]} + " " + editor.errors.front(), true};
        }
        FieldErrors const errors = session.draft().errors;
        if (!errors.empty()) {
            return {texts.fill(DeskText::not_saved_fields,
                               {{"count", std::to_string(errors.size())},
                                {"what", std::string{words_of(texts, errors.front().kind)}}}),
                    editor.is_stored || state.shows_missing};
        }
        if (!editor.is_stored || !is_alike(editor.form, editor.saved)) {
            return {std::string{texts[DeskText::not_saved_yet]}};
        }
    }
    return {std::string{texts[DeskText::saved]}};
}

float draw_saving(Frame& frame, Session& session, Spot spot) {
    SaveWords const words = save_words(session);
    TextStyle style{.size = type::small, .weight = Weight::semibold, .colour = frame.theme.muted};
    if (!words.is_error) {
        return status_line(frame, "saving", spot.x, spot.y, spot.width, words.text, style);
    }
    style.colour = frame.theme.bad;
    float height = 0;
    {
        Container const alert(frame, "saving_failed", Role::alert, "");
        height = paragraph(frame, spot.x, spot.y, spot.width, words.text, style);
    }
    if (session.state.saving.state == SaveState::failed) {
        ButtonRow row(frame, {spot.x, spot.y + height + 8, spot.width});
        if (row.add("try_again", session.texts[DeskText::try_again])) {
            session.try_again();
        }
        if (row.add("rescue", session.texts[DeskText::export_all])) {
            session.export_all();
        }
        height += 8 + row.height();
    }
    return height;
}

float draw_notice(Frame& frame, Session const& session, Spot spot) {
    Notice const& notice = session.state.notice;
    if (notice.is_error) {
        if (notice.text.empty()) {
            return 0;
        }
        Container const alert(frame, "notice_error", Role::alert, "");
        return paragraph(frame, spot.x, spot.y, spot.width, notice.text,
                         {.size = type::body, .colour = frame.theme.bad}) +
               row_gap;
    }
    float const height =
        status_line(frame, "notice", spot.x, spot.y, spot.width, notice.text,
                    {.size = type::body, .weight = Weight::semibold, .colour = frame.theme.good});
    return height > 0 ? height + row_gap : 0;
}

float draw_navigation(Frame& frame, Session& session, Spot spot) {
    Container const group(frame, "navigation", Role::region, session.texts[DeskText::navigation]);
    ButtonRow row(frame, spot);
    Place const place = session.state.place;
    auto const kind = [](bool is_here) {
        return is_here ? ButtonKind::primary : ButtonKind::quiet;
    };
    if (row.add("list", session.texts[DeskText::go_list], kind(place == Place::list))) {
        session.leave_for(Place::list);
    }
    if (row.add("start", session.texts[DeskText::go_start], kind(place == Place::start))) {
        session.leave_for(Place::start);
    }
    if (row.add("settings", session.texts[DeskText::go_settings], kind(place == Place::settings))) {
        session.leave_for(Place::settings);
    }
    return row.height();
}

// Asked before anything is lost.
float draw_leaving(Frame& frame, Session& session, Spot spot) {
    auto const wanted = session.state.wanted_place;
    if (!wanted) {
        return 0;
    }
    DeskTexts const& texts = session.texts;
    float height = 0;
    {
        Container const alert(frame, "leaving", Role::alert, "");
        height = paragraph(frame, spot.x, spot.y, spot.width, texts[DeskText::leave_unsaved],
                           {.size = type::body, .colour = frame.theme.warn}) +
                 8;
    }
    ButtonRow row(frame, {spot.x, spot.y + height, spot.width});
    bool const wants_stay = row.add("stay", texts[DeskText::stay], ButtonKind::primary);
    bool const wants_leave = row.add("leave", texts[DeskText::leave_anyway]);
    height += row.height() + row_gap;
    if (wants_stay) {
        session.state.wanted_place.reset();
    } else if (wants_leave) {
        session.go(*wanted);
    }
    return height;
}

float draw_place(Frame& frame, Session& session, Spot spot) {
    switch (session.state.place) {
    case Place::list:
        return draw_list(frame, session, spot);
    case Place::start:
        return draw_start(frame, session, spot);
    case Place::editor:
        return session.state.editor ? draw_editor(frame, session, spot) : 0;
    case Place::quote:
        return draw_quote(frame, session, spot);
    case Place::settings:
        return draw_settings(frame, session, spot);
    }
    return 0;
}

// A tracker's export that is dropped where no quote is being written.
void refuse_exports(Frame const& frame, Session& session) {
    for (Event const& event : frame.events()) {
        if (std::holds_alternative<HistoryRead>(event) && !session.state.editor) {
            session.state.notice = {std::string{session.texts[DeskText::export_needs_draft]}, true};
        }
    }
}

void disable_controls(Frame& frame) {
    for (semantics::Record& record : frame.records) {
        record.is_disabled = record.is_disabled || record.role >= Role::button;
    }
}

} // namespace

float draw_desk(Frame& frame, desk::Session& session) {
    if (frame.viewport.medium == Medium::paper) {
        return draw_printed(frame, session, {0, 0, frame.viewport.width});
    }
    refuse_exports(frame, session);
    float const width = frame.viewport.width;
    float const inner = std::min(content_max, width - 2 * margin_of(width));
    Spot spot{(width - inner) / 2, gap, inner};
    Focus const focus = session.state.focus;
    Place const place = session.state.place;
    spot.y += draw_navigation(frame, session, spot) + row_gap;
    spot.y += draw_saving(frame, session, spot) + row_gap;
    spot.y += draw_leaving(frame, session, spot);
    spot.y += draw_notice(frame, session, spot);
    spot.y += draw_place(frame, session, spot);
    if (session.state.focus == focus && session.state.place == place) {
        session.state.focus = Focus::stay;
    } else {
        frame.state_changed();
    }
    session.save_draft();
    if (session.state.is_issuing()) {
        disable_controls(frame);
    }
    return spot.y + 40;
}

} // namespace kontingent::ui
