// What the visitor entered and opened, as plain values, and its spelling for the session's store.
#pragma once

#include "core/catalogue.hpp"
#include "core/units.hpp"
#include "ui/event.hpp"
#include "ui/request.hpp"
#include "ui/widgets/hours_field.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::ui {

enum class Profile : std::uint8_t { even, by_month };
enum class PriceView : std::uint8_t { net, gross };

struct NeedsState {
    Profile profile = Profile::even;
    Minutes even;
    std::vector<Minutes> months;             // the catalogue's horizon
    std::optional<std::int32_t> term_months; // none: every term is compared
    PriceView price_view = PriceView::net;

    HoursEdit even_edit;
    std::vector<HoursEdit> month_edits; // as many as months
};

struct CompareState {
    std::vector<std::string> open_offers; // keys of offers, see offer_key()
    std::vector<std::string> open_lines;
    std::string requested_offer; // key of the offer whose request button was just pressed
};

struct AppState {
    NeedsState needs;
    CompareState compare;
    RequestState request;
    OutboxChanged outbox{.entries = {}, .is_kept = true};
    std::string notice; // said once after an action: "copied"
};

// Sensible needs to begin with: twelve hours a month (or what the catalogue's slider reaches),
// longest term.
NeedsState initial_needs(Catalogue const& catalogue);
// The forecast the needs describe, one value a month.
std::vector<Minutes> usage_of(NeedsState const& needs);
// The end of sliders: twice the largest package, to the next ten hours, within what a month can
// take.
Minutes slider_maximum(Catalogue const& catalogue);

std::string needs_to_text(NeedsState const& needs);
// Nothing where the text is no spelling of needs, or does not fit the catalogue's horizon and
// terms.
std::optional<NeedsState> needs_from_text(std::string_view text, Catalogue const& catalogue);

bool is_listed(std::vector<std::string> const& keys, std::string_view key);
void toggle(std::vector<std::string>& keys, std::string_view key);

} // namespace kontingent::ui
