// What a person does at the desk, as plain values: where they are, what they entered, what is being
// saved, and what has to be said about it.
#pragma once

#include "ui/state/desk/form.hpp"
#include "ui/state/desk/quotes.hpp"
#include "ui/state/desk/records.hpp"
#include "ui/state/desk/settings.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kontingent::ui::desk {

enum class Place : std::uint8_t { list, start, editor, quote, settings };

// What is stored, as far as it is known.
enum class SaveState : std::uint8_t { idle, saving, saved, failed };

// What a step was for, and so what follows once it is saved.
enum class StepKind : std::uint8_t {
    draft,    // of the editor
    issue,    // leads to the quote
    event,    // accepted, declined and the like
    version,  // a new draft, which is opened
    settings, // and templates
    import,
    samples,
    removal,
    copied, // the time of the last export
};

struct PendingStep {
    std::int32_t number = 0;
    StepKind kind = StepKind::draft;
    Step step;
    std::string key; // of the quote it is about
};

struct Saving {
    SaveState state = SaveState::idle;
    std::optional<PendingStep> pending;
    Outcome outcome; // of the last step that failed
    StepKind failed_kind = StepKind::draft;
    std::int32_t last_number = 0;
};

struct Storage {
    bool is_persistent = false;
    bool is_available = true;
    bool is_newer = false;
};

// Saying good or bad news of the last action.
struct Notice {
    std::string text;
    bool is_error = false;
};

struct StartState {
    std::string pasted;
    std::vector<std::string> errors;
};

enum class QuotePanel : std::uint8_t { none, accept, decline, withdraw, counter_entry };

struct QuoteState {
    std::string key;
    std::int32_t version = 1;
    QuotePanel panel = QuotePanel::none;
    std::size_t way = 0;
    std::size_t alternative = 0;
    std::string name, on, reason;
    std::int32_t compared_with = 0; // shows what changed since that version; 0: nothing
};

// The settings as they are typed.
struct SettingsForm {
    std::string prefix, owner, validity_days, discount_max, payment_terms, introduction, closing;
    std::string logo; // the file of one's own; empty: the site's
    TextTemplates templates;
    friend bool operator==(SettingsForm const&, SettingsForm const&) = default;
};

struct IssueState {
    bool is_open = false;
    bool is_wanted = false;    // pressed, and not begun yet
    std::string prefix, owner; // asked for where the settings lack them
};

// Where the focus goes once the next frame is drawn: what was pressed may be gone.
enum class Focus : std::uint8_t {
    stay,
    heading, // the place's first control
    paste,
    discount, // the button that adds one
    value,    // of the discount added last
    item,     // the text of the item added last
    issue,    // the first control of issuing
    pdf,
    panel,
};

struct State {
    bool has_records = false;
    Records records;
    Storage storage;
    std::vector<StoredQuote> quotes;
    Settings settings;
    TextTemplates templates;
    std::string own_logo; // as in the settings

    Place place = Place::list;
    std::optional<Place> wanted_place; // asked for while the editor has something unsaved
    ListState list;
    StartState start;
    std::optional<Editor> editor;
    IssueState issue;
    QuoteState quote;
    SettingsForm settings_form;
    Saving saving;
    Notice notice;
    bool shows_preview = false;  // below the editor
    bool enlarges_pages = false; // where the window is narrower than paper
    bool shows_missing = false;  // fields that are still empty, after the first try to issue
    Focus focus = Focus::stay;

    StoredQuote const* find(std::string_view key) const {
        for (StoredQuote const& one : quotes) {
            if (one.key == key) {
                return &one;
            }
        }
        return nullptr;
    }

    bool is_busy() const { return saving.pending.has_value(); }

    // From the press until the store has answered. Nothing is edited or left meanwhile, so that
    // what is issued is what was on the screen.
    bool is_issuing() const {
        return issue.is_wanted || (is_busy() && saving.pending->kind == StepKind::issue);
    }
};

} // namespace kontingent::ui::desk
