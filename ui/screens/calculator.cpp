#include "ui/screens/calculator.hpp"

#include "ui/screens/answer.hpp"
#include "ui/screens/compare.hpp"
#include "ui/screens/faults.hpp"
#include "ui/screens/needs.hpp"
#include "ui/screens/request_form.hpp"
#include "ui/widgets/text.hpp"

#include <algorithm>
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

// 0 is January. Days to civil date after Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms".
std::int32_t calendar_month(std::int64_t now_ms) {
    std::int64_t const days = now_ms / 86'400'000 + 719'468;
    std::int64_t const of_era = days % 146'097;
    std::int64_t const year = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
    std::int64_t const of_year = of_era - (365 * year + year / 4 - year / 100);
    return static_cast<std::int32_t>(((5 * of_year + 2) / 153 + 2) % 12);
}

} // namespace

Calculator::Calculator(Platform& platform, Catalogue catalogue)
    : platform_(platform),
      catalogue_(std::move(catalogue)),
      // A contract begins with a month to come.
      shop_{catalogue_, (calendar_month(platform.now_ms()) + 1) % 12},
      estimate_(Estimate{}) {
    stored_ = platform_.load(needs_key);
    app_.needs = needs_from_text(stored_, catalogue_).value_or(initial_needs(catalogue_));
    stored_draft_ = platform_.load(draft_key);
    app_.request = draft_from_text(stored_draft_);
}

void Calculator::update_estimate(Frame& frame) {
    EstimateKey key{usage_of(app_.needs), app_.needs.term_months};
    if (estimate_key_ == key) {
        return;
    }
    estimate_ = estimate(catalogue_, key.usage, TermFilter{key.term_months});
    estimate_key_ = std::move(key);
    app_.notice.clear();
    // The line across the months, drawn before, shows the recommended package.
    frame.state_changed();
}

void Calculator::keep_needs() {
    std::string spelled = needs_to_text(app_.needs);
    if (spelled == stored_) {
        return;
    }
    platform_.store(needs_key, spelled);
    stored_ = std::move(spelled);
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
        draw_request(frame, shop_, *estimate_, app_.outbox, request, x, y, width);
    if (result.wants_sending) {
        Quote const& quote = requested_offer(*estimate_, request).offer.quote;
        platform_.submit(request_to_json(request, frame.language, &quote, usage_of(app_.needs)));
        request[RequestField::message].clear();
        request.has_consent = false;
        request.shows_faults = false;
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
float Calculator::needs_y(Frame const& frame) const {
    Viewport const& viewport = frame.viewport;
    if (needs_height_ + 2 * gap > viewport.height) {
        return top_margin;
    }
    float const lowest = content_height_ - bottom_margin - needs_height_;
    return std::clamp(viewport.visible_top + gap, top_margin, std::max(top_margin, lowest));
}

float Calculator::draw_needs_card(Frame& frame, float x, float y, float width) {
    std::optional<Minutes> included;
    if (estimate_ && !estimate_->offers.empty()) {
        if (auto const index = estimate_->offers.front().offer.package_index) {
            included = catalogue_.packages[*index].included;
        }
    }
    needs_height_ = draw_needs(frame, shop_, app_.needs, included, x, y, width);
    keep_needs();
    return needs_height_;
}

float Calculator::draw_results(Frame& frame, float x, float y, float width) {
    if (!estimate_) {
        return draw_faults(frame, estimate_.error(), frame.texts[Text::faults_title],
                           frame.texts[Text::faults_lead], x, y, width);
    }
    announcement(frame, "result", answer_sentence(frame, shop_, *estimate_, app_.needs));
    AnswerResult const answer =
        draw_answer(frame, shop_, *estimate_, app_.needs, app_.notice, x, y, width);
    answer_ = {x, y, width, answer.height};
    if (answer.wants_request) {
        ask_for({});
    }
    if (answer.wants_copy) {
        platform_.copy(answer_summary(frame, shop_, *estimate_, app_.needs));
        app_.notice = frame.texts[Text::copied];
        frame.state_changed();
    }
    announcement(frame, "notice", app_.notice);
    float at = y + answer.height + 40;
    at +=
        draw_compare(frame, shop_, *estimate_, app_.needs.price_view, app_.compare, x, at, width) +
        40;
    if (!app_.compare.requested_offer.empty()) {
        ask_for(std::exchange(app_.compare.requested_offer, {}));
    }
    return at + draw_request_card(frame, x, at, width) - y;
}

float Calculator::draw(Frame& frame) {
    if (OutboxChanged const* changed = frame.outbox_changed()) {
        app_.outbox = *changed;
    }
    float const width = frame.viewport.width;
    float const inner = std::min(content_max, width - 2 * margin_of(width));
    float const left = (width - inner) / 2;
    float height = 0;
    if (width >= size::column_min) {
        draw_needs_card(frame, left, needs_y(frame), size::needs_width);
        update_estimate(frame);
        float const results_x = left + size::needs_width + gap;
        float const results = draw_results(frame, results_x, top_margin, left + inner - results_x);
        height = top_margin + std::max(needs_height_, results) + bottom_margin;
    } else {
        float const needs = draw_needs_card(frame, left, top_margin, inner);
        update_estimate(frame);
        height = top_margin + needs + gap;
        height += draw_results(frame, left, height, inner) + bottom_margin;
    }
    content_height_ = height;
    reveal_focus(frame);
    return height;
}

bool Calculator::wants_bar(Frame const& frame) const {
    Viewport const& viewport = frame.viewport;
    bool const is_needs_visible = viewport.visible_top < answer_.y;
    return viewport.width < size::column_min && estimate_.has_value() && is_needs_visible &&
           viewport.visible_bottom - answer_bar_height < answer_.y + 120 &&
           viewport.visible_bottom > 200;
}

void Calculator::draw_bar(Frame& frame) {
    if (draw_answer_bar(frame, shop_, *estimate_, app_.needs)) {
        platform_.scroll_to(answer_.y - 16);
    }
}

} // namespace kontingent::ui
