#include "ui/screens/page.hpp"

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

void read_history(Platform& platform, HistoryResult const& wanted) {
    if (wanted.wants_file) {
        platform.choose_history_file();
    }
    if (wanted.wants_text) {
        platform.read_history_text(*wanted.wants_text);
    }
    if (wanted.wants_again) {
        platform.read_history_again(*wanted.wants_again);
    }
}

// In two columns the needs stay in view while the page scrolls, as far as the content reaches.
float needs_y(Frame const& frame, PageLayout const& layout) {
    Viewport const& viewport = frame.viewport;
    float const lowest = layout.content_height - bottom_margin - layout.needs_height;
    // Where they are higher than the window, their end stays in view.
    float const wanted = std::min(
        viewport.visible_top + gap,
        std::max(top_margin, viewport.scroll_y + viewport.height - gap - layout.needs_height));
    return std::clamp(wanted, top_margin, std::max(top_margin, lowest));
}

NeedsContext needs_context(Session const& session) {
    NeedsContext context{.included = {}, .forecast = session.results().forecast()};
    auto const& compared = session.results().compared();
    if (compared && compared->allowed_count > 0 && has_hours(session.app.needs)) {
        Minutes const included =
            session.catalogue.offers[compared->offers.front().id.offer_index].allowance.included;
        if (included > Minutes{0}) {
            context.included = included;
        }
    }
    return context;
}

float draw_needs_card(Frame& frame, Session& session, float x, float y, float width) {
    NeedsResult const drawn =
        draw_needs(frame, session.shop(), session.app.needs, needs_context(session), x, y, width);
    read_history(session.platform, drawn.history);
    if (session.update()) {
        // The needs themselves show a result: the line across the months.
        frame.state_changed();
    }
    return drawn.height;
}

// Scrolls to the control that gets the focus, with some of what stands above it.
void reveal_focus(Frame const& frame, Platform& platform) {
    constexpr float lead = 140;
    if (frame.wants_focus == semantics::no_id) {
        return;
    }
    auto const focused = std::ranges::find(frame.records, frame.wants_focus, &Record::id);
    if (focused == frame.records.end()) {
        return;
    }
    Rect const& rect = focused->rect;
    bool const is_in_view =
        rect.y > frame.viewport.visible_top &&
        rect.y + rect.height < frame.viewport.visible_bottom - answer_bar_height;
    if (!is_in_view) {
        platform.scroll_to(rect.y - lead);
    }
}

} // namespace

float draw_page(Frame& frame, Session& session, PageLayout& layout) {
    apply_events(frame, session);
    float const width = frame.viewport.width;
    float const inner = std::min(content_max, width - 2 * margin_of(width));
    float const left = (width - inner) / 2;
    bool const has_two_columns = width >= size::column_min;
    float const needs_width = has_two_columns ? size::needs_width : inner;
    float const needs_top = has_two_columns ? needs_y(frame, layout) : top_margin;
    layout.needs_height = draw_needs_card(frame, session, left, needs_top, needs_width);

    float const results_x = has_two_columns ? left + needs_width + gap : left;
    float const results_y = has_two_columns ? top_margin : top_margin + layout.needs_height + gap;
    ResultColumn const results =
        draw_results(frame, session, results_x, results_y, left + inner - results_x);
    layout.answer = results.answer;
    layout.content_height =
        std::max(top_margin + layout.needs_height, results_y + results.height) + bottom_margin;
    reveal_focus(frame, session.platform);
    return layout.content_height;
}

bool wants_answer_bar(Frame const& frame, Session const& session, PageLayout const& layout) {
    constexpr float answer_seen = 120; // so much of the answer makes the bar needless
    constexpr float too_low = 200;     // a lower view has no room for it
    Viewport const& viewport = frame.viewport;
    bool const are_needs_in_view = viewport.visible_top < layout.answer.y;
    bool const is_answer_below =
        viewport.visible_bottom - answer_bar_height < layout.answer.y + answer_seen;
    return viewport.width < size::column_min && session.results().compared().has_value() &&
           has_hours(session.app.needs) && are_needs_in_view && is_answer_below &&
           viewport.visible_bottom > too_low;
}

void draw_answer_bar(Frame& frame, Session const& session, PageLayout const& layout) {
    if (draw_answer_bar(frame, session.shop(), *session.results().compared(),
                        session.app.needs.needs.price_view)) {
        session.platform.scroll_to(layout.answer.y - 16);
    }
}

} // namespace kontingent::ui
