#include "ui/desk/session.hpp"

#include "core/json/check.hpp"
#include "core/json/reader.hpp"
#include "ui/state/desk/bundle.hpp"
#include "ui/state/desk/typed.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kontingent::ui::desk {

namespace {

bool is_true(json::Document const& document, std::string_view name, bool otherwise) {
    json::Value const* const value = json::find_member(document, document.root(), name);
    return value != nullptr && value->kind == json::Kind::boolean ? value->is_true : otherwise;
}

} // namespace

Session::Session(DeskPlatform& page, std::string catalogue_json, Catalogue seller_catalogue,
                 Language page_language, std::string logo_file)
    : platform(page),
      catalogue_text(std::move(catalogue_json)),
      catalogue(std::move(seller_catalogue)),
      language(page_language),
      site_logo(std::move(logo_file)),
      texts(page_language) {}

// --- from the page

void Session::take_records(std::string_view json, RecordScope scope) {
    auto reported = parse_reported(json);
    if (!reported) {
        return;
    }
    if (scope == RecordScope::all) {
        state.records.clear();
        // The desk is all that its page is for: it begins where a person goes on.
        state.focus = state.has_records ? state.focus : Focus::heading;
        state.has_records = true;
    }
    apply(state.records, *std::move(reported));
    refresh();
}

void Session::refresh() {
    state.quotes = quotes_of(state.records, catalogue);
    state.settings = settings_of(state.records);
    state.templates = templates_of(state.records);
    state.own_logo = logo_of(state.records);
    refresh_editor();
}

// What another tab did to the quote that is being edited.
void Session::refresh_editor() {
    if (!state.editor || !state.editor->is_stored || state.is_busy()) {
        return;
    }
    Editor& editor = *state.editor;
    StoredQuote const* const stored = state.find(editor.key);
    editor.is_removed = stored == nullptr;
    if (stored == nullptr || !stored->document || stored->revision == editor.revision) {
        return;
    }
    if (is_alike(editor.form, editor.saved)) {
        open_quote(editor.key);
    } else {
        editor.is_changed_elsewhere = true;
    }
}

void Session::take_written(std::int32_t step, std::string_view json) {
    if (!state.saving.pending || state.saving.pending->number != step) {
        return;
    }
    take_outcome(json);
    if (!state.is_busy()) {
        if (auto const later = std::exchange(later_, {})) {
            later();
        }
    }
}

void Session::take_outcome(std::string_view json) {
    PendingStep const done = *std::exchange(state.saving.pending, std::nullopt);
    Outcome outcome = parse_outcome(json);
    if (outcome.kind != OutcomeKind::saved) {
        state.saving.state = SaveState::failed;
        state.saving.outcome = std::move(outcome);
        state.saving.failed_kind = done.kind;
        refresh();
        if (done.kind == StepKind::issue) {
            if (issue_again(done.key)) {
                return;
            }
            state.focus = Focus::issue; // which the pressed button has lost
        }
        if (state.editor && done.kind == StepKind::draft) {
            state.editor->has_failed = true;
        }
        if (state.editor && state.editor->key == done.key &&
            state.saving.outcome.kind == OutcomeKind::changed_elsewhere &&
            done.kind == StepKind::draft) {
            state.editor->is_changed_elsewhere = true;
        }
        return;
    }
    apply(state.records, done.step, outcome);
    state.saving.state = SaveState::saved;
    settle(done);
}

void Session::settle(PendingStep const& done) {
    if (state.editor && state.editor->key == done.key) {
        state.editor->revision = state.records[done.key].revision;
        if (done.kind == StepKind::draft) {
            state.editor->is_stored = true;
            state.editor->saved = state.editor->written;
        }
    }
    refresh();
    if (state.wanted_place) {
        leave_for(*state.wanted_place);
    }
    switch (done.kind) {
    case StepKind::draft:
    case StepKind::copied:
        break;
    case StepKind::issue:
        state.editor.reset();
        state.issue = {};
        open_quote(done.key);
        if (QuoteDocument const* document = shown_document()) {
            say(texts.fill(DeskText::said_issued,
                           {{"number", printed_number(*document, document->latest())}}));
        }
        state.focus = Focus::pdf;
        break;
    case StepKind::event:
        open_quote(done.key);
        say(std::string{texts[DeskText::said_recorded]});
        break;
    case StepKind::version:
        open_quote(done.key);
        break;
    case StepKind::settings:
        say(std::string{texts[DeskText::said_settings]});
        break;
    case StepKind::import:
        go(Place::list);
        say(std::exchange(import_report_, {}));
        break;
    case StepKind::samples:
    case StepKind::removal:
        go(Place::list);
        break;
    }
}

void Session::take_file(FilePurpose purpose, std::string_view name, std::string const& bytes) {
    static_cast<void>(name);
    if (state.is_busy()) {
        later_ = [this, purpose, bytes] { take_file(purpose, {}, bytes); };
        return;
    }
    if (purpose == FilePurpose::logo) {
        take_logo(bytes);
        return;
    }
    bool const is_import =
        purpose == FilePurpose::import || (purpose == FilePurpose::dropped && is_bundle(bytes));
    if (is_import) {
        import(bytes);
        return;
    }
    if (has_unsaved()) {
        say(std::string{texts[DeskText::leave_unsaved]}, NoticeKind::error);
        return;
    }
    begin_from_text(bytes);
}

void Session::take_storage(std::string_view json) {
    constexpr std::size_t bytes_max = 1'000;
    auto const document = json::read(json, bytes_max);
    if (!document) {
        return;
    }
    state.storage = {.is_persistent = is_true(*document, "persistent", false),
                     .is_available = is_true(*document, "available", true),
                     .is_newer = is_true(*document, "newer", false)};
}

// --- going somewhere

bool Session::has_unsaved() const {
    if (!state.editor) {
        return false;
    }
    Editor const& editor = *state.editor;
    bool const is_begun = editor.is_stored || !editor.undo.empty();
    return is_begun && (!editor.is_stored || !is_alike(editor.form, editor.saved));
}

void Session::leave_for(Place place) {
    if (has_unsaved()) {
        state.wanted_place = place;
    } else {
        go(place);
    }
}

void Session::go(Place place) {
    state.place = place;
    state.wanted_place.reset();
    state.notice = {};
    state.issue = {};
    state.focus = Focus::heading;
    if (place != Place::editor) {
        state.editor.reset();
    }
    if (place == Place::start) {
        state.start = {};
        state.focus = Focus::paste;
    }
    if (place == Place::settings) {
        Settings const& settings = state.settings;
        constexpr int decimals = 2;
        state.settings_form = {
            .prefix = prefix_of(state.records),
            .owner = settings.owner,
            .validity_days = std::to_string(settings.validity_days),
            .discount_max = settings.discount_max
                                ? fixed_text(settings.discount_max->value, decimals, language)
                                : std::string{},
            .payment_terms = settings.payment_terms,
            .introduction = settings.introduction,
            .closing = settings.closing,
            .logo = state.own_logo,
            .templates = state.templates};
    }
}

void Session::open_quote(std::string const& key) {
    StoredQuote const* const stored = state.find(key);
    if (stored == nullptr || !stored->document) {
        go(Place::list);
        return;
    }
    if (stored->document->latest().state == VersionState::draft) {
        open_editor_of(key, *stored->document, true);
        return;
    }
    go(Place::quote);
    state.quote = {.key = key,
                   .version = stored->document->latest().number,
                   .panel = QuotePanel::none,
                   .way = 0,
                   .alternative = 0,
                   .name = stored->document->customer.name,
                   .on = to_text(today()),
                   .reason = {},
                   .compared_with = 0};
}

void Session::show_version(std::int32_t version) {
    state.quote.version = version;
    state.quote.panel = QuotePanel::none;
    state.quote.compared_with = 0;
}

void Session::open_editor_of(std::string key, QuoteDocument document, bool is_stored) {
    go(Place::editor);
    Editor editor = open_editor(std::move(key), std::move(document), catalogue);
    editor.is_stored = is_stored;
    if (is_stored) {
        editor.revision = state.records[editor.key].revision;
    }
    state.editor = std::move(editor);
}

// --- helpers

Day Session::today() {
    constexpr std::int64_t day_ms = 86'400'000;
    Instant const at = now();
    return platform.day_in(catalogue.seller.zone, at)
        .value_or(Day{static_cast<std::int32_t>(at.milliseconds / day_ms)});
}

bool Session::has_samples() const {
    for (StoredQuote const& quote : state.quotes) {
        if (is_sample(quote)) {
            return true;
        }
    }
    return false;
}

std::string Session::new_id() {
    constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    std::array<unsigned char, 16> bytes{};
    platform.fill_random(bytes);
    std::string id = "q-";
    for (unsigned char const byte : bytes) {
        id += letters[byte % letters.size()];
    }
    return id;
}

void Session::say(std::string text, NoticeKind kind) {
    state.notice = {std::move(text), kind == NoticeKind::error};
}

void Session::say(StepError const& error) {
    if (auto const* refusal = std::get_if<Refusal>(&error)) {
        say(sentence(*refusal, language), NoticeKind::error);
        return;
    }
    std::string all;
    for (Error const& one : std::get<Errors>(error)) {
        all += (all.empty() ? "" : " ") + to_line(one, language);
    }
    say(std::move(all), NoticeKind::error);
}

kontingent::Step Session::step_now() {
    Instant at = now();
    // A clock that was set back must not stop the work: events are in the order of their times.
    if (QuoteDocument const* document = shown_document();
        document != nullptr && !document->events.empty()) {
        at = std::max(at, document->events.back().at);
    }
    return {.at = at, .by = state.settings.owner};
}

QuoteDocument const* Session::shown_document() const {
    StoredQuote const* const stored =
        state.find(state.editor ? state.editor->key : state.quote.key);
    return stored != nullptr && stored->document ? &*stored->document : nullptr;
}

void Session::write(StepKind kind, std::string key, Step step) {
    PendingStep pending{.number = ++state.saving.last_number,
                        .kind = kind,
                        .step = std::move(step),
                        .key = std::move(key)};
    std::string const json = step_to_json(pending.step, state.records);
    std::int32_t const number = pending.number;
    state.saving.state = SaveState::saving;
    state.saving.pending = std::move(pending);
    platform.write(number, json);
}

void Session::keep(std::string const& key, NextDocument const& next, StepKind kind) {
    if (!next) {
        say(next.error());
        return;
    }
    write(kind, key, {{{key, kept_json(*next, catalogue)}}});
}

} // namespace kontingent::ui::desk
