// What is wrong with an input file, said so that a person finds the place: JSON pointer (RFC 6901),
// line and column, a stable code for programs and a sentence for people. Validators collect all
// errors of a text in one pass. An error carries values; sentences are made of them in error.cpp
// alone.
#pragma once

#include "core/base/language.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace kontingent {

// Stable: a code never changes its meaning or its text. error_code_text() gives "duplicate_id" etc.
// Beside each: what its detail says.
enum class ErrorCode : std::uint8_t {
    syntax,             // not JSON at all; Wanted::utf8 where the bytes are no text
    too_large,          // the text exceeds its limit: Range of bytes or depth
    wrong_type,         // Wanted
    unknown_member,     // its name
    missing_member,     // its name
    duplicate_member,   // its name
    conflicting_member, // the name of the other member
    unknown_value,      // a text or number outside its enumeration: Choices
    bad_format,         // a text that is not of its form: Wanted
    out_of_range,       // a number outside its bounds; a text or list too short or too long: Range
    missing_language,   // its tag
    unknown_language,   // its tag
    duplicate_id,       // the id
    unknown_id,         // the id: a reference to something the catalogue does not have
    tiers_not_rising,   // the bound before it
    open_tier_missing,  // the last tier has an upper bound, or an earlier one has none
    missing_level,      // the level
    duplicate_level,    // the level
    bad_colour,
    low_contrast,        // Ratio
    no_weight,           // a season whose months all weigh 0
    triage_cycle,        // the question's id: an answer that leads back to a question asked before
    dead_question,       // the question's id: no answer leads to it
    pooling_not_offered, // the offer's id
    pair_not_neighbours,
    pair_overlaps,         // a month in two pairs
    pair_outside_forecast, // how many months the forecast has
    too_many_pairs,        // how many a term allows
    overflow,
    regular_kind,       // the first kind among an offer's kinds: its id
    term_not_divisible, // by the months for which the minutes are included: that number
    kinds_exceed_usage, // the month's usage
    no_reverse_charge,  // prices that include VAT, or a seller that charges none
    not_as_computed,    // a computed value that differs: what was computed
    broken_chain,       // an event that does not follow from the one before, or was changed
    changed_issued,     // issued content that does not have its digest
    wrong_state,        // a version's state is not what its events say: that state
    impossible_event,   // an event that its version's state does not allow: that state
};

std::string_view error_code_text(ErrorCode code);

// What would be right instead of a wrong type or form.
enum class Wanted : std::uint8_t {
    object,
    list,
    text,
    integer,
    boolean,
    pair,
    pooling,
    localized_text,
    money,
    minutes_or_unlimited,
    months_or_unlimited,
    task,
    id,
    email,
    date,
    url,
    zone,
    picture_path,
    currency,
    printable,
    utf8,
    month_range,
    instant,
    digest,
    quote_number,
    document_id,
    base64,
};

enum class RangeOf : std::uint8_t { number, characters, entries, bytes, depth };

// Both bounds are included; of bytes and depth only the highest counts.
struct Range {
    RangeOf of = RangeOf::number;
    std::int64_t lowest = 0;
    std::int64_t highest = 0;
    friend auto operator<=>(Range const&, Range const&) = default;
};

// Of a contrast: 231 is 2.31:1.
struct Ratio {
    std::int32_t hundredths = 0;
    friend auto operator<=>(Ratio const&, Ratio const&) = default;
};

using Choices = std::vector<std::string>;
// A text is a name: of a member, an id, a language.
using ErrorDetail =
    std::variant<std::monostate, std::string, std::int64_t, Wanted, Range, Choices, Ratio>;

struct Error {
    ErrorCode code = ErrorCode::syntax;
    std::string pointer;     // "" is the whole document
    std::int32_t line = 1;   // from 1
    std::int32_t column = 1; // from 1, in Unicode code points
    ErrorDetail detail;
    friend bool operator==(Error const&, Error const&) = default;
};

using Errors = std::vector<Error>; // never empty where it is an error

// One sentence in the reader's language, without the place.
std::string sentence(Error const& error, Language language);
// "12:7: duplicate_id /packages/1/id": for a page, which has no such sentences.
std::string place_and_code(Error const& error);
// The same and the sentence; the caller puts a file name before it.
std::string to_line(Error const& error, Language language);

} // namespace kontingent
