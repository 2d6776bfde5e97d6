#include "core/document/steps.hpp"

#include "core/base/sha256.hpp"
#include "core/document/amounts.hpp"
#include "core/document/document_json.hpp"
#include "core/document/events.hpp"
#include "core/document/snapshot.hpp"

#include <algorithm>
#include <utility>

namespace kontingent {
namespace {

std::unexpected<StepError> refuse(RefusalCode code, RefusalDetail detail = {}) {
    return std::unexpected<StepError>(Refusal{code, std::move(detail)});
}

bool has_version(QuoteDocument const& document, std::int32_t number) {
    return number >= 1 && static_cast<std::size_t>(number) <= document.versions.size();
}

Event event_of(Step const& step, EventKind kind, Version const& version) {
    Event event;
    event.at = step.at;
    event.by = step.by;
    event.kind = kind;
    event.version = version.number;
    event.content_digest = version.digest;
    return event;
}

// The state as it is by then; the way into it is recorded where only the date made it so.
VersionState settle_expiry(QuoteDocument& document, Version& version, Step const& step) {
    if (version.state == VersionState::issued &&
        state_at(version, step.at) == VersionState::expired) {
        version.state = VersionState::expired;
        append_event(document, event_of(step, EventKind::expired, version));
    }
    return version.state;
}

std::optional<Refusal> before_last_event(QuoteDocument const& document, Step const& step) {
    if (document.events.empty() || document.events.back().at <= step.at) {
        return std::nullopt;
    }
    return Refusal{RefusalCode::before_last_event, to_text(document.events.back().at)};
}

std::optional<Refusal> why_not(QuoteDocument const& document, Step const& step, std::int32_t number,
                               EventKind kind) {
    if (!has_version(document, number)) {
        return Refusal{RefusalCode::no_version,
                       static_cast<std::int64_t>(document.versions.size())};
    }
    Version const& version = document.versions[static_cast<std::size_t>(number) - 1];
    VersionState const state = state_at(version, step.at);
    if (state_after(state, kind)) {
        return before_last_event(document, step);
    }
    if (state == VersionState::expired && version.last_instant) {
        return Refusal{RefusalCode::expired, to_text(*version.last_instant)};
    }
    return Refusal{RefusalCode::not_possible, state};
}

// After why_not() has found nothing.
QuoteDocument with_event(QuoteDocument document, std::int32_t number, Event event) {
    Version& version = document.versions[static_cast<std::size_t>(number) - 1];
    version.state = *state_after(version.state, event.kind);
    append_event(document, std::move(event));
    return document;
}

NextDocument end(QuoteDocument const& document, Step const& step, std::int32_t number,
                 EventKind kind, std::string reason) {
    if (auto refusal = why_not(document, step, number, kind)) {
        return std::unexpected<StepError>(*std::move(refusal));
    }
    Event event = event_of(step, kind, document.versions[static_cast<std::size_t>(number) - 1]);
    event.reason = std::move(reason);
    return with_event(document, number, std::move(event));
}

std::optional<Refusal> why_not_issue(QuoteDocument const& document, Issue const& issue) {
    Version const& draft = document.latest();
    if (draft.state != VersionState::draft) {
        return Refusal{RefusalCode::no_draft};
    }
    if (!draft.content.valid_until) {
        return Refusal{RefusalCode::no_valid_until};
    }
    if (auto refusal = before_last_event(document, issue.step)) {
        return refusal;
    }
    if (issue.last_instant < issue.step.at) {
        return Refusal{RefusalCode::already_over, to_text(issue.last_instant)};
    }
    if (document.number.empty() && !is_quote_number(issue.number)) {
        return Refusal{RefusalCode::bad_number, std::string("A-2026-0001")};
    }
    return std::nullopt;
}

std::optional<Refusal> over_limit(std::vector<OfferedAlternative> const& alternatives,
                                  std::optional<BasisPoints> limit) {
    for (OfferedAlternative const& alternative : alternatives) {
        if (limit && alternative.discount > *limit) {
            return Refusal{RefusalCode::over_limit, alternative.discount.value};
        }
    }
    return std::nullopt;
}

bool keeps_what_was_issued(QuoteDocument const& before, QuoteDocument const& after) {
    for (Version const& version : before.versions) {
        auto const index = static_cast<std::size_t>(version.number) - 1;
        bool const is_there =
            version.state == VersionState::draft ||
            (index < after.versions.size() && after.versions[index].digest == version.digest);
        if (!is_there) {
            return false;
        }
    }
    return before.number == after.number &&
           std::ranges::equal(before.events, after.events, {}, &Event::digest, &Event::digest);
}

void supersede_earlier(QuoteDocument& document, Step const& step) {
    for (std::size_t i = 0; i + 1 < document.versions.size(); ++i) {
        Version& version = document.versions[i];
        VersionState const state = settle_expiry(document, version, step);
        if (auto const next = state_after(state, EventKind::superseded)) {
            version.state = *next;
            append_event(document, event_of(step, EventKind::superseded, version));
        }
    }
}

} // namespace

NextDocument keep_draft(QuoteDocument const& document) {
    if (!document.events.empty()) {
        return refuse(RefusalCode::issued_elsewhere);
    }
    return document;
}

NextDocument replace_draft(QuoteDocument const& before, QuoteDocument const& document) {
    if (!keeps_what_was_issued(before, document)) {
        return refuse(RefusalCode::replaces_issued);
    }
    return document;
}

NextDocument issue(QuoteDocument const& document, std::string_view catalogue_text,
                   Issue const& issue) {
    if (auto refusal = why_not_issue(document, issue)) {
        return std::unexpected<StepError>(*std::move(refusal));
    }
    QuoteDocument next = document;
    Version& version = next.versions.back();
    version.content.issued_on = issue.issued_on;
    auto snapshot = make_snapshot(catalogue_text, version.content, next.customer);
    if (!snapshot) {
        return std::unexpected<StepError>(std::move(snapshot.error()));
    }
    auto const alternatives = alternatives_of(snapshot->catalogue, version.content);
    if (!alternatives) {
        return std::unexpected<StepError>(alternatives.error());
    }
    if (auto refusal = over_limit(*alternatives, issue.discount_max)) {
        return std::unexpected<StepError>(*std::move(refusal));
    }
    next.number = next.number.empty() ? issue.number : next.number;
    version.snapshot = *std::move(snapshot);
    version.snapshot->logo = issue.logo;
    version.last_instant = issue.last_instant;
    version.digest = sha256_hex(printed_json(next, version, *alternatives));
    version.state = VersionState::issued;
    supersede_earlier(next, issue.step);
    append_event(next, event_of(issue.step, EventKind::issued, next.versions.back()));
    return next;
}

NextDocument accept(QuoteDocument const& document, Acceptance const& acceptance) {
    if (auto refusal =
            why_not(document, acceptance.step, acceptance.version, EventKind::accepted)) {
        return std::unexpected<StepError>(*std::move(refusal));
    }
    if (auto const accepted = accepted_version(document.events)) {
        return refuse(RefusalCode::accepted_already, std::int64_t{*accepted});
    }
    Version const& version = document.versions[static_cast<std::size_t>(acceptance.version) - 1];
    Day const issued_on = version.content.issued_on.value_or(acceptance.on);
    if (acceptance.on < issued_on || acceptance.recorded_on < acceptance.on) {
        return refuse(RefusalCode::bad_acceptance_day,
                      to_text(issued_on) + " – " + to_text(acceptance.recorded_on));
    }
    if (acceptance.digest != version.digest) {
        return refuse(RefusalCode::other_digest, version.digest);
    }
    if (acceptance.alternative >= version.content.alternatives.size()) {
        return refuse(RefusalCode::no_alternative,
                      static_cast<std::int64_t>(version.content.alternatives.size()));
    }
    if (acceptance.name.empty()) {
        return refuse(RefusalCode::no_name);
    }
    Event event = event_of(acceptance.step, EventKind::accepted, version);
    event.alternative = acceptance.alternative;
    event.way = acceptance.way;
    event.on = acceptance.on;
    event.name = acceptance.name;
    return with_event(document, acceptance.version, std::move(event));
}

NextDocument decline(QuoteDocument const& document, Step const& step, std::int32_t version,
                     std::string reason) {
    return end(document, step, version, EventKind::declined, std::move(reason));
}

NextDocument withdraw(QuoteDocument const& document, Step const& step, std::int32_t version,
                      std::string reason) {
    return end(document, step, version, EventKind::withdrawn, std::move(reason));
}

NextDocument add_counter_entry(QuoteDocument const& document, Step const& step,
                               std::int32_t version, std::string reason) {
    if (reason.empty()) {
        return refuse(RefusalCode::no_reason);
    }
    return end(document, step, version, EventKind::counter_entry, std::move(reason));
}

NextDocument new_version(QuoteDocument const& document) {
    Version const& latest = document.latest();
    if (latest.state == VersionState::draft) {
        return refuse(RefusalCode::draft_exists);
    }
    if (document.versions.size() >= version_count_max) {
        return refuse(RefusalCode::too_many_versions, static_cast<std::int64_t>(version_count_max));
    }
    QuoteDocument next = document;
    Version draft;
    draft.number = latest.number + 1;
    draft.content = latest.content;
    draft.content.issued_on.reset();
    draft.content.valid_until.reset();
    next.versions.push_back(std::move(draft));
    return next;
}

} // namespace kontingent
