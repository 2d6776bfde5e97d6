// What can be done with a document: pure functions from a document to the next one, or to the
// reason why not. Time and persons come in as arguments.
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"
#include "core/document/document.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace kontingent {

enum class RefusalCode : std::uint8_t {
    no_draft,           // there is nothing to issue
    draft_exists,       // a second draft of the same document
    not_possible,       // in the version's state: that state
    no_version,         // of that number: how many there are
    no_valid_until,     // a draft is issued with a date
    already_over,       // the last instant is in the past: that instant
    expired,            // the last instant, which has passed
    other_digest,       // the version's
    no_alternative,     // how many there are
    over_limit,         // the discount, in basis points
    no_name,            // who accepted
    no_reason,          // of a counter-entry
    bad_number,         // what a number looks like
    too_many_versions,  // how many there may be
    no_document,        // of that id
    issued_elsewhere,   // numbers are given where a quote is kept
    replaces_issued,    // a file may replace the draft alone
    not_issued,         // a draft where an offer is needed
    unprintable,        // the text, and its characters that the fonts lack
    bad_logo,           // the file
    accepted_already,   // the other version
    before_last_event,  // when that was
    bad_acceptance_day, // which days are possible
};

using RefusalDetail = std::variant<std::monostate, std::string, std::int64_t, VersionState>;

struct Refusal {
    RefusalCode code = RefusalCode::no_draft;
    RefusalDetail detail = {};
};

// One sentence that says what would be right.
std::string sentence(Refusal const& refusal, Language language);

// The errors of computing a draft, or a refusal.
using StepError = std::variant<Refusal, Errors>;
using NextDocument = std::expected<QuoteDocument, StepError>;

// Not before the last thing that happened: a quote's events are in the order of their times.
struct Step {
    Instant at;
    std::string by;
};

struct Issue {
    Step step;
    std::string number;   // for a document that has none yet; otherwise its own is kept
    Day issued_on;        // the calendar day of the step where the seller is
    Instant last_instant; // the end of valid_until where the seller is
    std::optional<BasisPoints> discount_max; // what the person may grant; none: no limit
    std::string logo;                        // of the letterhead: the file's bytes, or empty
};

// A quote from a file that is not kept yet: a draft, since numbers are given where it is kept.
NextDocument keep_draft(QuoteDocument const& document);
// The same quote from a file: it may differ in its draft, never in what was issued or what
// happened.
NextDocument replace_draft(QuoteDocument const& before, QuoteDocument const& document);

// Issues the draft with the prices of `catalogue_text`. Versions that were issued or expired before
// it are superseded.
NextDocument issue(QuoteDocument const& document, std::string_view catalogue_text,
                   Issue const& issue);

struct Acceptance {
    Step step;
    std::int32_t version = 1;
    std::size_t alternative = 0; // from 0
    std::string digest;          // of what was accepted
    Way way = Way::email;
    Day on;          // when the customer accepted
    Day recorded_on; // the calendar day of the step where the seller is
    std::string name;
};

// One acceptance of a quote can hold at a time: before another version is accepted, a counter-entry
// says that the first does not.
NextDocument accept(QuoteDocument const& document, Acceptance const& acceptance);
NextDocument decline(QuoteDocument const& document, Step const& step, std::int32_t version,
                     std::string reason);
NextDocument withdraw(QuoteDocument const& document, Step const& step, std::int32_t version,
                      std::string reason);
// Says that an acceptance does not hold; the acceptance stays.
NextDocument add_counter_entry(QuoteDocument const& document, Step const& step,
                               std::int32_t version, std::string reason);
// Appends a draft with the content of the latest version, its dates left out.
NextDocument new_version(QuoteDocument const& document);

} // namespace kontingent
