#include "core/base/typed_number.hpp"

#include "core/base/ascii.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace kontingent {
namespace {

constexpr std::array<std::string_view, 7> spaces{" ",      "\t",     "\n",    "\r",
                                                 "\u00A0", "\u202F", "\u2009"};
constexpr std::array<std::string_view, 2> apostrophes{"'", "\u2019"};

// What a separator is, whichever character stands for it.
enum class Mark : std::uint8_t { point, comma, space, apostrophe };

// Runs of digits, and the mark before each but the first. Only the first and the last may be empty.
struct Parts {
    std::vector<std::string_view> runs;
    std::vector<Mark> marks;
};

std::string_view take_digits(std::string_view& text) {
    auto const end = std::ranges::find_if_not(text, ascii::is_digit);
    std::string_view const digits = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    text.remove_prefix(digits.size());
    return digits;
}

bool take(std::string_view& text, std::string_view start) {
    if (!text.starts_with(start)) {
        return false;
    }
    text.remove_prefix(start.size());
    return true;
}

std::optional<Mark> take_mark(std::string_view& text) {
    if (take(text, ".")) {
        return Mark::point;
    }
    if (take(text, ",")) {
        return Mark::comma;
    }
    auto const taken = [&](std::string_view character) { return take(text, character); };
    if (std::ranges::any_of(spaces, taken)) {
        return Mark::space;
    }
    return std::ranges::any_of(apostrophes, taken) ? std::optional{Mark::apostrophe} : std::nullopt;
}

std::optional<Parts> split(std::string_view text) {
    Parts parts;
    parts.runs.push_back(take_digits(text));
    while (!text.empty()) {
        auto const mark = take_mark(text);
        if (!mark) {
            return std::nullopt;
        }
        parts.marks.push_back(*mark);
        parts.runs.push_back(take_digits(text));
    }
    std::size_t digit_count = 0;
    for (std::size_t i = 0; i < parts.runs.size(); ++i) {
        bool const is_inside = i > 0 && i + 1 < parts.runs.size();
        if (is_inside && parts.runs[i].empty()) {
            return std::nullopt;
        }
        digit_count += parts.runs[i].size();
    }
    return digit_count > 0 ? std::optional(std::move(parts)) : std::nullopt;
}

bool is_decimal_kind(Mark mark) {
    return mark == Mark::point || mark == Mark::comma;
}

Mark decimal_mark(Language language) {
    return number_format(language).decimal_mark == "." ? Mark::point : Mark::comma;
}

std::optional<Mark> group_mark(Language language) {
    std::string_view mark = number_format(language).group_mark;
    return take_mark(mark);
}

// Whether the first `count` marks are the same and group: one to three digits, then three each.
bool is_grouped(Parts const& parts, std::size_t count) {
    std::string_view const first = parts.runs.front();
    bool is_grouped = !first.empty() && first.size() <= 3 && first.front() != '0';
    for (std::size_t i = 0; i < count; ++i) {
        is_grouped =
            is_grouped && parts.marks[i] == parts.marks.front() && parts.runs[i + 1].size() == 3;
    }
    return is_grouped;
}

// The first `grouped` marks group; the next, if there is one, is the decimal mark.
TypedNumber number_of(Parts const& parts, std::size_t grouped) {
    TypedNumber number;
    for (std::size_t i = 0; i <= grouped; ++i) {
        for (char const digit : parts.runs[i]) {
            if (number.whole < whole_number_cap) {
                number.whole = std::min(number.whole * 10 + (digit - '0'), whole_number_cap);
            }
        }
    }
    if (grouped + 1 < parts.runs.size()) {
        number.decimals = parts.runs[grouped + 1];
    }
    return number;
}

bool could_be_either(Parts const& parts) {
    return parts.marks.size() == 1 && is_decimal_kind(parts.marks.front()) && is_grouped(parts, 1);
}

// How many of the marks group; the others, at most one, are decimal marks.
std::expected<std::size_t, NumberError> grouping_of(Parts const& parts, Language language) {
    std::size_t const count = parts.marks.size();
    if (could_be_either(parts)) {
        Mark const mark = parts.marks.front();
        if (mark == decimal_mark(language)) {
            return 0;
        }
        if (mark == group_mark(language)) {
            return 1;
        }
        return std::unexpected(NumberError::ambiguous);
    }
    bool const is_decimal = count > 0 && is_decimal_kind(parts.marks.back()) &&
                            (count == 1 || parts.marks.back() != parts.marks.front());
    std::size_t const grouped = is_decimal ? count - 1 : count;
    if (grouped > 0 && !is_grouped(parts, grouped)) {
        return std::unexpected(NumberError::not_a_number);
    }
    return grouped;
}

} // namespace

std::expected<TypedNumber, NumberError> read_number(std::string_view text, Language language) {
    auto const parts = split(text);
    if (!parts) {
        return std::unexpected(text.empty() ? NumberError::empty : NumberError::not_a_number);
    }
    auto const grouped = grouping_of(*parts, language);
    if (!grouped) {
        return std::unexpected(grouped.error());
    }
    return number_of(*parts, *grouped);
}

std::optional<TypedNumber> read_number_as(std::string_view text, MarkReading reading) {
    auto const parts = split(text);
    if (!parts || !could_be_either(*parts)) {
        return std::nullopt;
    }
    return number_of(*parts, reading == MarkReading::grouped ? 1 : 0);
}

std::string_view trimmed_number(std::string_view text) {
    for (bool is_changed = true; is_changed;) {
        is_changed = false;
        for (std::string_view const space : spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size()), is_changed = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size()), is_changed = true;
            }
        }
    }
    return text;
}

bool take_minus(std::string_view& text) {
    bool const is_negative = take(text, "-") || take(text, "\u2212");
    text = is_negative ? trimmed_number(text) : text;
    return is_negative;
}

std::int64_t scaled_decimals(std::string_view decimals, std::int64_t scale) {
    constexpr std::size_t decimals_max = 12;
    std::int64_t part = 0;
    std::int64_t whole = 1;
    for (char const digit : decimals.substr(0, decimals_max)) {
        part = part * 10 + (digit - '0');
        whole *= 10;
    }
    return (part * scale * 2 + whole) / (whole * 2);
}

} // namespace kontingent
