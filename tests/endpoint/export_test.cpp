#include "core/request/request_fields.hpp"
#include "core/request/work_fields.hpp"
#include "endpoint/requests/export.hpp"
#include "tests/languages/names.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace kontingent::endpoint {

namespace {

RequestWords const& english_words() {
    static RequestWords const words(english);
    return words;
}

StoredRequest a_stored_request() {
    return {.reference = "K-AAAAA-BBBBB",
            .received_at = "2026-11-23T10:00:00.000Z",
            .kind = "package",
            .language = "de",
            .price = "differs",
            .erased_at = "",
            .request =
                R"({"contact":{"name":"Groß, \"Käthe\"","email":"k@b.example","phone":"+49 30 1"},)"
                R"("message":"=1+1\nzwei","scenario":{"package":"standard","term_months":12},)"
                R"("quoted":{"catalogue":"c1","net":100,"vat":19,"gross":119}})",
            .quote = R"({"catalogue":"c2","net":200,"vat":38,"gross":238,"currency":"EUR"})"};
}

} // namespace

TEST_CASE("CSV has a cell for each column, quoted where needed, and no formulas") {
    std::string const header = csv_header(english_words());
    std::string const line = csv_line(a_stored_request(), english_words());
    CHECK(line ==
          "K-AAAAA-BBBBB,2026-11-23T10:00:00.000Z,Package,de,differs from ours,,\"Groß, "
          "\"\"Käthe\"\"\",k@b.example,,"
          "'+49 30 "
          "1,,,,\"'=1+1\nzwei\",standard,12,c1,1.00,0.19,1.19,c2,2.00,0.38,2.38,,,,,,,,EUR\r\n");
    StoredRequest erased = a_stored_request();
    erased.request.clear();
    erased.quote.clear();
    erased.erased_at = "2026-12-01";
    std::string const blank = csv_line(erased, english_words());
    CHECK(std::ranges::count(blank, ',') == std::ranges::count(header, ','));
    CHECK(blank.find("Groß") == std::string::npos);
}

TEST_CASE("CSV has the headings of each language, as many and none twice") {
    for (Language const language : all_languages()) {
        CAPTURE(tag(language));
        RequestWords const words(language);
        std::string const header = csv_header(words);
        CHECK(header.find(",,") == std::string::npos);
        CHECK(csv_line(a_stored_request(), words).find("," + words.kind("package") + ",") !=
              std::string::npos);
    }
    CHECK(csv_header(RequestWords(french)).starts_with("\xef\xbb\xbfNuméro de dossier,Reçue le,"));
    CHECK(csv_header(RequestWords(polish)).find(",Cena na stronie (netto),") != std::string::npos);
}

TEST_CASE("CSV has a column for each field of a request") {
    std::string const header = "," + csv_header(english_words());
    for (RequestField const& field : request_fields) {
        CAPTURE(field.name);
        CHECK(header.find("," + english_words().field(field) + ",") != std::string::npos);
        StoredRequest stored = a_stored_request();
        nlohmann::json request;
        request[nlohmann::json::json_pointer(pointer_of(field))] = "typed in";
        stored.request = request.dump();
        CHECK(csv_line(stored, english_words()).find(",typed in,") != std::string::npos);
    }
}

TEST_CASE("CSV has a column for each member of a scenario that says what the work is") {
    std::string const header = "," + csv_header(english_words());
    for (std::string_view const name : work_members) {
        CAPTURE(name);
        CHECK(header.find("," + english_words().text(name) + ",") != std::string::npos);
        StoredRequest stored = a_stored_request();
        stored.request = nlohmann::json{{"scenario", {{name, {{"site", 3}}}}}}.dump();
        CHECK(csv_line(stored, english_words()).find("{\"\"site\"\":3}") != std::string::npos);
    }
}

TEST_CASE("no part of a cell is computed, whichever separator a spreadsheet splits at") {
    struct Row {
        std::string_view message, cell;
    };

    constexpr std::array rows{
        Row{"plain", "plain"},
        Row{"a;b", "\"a;b\""},
        Row{"x;=1+1", "\"x;'=1+1\""},
        Row{"x; \"=1+1", "\"x;' \"\"=1+1\""},
        Row{"x\t@SUM(A1)", "\"x\t'@SUM(A1)\""},
        Row{"x\n-1", "\"x\n'-1\""},
        Row{"＝1+1", "'＝1+1"},
        Row{" =1", "' =1"},
        Row{" a ", "\" a \""},
        Row{"1-2=3", "1-2=3"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.message);
        StoredRequest stored = a_stored_request();
        stored.request = nlohmann::json{{"message", row.message}}.dump();
        CHECK(csv_line(stored, english_words()).find("," + std::string(row.cell) + ",") !=
              std::string::npos);
    }
    CHECK(csv_header(english_words()).starts_with("\xef\xbb\xbfReference,"));
}

TEST_CASE("a name cannot turn a line of the list round") {
    StoredRequest stored = a_stored_request();
    stored.request =
        nlohmann::json{{"contact", {{"name", "a\u202eb\x1b[2J"}, {"email", "k@b.example"}}}}.dump();
    CHECK(list_line(stored, english_words()).ends_with("a<U+202E>b?[2J <k@b.example>"));
}

TEST_CASE("the export's JSON has request and quote whole") {
    auto const document = nlohmann::json::parse(export_json(a_stored_request()), nullptr, false);
    CHECK(document["reference"] == "K-AAAAA-BBBBB");
    CHECK(document["request"]["message"] == "=1+1\nzwei");
    CHECK(document["quote"]["gross"] == 238);
    CHECK(document["erased_at"].is_null());
}

TEST_CASE("a request's line names its sender, until it is erased, in a language") {
    struct Row {
        char const* language;
        char const* line;
        char const* erased;
    };

    Row const rows[] = {
        {"en", "Package            differs from ours  ", "(Erased on 2026-12-01)"},
        {"de", "Paket              weicht von unserem ab       ", "(Gelöscht am 2026-12-01)"},
        {"fr", "Forfait               différent du nôtre  ", "(Effacée le 2026-12-01)"},
        {"pl", "Pakiet               inna niż nasza       ", "(Usunięto 2026-12-01)"},
    };
    for (Row const& row : rows) {
        CAPTURE(row.language);
        RequestWords const words(*language_of_tag(row.language));
        CHECK(list_line(a_stored_request(), words) ==
              std::string("K-AAAAA-BBBBB  2026-11-23T10:00:00.000Z  ") + row.line +
                  "Groß, \"Käthe\" <k@b.example>");
        StoredRequest erased = a_stored_request();
        erased.request.clear();
        erased.erased_at = "2026-12-01";
        CHECK(list_line(erased, words).ends_with(row.erased));
    }
}

} // namespace kontingent::endpoint
