// Requests: the form, its errors, the summary, what is sent, and the outbox.
#include "core/json/reader.hpp"
#include "core/pricing/scenario.hpp"
#include "tests/languages/names.hpp"
#include "tests/ui/portal_driver.hpp"
#include "ui/state/request_form.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace kontingent::ui_test {

using semantics::Record;
using semantics::Role;

namespace {

void enter(PortalDriver& portal, Role role, std::string_view name, std::string_view text) {
    portal.push(ui::TextEntered{portal.find(role, name).id, std::string{text}});
    portal.settle();
}

void fill_in(PortalDriver& portal) {
    enter(portal, Role::text_field, "Name", "Käthe Groß");
    enter(portal, Role::text_field, "E-Mail", "kaethe@beispiel.example");
    for (Record const& record : portal.records()) {
        if (record.role == Role::checkbox && record.is_required) {
            portal.push(ui::Activated{record.id});
            break;
        }
    }
    portal.settle();
}

// A member of a JSON object as text, by its path of names; numbers in digits.
std::string member(std::string const& json_text, std::vector<std::string_view> const& path) {
    auto const document = json::read(json_text, 65'536);
    REQUIRE(document.has_value());
    json::Value const* at = &document->root();
    for (std::string_view const name : path) {
        json::Value const* found = nullptr;
        for (json::Value const& each : document->items(*at)) {
            if (each.key == name) {
                found = &each;
            }
        }
        if (found == nullptr) {
            return "(none)";
        }
        at = found;
    }
    return at->kind == json::Kind::integer ? std::to_string(at->integer) : std::string{at->text};
}

ui::OutboxChanged outbox_of(ui::OutboxEntry entry) {
    return {.outbox = {.entries = {std::move(entry)}, .is_durable = true}};
}

constexpr std::string_view consent =
    "Musterwerk Digitalagentur GmbH darf meine Angaben speichern, um diese Anfrage zu beantworten.";

// What is required and still empty, and consent; then on to the summary.
void complete(PortalDriver& portal) {
    std::vector<ui::Event> events;
    for (Record const& record : portal.records()) {
        if (record.field && record.is_required && record.value.empty()) {
            events.emplace_back(ui::TextEntered{
                record.id, record.field->type == "email" ? "kim@shop.example" : "Kim"});
        }
        if (record.role == Role::checkbox && record.is_required) {
            events.emplace_back(ui::Activated{record.id});
        }
    }
    for (ui::Event& event : events) {
        portal.push(std::move(event));
        portal.settle();
    }
    for (std::string_view const name : {"Weiter zur Übersicht", "Continue to the summary"}) {
        if (portal.try_find(Role::button, name) != nullptr) {
            portal.activate(Role::button, name);
        }
    }
}

} // namespace

TEST_CASE("a request for a package carries the scenario and the price shown") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.type("Stunden pro Monat", "15");
    portal.activate(Role::button, "Zum Anfrageformular");
    fill_in(portal);
    portal.activate(Role::button, "Weiter zur Übersicht");
    CHECK(platform.submitted.empty());
    CHECK(portal.text().find("kaethe@beispiel.example") != std::string::npos);
    portal.activate(Role::button, "Jetzt senden");
    REQUIRE(platform.submitted.size() == 1);
    std::string const& json = platform.submitted.front();
    CHECK(member(json, {"kind"}) == "package");
    CHECK(member(json, {"contact", "name"}) == "Käthe Groß");
    CHECK(member(json, {"contact", "company"}) == "(none)");

    auto const catalogue = parse_catalogue(read_file("site/catalogue/catalogue.json"));
    REQUIRE(catalogue.has_value());
    Scenario const scenario{.usage = std::vector<Minutes>(12, Minutes{900}),
                            .package_id = member(json, {"scenario", "package"}),
                            .term_months = 12,
                            .pooling = BestPooling{},
                            .vat = Vat::domestic};
    auto const quote = make_quote(*catalogue, scenario);
    REQUIRE(quote.has_value());
    CHECK(member(json, {"quoted", "net"}) == std::to_string(quote->net.minor));
    CHECK(member(json, {"quoted", "gross"}) == std::to_string(quote->gross.minor));
    CHECK(member(json, {"quoted", "catalogue"}) == catalogue->id);
    CHECK(member(json, {"scenario", "term_months"}) == "12");
}

TEST_CASE("another offer than the recommended one can be requested") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::disclosure, "Advanced · 12 Monate: Monate, Posten, Leistungen");
    portal.activate(Role::button, "Dieses Angebot anfragen");
    fill_in(portal);
    portal.activate(Role::button, "Weiter zur Übersicht");
    portal.activate(Role::button, "Jetzt senden");
    REQUIRE(platform.submitted.size() == 1);
    CHECK(member(platform.submitted.front(), {"scenario", "package"}) == "advanced");
}

TEST_CASE("a request for support on demand carries a level; a question carries neither level nor "
          "scenario") {
    FakePlatform platform;
    PortalDriver portal(platform);
    fill_in(portal);
    portal.activate(Role::radio, "Auf Abruf");
    portal.activate(Role::radio, "Ebene 1: Notfall");
    enter(portal, Role::text_area, "Nachricht", "Der Shop steht.\nSeit heute früh.");
    portal.activate(Role::button, "Weiter zur Übersicht");
    portal.activate(Role::button, "Jetzt senden");
    REQUIRE(platform.submitted.size() == 1);
    CHECK(member(platform.submitted[0], {"kind"}) == "on_demand");
    CHECK(member(platform.submitted[0], {"level"}) == "1");
    CHECK(member(platform.submitted[0], {"message"}) == "Der Shop steht.\nSeit heute früh.");
    CHECK(member(platform.submitted[0], {"scenario"}) == "(none)");

    portal.activate(Role::radio, "Frage");
    fill_in(portal); // consent is asked for each time
    enter(portal, Role::text_area, "Nachricht", "Machen Sie auch PWA?");
    portal.activate(Role::button, "Weiter zur Übersicht");
    portal.activate(Role::button, "Jetzt senden");
    REQUIRE(platform.submitted.size() == 2);
    CHECK(member(platform.submitted[1], {"kind"}) == "question");
    CHECK(member(platform.submitted[1], {"level"}) == "(none)");
}

TEST_CASE("a missing value shows an error at its field, and nothing is sent") {
    FakePlatform platform;
    PortalDriver portal(platform);
    portal.activate(Role::radio, "Frage");
    enter(portal, Role::text_field, "E-Mail", "kein Klammeraffe");
    CHECK_FALSE(portal.find(Role::text_field, "E-Mail").is_invalid); // not before the first try
    portal.activate(Role::button, "Weiter zur Übersicht");
    CHECK(portal.find(Role::text_field, "Name").description == "Bitte ausfüllen.");
    CHECK(portal.find(Role::text_field, "E-Mail").is_invalid);
    CHECK(portal.find(Role::text_area, "Nachricht").is_invalid);
    CHECK(portal.text().find("Ohne Ihre Zustimmung") != std::string::npos);
    CHECK(platform.submitted.empty());
    CHECK(portal.find(Role::text_field, "E-Mail").value == "kein Klammeraffe");
    enter(portal, Role::text_field, "E-Mail", "a");
    CHECK(portal.find(Role::text_field, "E-Mail").description.find("keine E-Mail-Adresse") !=
          std::string::npos);
    fill_in(portal);
    CHECK_FALSE(portal.find(Role::text_field, "E-Mail").is_invalid);
}

TEST_CASE("the focus moves to the next step when its button disappears") {
    FakePlatform platform;
    PortalDriver portal(platform);
    auto const focused_after = [&portal](Role role, std::string_view name) {
        portal.push(ui::Activated{portal.find(role, name).id});
        semantics::Id focused = semantics::no_id;
        do {
            portal.frame();
            focused =
                portal.last.wants_focus != semantics::no_id ? portal.last.wants_focus : focused;
        } while (portal.last.wants_another_frame);
        return focused;
    };

    struct Row {
        char const* pressed;
        Role role;
        char const* focused;
    };

    auto const press = [&](Row const& row) {
        CAPTURE(row.pressed);
        semantics::Id const focused = focused_after(Role::button, row.pressed);
        CHECK(focused == portal.find(row.role, row.focused).id);
    };
    press({"Zum Anfrageformular", Role::radio, "Paket"});
    press({"Weiter zur Übersicht", Role::text_field, "Name"});
    fill_in(portal);
    press({"Weiter zur Übersicht", Role::heading, "Stimmt alles? Erst danach wird gesendet."});
    press({"Ändern", Role::button, "Weiter zur Übersicht"});
    press({"Weiter zur Übersicht", Role::heading, "Stimmt alles? Erst danach wird gesendet."});
    press({"Jetzt senden", Role::radio, "Paket"});
    CHECK(portal.frame().wants_focus == semantics::no_id);
}

TEST_CASE("a reload keeps the draft") {
    FakePlatform platform;
    {
        PortalDriver portal(platform);
        portal.activate(Role::radio, "Auf Abruf");
        enter(portal, Role::text_field, "Firma", "Groß; & Söhne\t\"GmbH\"");
        enter(portal, Role::text_area, "Nachricht", "Zeile 1\nZeile 2");
        portal.activate(Role::checkbox, consent);
    }
    PortalDriver const again(platform);
    CHECK(again.find(Role::checkbox, consent).is_checked);
    CHECK(again.find(Role::radio, "Auf Abruf").is_checked);
    CHECK(again.find(Role::text_field, "Firma").value == "Groß; & Söhne\t\"GmbH\"");
    CHECK(again.find(Role::text_area, "Nachricht").value == "Zeile 1\nZeile 2");
}

TEST_CASE("the state of a request is shown and announced") {
    struct Row {
        ui::Delivery delivery;
        char const* said;
        bool can_edit, can_withdraw;
    };

    for (Row const& row : {Row{ui::Delivery::waiting, "Wartet auf Verbindung", true, true},
                           Row{ui::Delivery::sending, "Wird gesendet", false, false},
                           Row{ui::Delivery::sent, "Ihre Vorgangsnummer: K-1", false, false},
                           Row{ui::Delivery::refused, "Nicht angenommen", true, true}}) {
        CAPTURE(row.said);
        FakePlatform platform;
        PortalDriver portal(platform);
        portal.push(outbox_of({.key = "key-1",
                               .delivery = row.delivery,
                               .request_json = R"({"kind": "question", "contact": {"name": "A"}})",
                               .reference = "K-1",
                               .price = {},
                               .problem = "/contact/email: Das ist keine E-Mail-Adresse.",
                               .may_have_arrived = false}));
        portal.settle();
        CHECK(portal.status().find(row.said) != std::string::npos);
        CHECK((portal.try_find(Role::button, "Bearbeiten") != nullptr) == row.can_edit);
        CHECK((portal.try_find(Role::button, "Zurückziehen") != nullptr) == row.can_withdraw);
        bool const is_refused = row.delivery == ui::Delivery::refused;
        CHECK((portal.try_find(Role::text, "Das ist keine E-Mail-Adresse.") != nullptr) ==
              is_refused);
        if (row.can_edit) {
            portal.activate(Role::button, "Bearbeiten");
            CHECK(platform.withdrawn == std::vector<std::string>{"key-1"});
            CHECK(portal.find(Role::text_field, "Name").value == "A");
            CHECK(portal.find(Role::radio, "Frage").is_checked);
        }
    }
}

TEST_CASE("withdrawing is announced, dismissing what was sent is not") {
    for (auto const delivery : {ui::Delivery::waiting, ui::Delivery::sent}) {
        bool const is_sent = delivery == ui::Delivery::sent;
        CAPTURE(is_sent);
        FakePlatform platform;
        PortalDriver portal(platform);
        portal.push(outbox_of({.key = "key-1",
                               .delivery = delivery,
                               .request_json = "{}",
                               .reference = "K-1",
                               .price = {},
                               .problem = {},
                               .may_have_arrived = false}));
        portal.settle();
        portal.activate(Role::button, is_sent ? "Ausblenden" : "Zurückziehen");
        CHECK(portal.status().find("Anfrage zurückgezogen.") == std::string::npos);
        portal.push(ui::OutboxChanged{});
        portal.settle();
        CHECK((portal.status().find("Anfrage zurückgezogen.") != std::string::npos) != is_sent);
        CHECK(portal.status().find("Wartet auf Verbindung") == std::string::npos);
    }
}

TEST_CASE("a waiting request shows why, and that it may have arrived") {
    struct Row {
        char const* problem;
        ui::Delivery delivery;
        bool may_have_arrived;
        char const* said;
        bool is_doubt_said;
    };

    using enum ui::Delivery;
    for (Row const& row :
         {Row{"", waiting, false, "Wartet auf Verbindung", false},
          Row{"offline", waiting, false, "Wartet auf Verbindung", false},
          Row{"offline", waiting, true, "Wartet auf Verbindung", true},
          Row{"busy", waiting, false, "Unser Server ist gerade ausgelastet", false},
          Row{"failed", waiting, true, "Unser Server antwortet nicht richtig", true},
          Row{"failed", sending, true, "Wird gesendet", false},
          Row{"failed", sent, true, "Angekommen", false},
          Row{"failed", refused, true, "Nicht angenommen", false}}) {
        CAPTURE(row.problem);
        CAPTURE(row.said);
        FakePlatform platform;
        PortalDriver portal(platform);
        portal.push(outbox_of({.key = "key-1",
                               .delivery = row.delivery,
                               .request_json = R"({"kind": "question"})",
                               .reference = "K-1",
                               .price = {},
                               .problem = row.problem,
                               .may_have_arrived = row.may_have_arrived}));
        portal.settle();
        CHECK(portal.status().find(row.said) != std::string::npos);
        bool const is_doubt_said =
            portal.text().find("Vielleicht ist sie schon angekommen.") != std::string::npos;
        CHECK(is_doubt_said == row.is_doubt_said);
    }
}

TEST_CASE("each field of a request is asked for, summed up and sent") {
    for (Language const language : {german, english}) {
        for (std::size_t index = 0; index < request_field_count; ++index) {
            RequestField const& field = request_fields[index];
            CAPTURE(field.name);
            FakePlatform platform;
            PortalDriver portal(platform, {.language = language});
            auto const& records = portal.records();
            auto const record = std::ranges::find_if(records, [&field](Record const& each) {
                return each.field && each.field->name == field.name &&
                       each.field->autocomplete == field.autocomplete;
            });
            REQUIRE(record != records.end());
            CHECK_FALSE(record->name.empty());
            CHECK(record->is_required == is_required(field, RequestKind::package));
            std::string const text = field.format == FieldFormat::date    ? "2027-01-31"
                                     : field.format == FieldFormat::email ? "field@typed.example"
                                                                          : "typed in";
            enter(portal, record->role, record->name, text);
            CHECK(ui::draft_from_text(platform.stored.at("draft"))[index] == text);
            complete(portal);
            CHECK(platform.submitted.empty());
            bool const is_german_date = field.format == FieldFormat::date && language == german;
            CHECK(portal.text().find(is_german_date ? "31.01.2027" : text) != std::string::npos);
            portal.activate(Role::button, language == german ? "Jetzt senden" : "Send now");
            REQUIRE(platform.submitted.size() == 1);
            auto const sent = ui::request_from_json(platform.submitted.front());
            REQUIRE(sent.has_value());
            CHECK((*sent)[index] == text);
        }
    }
}

TEST_CASE("a draft is stored by the names of its fields") {
    ui::RequestState request;
    request.kind = RequestKind::on_demand;
    request.offer_key = "standard-12";
    request.level = 12;
    for (std::size_t i = 0; i < request_field_count; ++i) {
        request[i] = "a \"" + std::string(request_fields[i].name) + "\"\n";
    }
    ui::RequestState const again = ui::draft_from_text(ui::draft_to_text(request));
    CHECK(again.texts == request.texts);
    CHECK(again.kind == request.kind);
    CHECK(again.offer_key == request.offer_key);
    CHECK(again.level == request.level);
    // As an older or newer version of the page may have left it.
    CHECK(ui::draft_from_text(R"({"fax": "1", "phone": "2"})")[request_field("phone")] == "2");
    for (char const* text : {"", "1", "[]", "{", R"({"kind": "gift", "phone": "2"})"}) {
        CAPTURE(text);
        CHECK(ui::draft_from_text(text).texts == RequestTexts{});
    }
}

TEST_CASE("a request's JSON reads back into the form") {
    ui::RequestState request;
    request.kind = RequestKind::on_demand;
    request.level = 2;
    request[request_field("name")] = "Zoë \"Z\" \\ Ünal";
    request[request_field("start")] = "2027-01-31";
    request[request_field("message")] = "a\n\tb";
    std::string const json = ui::request_to_json(request, english, Catalogue{}, nullptr, {});
    auto const again = ui::request_from_json(json);
    REQUIRE(again.has_value());
    CHECK(again->texts == request.texts);
    CHECK(again->level == 2);
    CHECK(again->kind == RequestKind::on_demand);
    CHECK_FALSE(ui::request_from_json("[]").has_value());
    CHECK_FALSE(ui::request_from_json(R"({"kind": "gift"})").has_value());
}

} // namespace kontingent::ui_test
