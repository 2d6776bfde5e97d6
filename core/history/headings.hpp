// What a heading says about its column. Words are looked up in the language that most headings are
// in, then in all others; a joined word ("Pausenzeit", "Sollarbeitszeit") is split.
#pragma once

#include "core/history/history.hpp"
#include "core/history/words.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent::history {

// What a column holds, by its heading alone.
enum class Role : std::uint8_t {
    unknown, // no word of it is known, or its words do not go together
    date,
    begin,
    end,
    pause,
    duration,
    time,  // a duration, or a time of day
    clock, // a time of day
    planned,
    balance,
    running,
    money,
    billable, // a duration as it is charged
    recorded, // when the row was made
    other,
};

struct Heading {
    Role role = Role::unknown;
    bool is_date = false;    // has a word for it: "End Date", "Xyzdatum"
    bool is_certain = false; // every word is known
    bool is_decimal = false; // "Dauer (dezimal)"
    bool is_worked = false;  // says that the hours were worked: "Hours Worked", "Ist", "netto"
    std::optional<DurationUnit> unit; // where it names one, and only one
    std::vector<std::string> words;
    std::string base; // the words without a number at their end: "Hours 1" and "Hours 2" share it
};

class Vocabulary {
public:
    explicit Vocabulary(std::span<std::string const> headings);

    Heading read(std::string_view heading) const;

private:
    // Several languages' meanings where the main one has none. Nothing for an unknown word.
    std::optional<std::uint32_t> meaning_of(std::string_view word) const;
    std::optional<std::uint32_t> meaning_of_parts(std::string_view word, int parts_left) const;
    bool ends_with_date(std::string_view word) const;
    std::uint32_t read_words(Heading& heading) const;

    std::optional<std::size_t> main_; // the language of most headings
};

// Words that say that a row sums up others: alone ("Summe", "Total 2026-03"), or among others.
enum class TotalWords : std::uint8_t { none, among_others, alone };
TotalWords total_words_in(std::string_view cell);

} // namespace kontingent::history
