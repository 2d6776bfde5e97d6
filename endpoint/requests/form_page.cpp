#include "endpoint/requests/form_page.hpp"

#include "core/base/format.hpp"
#include "endpoint/base/digest.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace kontingent::endpoint {

namespace {

using nlohmann::json;
using Texts = std::array<std::string_view, language_count>;

std::string_view in(Texts const& texts, Language language) {
    return texts[static_cast<std::size_t>(language)];
}

constexpr std::string_view style =
    "body{margin:0 auto;max-width:40rem;padding:2rem 1rem;font:16px/1.5 "
    "Inter,system-ui,sans-serif;color:#151a22;"
    "background:#f6f7f9}h1{font-size:1.75rem;line-height:1.2}label,dt{display:block;font-weight:"
    "600;margin-top:1rem}"
    "dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}input,select,textarea{box-sizing:"
    "border-box;width:100%;"
    "min-height:2.75rem;padding:.5rem;font:inherit;color:inherit;background:#fff;border:1px solid "
    "#566072;"
    "border-radius:.5rem}input[type=checkbox]{width:1.5rem;min-height:1.5rem;vertical-align:middle}"
    "button{min-height:2.75rem;margin-top:1.5rem;padding:.5rem "
    "1.5rem;font:inherit;font-weight:600;color:#fff;"
    "background:#1d5bd8;border:0;border-radius:.5rem}a{color:#1d5bd8}.error{color:#b3261e;margin:."
    "25rem 0 0}"
    ".trap{position:absolute;left:-9999px}@media(prefers-color-scheme:dark){body{color:#e8ecf2;"
    "background:#0f1319}"
    "input,select,textarea{background:#171c24}button{color:#0f1319;background:#7fa8ff}a{color:#"
    "7fa8ff}"
    ".error{color:#ff8a80}}";

struct FieldText {
    std::string_view name;
    std::string_view pointer; // of the member it fills
    Texts label;
    std::string_view attributes; // of the input
};

constexpr std::array text_fields{
    FieldText{"name",
              "/contact/name",
              {"Name", "Name"},
              "autocomplete=\"name\" required maxlength=\"200\""},
    FieldText{"email",
              "/contact/email",
              {"E-Mail", "E-mail"},
              "type=\"email\" autocomplete=\"email\" required maxlength=\"254\""},
    FieldText{"company",
              "/contact/company",
              {"Firma", "Company"},
              "autocomplete=\"organization\" maxlength=\"200\""},
    FieldText{"phone",
              "/contact/phone",
              {"Telefon", "Phone"},
              "type=\"tel\" autocomplete=\"tel\" maxlength=\"60\""},
    FieldText{"website",
              "/contact/website",
              {"Website", "Website"},
              "autocomplete=\"url\" maxlength=\"300\""},
    FieldText{"start", "/start", {"Gewünschter Beginn", "Wished start"}, "type=\"date\""},
};

constexpr FieldText package_field{"package", "/scenario/package", {"Paket", "Package"}, ""};
constexpr FieldText term_field{
    "term_months", "/scenario/term_months", {"Laufzeit in Monaten", "Term in months"}, ""};
constexpr FieldText hours_field{"hours",
                                "/scenario/usage_minutes",
                                {"Stunden pro Monat", "Hours a month"},
                                "inputmode=\"decimal\" required"};
constexpr FieldText level_field{"level", "/level", {"Supportebene", "Support level"}, ""};
constexpr FieldText message_field{"message", "/message", {"Nachricht", "Message"}, ""};
constexpr FieldText consent_field{
    "consent",
    "/consent",
    {"Ich bin einverstanden, dass meine Angaben zur Bearbeitung der Anfrage gespeichert werden.",
     "I agree that my details are stored to answer this request."},
    ""};

std::string escape(std::string_view text) {
    std::string escaped;
    for (char const c : text) {
        switch (c) {
        case '&':
            escaped += "&amp;";
            break;
        case '<':
            escaped += "&lt;";
            break;
        case '>':
            escaped += "&gt;";
            break;
        case '"':
            escaped += "&quot;";
            break;
        case '\'':
            escaped += "&#39;";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

Response page(Language language, std::uint16_t status, std::string_view heading,
              std::string const& content) {
    static std::string const policy = [] {
        Sha256 const digest = sha256(style);
        std::string const bytes(digest.begin(), digest.end());
        return "default-src 'none'; style-src 'sha256-" + to_base64(bytes) +
               "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }();
    std::string html = "<!DOCTYPE html>\n<html lang=\"" + std::string(tag(language)) +
                       "\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                       "content=\"width=device-width\"><title>" +
                       escape(heading) + "</title><style>" + std::string(style) +
                       "</style></head>\n<body><main>\n<h1>" + escape(heading) + "</h1>\n" +
                       content + "</main></body>\n</html>\n";
    Response response = text_response(status, "text/html; charset=utf-8", std::move(html));
    response.headers.push_back({"Content-Security-Policy", policy});
    return response;
}

std::string hidden(std::string_view name, std::string_view value) {
    return "<input type=\"hidden\" name=\"" + std::string(name) + "\" value=\"" + escape(value) +
           "\">\n";
}

class MendForm {
public:
    MendForm(FormFields const& fields, Errors const& errors, Catalogue const& catalogue)
        : fields_(fields),
          errors_(errors),
          catalogue_(catalogue),
          language_(language_of_form(fields)) {}

    std::string html() const {
        std::string const kind = field(fields_, "kind");
        std::string form = "<form method=\"post\" action=\"requests\" accept-charset=\"utf-8\">\n" +
                           hidden("language", tag(language_)) + hidden("kind", kind);
        form += errors_without_field();
        if (kind == "package") {
            form += package_fields();
        }
        if (kind == "on_demand") {
            form += select(level_field, level_options());
        }
        for (FieldText const& text : text_fields) {
            form += input(text);
        }
        form += label(message_field) +
                "<textarea id=\"message\" name=\"message\" rows=\"6\" maxlength=\"5000\"" +
                described(message_field) + ">" + escape(field(fields_, "message")) + "</textarea>" +
                error_of(message_field) + "\n";
        bool const is_consenting = !field(fields_, "consent").empty();
        form += "<label><input type=\"checkbox\" name=\"consent\" value=\"yes\" required" +
                std::string(is_consenting ? " checked" : "") + described(consent_field) + "> " +
                escape(in(consent_field.label, language_)) + "</label>" + error_of(consent_field) +
                "\n";
        form += "<div class=\"trap\" aria-hidden=\"true\"><label>Fax <input name=\"fax\" "
                "tabindex=\"-1\" autocomplete=\"off\"></label></div>\n";
        return form + "<button>" +
               std::string(in({"Weiter zur Übersicht", "Go to the summary"}, language_)) +
               "</button>\n</form>\n";
    }

private:
    using Options = std::vector<std::pair<std::string, std::string>>; // value, text

    // The first of this field; one of a list counts for the whole list.
    Error const* find_error(FieldText const& text) const {
        for (Error const& error : errors_) {
            if (error.pointer == text.pointer ||
                error.pointer.starts_with(std::string(text.pointer) + "/")) {
                return &error;
            }
        }
        return nullptr;
    }

    std::string error_of(FieldText const& text) const {
        Error const* error = find_error(text);
        if (error == nullptr) {
            return {};
        }
        return "<p class=\"error\" id=\"error-" + std::string(text.name) + "\">" +
               escape(sentence(*error, language_)) + "</p>";
    }

    std::string described(FieldText const& text) const {
        return find_error(text) == nullptr ? std::string{}
                                           : " aria-invalid=\"true\" aria-describedby=\"error-" +
                                                 std::string(text.name) + "\"";
    }

    std::string errors_without_field() const {
        std::string list;
        for (Error const& error : errors_) {
            bool has_field = false;
            for (FieldText const& text : text_fields) {
                has_field = has_field || find_error(text) == &error;
            }
            for (FieldText const& text : {package_field, term_field, hours_field, level_field,
                                          message_field, consent_field}) {
                has_field = has_field || error.pointer.starts_with(text.pointer);
            }
            if (!has_field) {
                list += "<p class=\"error\">" + escape(sentence(error, language_)) + "</p>\n";
            }
        }
        return list;
    }

    std::string label(FieldText const& text) const {
        return "<label for=\"" + std::string(text.name) + "\">" +
               escape(in(text.label, language_)) + "</label>";
    }

    std::string input(FieldText const& text) const {
        return label(text) + "<input id=\"" + std::string(text.name) + "\" name=\"" +
               std::string(text.name) + "\" " + std::string(text.attributes) + " value=\"" +
               escape(field(fields_, text.name)) + "\"" + described(text) + ">" + error_of(text) +
               "\n";
    }

    std::string select(FieldText const& text, Options const& options) const {
        std::string html = label(text) + "<select id=\"" + std::string(text.name) + "\" name=\"" +
                           std::string(text.name) + "\"" + described(text) + ">";
        std::string const chosen = field(fields_, text.name);
        for (auto const& [value, shown] : options) {
            html += "<option value=\"" + escape(value) + "\"" +
                    (value == chosen ? " selected" : "") + ">" + escape(shown) + "</option>";
        }
        return html + "</select>" + error_of(text) + "\n";
    }

    std::string package_fields() const {
        Options packages;
        for (Package const& package : catalogue_.packages) {
            packages.emplace_back(package.id, package.name.in(language_));
        }
        Options terms;
        for (Term const& term : catalogue_.terms) {
            terms.emplace_back(std::to_string(term.months), std::to_string(term.months));
        }
        return select(package_field, packages) + select(term_field, terms) + input(hours_field);
    }

    Options level_options() const {
        Options levels;
        for (SupportLevel const& level : catalogue_.levels) {
            levels.emplace_back(std::to_string(level.level),
                                std::to_string(level.level) + " · " + level.name.in(language_));
        }
        return levels;
    }

    FormFields const& fields_;
    Errors const& errors_;
    Catalogue const& catalogue_;
    Language language_;
};

std::string summary_row(std::string_view term, std::string_view value) {
    return value.empty() ? std::string{}
                         : "<dt>" + escape(term) + "</dt><dd>" + escape(value) + "</dd>\n";
}

std::string summary_of_package(FormFields const& fields, json const& quoted,
                               Catalogue const& catalogue, Language language) {
    Package const* package = catalogue.find_package(field(fields, "package"));
    auto const money = [&](char const* name) {
        return format_money(Money{quoted.value(name, std::int64_t{0})}, catalogue.currency,
                            language);
    };
    return summary_row(in(package_field.label, language),
                       package != nullptr ? package->name.in(language)
                                          : catalogue.on_demand.name.in(language)) +
           summary_row(in(hours_field.label, language), field(fields, "hours")) +
           summary_row(in(term_field.label, language), field(fields, "term_months")) +
           summary_row(in({"Preis für den ganzen Zeitraum", "Price of the whole period"}, language),
                       money("net") + std::string(in({" netto, ", " net, "}, language)) +
                           money("gross") +
                           std::string(in({" mit Umsatzsteuer", " with VAT"}, language)));
}

// As `kontingent pages` lays them out: the first language at the root, each other one in a folder.
std::string start_page(Language language, Catalogue const& catalogue) {
    bool const has_folder = language != catalogue.languages.front() &&
                            std::ranges::count(catalogue.languages, language) > 0;
    return has_folder ? std::string(tag(language)) + "/" : "./";
}

} // namespace

Language language_of_form(FormFields const& fields) {
    return language_of_tag(field(fields, "language")).value_or(Language::german);
}

Response mend_page(FormFields const& fields, Errors const& errors, Catalogue const& catalogue) {
    Language const language = language_of_form(fields);
    return page(language, 422,
                in({"Bitte prüfen Sie Ihre Angaben", "Please check your details"}, language),
                MendForm(fields, errors, catalogue).html());
}

Response summary_page(FormFields const& fields, std::string const& request,
                      std::string const& confirmation, Catalogue const& catalogue) {
    Language const language = language_of_form(fields);
    json const document = json::parse(request, nullptr, false);
    json const quoted = document.value("quoted", json::object());
    std::string content = "<dl>\n";
    if (field(fields, "kind") == "package") {
        content += summary_of_package(fields, quoted, catalogue, language);
    }
    if (field(fields, "kind") == "on_demand") {
        content += summary_row(in(level_field.label, language), field(fields, "level"));
    }
    for (FieldText const& text : text_fields) {
        content += summary_row(in(text.label, language), field(fields, text.name));
    }
    content += summary_row(in(message_field.label, language), field(fields, "message")) + "</dl>\n";
    content += "<form method=\"post\" action=\"requests\" accept-charset=\"utf-8\">\n";
    for (auto const& [name, value] : fields) {
        if (name != confirmation_field && !name.starts_with("quoted_")) {
            content += hidden(name, value);
        }
    }
    for (std::string const name : {"catalogue", "net", "vat", "gross"}) {
        if (quoted.contains(name)) {
            content +=
                hidden("quoted_" + name, quoted[name].is_string() ? quoted[name].get<std::string>()
                                                                  : quoted[name].dump());
        }
    }
    content += hidden(confirmation_field, confirmation) + "<button>" +
               std::string(in({"Anfrage senden", "Send request"}, language)) +
               "</button>\n</form>\n";
    return page(language, 200, in({"Stimmt das so?", "Is this right?"}, language), content);
}

Response thanks_page(FormFields const& fields, std::string const& answer, std::uint16_t status,
                     Catalogue const& catalogue) {
    Language const language = language_of_form(fields);
    json const document = json::parse(answer, nullptr, false);
    std::string content = "<p>" +
                          std::string(in({"Ihre Anfrage ist angekommen. Ihre Vorgangsnummer: ",
                                          "Your request has arrived. Your reference: "},
                                         language)) +
                          "<strong>" + escape(document.value("reference", "")) + "</strong></p>\n";
    if (document.value("price", json()) == "differs") {
        content += "<p>" +
                   std::string(in(
                       {"Der Preis hat sich inzwischen geändert; wir melden uns mit dem aktuellen.",
                        "The price has changed meanwhile; we will answer with the current one."},
                       language)) +
                   "</p>\n";
    }
    content += "<p><a href=\"" + start_page(language, catalogue) + "\">" +
               std::string(in({"Zurück zur Seite", "Back to the page"}, language)) + "</a></p>\n";
    return page(language, status, in({"Vielen Dank!", "Thank you!"}, language), content);
}

Response notice_page(Language language, Notice notice, std::uint16_t status) {
    constexpr std::array<Texts, 6> sentences{{
        {"Bitte gehen Sie zurück und lassen Sie das Feld „Fax“ leer.",
         "Please go back and leave the field “Fax” empty."},
        {"Das ging sehr schnell. Bitte laden Sie diese Seite in einigen Sekunden neu.",
         "That was very quick. Please reload this page in a few seconds."},
        {"Diese Übersicht ist abgelaufen. Bitte gehen Sie zurück und senden Sie das Formular noch "
         "einmal.",
         "This summary has expired. Please go back and send the form again."},
        {"Diese Übersicht wurde schon mit anderen Angaben gesendet. Bitte füllen Sie das Formular "
         "neu aus.",
         "This summary was sent already with other details. Please fill in the form again."},
        {"Ihre Anfrage kann gerade nicht gespeichert werden. Bitte laden Sie diese Seite gleich "
         "neu; es geht nichts doppelt ein.",
         "Your request cannot be stored just now. Please reload this page in a moment; nothing "
         "will arrive twice."},
        {"Von Ihrem Anschluss kamen zu viele Anfragen. Bitte laden Sie diese Seite in einer Minute "
         "neu.",
         "Too many requests came from your connection. Please reload this page in a minute."},
    }};
    return page(language, status, in({"Noch nicht gesendet", "Not sent yet"}, language),
                "<p>" + std::string(in(sentences[static_cast<std::size_t>(notice)], language)) +
                    "</p>\n");
}

} // namespace kontingent::endpoint
