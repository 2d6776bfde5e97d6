#include "core/base/format.hpp"
#include "core/document/steps.hpp"

#include <array>

namespace kontingent {
namespace {

using Sentences = std::array<std::string_view, language_count>;

// In the order of the enumerators; {} is the detail.
constexpr std::array<Sentences, 18> sentences{{
    {"Es gibt keinen Entwurf; zum Ändern eines ausgestellten Angebots muss erst eine neue Version "
     "angelegt werden.",
     "There is no draft; create a new version to change a quote that was issued."},
    {"Es gibt schon einen Entwurf; er muss erst ausgestellt werden.",
     "There is a draft already; issue it first."},
    {"Im Zustand „{}“ ist dieser Schritt nicht möglich.",
     "This step is not possible in the state “{}”."},
    {"Diese Version gibt es nicht; das Angebot hat {}.",
     "There is no such version; the quote has {}."},
    {"Dem Entwurf fehlt „valid_until“, der Tag, bis zu dem das Angebot gilt.",
     "The draft has no “valid_until”, the day until which the quote is valid."},
    {"Das Angebot wäre schon abgelaufen, am {}.", "The quote would have expired already, at {}."},
    {"Das Angebot ist abgelaufen, am {}; es muss neu ausgestellt werden.",
     "The quote expired at {}; issue a new version."},
    {"Angenommen wurde ein anderer Inhalt: Die Prüfsumme dieser Version ist {}.",
     "Other content was accepted: this version's digest is {}."},
    {"Diese Alternative gibt es nicht; das Angebot hat {}.",
     "There is no such alternative; the quote has {}."},
    {"Der Sonderrabatt liegt mit {} über dem, was gewährt werden darf.",
     "The special discount of {} is above what may be granted."},
    {"Es fehlt der Name dessen, der angenommen hat.",
     "The name of the person who accepted is missing."},
    {"Es fehlt der Grund.", "The reason is missing."},
    {"Die Nummer muss die Form {} haben.", "The number must have the form {}."},
    {"Ein Angebot hat höchstens {} Versionen.", "A quote has at most {} versions."},
    {"Dieses Angebot gibt es nicht.", "There is no such quote."},
    {"Ein ausgestelltes Angebot kann nicht aufgenommen werden; nur Entwürfe bekommen hier eine "
     "Nummer.",
     "A quote that was issued elsewhere cannot be added: numbers are given here."},
    {"Was ausgestellt ist, kann nicht ersetzt werden; nur der Entwurf.",
     "What was issued cannot be replaced, only the draft."},
    {"Ein Entwurf ist kein Angebot: Als UBL gibt es nur ausgestellte Versionen.",
     "A draft is not an offer: only issued versions can be written as UBL."},
}};
static_assert(sentences.size() == static_cast<std::size_t>(RefusalCode::not_issued) + 1);

} // namespace

std::string sentence(Refusal const& refusal, Language language) {
    std::string text(
        sentences[static_cast<std::size_t>(refusal.code)][static_cast<std::size_t>(language)]);
    std::string detail;
    if (auto const* number = std::get_if<std::int64_t>(&refusal.detail)) {
        detail = refusal.code == RefusalCode::over_limit
                     ? format_percent(BasisPoints{*number}, language)
                     : format_integer(*number, language);
    } else if (auto const* word = std::get_if<std::string>(&refusal.detail)) {
        detail = *word;
    }
    if (auto const place = text.find("{}"); place != std::string::npos) {
        text.replace(place, 2, detail);
    }
    return text;
}

} // namespace kontingent
