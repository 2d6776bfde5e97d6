#include "ui/screens/lower_part.hpp"

#include "ui/screens/explain/break_even_card.hpp"
#include "ui/screens/explain/outlook.hpp"
#include "ui/screens/explain/triage.hpp"
#include "ui/screens/missing_part.hpp"
#include "ui/screens/request/request_form.hpp"
#include "ui/state/best_offers.hpp"
#include "ui/widgets/button.hpp"
#include "ui/widgets/card.hpp"
#include "ui/widgets/text.hpp"

namespace kontingent::ui {

namespace {

constexpr float gap = 24;

ComparedOffers const& compared_of(Session const& session) {
    return *session.results().compared();
}

PriceView view_of(Session const& session) {
    return session.app.needs.needs.price_view;
}

// How certain the costs are, where another offer becomes cheaper, how urgent a matter is.
float draw_explanations(DeferredCode code, Frame& frame, Session& session, float x, float y,
                        float width) {
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
    if (auto const& break_even = session.break_even()) {
        auto const few = curves_that_matter(*break_even, compared_of(session));
        at += draw_break_even(frame, shop, few ? *few : *break_even,
                              few ? CurvesShown::those_that_matter : CurvesShown::all,
                              results.offers(), app.break_even, view,
                              average_of(results.forecast().typical), x, at, width) +
              gap;
    }
    return at + draw_triage_card(code, frame, session, x, at, width) + gap - y;
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

KONTINGENT_DEFERRED float draw_no_hours(DeferredCode, Frame& frame, Session const& session, float x,
                                        float y, float width) {
    std::optional<History> const& history = session.app.needs.history.history;
    Text const missing = !history                      ? Text::no_hours_file
                         : !history->questions.empty() ? Text::no_hours_question
                                                       : Text::no_hours_error;
    Card card(frame, "answer", Role::region, "", x, y, width);
    card.at +=
        heading(frame, card.x, card.at, card.width, frame.texts[Text::no_hours_title], 2,
                {.size = type::large, .weight = Weight::semibold, .colour = frame.theme.text}) +
        8;
    card.at += paragraph(frame, card.x, card.at, card.width, frame.texts[missing],
                         {.size = type::body, .colour = frame.theme.muted});
    return card.finish();
}

KONTINGENT_DEFERRED float draw_triage_card(DeferredCode, Frame& frame, Session& session, float x,
                                           float y, float width) {
    if (session.shop().catalogue.triage.questions.empty()) {
        return 0;
    }
    TriageResult const triage = draw_triage(frame, session.shop(), session.app.triage, x, y, width);
    if (triage.requested_level) {
        session.start_on_demand_request(*triage.requested_level);
    }
    return triage.height;
}

KONTINGENT_DEFERRED float draw_lower_part(DeferredCode code, Frame& frame, Session& session,
                                          float x, float y, float width) {
    float const height = draw_explanations(code, frame, session, x, y, width);
    return height + draw_request_card(frame, session, x, y + height, width);
}

float draw_missing_lower_part(Frame& frame, Session& session, float x, float y, float width) {
    if (frame.viewport.medium == Medium::paper) {
        return 0;
    }
    RequestState& request = session.app.request;
    Card card(frame, "request", Role::region, "", x, y, width);
    card.at += section_head(frame, card.x, card.at, card.width, frame.texts[Text::request_title],
                            frame.texts[Text::request_lead]) +
               20;
    Id write = semantics::no_id;
    bool is_pressed = false;
    {
        // A form already, so that the page shows no other one (site/page/request.mjs).
        Container const form(frame, "form", Role::form, frame.texts[Text::request_title]);
        write = frame.id("write");
        is_pressed = button(frame, "write", card.x, card.at, card.width,
                            frame.texts[Text::write_request], ButtonKind::primary);
    }
    card.at += button_height;
    bool const has_failed = frame.deferred == DeferredState::failed;
    // The form takes the button's place, and the focus with it.
    if (is_pressed || frame.is_focused(write)) {
        request.focus = RequestState::Focus::first;
    } else if (has_failed) {
        request.focus = RequestState::Focus::stay;
    }
    bool const is_wanted =
        request.focus == RequestState::Focus::first || !session.app.outbox.entries.empty();
    if (frame.deferred == DeferredState::absent) {
        session.platform.want_deferred(is_wanted ? semantics::no_id : write);
    } else if (has_failed && is_pressed) {
        session.platform.want_deferred(semantics::no_id);
    }
    if (is_wanted || has_failed) {
        card.at += 12;
        card.at += draw_missing(frame, card.x, card.at, card.width);
    }
    return card.finish();
}

} // namespace kontingent::ui
