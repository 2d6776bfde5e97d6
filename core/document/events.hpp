// The chain of a document's events, and which event may follow which state. Each event holds the
// digest of the one before it, so none can be changed, added or taken out unnoticed.
#pragma once

#include "core/document/document.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace kontingent {

// SHA-256 of an event's canonical JSON, its digest left out.
std::string digest_of(Event const& event);

// Links the event to the last one and appends it.
void append_event(QuoteDocument& document, Event event);

// The first event that does not follow from the one before, or does not have its digest.
std::optional<std::size_t> first_broken(std::span<Event const> events);

// The version whose acceptance holds after these events: accepted, and no counter-entry since.
std::optional<std::int32_t> accepted_version(std::span<Event const> events);

// The table of states: what an event makes of a version in a state; none where it is not possible.
std::optional<VersionState> state_after(VersionState state, EventKind kind);

} // namespace kontingent
