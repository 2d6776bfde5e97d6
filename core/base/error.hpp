// What is wrong with an input file, said so that a person finds the place: JSON pointer (RFC 6901),
// line and column, a stable code for programs and a sentence for people. Validators collect all
// errors of a text in one pass.
#pragma once

#include "core/base/language.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

// Stable: a code never changes its meaning or its text. error_code_text() gives "duplicate_id" etc.
enum class ErrorCode : std::uint8_t {
    syntax,    // not JSON at all
    too_large, // the text exceeds its limit
    wrong_type,
    unknown_member,
    missing_member,
    duplicate_member,
    conflicting_member, // one that cannot stand beside another
    unknown_value,      // a text outside its enumeration
    bad_format,         // a text that is not of its form: an id, a mail address, a URL …
    out_of_range,       // a number outside its bounds; a text or list too short or too long
    missing_language,
    unknown_language,
    duplicate_id,
    unknown_id, // a reference to something the catalogue does not have
    tiers_not_rising,
    open_tier_missing, // the last tier has an upper bound, or an earlier one has none
    missing_level,
    duplicate_level,
    bad_colour,
    low_contrast,
    no_weight,     // a season whose months all weigh 0
    triage_cycle,  // an answer that leads back to a question asked before
    dead_question, // that no answer leads to
    pooling_not_offered,
    pair_not_neighbours,
    pair_overlaps,
    pair_outside_forecast,
    too_many_pairs,
    overflow,
};

std::string_view error_code_text(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::syntax;
    std::string pointer;     // "" is the whole document
    std::int32_t line = 1;   // from 1
    std::int32_t column = 1; // from 1, in Unicode code points
    // What the sentence speaks of, the same in every language:
    // - syntax: "" or "utf8"
    // - too_large: "bytes 1048576" or "depth 32"
    // - wrong_type: what is expected: "object" "list" "text" "integer" "boolean" "pair" "pooling"
    // - unknown_member, missing_member, duplicate_member, duplicate_id, unknown_id: the member or
    // id
    // - conflicting_member: the other member
    // - unknown_value: what is allowed: "graduated, volume, block"
    // - bad_format: what is expected: "id" "email" "url" "currency" "printable"
    // - out_of_range: "1..1440" (a number), "characters 1..64" (a text), "entries 1..8" (a list)
    // - missing_language, unknown_language: the tag
    // - missing_level, duplicate_level: the level
    // - tiers_not_rising: the bound before it, in minutes
    // - low_contrast: the ratio found: "2.31"
    // - triage_cycle, dead_question: the question's id
    // - pooling_not_offered: the package
    // - pair_overlaps: a month in two pairs
    // - pair_outside_forecast: the forecast's months
    // - too_many_pairs: how many pairs a term allows
    // - else ""
    std::string detail;
    friend bool operator==(Error const&, Error const&) = default;
};

using Errors = std::vector<Error>; // never empty where it is an error

// One sentence in the reader's language, with the detail in it, without the place.
std::string sentence(Error const& error, Language language);
// "12:7: duplicate_id /packages/1/id: …"; the caller puts a file name before it.
std::string to_line(Error const& error, Language language);

} // namespace kontingent
