// What an e-mail says of a request, and in which language.
#include "core/base/base64.hpp"
#include "core/request/request_fields.hpp"
#include "core/request/work_fields.hpp"
#include "endpoint/notify/mail.hpp"
#include "endpoint/notify/webhook.hpp"
#include "tests/endpoint/test_endpoint.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace kontingent::endpoint {

using nlohmann::json;

TEST_CASE("mail and webhook carry each field of a request") {
    for (RequestField const& field : request_fields) {
        CAPTURE(field.name);
        json request;
        request[json::json_pointer(pointer_of(field))] = "typed in";
        StoredRequest stored;
        stored.reference = "K-AAAAA-BBBBB";
        stored.kind = "question";
        stored.request = request.dump();
        CHECK(mail_text(stored, RequestWords(english), nullptr).find("typed in") !=
              std::string::npos);
        json const payload = json::parse(webhook_payload(stored), nullptr, false);
        CHECK(payload["data"]["request"].value(json::json_pointer(pointer_of(field)), "") ==
              "typed in");
    }
}

TEST_CASE("mail and webhook carry each member of a scenario that says what the work is") {
    for (std::string_view const name : work_members) {
        CAPTURE(name);
        StoredRequest stored;
        stored.reference = "K-AAAAA-BBBBB";
        stored.kind = "package";
        stored.request =
            json{{"scenario", {{"package", "p"}, {name, {{"urgent", {60, 0}}}}}}}.dump();
        bool const is_in_minutes = name.ends_with("minutes");
        CHECK(mail_text(stored, RequestWords(english), nullptr)
                  .find(is_in_minutes ? ": urgent: 1\u00A0h, 0\u00A0h\n" : ": urgent: 60, 0\n") !=
              std::string::npos);
        json const payload = json::parse(webhook_payload(stored), nullptr, false);
        CHECK(payload["data"]["request"]["scenario"][name]["urgent"][0] == 60);
    }
}

TEST_CASE("an e-mail is in the seller's language, with the catalogue's names and hours as hours") {
    Catalogue const& catalogue = sample_catalogue();
    StoredRequest stored;
    stored.reference = "K-AAAAA-BBBBB";
    stored.received_at = "2026-11-23T10:00:00.000Z";
    stored.kind = "package";
    stored.language = "en";
    stored.price = "same";
    stored.request = json{{"contact", {{"name", "Käthe Groß"}, {"phone", "+49 30 1"}}},
                          {"message", "Guten Tag"},
                          {"scenario",
                           {{"package", catalogue.offers.front().id},
                            {"term_months", 12},
                            {"usage_minutes", {750, 750, 750}},
                            {"extras", {{"unknown", 2}}}}}}
                         .dump();
    std::string const name = catalogue.offers.front().name.in(german);
    CHECK(mail_text(stored, RequestWords(german), &catalogue) ==
          "Vorgangsnummer: K-AAAAA-BBBBB\nEingegangen: 2026-11-23T10:00:00.000Z\nArt: Paket\n"
          "Sprache: English\n\nName: Käthe Groß\nTelefon: +49 30 1\n\nPaket: " +
              name +
              "\nLaufzeit in Monaten: 12\nStunden pro Monat: 3 × 12,5\u00A0h\n"
              "Zusätze: unknown: 2\nPreis: stimmt mit unserem überein\n\nGuten Tag\n\n--\n"
              "Alles zu dieser Anfrage zeigt:\nkontingent requests show K-AAAAA-BBBBB\n");
    for (Language const language : all_languages()) {
        CAPTURE(tag(language));
        std::string const text = mail_text(stored, RequestWords(language), &catalogue);
        CHECK(text.find("\n: ") == std::string::npos);
        CHECK(text.find('{') == std::string::npos);
    }
}

TEST_CASE("a subject beyond ASCII is encoded in words of at most 75 characters") {
    StoredRequest stored;
    stored.reference = "K-AAAAA-BBBBB";
    stored.kind = "on_demand";
    CHECK(mail_subject(stored, RequestWords(german)) ==
          "Neue Anfrage K-AAAAA-BBBBB: Support auf Abruf");
    std::string const subject = mail_subject(stored, RequestWords(polish));
    std::string decoded;
    std::size_t at = 0;
    while (at < subject.size()) {
        std::string const word = subject.substr(at, subject.find(' ', at) - at);
        CHECK(word.size() <= 75);
        REQUIRE(word.starts_with("=?UTF-8?B?"));
        REQUIRE(word.ends_with("?="));
        decoded += from_base64(word.substr(10, word.size() - 12)).value_or("");
        at += word.size() + 1;
    }
    CHECK(decoded == "Nowe zapytanie K-AAAAA-BBBBB: Wsparcie na żądanie");
}

} // namespace kontingent::endpoint
