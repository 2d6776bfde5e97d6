#include "core/base/error.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace kontingent;

namespace {

constexpr auto error_code_count = static_cast<std::size_t>(ErrorCode::impossible_event) + 1;

Error error(ErrorCode code, ErrorDetail detail = {}) {
    return {.code = code, .pointer = "/a", .line = 12, .column = 7, .detail = std::move(detail)};
}

} // namespace

TEST_CASE("codes are distinct and never change") {
    char const* const codes[] = {"syntax",
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
    static_assert(std::size(codes) == error_code_count);
    std::set<std::string_view> distinct;
    for (std::size_t index = 0; index < error_code_count; ++index) {
        std::string_view const text = error_code_text(static_cast<ErrorCode>(index));
        CHECK(text == codes[index]);
        distinct.insert(text);
    }
    CHECK(distinct.size() == error_code_count);
}

TEST_CASE("sentences") {
    struct Row {
        ErrorCode code;
        ErrorDetail detail;
        char const* german;
        char const* english;
    };
    using enum ErrorCode;
    Row const rows[] = {
        {syntax, {}, "Hier endet das gültige JSON.", "The text stops being valid JSON here."},
        {syntax, Wanted::utf8, "Der Text ist hier kein gültiges UTF-8.",
         "The text is not valid UTF-8 here."},
        {too_large, Range{RangeOf::bytes, 0, 1'048'576},
         "Der Text ist zu groß: höchstens 1.048.576 Bytes.",
         "The text is too large: at most 1,048,576 bytes."},
        {too_large, Range{RangeOf::depth, 0, 32},
         "Der Text ist zu groß: höchstens 32 Ebenen ineinander.",
         "The text is too large: at most 32 levels deep."},
        {wrong_type, Wanted::integer, "Hier muss eine ganze Zahl stehen.",
         "This must be a whole number."},
        {wrong_type, Wanted::object, "Hier muss ein Objekt {…} stehen.",
         "This must be an object {…}."},
        {wrong_type, Wanted::list, "Hier muss eine Liste […] stehen.", "This must be a list […]."},
        {wrong_type, Wanted::text, "Hier muss ein Text in Anführungszeichen stehen.",
         "This must be a text in quotation marks."},
        {wrong_type, Wanted::boolean, "Hier muss true oder false stehen.",
         "This must be true or false."},
        {wrong_type, Wanted::pair, "Hier muss ein Paar von Monaten wie [2,3] stehen.",
         "This must be a pair of months such as [2,3]."},
        {wrong_type, Wanted::pooling,
         "Hier muss \"none\", \"best\" oder eine Liste von Paaren stehen.",
         "This must be \"none\", \"best\" or a list of pairs."},
        {unknown_member, std::string("colour"), "Das Feld „colour“ ist hier nicht bekannt.",
         "The member “colour” is not known here."},
        {unknown_member, std::string("{}"), "Das Feld „{}“ ist hier nicht bekannt.",
         "The member “{}” is not known here."},
        {missing_member, std::string("id"), "Das Feld „id“ fehlt.", "The member “id” is missing."},
        {duplicate_member, std::string("id"), "Das Feld „id“ steht hier zweimal.",
         "The member “id” is duplicated."},
        {conflicting_member, std::string("past_minutes"),
         "Neben dem Feld „past_minutes“ darf dieses nicht stehen.",
         "This is not possible together with the member “past_minutes”."},
        {unknown_value, Choices{"always", "business"},
         "Dieser Wert ist nicht bekannt. Möglich: always, business.",
         "This value is not known. Possible: always, business."},
        {bad_format, Wanted::id,
         "Hier muss ein Kürzel aus 1 bis 64 der Zeichen a–z, 0–9 und - stehen.",
         "This must be an id of 1 to 64 of the characters a–z, 0–9 and -."},
        {bad_format, Wanted::email, "Hier muss eine E-Mail-Adresse stehen.",
         "This must be an e-mail address."},
        {bad_format, Wanted::url, "Hier muss eine Adresse mit https:// oder http:// stehen.",
         "This must be an address with https:// or http://."},
        {bad_format, Wanted::currency, "Hier muss ein Währungscode nach ISO 4217 wie EUR stehen.",
         "This must be a currency code of ISO 4217 such as EUR."},
        {bad_format, Wanted::printable, "Hier muss ein Text ohne Steuerzeichen stehen.",
         "This must be a text without control characters."},
        {out_of_range, Range{RangeOf::number, 1, 1440},
         "Der Wert muss zwischen 1 und 1.440 liegen.", "The value must be between 1 and 1,440."},
        {out_of_range, Range{RangeOf::number, 0, 100000000000},
         "Der Wert muss zwischen 0 und 100.000.000.000 liegen.",
         "The value must be between 0 and 100,000,000,000."},
        {out_of_range, Range{RangeOf::number, 1, 1}, "Der Wert muss 1 sein.",
         "The value must be 1."},
        {out_of_range, Range{RangeOf::characters, 1, 4000},
         "Der Text muss zwischen 1 und 4.000 Zeichen lang sein.",
         "The text must be 1 to 4,000 characters long."},
        {out_of_range, Range{RangeOf::entries, 1, 64},
         "Die Liste muss zwischen 1 und 64 Einträge haben.",
         "The list must have between 1 and 64 entries."},
        {out_of_range, Range{RangeOf::entries, 1, 1}, "Die Zahl der Einträge muss 1 sein.",
         "The number of entries must be 1."},
        {missing_language, std::string("en"), "Der Text fehlt in der Sprache „en“.",
         "The text is missing in the language “en”."},
        {unknown_language, std::string("xx"), "Die Sprache „xx“ gehört hier nicht dazu.",
         "The language “xx” does not belong here."},
        {duplicate_id, std::string("standard"), "„standard“ ist schon vergeben.",
         "“standard” is taken already."},
        {unknown_id, std::string("gold"), "„gold“ gibt es im Katalog nicht.",
         "The catalogue has no “gold”."},
        {tiers_not_rising, std::int64_t{1200},
         "Die Obergrenze muss größer sein als die der Stufe davor (1.200 Minuten).",
         "The upper bound must be greater than that of the tier before it (1,200 minutes)."},
        {open_tier_missing,
         {},
         "Die letzte Stufe, und nur sie, muss ohne Obergrenze sein.",
         "The last tier, and only the last, must have no upper bound."},
        {missing_level, std::int64_t{3}, "Die Supportebene 3 fehlt.",
         "Support level 3 is missing."},
        {duplicate_level, std::int64_t{3}, "Die Supportebene 3 steht hier zweimal.",
         "Support level 3 is duplicated."},
        {bad_colour,
         {},
         "Eine Farbe wird als #rrggbb geschrieben.",
         "A colour is written as #rrggbb."},
        {low_contrast, Ratio{231},
         "Der Kontrast zur weißen Karte ist mit 2,31:1 zu gering; nötig sind 4,5:1.",
         "The contrast against the white card, 2.31:1, is too low; 4.5:1 is needed."},
        {no_weight,
         {},
         "Wenigstens ein Monat muss mehr als 0 haben.",
         "At least one month must be above 0."},
        {triage_cycle, std::string("selling"),
         "Hier geht es zur Frage „selling“ zurück, also im Kreis.",
         "This leads back to the question “selling”, in a circle."},
        {dead_question, std::string("selling"), "Keine Antwort führt zur Frage „selling“.",
         "No answer leads to the question “selling”."},
        {pooling_not_offered, std::string("starter"),
         "Für „starter“ können keine Monate zusammengelegt werden.",
         "“starter” does not offer to pool months."},
        {pair_not_neighbours,
         {},
         "Nur zwei benachbarte Monate können zusammengelegt werden.",
         "Only two neighbouring months can be pooled."},
        {pair_overlaps, std::int64_t{3}, "Der Monat 3 steht in zwei Paaren.",
         "Month 3 is in two pairs."},
        {pair_outside_forecast, std::int64_t{12},
         "Das Paar liegt außerhalb des Zeitraums (Monate 1 bis 12).",
         "The pair lies outside the forecast (months 1 to 12)."},
        {too_many_pairs, std::int64_t{2},
         "In je zwölf Monaten können höchstens so viele Paare zusammengelegt werden: 2.",
         "In each run of twelve months at most this many pairs can be pooled: 2."},
        {overflow,
         {},
         "Der Betrag ist zu groß zum Rechnen.",
         "The amount is too large to compute."},
        {regular_kind, std::string("usual"),
         "„usual“ ist die reguläre Art der Arbeit. Von ihr kann hier nur stehen, dass sie keine "
         "enthaltenen Stunden verbraucht (\"uses_included\": false); alles andere gilt für das "
         "ganze Angebot.",
         "“usual” is the regular kind of work. All this can say of it is that it uses no included "
         "hours (\"uses_included\": false); its other conditions are those of the offer."},
        {term_not_divisible, std::int64_t{12},
         "Die Laufzeit muss ein Vielfaches von 12 Monaten sein, für die die Stunden enthalten "
         "sind.",
         "The term must be a multiple of the 12 months for which the hours are included."},
        {kinds_exceed_usage, std::int64_t{90},
         "Die Arten der Arbeit sind in diesem Monat zusammen mehr als die 90 des Monats.",
         "The kinds of work in this month add up to more than the month’s 90."},
        {no_reverse_charge,
         {},
         "Dieser Katalog enthält Preise mit Umsatzsteuer oder erhebt keine: Reverse Charge ist "
         "damit "
         "nicht möglich.",
         "The catalogue’s prices include VAT, or the seller charges none: reverse charge is not "
         "possible."},
        {not_as_computed, std::string("979020"),
         "Dieser Wert wird berechnet und muss hier 979020 sein, oder er fehlt ganz.",
         "This value is computed and must be 979020 here, or be left out."},
        {broken_chain, std::string("ab12"),
         "Dieses Ereignis wurde verändert, oder eines davor fehlt: Seine Prüfsumme müsste ab12 "
         "sein.",
         "This event was changed, or one before it is missing: its digest would have to be ab12."},
        {changed_issued, std::string("ab12"),
         "Der Inhalt wurde nach dem Ausstellen verändert: Seine Prüfsumme ist ab12.",
         "The content was changed after it was issued: its digest is ab12."},
        {wrong_state, std::string("issued"),
         "Nach den Ereignissen des Dokuments muss der Zustand „issued“ sein.",
         "By the document’s events the state must be “issued”."},
        {impossible_event, std::string("draft"),
         "Dieses Ereignis ist hier nicht möglich oder nicht vollständig: Die Version ist im "
         "Zustand „draft“.",
         "This event is not possible here, or is not complete: the version is in the state "
         "“draft”."},
    };
    std::set<ErrorCode> said;
    for (Row const& row : rows) {
        CAPTURE(error_code_text(row.code));
        CHECK(sentence(error(row.code, row.detail), german) == row.german);
        CHECK(sentence(error(row.code, row.detail), english) == row.english);
        said.insert(row.code);
    }
    CHECK(said.size() == error_code_count);
}

TEST_CASE("a line for a terminal") {
    CHECK(to_line(error(ErrorCode::duplicate_id, std::string("standard")), german) ==
          "12:7: duplicate_id /a: „standard“ ist schon vergeben.");
    Error of_document = error(ErrorCode::syntax);
    of_document.pointer.clear();
    CHECK(to_line(of_document, english) == "12:7: syntax: The text stops being valid JSON here.");
}
