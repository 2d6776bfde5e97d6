#include "ui/session.hpp"

#include "core/link/link.hpp"

#include <optional>
#include <utility>

namespace kontingent::ui {

namespace {

constexpr std::string_view needs_key = "needs";
constexpr std::string_view draft_key = "draft";

} // namespace

Session::Session(Platform& page, Catalogue shop_catalogue)
    : platform(page),
      catalogue(std::move(shop_catalogue)),
      // A contract begins in a month to come.
      next_month_(calendar_month(page.now_ms()) + 1),
      results_(catalogue),
      stored_needs_(page.load(needs_key)),
      stored_draft_(page.load(draft_key)) {
    app.needs = initial_needs_state(catalogue, next_month_);
    if (auto link = read_link(stored_needs_, catalogue)) {
        app.needs = needs_state_of(std::move(link->needs), link->first_month, catalogue);
    }
    app.request = draft_from_text(stored_draft_);
}

bool Session::update() {
    ResultsChange const change = results_.update(app.needs, app.compare.term_rows);
    if (change == ResultsChange::none) {
        return false;
    }
    if (change == ResultsChange::input) {
        app.notice.clear();
        app.link_note.reset();
    }
    bool const is_step = change == ResultsChange::input && !stored_needs_.empty();
    store_needs(is_step ? LinkStep::changed : LinkStep::opened);
    return true;
}

bool Session::work() {
    results_.work();
    return !results_.has_work();
}

std::string Session::link() const {
    std::optional<QuotedOffer> quoted;
    auto const& compared = results_.compared();
    if (compared && compared->allowed_count > 0 && has_hours(app.needs)) {
        Quote const& best = compared->offers.front().quote;
        quoted = QuotedOffer{best.package_id, best.term_months, best.net};
    }
    return link_of(needs_for_link(app.needs.needs, catalogue), app.needs.first_month, quoted,
                   catalogue);
}

void Session::open_link(std::string_view fragment) {
    auto link = read_link(fragment, catalogue);
    if (!link && link.error() == LinkError::not_ours) {
        return;
    }
    app.notice.clear();
    app.link_note.reset();
    if (!link) {
        app.needs = initial_needs_state(catalogue, next_month_);
        app.link_note = LinkNote{.error = link.error(), .quoted = {}, .dropped = {}};
    } else {
        app.needs = needs_state_of(std::move(link->needs), link->first_month, catalogue);
        if (link->is_other_edition || !link->dropped.empty()) {
            app.link_note = LinkNote{.error = {},
                                     .quoted = std::move(link->quoted),
                                     .dropped = std::move(link->dropped)};
        }
    }
    results_.update(app.needs, app.compare.term_rows);
    store_needs(LinkStep::opened);
}

void Session::store_needs(LinkStep step) {
    std::string fragment = link();
    if (fragment == stored_needs_) {
        return;
    }
    platform.store(needs_key, fragment);
    platform.store_link(fragment, step);
    stored_needs_ = std::move(fragment);
}

void Session::start_package_request(std::string offer_key) {
    app.request.kind = RequestKind::package;
    app.request.offer_key = std::move(offer_key);
    app.request.step = RequestStep::writing;
    app.request.focus = RequestState::Focus::first;
}

void Session::start_on_demand_request(std::int32_t level) {
    app.request.kind = RequestKind::on_demand;
    app.request.level = level;
    app.request.step = RequestStep::writing;
    app.request.focus = RequestState::Focus::first;
}

void Session::send_request(Language language) {
    RequestState& request = app.request;
    Quote const& quote = requested_offer(*results_.compared(), request.offer_key).quote;
    platform.submit(request_to_json(request, language, catalogue, &quote, results_.forecast()));
    request[request_field("message")].clear();
    request.has_consent = false;
    request.shows_errors = false;
    request.step = RequestStep::writing;
    request.focus = RequestState::Focus::first;
}

void Session::edit_request(std::string_view outbox_key) {
    for (OutboxEntry const& entry : app.outbox.entries) {
        if (entry.key == outbox_key) {
            app.request = request_from_json(entry.request_json).value_or(app.request);
            app.request.focus = RequestState::Focus::first;
        }
    }
    platform.withdraw(outbox_key);
}

void Session::store_draft() {
    std::string draft = draft_to_text(app.request);
    if (draft == stored_draft_) {
        return;
    }
    platform.store(draft_key, draft);
    stored_draft_ = std::move(draft);
}

} // namespace kontingent::ui
