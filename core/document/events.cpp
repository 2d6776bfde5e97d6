#include "core/document/events.hpp"

#include "core/base/sha256.hpp"
#include "core/document/document_json.hpp"
#include "core/json/canonical.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace kontingent {
namespace {

struct Transition {
    VersionState from;
    EventKind kind;
    VersionState to;
};

constexpr std::array transitions{
    Transition{VersionState::draft, EventKind::issued, VersionState::issued},
    Transition{VersionState::issued, EventKind::accepted, VersionState::accepted},
    Transition{VersionState::issued, EventKind::declined, VersionState::declined},
    Transition{VersionState::issued, EventKind::withdrawn, VersionState::withdrawn},
    Transition{VersionState::issued, EventKind::superseded, VersionState::superseded},
    Transition{VersionState::issued, EventKind::expired, VersionState::expired},
    Transition{VersionState::expired, EventKind::superseded, VersionState::superseded},
    Transition{VersionState::accepted, EventKind::counter_entry, VersionState::accepted},
};

} // namespace

std::string digest_of(Event const& event) {
    std::string const text = json_object(event_members(event)).text;
    return sha256_hex(json::canonical(text, document_bytes_max).value_or(text));
}

void append_event(QuoteDocument& document, Event event) {
    event.previous = document.events.empty() ? "" : document.events.back().digest;
    event.digest = digest_of(event);
    document.events.push_back(std::move(event));
}

std::optional<std::size_t> first_broken(std::span<Event const> events) {
    for (std::size_t i = 0; i < events.size(); ++i) {
        bool const follows = events[i].previous == (i == 0 ? "" : events[i - 1].digest);
        if (!follows || events[i].digest != digest_of(events[i])) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::int32_t> accepted_version(std::span<Event const> events) {
    std::optional<std::int32_t> accepted;
    for (Event const& event : events) {
        if (event.kind == EventKind::accepted) {
            accepted = event.version;
        } else if (event.kind == EventKind::counter_entry && accepted == event.version) {
            accepted.reset();
        }
    }
    return accepted;
}

std::optional<VersionState> state_after(VersionState state, EventKind kind) {
    for (Transition const& transition : transitions) {
        if (transition.from == state && transition.kind == kind) {
            return transition.to;
        }
    }
    return std::nullopt;
}

} // namespace kontingent
