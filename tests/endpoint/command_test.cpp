// The commands that work on a store beside a running server: what they print, and their exit codes.
#include "endpoint/store/store.hpp"
#include "tests/endpoint/run_command.hpp"
#include "tests/endpoint/test_endpoint.hpp"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <string>
#include <vector>

namespace kontingent::endpoint {

namespace {

std::string with_plain_spaces(std::string text) {
    for (std::string_view const space : {"\u00A0", "\u202F"}) {
        for (auto at = text.find(space); at != std::string::npos; at = text.find(space, at)) {
            text.replace(at, space.size(), " ");
        }
    }
    return text;
}

// The reference of a new request.
std::string place(TestEndpoint const& endpoint, std::string const& email, std::string const& key) {
    nlohmann::json request = question_request();
    request["contact"]["email"] = email;
    RawAnswer const answer = endpoint.post(request.dump(), key);
    REQUIRE(answer.status == 201);
    return nlohmann::json::parse(answer.body).at("reference");
}

void insert_old(Store& store, std::string const& reference) {
    REQUIRE(store
                .insert({.reference = reference,
                         .key_hash = reference,
                         .body_hash = reference,
                         .received_at = "2020-01-01T10:00:00.000Z",
                         .kind = "question",
                         .language = "de",
                         .email = "old@shop.example",
                         .request = "{}",
                         .price = "",
                         .quote = "",
                         .answer = "{}"})
                .has_value());
}

void shows_and_exports(FreshStore const& fresh) {
    TestEndpoint const endpoint(fresh.address());
    std::string const first = place(endpoint, "First@shop.example", "shown-first");
    std::string const second = place(endpoint, "second@shop.example", "shown-second");

    struct Row {
        std::string_view name;
        std::vector<std::string> words;
        int exit_code;
        std::string part;
        std::string absent;
    };

    Row const rows[] = {
        {"by reference", {"show", first}, 0, first, second},
        {"by address, in any case", {"show", "--email", "FIRST@SHOP.EXAMPLE"}, 0, first, second},
        {"unknown reference", {"show", "K-AAAAA-AAAAA"}, 1, "no request has this reference", first},
        {"unknown address",
         {"show", "--email", "a@b.example"},
         1,
         "no request has this address",
         first},
        {"neither", {"show"}, 2, "name a REFERENCE or --email", first},
        {"all as CSV", {"export"}, 0, second, "no request"},
        {"one person's as CSV", {"export", "--email", "first@shop.example"}, 0, first, second},
        {"one person's as JSON",
         {"export", "--format", "json", "--email", "second@shop.example"},
         0,
         second,
         first},
        {"nobody's as CSV",
         {"export", "--email", "a@b.example"},
         1,
         "no request has this address",
         "received_at"},
        {"nobody's as JSON",
         {"export", "--format", "json", "--email", "a@b.example"},
         1,
         "no request has this address",
         "["},
    };
    for (Row const& row : rows) {
        CAPTURE(row.name);
        std::vector<std::string> words{"requests"};
        words.insert(words.end(), row.words.begin(), row.words.end());
        Run const said = run(words, fresh);
        CAPTURE(said.text);
        CHECK(said.exit_code == row.exit_code);
        CHECK(said.says(row.part));
        CHECK_FALSE(said.says(row.absent));
    }
    Run const exported = run({"requests", "export", "--format", "json"}, fresh);
    CHECK(nlohmann::json::parse(exported.text, nullptr, false).size() == 2);
}

void erases(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address());
    std::string const reference = place(endpoint, "erased@shop.example", "erased-first");
    place(endpoint, "kept@shop.example", "kept-second");
    Run const nobody = run({"requests", "erase", "nobody@shop.example"}, fresh);
    CHECK(nobody.exit_code == 1);
    CHECK(nobody.says("no request has this reference or address; nothing was erased"));
    CHECK(run({"requests", "erase", "K-AAAAA-AAAAA"}, fresh).exit_code == 1);

    Run const erased = run({"requests", "erase", "ERASED@shop.example"}, fresh);
    CAPTURE(erased.text);
    CHECK(erased.exit_code == 0);
    CHECK(erased.says("1 request erased"));
    CHECK(erased.says("\"event\":\"erased\",\"reference\":\"" + reference + "\""));
    CHECK_FALSE(erased.says("shop.example"));
    CHECK(run({"requests", "show", "--email", "erased@shop.example"}, fresh).exit_code == 1);
    CHECK(run({"requests", "erase", reference}, fresh).exit_code == 1);

    // Its key stays taken: the same request gets its answer, another one is refused.
    nlohmann::json request = question_request();
    request["contact"]["email"] = "erased@shop.example";
    RawAnswer const again = endpoint.post(request.dump(), "erased-first");
    CHECK(again.status == 200);
    CHECK(nlohmann::json::parse(again.body).at("reference") == reference);
    request["message"] = "Another question.";
    RawAnswer const other = endpoint.post(request.dump(), "erased-first");
    CHECK(other.status == 409);
    CHECK(other.header("content-type") == "application/problem+json");
    CHECK(endpoint.stored().size() == 2);
    CHECK(run({"requests", "show", "--email", "kept@shop.example"}, fresh).exit_code == 0);
}

void speaks_four_languages(FreshStore const& fresh) {
    struct Row {
        std::string language, question, no_reference, nothing, erasable, erased;
    };

    Row const rows[] = {
        {"en", "Question", "no request has this reference", "nothing was erased",
         "1 request would be erased", "1 request erased"},
        {"de", "Frage", "keine Anfrage hat diese Vorgangsnummer", "nichts wurde gelöscht",
         "1 Anfrage würde gelöscht", "1 Anfrage gelöscht"},
        {"fr", "Question", "aucune demande ne porte ce numéro de dossier", "rien n’a été effacé",
         "1 demande serait effacée", "1 demande effacée"},
        {"pl", "Pytanie", "żadne zapytanie nie ma takiego numeru sprawy", "niczego nie usunięto",
         "do usunięcia: 1 zapytanie", "usunięto 1 zapytanie"},
    };
    TestEndpoint const endpoint(fresh.address());
    for (Row const& row : rows) {
        CAPTURE(row.language);
        auto const said = [&](std::vector<std::string> words) {
            words.insert(words.begin(), "requests");
            words.insert(words.end(), {"--language", row.language});
            return with_plain_spaces(run(words, fresh).text);
        };
        std::string const email = row.language + "@shop.example";
        std::string const reference = place(endpoint, email, "key-in-" + row.language);
        CHECK(said({"list"}).find("Z  " + row.question) != std::string::npos);
        CHECK(said({"show", "K-AAAAA-AAAAA"}).find(row.no_reference) != std::string::npos);
        CHECK(said({"erase", "K-AAAAA-AAAAA"}).find(row.nothing) != std::string::npos);
        CHECK(said({"erase", reference, "--dry-run"}).find(row.erasable) != std::string::npos);
        CHECK(said({"erase", reference}).find(row.erased) != std::string::npos);
    }
}

void erases_what_is_old(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address());
    std::string const recent = place(endpoint, "recent@shop.example", "recent-one");
    insert_old(endpoint.store(), "K-OLDER-00001");
    Run const listed = run({"requests", "erase", "--older-than", "365d", "--dry-run"}, fresh);
    CAPTURE(listed.text);
    CHECK(listed.exit_code == 0);
    CHECK(listed.says("K-OLDER-00001\n1 request would be erased\n"));
    CHECK_FALSE(listed.says(recent));
    CHECK(run({"requests", "show", "--email", "old@shop.example"}, fresh).exit_code == 0);

    Run const erased = run({"requests", "erase", "--older-than", "365d"}, fresh);
    CHECK(erased.exit_code == 0);
    CHECK(erased.says("1 request erased"));
    CHECK(run({"requests", "show", "--email", "old@shop.example"}, fresh).exit_code == 1);
    CHECK(run({"requests", "show", "--email", "recent@shop.example"}, fresh).exit_code == 0);
    Run const again = run({"requests", "erase", "--older-than", "365d"}, fresh);
    CHECK(again.exit_code == 0);
    CHECK(again.says("0 requests erased"));
    for (char const* age : {"365", "d", "-1d", "36501d", "1y"}) {
        CAPTURE(age);
        CHECK(run({"requests", "erase", "--older-than=" + std::string(age)}, fresh).exit_code == 2);
    }
}

void lists_and_retries_notifications(FreshStore const& fresh) {
    TestEndpoint endpoint(fresh.address(), {}, {"webhook"});
    std::string const first = place(endpoint, "first@shop.example", "waits-first");
    auto const claimed = endpoint.store().claim_notification("webhook", std::chrono::seconds(60));
    REQUIRE(claimed.has_value());
    REQUIRE(claimed->has_value());
    REQUIRE(endpoint.store()
                .postpone_notification((*claimed)->id, std::chrono::hours(24), "status 500")
                .has_value());
    std::string const second = place(endpoint, "second@shop.example", "waits-second");

    Run const listed = run({"notifications", "list"}, fresh);
    CAPTURE(listed.text);
    CHECK(listed.exit_code == 0);
    CHECK(listed.says(first + "  webhook  1 attempt  next in 86"));
    CHECK(listed.says(" s  status 500\n"));
    CHECK(listed.says(second + "  webhook  0 attempts  due now\n"));

    Run const none = run({"notifications", "retry", "K-AAAAA-AAAAA"}, fresh);
    CHECK(none.exit_code == 1);
    CHECK(none.says("no notification waits for this reference"));
    Run const one = run({"notifications", "retry", first}, fresh);
    CHECK(one.exit_code == 0);
    CHECK(one.says("1 notification is due now"));
    CHECK(run({"notifications", "list"}, fresh).says(first + "  webhook  1 attempt  due now"));
    CHECK(run({"notifications", "retry"}, fresh).says("2 notifications are due now"));
}

// Commands, and the option that names the copy.
constexpr std::array<std::array<char const*, 2>, 2> copying{
    {{"backup", "--to"}, {"restore", "--from"}}};

void backs_up_or_names_tools(FreshStore const& fresh) {
    TestEndpoint const endpoint(fresh.address());
    static_cast<void>(place(endpoint, "kept@shop.example", "backed-up"));
    StoreKind const& kind = kind_of(fresh.address());
    CHECK((kind.back_up == nullptr) == !kind.tools.empty());
    CHECK((kind.restore == nullptr) == (kind.back_up == nullptr));
    TemporaryFolder const folder;
    std::string const copy = folder.path() / "copy";
    for (auto const& [command, option] : copying) {
        CAPTURE(command);
        Run const one = run({"requests", command, option, copy}, fresh);
        CHECK(one.exit_code == (kind.back_up != nullptr ? 0 : 1));
        CHECK(one.says(kind.name) == (kind.back_up == nullptr));
        CHECK(one.says(kind.tools));
        CHECK(std::filesystem::exists(copy) == (kind.back_up != nullptr));
    }
}

} // namespace

TEST_CASE("commands: requests are shown and exported, or it is said that there are none") {
    on_each_store(shows_and_exports);
}

TEST_CASE("commands: a person's requests are erased, and the log says so") {
    on_each_store(erases);
}

TEST_CASE("commands: requests are listed and erased in four languages") {
    speaks_four_languages(FreshStore(FreshStore::Kind::sqlite));
}

TEST_CASE("commands: old requests are listed before they are erased") {
    on_each_store(erases_what_is_old);
}

TEST_CASE("commands: a store is backed up and restored, or the tools for that are named") {
    on_each_store(backs_up_or_names_tools);
}

TEST_CASE("commands: no store is backed up at an address of an unknown kind") {
    StoreKind const& kind = kind_of("mysql://shop");
    CHECK(kind.back_up == nullptr);
    auto const opened = kind.open("mysql://shop", StoreAccess::write);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().is_lasting);
    TemporaryFolder const folder;
    for (auto const& [command, option] : copying) {
        int const exit_code = run_program({KONTINGENT_PROGRAM, "requests", command, option, "copy",
                                           "--store", "mysql://shop", "--language", "en"},
                                          folder.path() / "said");
        CHECK(exit_code == 1);
        CHECK(read_file(folder.path() / "said").find(opened.error().sentence) != std::string::npos);
    }
}

TEST_CASE("commands: waiting notifications are listed and made due") {
    on_each_store(lists_and_retries_notifications);
}

} // namespace kontingent::endpoint
