#include "ui/screens/result_column.hpp"

#include "ui/screens/answer/answer.hpp"
#include "ui/screens/answer/link_note.hpp"
#include "ui/screens/compare/compare.hpp"
#include "ui/screens/errors.hpp"
#include "ui/screens/lower_part.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

namespace {

constexpr float gap = 24;
constexpr float section_gap = 40;

ComparedOffers const& compared_of(Session const& session) {
    return *session.results().compared();
}

PriceView view_of(Session const& session) {
    return session.app.needs.needs.price_view;
}

// While trials run the answer may still change, so it is announced once they are done.
void announce_answer(Frame& frame, Session const& session) {
    if (!session.results().has_work() && has_hours(session.app.needs)) {
        announcement(
            frame, "result",
            answer_sentence(frame, session.shop(), compared_of(session), view_of(session)));
    }
}

float draw_link_note_card(Frame& frame, Session& session, float x, float y, float width) {
    if (!session.app.link_note) {
        return 0;
    }
    LinkNoteResult const note = draw_link_note(frame, session.shop(), *session.app.link_note,
                                               compared_of(session).recommendation, x, y, width);
    if (note.is_dismissed) {
        session.app.link_note.reset();
        frame.state_changed();
    }
    return note.height + gap;
}

float draw_answer_card(Frame& frame, Session& session, float x, float y, float width) {
    AppState& app = session.app;
    AnswerResult const answer = draw_answer(frame, session.shop(), compared_of(session),
                                            view_of(session), app.notice, x, y, width);
    if (answer.wants_request) {
        session.start_package_request({});
    }
    if (answer.wants_copy) {
        session.platform.copy(
            answer_summary(frame, session.shop(), compared_of(session), view_of(session)));
    }
    if (answer.wants_link) {
        session.platform.copy_link(session.link());
    }
    if (answer.wants_no_requirements) {
        app.needs.needs.requirements = {};
        frame.state_changed();
    }
    return answer.height;
}

float draw_compare_list(Frame& frame, Session& session, float x, float y, float width) {
    CompareResult const compare = draw_compare(frame, session.shop(), compared_of(session),
                                               view_of(session), session.app.compare, x, y, width);
    if (compare.wants_code) {
        session.platform.want_deferred(semantics::no_id);
    }
    if (!compare.requested_offer.empty()) {
        session.start_package_request(compare.requested_offer);
    }
    return compare.height;
}

} // namespace

ResultColumn draw_results(Frame& frame, Session& session, float x, float y, float width) {
    if (auto const& compared = session.results().compared(); !compared) {
        return {draw_errors(frame, compared.error(), frame.texts[Text::errors_title],
                            frame.texts[Text::errors_lead], x, y, width),
                {}};
    }
    ResultColumn column;
    if (frame.is_partial || frame.ends_part()) {
        return column;
    }
    announce_answer(frame, session);
    float at = y + draw_link_note_card(frame, session, x, y, width);
    auto const code = deferred_code(frame.deferred);
    if (!has_hours(session.app.needs)) {
        column.answer = {x, at, width,
                         code ? draw_no_hours(*code, frame, session, x, at, width) : 0};
        at += column.answer.height + section_gap;
        column.height = at + (code ? draw_triage_card(*code, frame, session, x, at, width) : 0) - y;
        return column;
    }
    column.answer = {x, at, width, draw_answer_card(frame, session, x, at, width)};
    at += column.answer.height + section_gap;
    if (frame.ends_part()) {
        return column;
    }
    at += draw_compare_list(frame, session, x, at, width) + section_gap;
    if (frame.ends_part()) {
        return column;
    }
    at += code ? draw_lower_part(*code, frame, session, x, at, width)
               : draw_missing_lower_part(frame, session, x, at, width);
    column.height = at - y;
    return column;
}

} // namespace kontingent::ui
