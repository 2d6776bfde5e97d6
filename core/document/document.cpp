#include "core/document/document.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>
#include <array>

namespace kontingent {

std::string_view text_of(VersionState state) {
    constexpr std::array<std::string_view, 7> texts{
        "draft", "issued", "accepted", "declined", "withdrawn", "superseded", "expired"};
    return texts[static_cast<std::size_t>(state)];
}

std::string_view text_of(EventKind kind) {
    constexpr std::array<std::string_view, 7> texts{
        "issued", "accepted", "declined", "withdrawn", "superseded", "expired", "counter_entry"};
    return texts[static_cast<std::size_t>(kind)];
}

std::string_view text_of(Way way) {
    constexpr std::array<std::string_view, 3> texts{"email", "telephone", "letter"};
    return texts[static_cast<std::size_t>(way)];
}

Scenario Content::scenario_of(Alternative const& alternative) const {
    Scenario scenario = needs;
    scenario.package_id = alternative.package_id;
    scenario.term_months = alternative.term_months;
    scenario.pooling = alternative.pooling;
    return scenario;
}

std::string printed_number(QuoteDocument const& document, Version const& version) {
    if (document.number.empty()) {
        return document.id;
    }
    return document.number + "/" + std::to_string(version.number);
}

bool is_quote_number(std::string_view text) {
    constexpr std::size_t prefix_max = 8;
    auto const dash = text.find('-');
    if (dash == 0 || dash == std::string_view::npos || dash > prefix_max ||
        !std::ranges::all_of(text.substr(0, dash), ascii::is_upper)) {
        return false;
    }
    std::string_view const rest = text.substr(dash + 1);
    return rest.size() >= 9 && rest.size() <= 14 && rest[4] == '-' &&
           std::ranges::all_of(rest.substr(0, 4), ascii::is_digit) &&
           std::ranges::all_of(rest.substr(5), ascii::is_digit);
}

VersionState state_at(Version const& version, Instant now) {
    bool const is_over = version.last_instant && now > *version.last_instant;
    return version.state == VersionState::issued && is_over ? VersionState::expired : version.state;
}

} // namespace kontingent
