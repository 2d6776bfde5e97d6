// What is wrong with an input file, said so that a person finds the place: JSON pointer (RFC 6901), line
// and column, a stable code for programs and a sentence for people. Validators collect all faults of a
// text in one pass.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language.hpp"

namespace kontingent {

// Stable: a code never changes its meaning or its text. fault_code_text() gives "duplicate_id" etc.
enum class FaultCode : std::uint8_t {
    syntax,             // not JSON at all
    too_large,          // the text exceeds its limit
    wrong_type,
    unknown_member,
    missing_member,
    duplicate_member,
    unknown_value,      // a text outside its enumeration
    out_of_range,       // a number outside its bounds; a text or list too short or too long
    missing_language,
    unknown_language,
    duplicate_id,
    unknown_id,         // a reference to something the catalogue does not have
    tiers_not_rising,
    open_tier_missing,  // the last tier has an upper bound, or an earlier one has none
    missing_level,
    duplicate_level,
    bad_colour,
    low_contrast,
    pooling_not_offered,
    pair_not_neighbours,
    pair_overlaps,
    pair_outside_forecast,
    too_many_pairs,
    overflow,
};

std::string_view fault_code_text(FaultCode code);

struct Fault {
    FaultCode code = FaultCode::syntax;
    std::string pointer;      // "" is the whole document
    std::int32_t line = 1;    // from 1
    std::int32_t column = 1;  // from 1, in Unicode code points
    std::string detail;       // the member, id, or bounds the sentence speaks of: "1 to 1440"
    friend bool operator==(const Fault&, const Fault&) = default;
};

using Faults = std::vector<Fault>;  // never empty where it is an error

// One sentence in the reader's language, with the detail in it, without the place.
std::string sentence(const Fault& fault, Language language);
// "12:7: duplicate_id /packages/1/id: …"; the caller puts a file name before it.
std::string to_line(const Fault& fault, Language language);

}  // namespace kontingent
