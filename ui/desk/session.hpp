// One desk at work: what is stored and what a person does with it. Screens change `state` and call
// these; nothing here draws. Each step is one transaction, and nothing counts as done before the
// store has confirmed it (take_written()).
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/document/steps.hpp"
#include "ui/desk/platform.hpp"
#include "ui/desk/texts.hpp"
#include "ui/state/desk/state.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace kontingent::ui::desk {

enum class RecordScope : std::uint8_t { all, changed };
enum class NoticeKind : std::uint8_t { good, error };

class Session {
public:
    // `logo` is the file of the logo that the catalogue names, or empty.
    Session(DeskPlatform& page, std::string catalogue_json, Catalogue seller_catalogue,
            Language page_language, std::string logo);
    Session(Session const&) = delete;
    Session& operator=(Session const&) = delete;

    DeskPlatform& platform;
    std::string const catalogue_text;
    Catalogue const catalogue;
    Language const language;
    std::string const site_logo;
    DeskTexts const texts;
    State state;

    // --- from the page
    void take_records(std::string_view json, RecordScope scope);
    void take_written(std::int32_t step, std::string_view json);
    void take_file(FilePurpose purpose, std::string_view name, std::string const& bytes);
    void take_storage(std::string_view json);

    // --- going somewhere
    void go(Place place);
    // The same, unless something would be lost: then once it is saved, or a person says so.
    void leave_for(Place place);
    // Whether the editor holds what the store has not confirmed.
    bool has_unsaved() const;
    void
    open_quote(std::string const& key); // a draft in the editor, anything else as it is printed
    void show_version(std::int32_t version);

    // --- drafts
    void begin_empty();
    // A request's JSON, or a document's. Errors go to state.start.
    void begin_from_text(std::string_view text);
    void duplicate(std::string const& key);
    // Stores the editor's draft where it differs from what is stored and nothing is being written.
    void save_draft();
    // Once more, after the store refused it.
    void try_again();
    // The editor's draft as a quote of its own, after it was changed elsewhere.
    void save_as_copy();
    // Lets go of the editor's draft and opens what the store has.
    void take_other();
    void remove(std::string const& key);

    // --- steps of a quote
    void issue();
    void accept();
    void decline();
    void withdraw();
    void add_counter_entry();
    void start_new_version();

    // --- everything
    void save_settings();
    void export_all();
    void add_samples();
    void remove_samples();

    // The file of the letterhead's logo: one's own before the site's; empty: none.
    std::string const& logo() const { return state.own_logo.empty() ? site_logo : state.own_logo; }

    Instant now() { return {platform.now_ms()}; }

    // The calendar day where the seller is.
    Day today();
    bool has_samples() const;

    // The draft of the editor as it is now, with what is wrong with it.
    Drafted draft() const { return drafted(*state.editor, catalogue); }

private:
    void write(StepKind kind, std::string key, Step step);
    void take_outcome(std::string_view json);
    void settle(PendingStep const& done);
    // Takes the next number where only another tab's number was in the way. True where it did.
    bool issue_again(std::string_view key);
    void refresh();
    void refresh_editor();
    void say(std::string text, NoticeKind kind = NoticeKind::good);
    void say(StepError const& error);
    // Keeps what follows from a step, or says why there is none.
    void keep(std::string const& key, NextDocument const& next, StepKind kind);
    void open_editor_of(std::string key, QuoteDocument document, bool is_stored);
    QuoteDocument empty_document();
    void add_defaults(Content& content);
    void import(std::string const& bytes);
    void take_logo(std::string const& bytes);
    std::string new_id();
    QuoteDocument const* shown_document() const;
    kontingent::Step step_now();

    std::string import_report_;
    std::function<void()> later_; // to be done once the store has answered
};

} // namespace kontingent::ui::desk
