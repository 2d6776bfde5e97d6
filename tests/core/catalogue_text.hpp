// A small catalogue as JSON text, and a notation for tests of errors: the place where an error is
// expected is marked in the text itself, so that line and column are read off the row.
#pragma once

#include "core/base/error.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kontingent::tests {

// Valid, with one of everything: two packages (graduated "standard", block "flexible"), on demand
// (volume).
std::string_view small_catalogue_text();

// The text with `find` (which must occur exactly once) replaced.
std::string replaced(std::string_view text, std::string_view find, std::string_view replacement);

struct Marked {
    std::string text;                // without the marks
    std::vector<std::string> places; // "12:7" of each '^', in order
};

Marked without_marks(std::string_view marked);

// "1..4", "entries 1..8", "integer", "a, b", "2.31": what the values of a detail are.
std::string text_of(ErrorDetail const& detail);

// "12:7 duplicate_id /packages/1/id standard", one a line.
std::string lines_of(Errors const& errors);
// The same from a row's "duplicate_id /packages/1/id standard; …" and the places of its marks. A
// error that begins with a digit brings its own place: "12:7 duplicate_id …".
std::string expected_lines(std::string_view errors, std::vector<std::string> const& places);

} // namespace kontingent::tests
