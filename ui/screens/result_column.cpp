#include "ui/screens/result_column.hpp"

#include "ui/screens/answer/answer.hpp"
#include "ui/screens/answer/link_note.hpp"
#include "ui/screens/compare/compare.hpp"
#include "ui/screens/errors.hpp"
#include "ui/screens/explain/break_even_card.hpp"
#include "ui/screens/explain/outlook.hpp"
#include "ui/screens/explain/triage.hpp"
#include "ui/screens/request/request_form.hpp"
#include "ui/state/best_offers.hpp"
#include "ui/widgets/card.hpp"
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
    announcement(
        frame, "result",
        session.results().has_work() || !has_hours(session.app.needs)
            ? std::string{}
            : answer_sentence(frame, session.shop(), compared_of(session), view_of(session)));
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
        app.notice = frame.texts[Text::copied];
        frame.state_changed();
    }
    if (answer.wants_link) {
        session.platform.copy_link(session.link());
        app.notice = frame.texts[Text::link_copied];
        frame.state_changed();
    }
    if (answer.wants_no_requirements) {
        app.needs.needs.requirements = {};
        frame.state_changed();
    }
    announcement(frame, "notice", app.notice);
    return answer.height;
}

// What is missing for an answer: a file, a readable one, or the answer to a question.
float draw_no_hours(Frame& frame, Session const& session, float x, float y, float width) {
    std::optional<History> const& history = session.app.needs.history.history;
    Text const missing = !history                      ? Text::no_hours_file
                         : !history->questions.empty() ? Text::no_hours_question
                                                       : Text::no_hours_error;
    Card card(frame, "answer", Role::region, frame.texts[Text::answer_title], x, y, width);
    card.at +=
        heading(frame, card.x, card.at, card.width, frame.texts[Text::no_hours_title], 2,
                {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text}) +
        8;
    card.at += paragraph(frame, card.x, card.at, card.width, frame.texts[missing],
                         {.size = type::body, .colour = frame.theme.muted});
    return card.finish();
}

// Nothing where the catalogue has no questions.
float draw_triage_card(Frame& frame, Session& session, float x, float y, float width) {
    if (session.shop().catalogue.triage.questions.empty()) {
        return 0;
    }
    TriageResult const triage = draw_triage(frame, session.shop(), session.app.triage, x, y, width);
    if (triage.requested_level) {
        session.start_on_demand_request(*triage.requested_level);
    }
    return triage.height;
}

float draw_compare_list(Frame& frame, Session& session, float x, float y, float width) {
    CompareResult const compare = draw_compare(frame, session.shop(), compared_of(session),
                                               view_of(session), session.app.compare, x, y, width);
    if (!compare.requested_offer.empty()) {
        session.start_package_request(compare.requested_offer);
    }
    return compare.height;
}

// How certain the costs are, where another offer becomes cheaper, how urgent a matter is.
float draw_explanations(Frame& frame, Session& session, float x, float y, float width) {
    AppState& app = session.app;
    Shop const shop = session.shop();
    Results const& results = session.results();
    PriceView const view = view_of(session);
    float at = y;
    if (compared_of(session).allowed_count > 0) {
        at += draw_outlook(frame, shop, outlook_of(results, app.compare, view), app.outlook, x, at,
                           width) +
              gap;
    }
    if (auto const& break_even = results.break_even()) {
        auto const few = curves_that_matter(*break_even, compared_of(session));
        at += draw_break_even(frame, shop, few ? *few : *break_even,
                              few ? CurvesShown::those_that_matter : CurvesShown::all,
                              results.offers(), app.break_even, view,
                              average_of(results.forecast().typical), x, at, width) +
              gap;
    }
    return at + draw_triage_card(frame, session, x, at, width) + gap - y;
}

float draw_request_card(Frame& frame, Session& session, float x, float y, float width) {
    AppState& app = session.app;
    RequestResult const request =
        draw_request(frame, session.shop(), compared_of(session), session.results().forecast(),
                     app.outbox, app.request, x, y, width);
    if (request.wants_sending) {
        session.send_request(frame.language);
        frame.state_changed();
    }
    if (!request.edited_key.empty()) {
        session.edit_request(request.edited_key);
        frame.state_changed();
    }
    if (!request.withdrawn_key.empty()) {
        session.platform.withdraw(request.withdrawn_key);
    }
    session.store_draft();
    return request.height;
}

} // namespace

ResultColumn draw_results(Frame& frame, Session& session, float x, float y, float width) {
    if (auto const& compared = session.results().compared(); !compared) {
        return {draw_errors(frame, compared.error(), frame.texts[Text::errors_title],
                            frame.texts[Text::errors_lead], x, y, width),
                {}};
    }
    ResultColumn column;
    announce_answer(frame, session);
    float at = y + draw_link_note_card(frame, session, x, y, width);
    if (!has_hours(session.app.needs)) {
        column.answer = {x, at, width, draw_no_hours(frame, session, x, at, width)};
        at += column.answer.height + section_gap;
        column.height = at + draw_triage_card(frame, session, x, at, width) - y;
        return column;
    }
    column.answer = {x, at, width, draw_answer_card(frame, session, x, at, width)};
    at += column.answer.height + section_gap;
    at += draw_compare_list(frame, session, x, at, width) + section_gap;
    at += draw_explanations(frame, session, x, at, width);
    at += draw_request_card(frame, session, x, at, width);
    column.height = at - y;
    return column;
}

} // namespace kontingent::ui
