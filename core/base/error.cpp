#include "core/base/error.hpp"

#include "core/base/core_texts.hpp"
#include "core/base/fill.hpp"
#include "core/base/format.hpp"

#include <array>

namespace kontingent {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 38> codes{"syntax",
                                                 "too_large",
                                                 "wrong_type",
                                                 "unknown_member",
                                                 "missing_member",
                                                 "duplicate_member",
                                                 "conflicting_member",
                                                 "unknown_value",
                                                 "bad_format",
                                                 "out_of_range",
                                                 "missing_language",
                                                 "unknown_language",
                                                 "duplicate_id",
                                                 "unknown_id",
                                                 "tiers_not_rising",
                                                 "open_tier_missing",
                                                 "missing_level",
                                                 "duplicate_level",
                                                 "bad_colour",
                                                 "low_contrast",
                                                 "no_weight",
                                                 "triage_cycle",
                                                 "dead_question",
                                                 "pooling_not_offered",
                                                 "pair_not_neighbours",
                                                 "pair_overlaps",
                                                 "pair_outside_forecast",
                                                 "too_many_pairs",
                                                 "overflow",
                                                 "regular_kind",
                                                 "term_not_divisible",
                                                 "kinds_exceed_usage",
                                                 "no_reverse_charge",
                                                 "not_as_computed",
                                                 "broken_chain",
                                                 "changed_issued",
                                                 "wrong_state",
                                                 "impossible_event"};
static_assert(codes.size() == static_cast<std::size_t>(ErrorCode::impossible_event) + 1);

constexpr std::array core_text_names{
#define KONTINGENT_SHARED_TEXT(name, ...) std::string_view(#name),
#define KONTINGENT_CORE_TEXT(name, ...) std::string_view(#name),
#include "core/base/core_texts.def"
#undef KONTINGENT_SHARED_TEXT
#undef KONTINGENT_CORE_TEXT
};

// The sentence of each code: the text named error_CODE.
consteval std::array<CoreText, codes.size()> sentences_of_codes() {
    constexpr std::string_view prefix = "error_";
    std::array<CoreText, codes.size()> sentences{};
    for (std::size_t code = 0; code < codes.size(); ++code) {
        std::size_t index = 0;
        while (!core_text_names.at(index).starts_with(prefix) ||
               core_text_names.at(index).substr(prefix.size()) != codes.at(code)) {
            ++index;
        }
        sentences.at(code) = static_cast<CoreText>(index);
    }
    return sentences;
}

constexpr auto sentences = sentences_of_codes();

static_assert(text_behind(CoreText::wanted_object, static_cast<std::size_t>(Wanted::base64)) ==
              CoreText::wanted_base64);

std::string range_words(Range const& range, Language language) {
    bool const is_exact = range.lowest == range.highest;
    CoreText text = CoreText::limit_bytes;
    switch (range.of) {
    case RangeOf::number:
        text = is_exact ? CoreText::range_number_exact : CoreText::range_number;
        break;
    case RangeOf::characters:
        text = is_exact ? CoreText::range_characters_exact : CoreText::range_characters;
        break;
    case RangeOf::entries:
        text = is_exact ? CoreText::range_entries_exact : CoreText::range_entries;
        break;
    case RangeOf::bytes:
        break;
    case RangeOf::depth:
        text = CoreText::limit_depth;
        break;
    }
    return fill(text_of(text, language), {{"lowest", format_integer(range.lowest, language)},
                                          {"highest", format_integer(range.highest, language)}});
}

std::string ratio_words(Ratio ratio, Language language) {
    std::string hundredths = std::to_string(ratio.hundredths % 100);
    hundredths.insert(0, 2 - hundredths.size(), '0');
    return std::to_string(ratio.hundredths / 100)
        .append(number_format(language).decimal_mark)
        .append(hundredths);
}

std::string joined(Choices const& choices) {
    std::string text;
    for (std::string const& choice : choices) {
        text += (text.empty() ? "" : ", ") + choice;
    }
    return text;
}

struct DetailWords {
    Language language;

    std::string operator()(std::monostate) const { return {}; }

    std::string operator()(std::string const& name) const { return name; }

    std::string operator()(std::int64_t number) const { return format_integer(number, language); }

    std::string operator()(Wanted wanted) const {
        return std::string(text_of(
            text_behind(CoreText::wanted_object, static_cast<std::size_t>(wanted)), language));
    }

    std::string operator()(Range const& range) const { return range_words(range, language); }

    std::string operator()(Choices const& choices) const { return joined(choices); }

    std::string operator()(Ratio ratio) const { return ratio_words(ratio, language); }
};

} // namespace

std::string_view error_code_text(ErrorCode code) {
    return codes.at(static_cast<std::size_t>(code));
}

std::string_view text_of(CoreText text, Language language) {
    auto const texts = languages()[language.index()].texts;
    auto const index = static_cast<std::size_t>(text);
    return index < texts.size() ? texts[index] : std::string_view{};
}

std::string sentence(Error const& error, Language language) {
    bool const is_not_utf8 =
        error.code == ErrorCode::syntax && error.detail == ErrorDetail(Wanted::utf8);
    CoreText const text =
        is_not_utf8 ? CoreText::error_not_utf8 : sentences.at(static_cast<std::size_t>(error.code));
    return fill(text_of(text, language),
                {{"detail", std::visit(DetailWords{language}, error.detail)}});
}

std::string place_and_code(Error const& error) {
    std::string line = std::to_string(error.line);
    line += ':';
    line += std::to_string(error.column);
    line += ": ";
    line += error_code_text(error.code);
    if (!error.pointer.empty()) {
        line += ' ';
        line += error.pointer;
    }
    return line;
}

std::string to_line(Error const& error, Language language) {
    return place_and_code(error) + ": " + sentence(error, language);
}

} // namespace kontingent
