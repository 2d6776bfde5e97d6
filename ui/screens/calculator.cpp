#include "ui/screens/calculator.hpp"

#include "ui/screens/answer/answer.hpp"
#include "ui/screens/answer/link_note.hpp"
#include "ui/screens/compare/compare.hpp"
#include "ui/screens/errors.hpp"
#include "ui/screens/needs/needs.hpp"
#include "ui/screens/request/request_form.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace kontingent::ui {

namespace {

constexpr std::string_view needs_key = "needs";
constexpr std::string_view draft_key = "draft";
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

// What stands as it is at first, in another way than the chosen one, stays at home, so that a link
// is short: needs_state_of() finds it again.
Needs travelling(Needs needs, Catalogue const& catalogue) {
    auto const& months = needs.months;
    bool const are_equal =
        std::ranges::adjacent_find(months, std::ranges::not_equal_to{}) == months.end();
    if (needs.way != NeedsWay::by_month && are_equal) {
        needs.months.clear();
    }
    auto const example = initial_incidents(catalogue);
    if (needs.way != NeedsWay::incidents && needs.incidents == example) {
        for (Incidents& incidents : needs.incidents) {
            incidents.tenths_a_month = 0;
        }
    }
    return needs;
}

} // namespace

Calculator::Calculator(Platform& platform, Catalogue catalogue)
    : platform_(platform),
      catalogue_(std::move(catalogue)),
      // A contract begins with a month to come.
      next_month_(calendar_month(platform.now_ms()) + 1),
      shop_{catalogue_, next_month_ % 12},
      results_(catalogue_) {
    stored_ = platform_.load(needs_key);
    app_.needs = initial_needs_state(catalogue_, next_month_);
    if (auto link = read_link(stored_, catalogue_)) {
        app_.needs = needs_state_of(std::move(link->needs), link->first_month, catalogue_);
    }
    stored_draft_ = platform_.load(draft_key);
    app_.request = draft_from_text(stored_draft_);
}

void Calculator::take_events(Frame& frame) {
    if (OutboxChanged const* changed = frame.outbox_changed()) {
        app_.outbox = *changed;
    }
    take_history_events(frame, app_.needs.history, app_.needs.needs);
    if (LinkOpened const* opened = frame.link_opened()) {
        open_link(opened->fragment);
        frame.state_changed();
    }
}

// A link that cannot be read gives a fresh start, never half of an input.
void Calculator::open_link(std::string_view fragment) {
    auto link = read_link(fragment, catalogue_);
    if (!link && link.error() == LinkError::not_ours) {
        return;
    }
    if (!link) {
        app_.needs = initial_needs_state(catalogue_, next_month_);
        app_.opened = OpenedLink{.error = link.error(), .quoted = {}, .dropped_services = {}};
    } else {
        app_.needs = needs_state_of(std::move(link->needs), link->first_month, catalogue_);
        app_.opened.reset();
        if (link->is_other_edition || !link->dropped_services.empty()) {
            app_.opened = OpenedLink{.error = {},
                                     .quoted = std::move(link->quoted),
                                     .dropped_services = std::move(link->dropped_services)};
        }
    }
    app_.notice.clear();
    shop_.first_month = app_.needs.first_month % 12;
    results_.update(app_.needs, app_.compare.term_rows);
    keep_needs(LinkStep::opened);
}

std::string Calculator::link() const {
    std::optional<QuotedOffer> quoted;
    auto const& compared = results_.compared();
    if (compared && compared->allowed_count > 0) {
        Quote const& best = compared->offers.front().quote;
        quoted = QuotedOffer{best.package_id, best.term_months, best.net};
    }
    return link_of(travelling(app_.needs.needs, catalogue_), app_.needs.first_month, quoted,
                   catalogue_);
}

void Calculator::keep_needs(LinkStep step) {
    std::string spelled = link();
    if (spelled == stored_) {
        return;
    }
    platform_.store(needs_key, spelled);
    platform_.keep_link(spelled, step);
    stored_ = std::move(spelled);
}

bool Calculator::work() {
    results_.work();
    return !results_.has_work();
}

void Calculator::keep_draft() {
    std::string spelled = draft_to_text(app_.request);
    if (spelled == stored_draft_) {
        return;
    }
    platform_.store(draft_key, spelled);
    stored_draft_ = std::move(spelled);
}

void Calculator::reveal_focus(Frame const& frame) {
    constexpr float lead = 140;
    for (Record const& record : frame.records) {
        bool const is_seen =
            record.rect.y > frame.viewport.visible_top &&
            record.rect.y + record.rect.height < frame.viewport.visible_bottom - answer_bar_height;
        if (frame.wants_focus != semantics::no_id && record.id == frame.wants_focus && !is_seen) {
            platform_.scroll_to(record.rect.y - lead);
        }
    }
}

// Empty: the recommended offer.
void Calculator::ask_for(std::string offer_key) {
    app_.request.kind = RequestKind::package;
    app_.request.offer_key = std::move(offer_key);
    app_.request.step = RequestStep::writing;
    app_.request.focus = RequestState::Focus::first;
}

// What is sent leaves the form, but who asks stays: a second request has the same sender.
float Calculator::draw_request_card(Frame& frame, float x, float y, float width) {
    RequestState& request = app_.request;
    RequestResult const result =
        draw_request(frame, shop_, *results_.compared(), app_.outbox, request, x, y, width);
    if (result.wants_sending) {
        Quote const& quote = requested_offer(*results_.compared(), request).quote;
        platform_.submit(
            request_to_json(request, frame.language, &quote, results_.forecast().typical));
        request[RequestField::message].clear();
        request.has_consent = false;
        request.shows_errors = false;
        request.step = RequestStep::writing;
        request.focus = RequestState::Focus::first;
        frame.state_changed();
    }
    if (!result.edited_key.empty()) {
        for (OutboxEntry const& entry : app_.outbox.entries) {
            if (entry.key == result.edited_key) {
                request = request_from_json(entry.request_json).value_or(request);
                request.focus = RequestState::Focus::first;
            }
        }
        frame.state_changed();
    }
    for (std::string const& key : {result.withdrawn_key, result.edited_key}) {
        if (!key.empty()) {
            platform_.withdraw(key);
        }
    }
    keep_draft();
    return result.height;
}

// In two columns the needs ride along with the page, as far as the content goes and as long as they
// fit.
float Calculator::needs_y(Frame& frame) {
    Viewport const& viewport = frame.viewport;
    float const lowest = content_height_ - bottom_margin - needs_height_;
    // Higher than the window, their end stays in view.
    float const wanted =
        std::min(viewport.visible_top + gap,
                 std::max(top_margin, viewport.scroll_y + viewport.height - gap - needs_height_));
    float const now = std::clamp(wanted, top_margin, std::max(top_margin, lowest));
    if (frame.pressing == Pressing::none) {
        needs_y_ = now;
    } else if (frame.pressing == Pressing::changing && needs_y_ != now) {
        frame.state_changed();
    }
    return needs_y_;
}

float Calculator::draw_needs_card(Frame& frame, float x, float y, float width) {
    NeedsContext context{.included = {}, .forecast = results_.forecast()};
    if (auto const& compared = results_.compared(); compared && compared->allowed_count > 0) {
        if (auto const index = compared->offers.front().id.package_index) {
            context.included = catalogue_.packages[*index].included;
        }
    }
    NeedsResult const drawn = draw_needs(frame, shop_, app_.needs, context, x, y, width);
    needs_height_ = drawn.height;
    read_history(drawn.history);
    ResultsChange const news = results_.update(app_.needs, app_.compare.term_rows);
    if (news == ResultsChange::input) {
        app_.notice.clear();
        app_.opened.reset();
    }
    if (news != ResultsChange::none) {
        bool const is_step = news == ResultsChange::input && !stored_.empty();
        keep_needs(is_step ? LinkStep::changed : LinkStep::opened);
        // What was drawn before follows from the results, too: the line across the months.
        frame.state_changed();
    }
    return needs_height_;
}

void Calculator::read_history(HistoryResult const& wanted) {
    if (wanted.wants_file) {
        platform_.choose_history_file();
    }
    if (wanted.wants_text) {
        platform_.read_history_text(*wanted.wants_text);
    }
    if (wanted.wants_again) {
        platform_.read_history_again(*wanted.wants_again);
    }
}

float Calculator::draw_answer_card(Frame& frame, float x, float y, float width) {
    ComparedOffers const& compared = *results_.compared();
    PriceView const view = app_.needs.needs.price_view;
    AnswerResult const answer = draw_answer(frame, shop_, compared, view, app_.notice, x, y, width);
    answer_ = {x, y, width, answer.height};
    if (answer.wants_request) {
        ask_for({});
    }
    if (answer.wants_copy) {
        platform_.copy(answer_summary(frame, shop_, compared, view));
        app_.notice = frame.texts[Text::copied];
        frame.state_changed();
    }
    if (answer.wants_link) {
        platform_.copy_link(link());
        app_.notice = frame.texts[Text::link_copied];
        frame.state_changed();
    }
    if (answer.wants_lifting) {
        app_.needs.needs.requirements = {};
        frame.state_changed();
    }
    announcement(frame, "notice", app_.notice);
    return answer.height;
}

// How sure the answer is, where it changes, and how urgent a matter may be.
float Calculator::draw_explanations(Frame& frame, float x, float y, float width) {
    ComparedOffers const& compared = *results_.compared();
    PriceView const view = app_.needs.needs.price_view;
    float at = y;
    if (compared.allowed_count > 0) {
        at += draw_outlook(frame, shop_, outlook_of(results_, view), outlook_, x, at, width) + gap;
    }
    if (auto const& break_even = results_.break_even()) {
        at += draw_break_even(frame, shop_, *break_even, results_.offers(), break_even_, view,
                              average_of(results_.forecast().typical), x, at, width) +
              gap;
    }
    TriageResult const triage = draw_triage(frame, shop_, triage_, x, at, width);
    if (triage.requested_level) {
        app_.request.kind = RequestKind::on_demand;
        app_.request.level = *triage.requested_level;
        app_.request.step = RequestStep::writing;
        app_.request.focus = RequestState::Focus::first;
    }
    return at + triage.height + gap - y;
}

float Calculator::draw_results(Frame& frame, float x, float y, float width) {
    auto const& compared = results_.compared();
    if (!compared) {
        return draw_errors(frame, compared.error(), frame.texts[Text::errors_title],
                           frame.texts[Text::errors_lead], x, y, width);
    }
    PriceView const view = app_.needs.needs.price_view;
    // While the trials run the answer may still change: it is said once, when it stands.
    announcement(frame, "result",
                 results_.has_work() ? std::string{}
                                     : answer_sentence(frame, shop_, *compared, view));
    float at = y;
    if (app_.opened) {
        LinkNoteResult const note =
            draw_link_note(frame, shop_, *app_.opened, compared->recommendation, x, at, width);
        at += note.height + gap;
        if (note.is_dismissed) {
            app_.opened.reset();
            frame.state_changed();
        }
    }
    at += draw_answer_card(frame, x, at, width) + 40;
    at += draw_compare(frame, shop_, *compared, view, app_.compare, x, at, width) + 40;
    if (!app_.compare.requested_offer.empty()) {
        ask_for(std::exchange(app_.compare.requested_offer, {}));
    }
    at += draw_explanations(frame, x, at, width);
    return at + draw_request_card(frame, x, at, width) - y;
}

float Calculator::draw(Frame& frame) {
    take_events(frame);
    float const width = frame.viewport.width;
    float const inner = std::min(content_max, width - 2 * margin_of(width));
    float const left = (width - inner) / 2;
    float height = 0;
    if (width >= size::column_min) {
        draw_needs_card(frame, left, needs_y(frame), size::needs_width);
        float const results_x = left + size::needs_width + gap;
        float const results = draw_results(frame, results_x, top_margin, left + inner - results_x);
        height = top_margin + std::max(needs_height_, results) + bottom_margin;
    } else {
        height = top_margin + draw_needs_card(frame, left, top_margin, inner) + gap;
        height += draw_results(frame, left, height, inner) + bottom_margin;
    }
    content_height_ = height;
    reveal_focus(frame);
    return height;
}

bool Calculator::wants_bar(Frame const& frame) const {
    Viewport const& viewport = frame.viewport;
    bool const is_needs_visible = viewport.visible_top < answer_.y;
    return viewport.width < size::column_min && results_.compared().has_value() &&
           is_needs_visible && viewport.visible_bottom - answer_bar_height < answer_.y + 120 &&
           viewport.visible_bottom > 200;
}

void Calculator::draw_bar(Frame& frame) {
    if (draw_answer_bar(frame, shop_, *results_.compared(), app_.needs.needs.price_view)) {
        platform_.scroll_to(answer_.y - 16);
    }
}

} // namespace kontingent::ui
