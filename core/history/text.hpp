// Text of exports made comparable: invisible marks go, letters lose their case and accents, and
// headings fall into words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kontingent::history {

// Without blanks at either end, those that do not break lines and marks of direction among them.
std::string_view trimmed(std::string_view text);

// Without marks that nobody sees (direction, joiners, soft hyphens), and with plain blanks for
// those of other widths. Most texts have none: see has_marks().
std::string without_marks(std::string_view text);
bool has_marks(std::string_view text);

// Dates, times and durations have one: most other texts need not be tried.
bool has_digit(std::string_view text);

// In small Latin letters without accents: "Überstunden" is "uberstunden", "ß" is "ss". What is not
// Latin stays.
std::string folded(std::string_view text);

// The folded words of a heading. A word ends at anything that is no letter or digit, between a
// letter and a digit, and before a capital behind a small letter: "MinutesWorked" has two.
std::vector<std::string> words_of(std::string_view heading);

} // namespace kontingent::history
