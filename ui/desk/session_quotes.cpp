// What a person does with quotes: drafts, and the steps that follow.
#include "core/document/document_json.hpp"
#include "core/document/document_reader.hpp"
#include "core/document/from_request.hpp"
#include "core/json/check.hpp"
#include "core/json/reader.hpp"
#include "ui/desk/samples.hpp"
#include "ui/desk/session.hpp"
#include "ui/state/desk/bundle.hpp"
#include "ui/state/desk/typed.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui::desk {

namespace {

bool is_document(std::string_view text) {
    auto const tree = json::read(text, document_bytes_max);
    return tree && tree->root().kind == json::Kind::object &&
           json::find_member(*tree, tree->root(), "versions") != nullptr;
}

// What a new version or a copy begins with: the content without its dates.
QuoteDocument copy_of(QuoteDocument const& document, std::string id) {
    QuoteDocument copy;
    copy.id = std::move(id);
    copy.customer = document.customer;
    copy.notes = document.notes;
    Version draft;
    draft.content = document.latest().content;
    draft.content.issued_on.reset();
    draft.content.valid_until.reset();
    copy.versions.push_back(std::move(draft));
    return copy;
}

} // namespace

void Session::add_defaults(Content& content) {
    content.valid_until = days_after(today(), state.settings.validity_days);
    auto const fill = [](std::string& text, std::string const& usual) {
        if (text.empty()) {
            text = usual;
        }
    };
    fill(content.introduction, state.settings.introduction);
    fill(content.closing, state.settings.closing);
    fill(content.payment_terms, state.settings.payment_terms);
}

QuoteDocument Session::empty_document() {
    QuoteDocument document;
    document.id = new_id();
    Version draft;
    Content& content = draft.content;
    bool const is_spoken =
        std::ranges::find(catalogue.languages, language) != catalogue.languages.end();
    content.language = is_spoken ? language : catalogue.languages.front();
    NeedsState const needs = initial_needs_state(catalogue, 0);
    content.needs.usage.assign(static_cast<std::size_t>(catalogue.horizon_months),
                               needs.needs.average);
    Offer const& offer = catalogue.offers.front();
    std::int32_t const term = offer.subscription ? offer.subscription->terms.back().months : 1;
    content.alternatives.push_back(
        {.package_id = offer.id, .term_months = term, .pooling = NoPooling{}});
    document.versions.push_back(std::move(draft));
    return document;
}

void Session::begin_empty() {
    QuoteDocument document = empty_document();
    document.owner = state.settings.owner;
    add_defaults(document.versions.back().content);
    std::string key = key_of(document.id);
    open_editor_of(std::move(key), std::move(document), false);
}

void Session::begin_from_text(std::string_view text) {
    state.place = Place::start;
    state.start.errors.clear();
    if (is_bundle(text)) {
        take_file(FilePurpose::import, {}, std::string{text});
        return;
    }
    auto document = is_document(text) ? parse_document(text, catalogue)
                                      : document_from_request(text, catalogue, new_id());
    if (!document) {
        for (Error const& error : document.error()) {
            state.start.errors.push_back(to_line(error, language));
        }
        state.focus = Focus::paste;
        return;
    }
    if (is_document(text)) {
        *document = copy_of(*document, new_id());
    }
    document->owner = state.settings.owner;
    add_defaults(document->versions.back().content);
    std::string key = key_of(document->id);
    open_editor_of(std::move(key), *std::move(document), false);
    state.focus = Focus::discount;
}

void Session::duplicate(std::string const& key) {
    StoredQuote const* const stored = state.find(key);
    if (stored == nullptr || !stored->document) {
        return;
    }
    QuoteDocument copy = copy_of(*stored->document, new_id());
    copy.owner = state.settings.owner;
    add_defaults(copy.versions.back().content);
    std::string copy_key = key_of(copy.id);
    open_editor_of(std::move(copy_key), std::move(copy), false);
}

void Session::save_draft() {
    if (!state.editor || state.is_busy() || !state.has_records) {
        return;
    }
    Editor& editor = *state.editor;
    bool const is_stored = editor.is_stored && is_alike(editor.form, editor.saved);
    bool const was_tried = editor.has_failed && is_alike(editor.form, editor.written);
    if (is_stored || was_tried || editor.is_changed_elsewhere || editor.is_removed) {
        return;
    }
    Drafted const now = drafted(editor, catalogue);
    if (!now.errors.empty()) {
        return;
    }
    std::string text = kept_json(now.document, catalogue);
    auto const read = parse_document(text, catalogue);
    editor.written = editor.form;
    editor.has_failed = !read;
    editor.errors.clear();
    if (!read) {
        for (Error const& error : read.error()) {
            editor.errors.push_back(to_line(error, language));
        }
        return;
    }
    write(StepKind::draft, editor.key, {{{editor.key, std::move(text)}}});
}

void Session::try_again() {
    if (state.editor) {
        state.editor->has_failed = false;
    }
    state.saving.state = SaveState::idle;
    save_draft();
}

void Session::save_as_copy() {
    Editor const& editor = *state.editor;
    QuoteDocument copy = copy_of(draft().document, new_id());
    copy.owner = state.settings.owner;
    copy.versions.back().content.valid_until = draft().document.latest().content.valid_until;
    Form form = editor.form;
    std::string key = key_of(copy.id);
    open_editor_of(std::move(key), std::move(copy), false);
    state.editor->form = std::move(form);
    state.editor->seen = state.editor->form;
}

void Session::take_other() {
    std::string const key = state.editor->key;
    open_quote(key);
}

void Session::remove(std::string const& key) {
    StoredQuote const* const stored = state.find(key);
    // What was issued stays.
    if (stored == nullptr || state.is_busy() ||
        (stored->document && !stored->document->events.empty())) {
        return;
    }
    write(StepKind::removal, key, {{{key, std::nullopt}}});
}

// Another tab that issues at the same moment takes the number and may be the first to set prefix
// and name. Each failure means that some tab has succeeded, so this ends. Where the quote itself
// was changed, or prefix and name are others now, a person decides.
bool Session::issue_again(std::string_view key) {
    Outcome const& outcome = state.saving.outcome;
    std::string const prefix = prefix_of(state.records);
    std::string const& owner = state.settings.owner;
    bool const is_quote_same = outcome.kind == OutcomeKind::changed_elsewhere &&
                               std::ranges::find(outcome.keys, key) == outcome.keys.end();
    bool const is_rest_same = (prefix.empty() || prefix == state.issue.prefix) &&
                              (owner.empty() || owner == state.issue.owner);
    if (!is_quote_same || !is_rest_same || !state.editor || state.editor->key != key) {
        return false;
    }
    issue();
    return state.is_busy();
}

// Numbers are given in the transaction that issues: a tab that was faster makes this one fail, and
// it is tried again with the next number.
void Session::issue() {
    if (!state.editor || state.is_busy()) {
        return; // once the draft is saved, where that is being done
    }
    state.issue.is_wanted = false;
    Drafted const now_drafted = draft();
    std::string const prefix = state.issue.prefix;
    Day const day = today();
    auto const& until = now_drafted.document.latest().content.valid_until;
    if (!now_drafted.errors.empty() || !is_prefix(prefix) || state.issue.owner.empty()) {
        say(std::string{texts[DeskText::issue_incomplete]}, NoticeKind::error);
        return;
    }
    auto const last = until ? platform.end_of_day(catalogue.seller.zone, *until) : std::nullopt;
    if (until && !last) {
        say(texts.fill(DeskText::unknown_zone, {{"zone", catalogue.seller.zone}}),
            NoticeKind::error);
        return;
    }
    std::vector<std::string> known;
    for (StoredQuote const& quote : state.quotes) {
        if (quote.document) {
            known.push_back(quote.document->number);
        }
    }
    NextNumber next = next_number(state.records, prefix, year_of(day), known);
    kontingent::Step at = step_now();
    at.by = state.issue.owner;
    auto const issued = kontingent::issue(now_drafted.document, catalogue_text,
                                          {.step = at,
                                           .number = next.number,
                                           .issued_on = day,
                                           .last_instant = last.value_or(Instant{}),
                                           .discount_max = state.settings.discount_max,
                                           .logo = logo()});
    if (!issued) {
        say(issued.error());
        return;
    }
    std::string const& key = state.editor->key;
    Step step{{{key, kept_json(*issued, catalogue)}}};
    if (now_drafted.document.number.empty()) {
        step.changes.push_back(std::move(next.counted));
    }
    if (prefix != prefix_of(state.records)) {
        step.changes.push_back({std::string{prefix_key}, quoted(prefix)});
    }
    if (state.issue.owner != state.settings.owner) {
        Settings settings = state.settings;
        settings.owner = state.issue.owner;
        step.changes.push_back({std::string{settings_key}, to_json(settings)});
    }
    write(StepKind::issue, key, std::move(step));
}

void Session::accept() {
    QuoteDocument const* const document = shown_document();
    if (document == nullptr || state.is_busy()) {
        return;
    }
    QuoteState const& shown = state.quote;
    auto const on = parse_day(shown.on);
    if (!on) {
        say(std::string{texts[DeskText::error_no_date]}, NoticeKind::error);
        return;
    }
    Version const& version = document->versions[static_cast<std::size_t>(shown.version) - 1];
    keep(shown.key,
         kontingent::accept(*document, {.step = step_now(),
                                        .version = shown.version,
                                        .alternative = shown.alternative,
                                        .digest = version.digest,
                                        .way = static_cast<Way>(shown.way),
                                        .on = *on,
                                        .recorded_on = today(),
                                        .name = shown.name}),
         StepKind::event);
}

void Session::decline() {
    if (QuoteDocument const* document = shown_document(); document != nullptr && !state.is_busy()) {
        keep(state.quote.key,
             kontingent::decline(*document, step_now(), state.quote.version, state.quote.reason),
             StepKind::event);
    }
}

void Session::withdraw() {
    if (QuoteDocument const* document = shown_document(); document != nullptr && !state.is_busy()) {
        keep(state.quote.key,
             kontingent::withdraw(*document, step_now(), state.quote.version, state.quote.reason),
             StepKind::event);
    }
}

void Session::add_counter_entry() {
    if (QuoteDocument const* document = shown_document(); document != nullptr && !state.is_busy()) {
        keep(state.quote.key,
             kontingent::add_counter_entry(*document, step_now(), state.quote.version,
                                           state.quote.reason),
             StepKind::event);
    }
}

void Session::start_new_version() {
    QuoteDocument const* const document = shown_document();
    if (document == nullptr || state.is_busy()) {
        return;
    }
    auto next = new_version(*document);
    if (next) {
        next->versions.back().content.valid_until =
            days_after(today(), state.settings.validity_days);
    }
    keep(state.quote.key, next, StepKind::version);
}

void Session::add_samples() {
    if (state.is_busy()) {
        return;
    }
    Step step;
    for (SampleCustomer const& sample : sample_customers()) {
        QuoteDocument document = empty_document();
        document.owner = sample_owner();
        document.customer.name = sample.name;
        document.customer.company = sample.company;
        document.customer.city = sample.city;
        document.customer.email = sample.email;
        Content& content = document.versions.back().content;
        add_defaults(content);
        content.valid_until = days_after(today(), sample.validity_days);
        content.title = texts[DeskText::sample_title];
        std::string key = key_of(document.id);
        step.changes.push_back({std::move(key), kept_json(document, catalogue)});
    }
    write(StepKind::samples, {}, std::move(step));
}

void Session::remove_samples() {
    Step step;
    for (StoredQuote const& quote : state.quotes) {
        if (is_sample(quote)) {
            step.changes.push_back({quote.key, std::nullopt});
        }
    }
    if (!step.changes.empty() && !state.is_busy()) {
        write(StepKind::removal, {}, std::move(step));
    }
}

} // namespace kontingent::ui::desk
