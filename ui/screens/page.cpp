#include "ui/screens/page.hpp"

#include "ui/layer.hpp"
#include "ui/screens/answer/answer.hpp"
#include "ui/screens/needs/needs.hpp"
#include "ui/screens/result_column.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr float content_max = 1200;
constexpr float gap = 24;
constexpr float top_margin = gap;
constexpr float bottom_margin = 40;

// The page's margins, see site/PAGES.md.
float margin_of(float width) {
    if (width < size::row_min) {
        return 16;
    }
    return width < size::column_min ? 24.0F : 40.0F;
}

void apply_events(Frame& frame, Session& session) {
    if (OutboxChanged const* changed = frame.outbox_changed()) {
        session.app.outbox = changed->outbox;
    }
    take_history_events(frame, session.app.needs.history, session.app.needs.needs);
    if (LinkOpened const* opened = frame.link_opened()) {
        session.open_link(opened->fragment);
        frame.state_changed();
    }
}

NeedsContext needs_context(Session const& session) {
    NeedsContext context{.included = {}, .forecast = session.results().forecast()};
    auto const& compared = session.results().compared();
    if (compared && compared->allowed_count > 0 && has_hours(session.app.needs)) {
        Allowance const& allowance =
            session.catalogue.offers[compared->offers.front().id.offer_index].allowance;
        if (allowance.included > Minutes{0} && allowance.period_months == 1) {
            context.included = allowance.included;
        }
    }
    return context;
}

float draw_needs_card(Frame& frame, Session& session, float x, float y, float width) {
    NeedsResult const drawn =
        draw_needs(frame, session.shop(), session.app.needs, needs_context(session), x, y, width);
    if (drawn.history.wants_code) {
        session.platform.want_deferred(semantics::no_id);
    }
    read_history(session.platform, drawn.history);
    if (session.update()) {
        // The needs themselves show a result: the line across the months.
        frame.state_changed();
    }
    return drawn.height;
}

// At the lower edge of a narrow window, as long as the needs are in view and the answer is not. It
// comes first, so that it is reached before all the needs; where the answer is, is known from the
// frame before.
void draw_bar(Frame& frame, Session const& session) {
    constexpr float answer_seen = 120; // so much of the answer makes the bar needless
    constexpr float too_low = 200;     // a lower view has no room for it
    float const top = session.answer_y + answer_seen;
    Layer bar(frame, "bar_layer", Hold::at_bottom, 0, top, frame.viewport.width);
    bool const is_pressed = draw_answer_bar(frame, session.shop(), *session.results().compared(),
                                            session.app.needs.needs.price_view, top);
    bar.finish(answer_bar_height);
    bar.set_track(too_low, top + answer_bar_height);
    if (is_pressed) {
        frame.wants_focus = semantics::derive(frame.id("answer"), 0); // its heading, its first text
    }
}

// The needs stay in view beside the results.
float draw_columns(Frame& frame, Session& session, float left, float width) {
    Layer needs(frame, "needs_layer", Hold::at_top, left, top_margin, size::needs_width);
    float const needs_height = draw_needs_card(frame, session, left, top_margin, size::needs_width);
    needs.finish(needs_height);
    float const x = left + size::needs_width + gap;
    ResultColumn const results = draw_results(frame, session, x, top_margin, left + width - x);
    float const bottom = top_margin + std::max(needs_height, results.height);
    needs.set_track(top_margin, bottom);
    return bottom + bottom_margin;
}

} // namespace

float draw_page(Frame& frame, Session& session) {
    apply_events(frame, session);
    // ImGui's start is the first frame's first part, what is computed its second.
    if (frame.ends_part()) {
        return 0;
    }
    session.update();
    if (frame.ends_part()) {
        return 0;
    }
    float const width = frame.viewport.width;
    float const inner = std::min(content_max, width - 2 * margin_of(width));
    float const left = (width - inner) / 2;
    if (width >= size::column_min) {
        return draw_columns(frame, session, left, inner);
    }
    if (session.answer_y > 0 && session.results().compared() && has_hours(session.app.needs)) {
        draw_bar(frame, session);
    }
    float const results_y =
        top_margin + draw_needs_card(frame, session, left, top_margin, inner) + gap;
    ResultColumn const results = draw_results(frame, session, left, results_y, inner);
    if (session.answer_y != results.answer.y) {
        session.answer_y = results.answer.y;
        frame.state_changed();
    }
    return results_y + results.height + bottom_margin;
}

} // namespace kontingent::ui
