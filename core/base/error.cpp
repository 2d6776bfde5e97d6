#include "core/base/error.hpp"

#include "core/base/format.hpp"

#include <array>

namespace kontingent {
namespace {

// {} is the detail, in words of the language.
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
             {"Das Feld „{}“ steht hier zweimal.", "The member “{}” is duplicated."}},
    CodeText{"conflicting_member",
             {"Neben dem Feld „{}“ darf dieses nicht stehen.",
              "This is not possible together with the member “{}”."}},
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
             {"Die Supportebene {} steht hier zweimal.", "Support level {} is duplicated."}},
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
    CodeText{
        "regular_kind",
        {"„{}“ ist die reguläre Art der Arbeit. Von ihr kann hier nur stehen, dass sie keine "
         "enthaltenen Stunden verbraucht (\"uses_included\": false); alles andere gilt für "
         "das ganze Angebot.",
         "“{}” is the regular kind of work. All this can say of it is that it uses no included "
         "hours (\"uses_included\": false); its other conditions are those of the offer."}},
    CodeText{"term_not_divisible",
             {"Die Laufzeit muss ein Vielfaches von {} Monaten sein, für die die Stunden enthalten "
              "sind.",
              "The term must be a multiple of the {} months for which the hours are included."}},
    CodeText{"kinds_exceed_usage",
             {"Die Arten der Arbeit sind in diesem Monat zusammen mehr als die {} des Monats.",
              "The kinds of work in this month add up to more than the month's {}."}},
    CodeText{
        "no_reverse_charge",
        {"Dieser Katalog enthält Preise mit Umsatzsteuer oder erhebt keine: Reverse-Charge ist "
         "damit nicht möglich.",
         "The catalogue's prices include VAT, or the seller charges none: reverse charge is "
         "not possible."}},
    CodeText{"not_as_computed",
             {"Dieser Wert wird berechnet und muss hier {} sein, oder er fehlt ganz.",
              "This value is computed and must be {} here, or be left out."}},
    CodeText{"broken_chain",
             {"Dieses Ereignis wurde verändert, oder eines davor fehlt: Seine Prüfsumme müsste {} "
              "sein.",
              "This event was changed, or one before it is missing: its digest would have to be "
              "{}."}},
    CodeText{"changed_issued",
             {"Der Inhalt wurde nach dem Ausstellen verändert: Seine Prüfsumme ist {}.",
              "The content was changed after it was issued: its digest is {}."}},
    CodeText{"wrong_state",
             {"Nach den Ereignissen des Dokuments muss der Zustand „{}“ sein.",
              "By the document's events the state must be “{}”."}},
    CodeText{"impossible_event",
             {"Dieses Ereignis ist hier nicht möglich oder nicht vollständig: Die Version ist im "
              "Zustand „{}“.",
              "This event is not possible here, or is not complete: the version is in the state "
              "“{}”."}},
};
static_assert(code_texts.size() == static_cast<std::size_t>(ErrorCode::impossible_event) + 1);

// In the order of the enumerators.
constexpr std::array<std::array<std::string_view, language_count>, 26> wanted_words{{
    {"ein Objekt {…}", "an object {…}"},
    {"eine Liste […]", "a list […]"},
    {"ein Text in Anführungszeichen", "a text in quotation marks"},
    {"eine ganze Zahl", "a whole number"},
    {"true oder false", "true or false"},
    {"ein Paar von Monaten wie [2,3]", "a pair of months such as [2,3]"},
    {"\"none\", \"best\" oder eine Liste von Paaren", "\"none\", \"best\" or a list of pairs"},
    {"ein Objekt mit einem Text je Sprache wie {\"de\": \"…\", \"en\": \"…\"}",
     "an object with a text for each language, such as {\"de\": \"…\", \"en\": \"…\"}"},
    {"eine ganze Zahl in der kleinsten Einheit der Währung (9990 für 99,90)",
     "a whole number in the currency's minor unit (9990 for 99.90)"},
    {"eine ganze Zahl von Minuten oder \"unlimited\"",
     "a whole number of minutes, or \"unlimited\""},
    {"eine ganze Zahl von Monaten oder \"unlimited\"",
     "a whole number of months, or \"unlimited\""},
    {"eine Zahl von Minuten oder {\"minutes\": …, \"kind\": …}",
     "a number of minutes, or {\"minutes\": …, \"kind\": …}"},
    {"ein Kürzel aus 1 bis 64 der Zeichen a–z, 0–9 und -",
     "an id of 1 to 64 of the characters a–z, 0–9 and -"},
    {"eine E-Mail-Adresse", "an e-mail address"},
    {"ein Datum wie 2027-01-31", "a date such as 2027-01-31"},
    {"eine Adresse mit https:// oder http://", "an address with https:// or http://"},
    {"eine Zeitzone der IANA wie Europe/Berlin", "an IANA time zone such as Europe/Berlin"},
    {"der Pfad eines Bildes neben dem Katalog wie images/logo.svg (auch .png, .jpg, .webp)",
     "the path of a picture beside the catalogue such as images/logo.svg (or .png, .jpg, .webp)"},
    {"ein Währungscode nach ISO 4217 wie EUR", "a currency code of ISO 4217 such as EUR"},
    {"ein Text ohne Steuerzeichen", "a text without control characters"},
    {"gültiges UTF-8", "valid UTF-8"},
    {"\"all\" oder der erste und der letzte Monat wie [1,3]",
     "\"all\", or the first and the last month such as [1,3]"},
    {"ein Zeitpunkt wie 2027-01-31T09:30:00.000Z", "an instant such as 2027-01-31T09:30:00.000Z"},
    {"eine SHA-256-Prüfsumme aus 64 Ziffern 0–9 und a–f",
     "a SHA-256 digest of 64 digits 0–9 and a–f"},
    {"eine Nummer wie A-2026-0001", "a number such as A-2026-0001"},
    {"eine Kennung aus 1 bis 64 Buchstaben, Ziffern, - und _",
     "an id of 1 to 64 letters, digits, - and _"},
}};
static_assert(wanted_words.size() == static_cast<std::size_t>(Wanted::document_id) + 1);

CodeText const& text_of(ErrorCode code) {
    return code_texts[static_cast<std::size_t>(code)];
}

std::string replaced(std::string_view pattern, std::string_view placeholder,
                     std::string_view value) {
    auto const place = pattern.find(placeholder);
    if (place == std::string_view::npos) {
        return std::string(pattern);
    }
    std::string text(pattern.substr(0, place));
    text += value;
    text += pattern.substr(place + placeholder.size());
    return text;
}

struct Counted {
    RangeOf of = RangeOf::characters;
    std::array<std::string_view, language_count> between; // {1} and {2} are the bounds
    std::array<std::string_view, language_count> exactly; // where both bounds are one
};

constexpr std::array counted{
    Counted{RangeOf::characters,
            {"Der Text muss zwischen {1} und {2} Zeichen lang sein.",
             "The text must be {1} to {2} characters long."},
            {"Der Text muss {1} Zeichen lang sein.", "The text must be {1} characters long."}},
    Counted{RangeOf::entries,
            {"Die Liste muss zwischen {1} und {2} Einträge haben.",
             "The list must have between {1} and {2} entries."},
            {"Die Zahl der Einträge muss {1} sein.", "The number of entries must be {1}."}},
    Counted{
        RangeOf::number,
        {"Der Wert muss zwischen {1} und {2} liegen.", "The value must be between {1} and {2}."},
        {"Der Wert muss {1} sein.", "The value must be {1}."}},
};

std::string range_sentence(Range const& range, Language language) {
    auto const index = static_cast<std::size_t>(language);
    for (Counted const& kind : counted) {
        if (kind.of == range.of) {
            bool const is_exact = range.lowest == range.highest;
            std::string const text = replaced(is_exact ? kind.exactly[index] : kind.between[index],
                                              "{1}", format_integer(range.lowest, language));
            return replaced(text, "{2}", format_integer(range.highest, language));
        }
    }
    return {};
}

std::string limit_words(Range const& range, Language language) {
    bool const is_german = language == Language::german;
    std::string const number = format_integer(range.highest, language);
    if (range.of == RangeOf::depth) {
        return number + (is_german ? " Ebenen ineinander" : " levels deep");
    }
    return number + (is_german ? " Bytes" : " bytes");
}

std::string ratio_words(Ratio ratio, Language language) {
    std::string hundredths = std::to_string(ratio.hundredths % 100);
    hundredths.insert(0, 2 - hundredths.size(), '0');
    return std::to_string(ratio.hundredths / 100) + number_format(language).decimal_sign +
           hundredths;
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
        return std::string(
            wanted_words[static_cast<std::size_t>(wanted)][static_cast<std::size_t>(language)]);
    }

    std::string operator()(Range const& range) const { return limit_words(range, language); }

    std::string operator()(Choices const& choices) const { return joined(choices); }

    std::string operator()(Ratio ratio) const { return ratio_words(ratio, language); }
};

} // namespace

std::string_view error_code_text(ErrorCode code) {
    return text_of(code).code;
}

std::string sentence(Error const& error, Language language) {
    if (auto const* range = std::get_if<Range>(&error.detail);
        range != nullptr && error.code == ErrorCode::out_of_range) {
        return range_sentence(*range, language);
    }
    if (error.code == ErrorCode::syntax && error.detail == ErrorDetail(Wanted::utf8)) {
        return language == Language::german ? "Der Text ist hier kein gültiges UTF-8."
                                            : "The text is not valid UTF-8 here.";
    }
    return replaced(text_of(error.code).sentences[static_cast<std::size_t>(language)], "{}",
                    std::visit(DetailWords{language}, error.detail));
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
