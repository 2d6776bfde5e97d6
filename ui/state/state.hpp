// What the visitor entered and opened, as plain values. What is entered about the need is core's
// Needs, which travels in a link; the rest is how it is being edited.
#pragma once

#include "core/advice/needs.hpp"
#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"
#include "core/link/link.hpp"
#include "ui/event.hpp"
#include "ui/state/edits.hpp"
#include "ui/state/history_state.hpp"
#include "ui/state/request_form.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui {

// What is being typed, of each level.
struct IncidentEdits {
    std::array<NumberEdit, 4> times;
    std::array<NumberEdit, 4> efforts;
};

struct NeedsState {
    Needs needs;
    std::int32_t first_month = 0; // of the forecast: 12 * year + month, January is 0

    NumberEdit average_edit, low_edit, high_edit;
    std::vector<NumberEdit> month_edits; // as many as needs.months
    IncidentEdits incident_edits;
    HistoryState history;
    bool is_season_own = false; // its bars are shown, whatever the weights are
    bool are_requirements_open = false;
    std::int32_t shown_level = 1; // of the required responses
};

enum class TermRows : std::uint8_t { best, all }; // of each package

struct CompareState {
    TermRows term_rows = TermRows::best;
    std::vector<std::string> open_offers; // keys of offers, see offer_key()
    std::vector<std::string> open_lines;
    std::string requested_offer; // key of the offer whose request button was just pressed
};

// What is to be said of the link that the page was opened with, until something is entered.
struct OpenedLink {
    std::optional<LinkError> error;
    std::optional<QuotedOffer> quoted; // by another edition of the catalogue
    std::vector<std::string> dropped_services;
};

struct AppState {
    NeedsState needs;
    CompareState compare;
    RequestState request;
    OutboxChanged outbox{.entries = {}, .is_kept = true};
    std::string notice; // said once after an action: "copied"
    std::optional<OpenedLink> opened;
};

// The calendar month of a moment (milliseconds since 1970, UTC): 12 * year + month, January is 0.
std::int32_t calendar_month(std::int64_t now_ms);

// An example to begin with: few severe incidents, with the catalogue's typical efforts.
std::array<Incidents, 4> initial_incidents(Catalogue const& catalogue);
// Sensible needs to begin with: twelve hours a month (or what the catalogue's slider reaches), any
// term.
NeedsState initial_needs_state(Catalogue const& catalogue, std::int32_t first_month);
// To be edited: months for the whole horizon, fields as nobody has touched them.
NeedsState needs_state_of(Needs needs, std::int32_t first_month, Catalogue const& catalogue);
// The end of sliders: twice the largest package, to the next ten hours, within what a month can
// take.
Minutes slider_maximum(Catalogue const& catalogue);
// The longest term that the requirements allow; none where they allow none.
Term const* longest_term(Catalogue const& catalogue, Requirements const& requirements);

bool is_listed(std::vector<std::string> const& keys, std::string_view key);
void toggle(std::vector<std::string>& keys, std::string_view key);

} // namespace kontingent::ui
