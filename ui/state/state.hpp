// What the visitor entered and opened, and the notes they are shown, as plain values. The needs
// themselves are core's Needs, which a link carries; the rest is about editing them.
#pragma once

#include "core/advice/needs.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/link/link.hpp"
#include "ui/state/edits.hpp"
#include "ui/state/explain_state.hpp"
#include "ui/state/history_state.hpp"
#include "ui/state/outbox.hpp"
#include "ui/state/request_form.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui {

// What is being typed for each level.
struct IncidentEdits {
    std::array<NumberEdit, level_count_max> times;
    std::array<NumberEdit, level_count_max> efforts;
};

struct NeedsState {
    Needs needs;
    std::int32_t first_month = 0; // of the forecast: 12 * year + month, January is 0

    NumberEdit average_edit, low_edit, high_edit;
    std::vector<NumberEdit> month_edits; // as many as needs.months
    IncidentEdits incident_edits;
    NumberEdit task_edit;
    std::vector<std::vector<NumberEdit>> kind_edits; // as many as the catalogue's kinds, by month
    std::vector<NumberEdit> extra_edits;             // as many as the catalogue's extras
    HistoryState history;
    bool is_season_own = false; // the visitor sets each month's weight
    bool are_requirements_open = false;
    std::int32_t shown_level = 1; // whose response time is being chosen
};

// Which terms of a package the comparison shows.
enum class TermRows : std::uint8_t { best, all };

struct CompareState {
    TermRows term_rows = TermRows::best;
    bool shows_all_offers = false;        // of a large catalogue
    std::vector<std::string> open_offers; // keys, see OfferSummary::key
    std::vector<std::string> open_lines;
};

// What has to be said about the link that the page was opened with, until something is entered.
struct LinkNote {
    std::optional<LinkError> error;
    std::optional<QuotedOffer> quoted; // by another edition of the catalogue
    std::vector<std::string> dropped;
};

struct AppState {
    NeedsState needs;
    CompareState compare;
    RequestState request;
    Outbox outbox;
    OutlookState outlook;
    BreakEvenState break_even;
    TriageState triage;
    std::string notice; // what became of the last copying
    std::optional<LinkNote> link_note;
};

// The calendar month of a moment (milliseconds since 1970, UTC): 12 * year + month, January is 0.
std::int32_t calendar_month(std::int64_t now_ms);

// An example to begin with: few severe incidents, with the catalogue's typical efforts.
std::vector<Incidents> initial_incidents(Catalogue const& catalogue);
// What a visitor finds on arriving: initial_needs().
NeedsState initial_needs_state(Catalogue const& catalogue, std::int32_t first_month);
// Needs from a link or from storage, ready to be edited: months for the whole horizon, no field
// being typed into.
NeedsState needs_state_of(Needs needs, std::int32_t first_month, Catalogue const& catalogue);
// The needs that a link carries. What was never changed in a way that is not chosen is left out, so
// that links are short; needs_state_of() fills it in again.
Needs needs_for_link(Needs needs, Catalogue const& catalogue);
// The end of the sliders: twice the largest package, rounded up to ten hours, at most a month's
// limit.
Minutes slider_maximum(Catalogue const& catalogue);
// The longest term that the requirements allow; null where they allow none.
Term const* longest_term(Catalogue const& catalogue, Requirements const& requirements);

// Whether there are hours to price: with the way "past hours", only once a file's have been read.
bool has_hours(NeedsState const& state);

bool is_listed(std::vector<std::string> const& keys, std::string_view key);
void toggle(std::vector<std::string>& keys, std::string_view key);

} // namespace kontingent::ui
