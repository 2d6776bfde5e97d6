#include "core/base/error.hpp"

#include "core/base/format.hpp"

#include <array>
#include <optional>

namespace kontingent {
namespace {

// {} is the detail: a name, translated below where it is a word of ours.
struct CodeText {
    std::string_view code;
    std::array<std::string_view, language_count> sentences;
};

// In the order of the enumerators.
constexpr std::array code_texts{
    CodeText{"syntax", {"Hier endet das gültige JSON.", "The text stops being valid JSON here."}},
    CodeText{"too_large",
             {"Der Text ist zu groß: höchstens {}.", "The text is too large: at most {}."}},
    CodeText{"wrong_type", {"Hier muss {} stehen.", "This must be {}."}},
    CodeText{"unknown_member",
             {"Das Feld „{}“ ist hier nicht bekannt.", "The member “{}” is not known here."}},
    CodeText{"missing_member", {"Das Feld „{}“ fehlt.", "The member “{}” is missing."}},
    CodeText{"duplicate_member",
             {"Das Feld „{}“ steht hier zweimal.", "The member “{}” stands here twice."}},
    CodeText{"conflicting_member",
             {"Neben dem Feld „{}“ darf dieses nicht stehen.",
              "This cannot stand beside the member “{}”."}},
    CodeText{
        "unknown_value",
        {"Dieser Wert ist nicht bekannt. Möglich: {}.", "This value is not known. Possible: {}."}},
    CodeText{"bad_format", {"Hier muss {} stehen.", "This must be {}."}},
    CodeText{"out_of_range", {"{}", "{}"}},
    CodeText{"missing_language",
             {"Der Text fehlt in der Sprache „{}“.", "The text is missing in the language “{}”."}},
    CodeText{
        "unknown_language",
        {"Die Sprache „{}“ gehört hier nicht dazu.", "The language “{}” does not belong here."}},
    CodeText{"duplicate_id", {"„{}“ ist schon vergeben.", "“{}” is taken already."}},
    CodeText{"unknown_id", {"„{}“ gibt es im Katalog nicht.", "The catalogue has no “{}”."}},
    CodeText{"tiers_not_rising",
             {"Die Obergrenze muss größer sein als die der Stufe davor ({} Minuten).",
              "The upper bound must be greater than that of the tier before it ({} minutes)."}},
    CodeText{"open_tier_missing",
             {"Die letzte Stufe, und nur sie, muss ohne Obergrenze sein.",
              "The last tier, and only the last, must have no upper bound."}},
    CodeText{"missing_level", {"Die Supportebene {} fehlt.", "Support level {} is missing."}},
    CodeText{"duplicate_level",
             {"Die Supportebene {} steht hier zweimal.", "Support level {} stands here twice."}},
    CodeText{"bad_colour",
             {"Eine Farbe wird als #rrggbb geschrieben.", "A colour is written as #rrggbb."}},
    CodeText{"low_contrast",
             {"Der Kontrast zur weißen Karte ist mit {}:1 zu gering; nötig sind 4,5:1.",
              "The contrast against the white card, {}:1, is too low; 4.5:1 is needed."}},
    CodeText{
        "no_weight",
        {"Wenigstens ein Monat muss mehr als 0 haben.", "At least one month must be above 0."}},
    CodeText{"triage_cycle",
             {"Hier geht es zur Frage „{}“ zurück, also im Kreis.",
              "This leads back to the question “{}”, in a circle."}},
    CodeText{"dead_question",
             {"Keine Antwort führt zur Frage „{}“.", "No answer leads to the question “{}”."}},
    CodeText{"pooling_not_offered",
             {"Für „{}“ können keine Monate zusammengelegt werden.",
              "“{}” does not offer to pool months."}},
    CodeText{"pair_not_neighbours",
             {"Nur zwei benachbarte Monate können zusammengelegt werden.",
              "Only two neighbouring months can be pooled."}},
    CodeText{"pair_overlaps", {"Der Monat {} steht in zwei Paaren.", "Month {} is in two pairs."}},
    CodeText{"pair_outside_forecast",
             {"Das Paar liegt außerhalb des Zeitraums (Monate 1 bis {}).",
              "The pair lies outside the forecast (months 1 to {})."}},
    CodeText{"too_many_pairs",
             {"In je zwölf Monaten können höchstens so viele Paare zusammengelegt werden: {}.",
              "In each run of twelve months at most this many pairs can be pooled: {}."}},
    CodeText{"overflow",
             {"Der Betrag ist zu groß zum Rechnen.", "The amount is too large to compute."}},
};
static_assert(code_texts.size() == static_cast<std::size_t>(ErrorCode::overflow) + 1);

// Words of ours that stand in a detail.
struct Word {
    std::string_view detail;
    std::array<std::string_view, language_count> words;
};

constexpr std::array words{
    Word{"object", {"ein Objekt {…}", "an object {…}"}},
    Word{"list", {"eine Liste […]", "a list […]"}},
    Word{"text", {"ein Text in Anführungszeichen", "a text in quotation marks"}},
    Word{"integer", {"eine ganze Zahl", "a whole number"}},
    Word{"boolean", {"true oder false", "true or false"}},
    Word{"pair", {"ein Paar von Monaten wie [2,3]", "a pair of months such as [2,3]"}},
    Word{
        "pooling",
        {"\"none\", \"best\" oder eine Liste von Paaren", "\"none\", \"best\" or a list of pairs"}},
    Word{"id",
         {"ein Kürzel aus 1 bis 64 der Zeichen a–z, 0–9 und -",
          "an id of 1 to 64 of the characters a–z, 0–9 and -"}},
    Word{"email", {"eine E-Mail-Adresse", "an e-mail address"}},
    Word{"date", {"ein Datum wie 2027-01-31", "a date such as 2027-01-31"}},
    Word{"url", {"eine Adresse mit https:// oder http://", "an address with https:// or http://"}},
    Word{"currency",
         {"ein Währungscode aus drei Großbuchstaben", "a currency code of three capital letters"}},
    Word{"printable", {"ein Text ohne Steuerzeichen", "a text without control characters"}},
};

CodeText const& text_of(ErrorCode code) {
    return code_texts[static_cast<std::size_t>(code)];
}

std::string replace_placeholder(std::string_view pattern, std::string_view value) {
    auto const place = pattern.find("{}");
    if (place == std::string_view::npos) {
        return std::string(pattern);
    }
    std::string text(pattern.substr(0, place));
    text += value;
    text += pattern.substr(place + 2);
    return text;
}

// Details that are numbers are written by this file's neighbours, so anything else is passed on as
// it is.
std::optional<std::int64_t> whole_number(std::string_view text) {
    if (text.empty() || text.size() > 18) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    for (char const digit : text) {
        if (digit < '0' || digit > '9') {
            return std::nullopt;
        }
        number = number * 10 + (digit - '0');
    }
    return number;
}

std::string grouped(std::string_view text, Language language) {
    auto const number = whole_number(text);
    return number ? format_integer(*number, language) : std::string(text);
}

struct Counted {
    std::string_view prefix;
    std::array<std::string_view, language_count> between; // {1} and {2} are the bounds
    std::array<std::string_view, language_count> exactly; // where both bounds are one
};

constexpr std::array counted{
    Counted{"characters ",
            {"Der Text muss zwischen {1} und {2} Zeichen lang sein.",
             "The text must be {1} to {2} characters long."},
            {"Der Text muss {1} Zeichen lang sein.", "The text must be {1} characters long."}},
    Counted{"entries ",
            {"Die Liste muss zwischen {1} und {2} Einträge haben.",
             "The list must have between {1} and {2} entries."},
            {"Die Zahl der Einträge muss {1} sein.", "The number of entries must be {1}."}},
    Counted{
        "",
        {"Der Wert muss zwischen {1} und {2} liegen.", "The value must be between {1} and {2}."},
        {"Der Wert muss {1} sein.", "The value must be {1}."}},
};

std::string range_sentence(std::string_view detail, Language language) {
    auto const index = static_cast<std::size_t>(language);
    for (Counted const& kind : counted) {
        if (!detail.starts_with(kind.prefix)) {
            continue;
        }
        std::string_view const bounds = detail.substr(kind.prefix.size());
        auto const dots = bounds.find("..");
        if (dots == std::string_view::npos) {
            break;
        }
        std::string_view const lower = bounds.substr(0, dots);
        std::string_view const upper = bounds.substr(dots + 2);
        std::string text;
        std::string_view const pattern = lower == upper ? kind.exactly[index] : kind.between[index];
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            bool const is_bound = pattern[at] == '{';
            if (is_bound) {
                text += grouped(pattern[at + 1] == '1' ? lower : upper, language);
            } else {
                text += pattern[at];
            }
            if (is_bound) {
                at += 2;
            }
        }
        return text;
    }
    return std::string(detail);
}

std::string limit_words(std::string_view detail, Language language) {
    bool const is_german = language == Language::german;
    auto const space = detail.find(' ');
    std::string const number =
        grouped(space == std::string_view::npos ? detail : detail.substr(space + 1), language);
    if (detail.starts_with("depth ")) {
        return number + (is_german ? " Ebenen ineinander" : " levels deep");
    }
    return number + (is_german ? " Bytes" : " bytes");
}

} // namespace

std::string_view error_code_text(ErrorCode code) {
    return text_of(code).code;
}

std::string sentence(Error const& error, Language language) {
    auto const index = static_cast<std::size_t>(language);
    if (error.code == ErrorCode::out_of_range) {
        return range_sentence(error.detail, language);
    }
    if (error.code == ErrorCode::syntax && error.detail == "utf8") {
        return language == Language::german ? "Der Text ist hier kein gültiges UTF-8."
                                            : "The text is not valid UTF-8 here.";
    }
    std::string detail = error.detail;
    if (error.code == ErrorCode::too_large) {
        detail = limit_words(detail, language);
    }
    if (error.code == ErrorCode::tiers_not_rising) {
        detail = grouped(detail, language);
    }
    if (error.code == ErrorCode::low_contrast && language == Language::german) {
        for (char& character : detail) {
            if (character == '.') {
                character = ',';
            }
        }
    }
    if (error.code == ErrorCode::wrong_type || error.code == ErrorCode::bad_format) {
        for (Word const& word : words) {
            if (word.detail == error.detail) {
                detail = word.words[index];
            }
        }
    }
    return replace_placeholder(text_of(error.code).sentences[index], detail);
}

std::string to_line(Error const& error, Language language) {
    std::string line = std::to_string(error.line);
    line += ':';
    line += std::to_string(error.column);
    line += ": ";
    line += error_code_text(error.code);
    if (!error.pointer.empty()) {
        line += ' ';
        line += error.pointer;
    }
    line += ": ";
    line += sentence(error, language);
    return line;
}

} // namespace kontingent
