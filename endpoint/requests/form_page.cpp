#include "endpoint/requests/form_page.hpp"

#include "core/base/ascii.hpp"
#include "core/base/format.hpp"
#include "core/request/request_fields.hpp"
#include "endpoint/requests/form_correction.hpp"
#include "endpoint/requests/form_template.hpp"
#include "templates/request_field.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace kontingent::endpoint {

namespace {

using nlohmann::json;
using templates::List;
using templates::Object;
using templates::Texts;

constexpr std::array<std::string_view, notice_count> notice_keys{
    "request.trap_filled",       "request.too_soon", "request.too_late",  "request.conflict",
    "request.store_unavailable", "request.too_many", "request.too_large", "request.other_site",
    "request.compressed",        "request.malformed"};

void add_row(List& rows, std::string label, std::string const& value) {
    if (!value.empty()) {
        rows.push_back({{"label", std::move(label)}, {"value", value}});
    }
}

std::string months_text(std::string const& months, Texts const& texts, Language language) {
    bool const is_number =
        !months.empty() && months.size() <= 3 && std::ranges::all_of(months, ascii::is_digit);
    if (!is_number) {
        return months;
    }
    std::int32_t const count = std::stoi(months);
    return texts.counted("months", plural_of(count, false, language),
                         format_integer(count, language));
}

// Hours as they were understood, anything else as it was typed.
std::string work_text(FormFields const& fields, WorkField const& question,
                      Catalogue const& catalogue, Language language) {
    std::string text = field(fields, question.name);
    if (asks_for_hours(question, catalogue)) {
        if (auto const hours = typed_hours(text, language)) {
            return format_hours(*hours, language);
        }
    }
    return text;
}

void add_package_rows(List& rows, FormFields const& fields, json const& quoted,
                      Catalogue const& catalogue, Texts const& texts) {
    Language const language = language_of_form(fields, catalogue);
    Offer const* offer = catalogue.find_offer(field(fields, "package"));
    auto const money = [&](char const* name) {
        return format_money(Money{quoted.value(name, std::int64_t{0})}, catalogue.currency,
                            language);
    };
    add_row(rows, texts.text("form.package"),
            offer != nullptr ? offer->name.in(language) : std::string{});
    for (WorkField const& each : work_fields(catalogue)) {
        add_row(rows, templates::work_label(each, catalogue, language, texts),
                work_text(fields, each, catalogue, language));
    }
    add_row(rows, texts.text("form.term"),
            months_text(field(fields, "term_months"), texts, language));
    add_row(rows, texts.text("request.price"),
            texts.text("request.amounts", {{"net", money("net")}, {"gross", money("gross")}}));
}

// What was typed, for the next step to carry on, with the price that is shown.
List hidden_fields(FormFields const& fields, json const& quoted, std::string const& confirmation) {
    List hidden;
    auto const add = [&hidden](std::string_view name, std::string const& value) {
        hidden.push_back({{"name", name}, {"value", value}});
    };
    for (auto const& [name, value] : fields) {
        if (name != confirmation_field && !name.starts_with("quoted_")) {
            add(name, value);
        }
    }
    for (std::string const name : {"catalogue", "net", "vat", "gross"}) {
        if (quoted.contains(name)) {
            add("quoted_" + name,
                quoted[name].is_string() ? quoted[name].get<std::string>() : quoted[name].dump());
        }
    }
    add(confirmation_field, confirmation);
    return hidden;
}

// As `kontingent pages` lays them out: the first language at the root, each other one in a folder.
std::string start_page(Language language, Catalogue const& catalogue) {
    bool const has_folder = language != catalogue.languages.front() &&
                            std::ranges::count(catalogue.languages, language) > 0;
    return has_folder ? std::string(tag(language)) + "/" : "./";
}

} // namespace

Response FormPages::correction(FormFields const& fields, Errors const& errors,
                               Catalogue const& catalogue) const {
    FormTemplate const page(site_, language_of_form(fields, catalogue), &catalogue);
    return page.fill(422, "request-correct.html", "request.correct",
                     correction_data(fields, errors, catalogue, page.texts()));
}

Response FormPages::summary(FormFields const& fields, std::string const& request,
                            std::string const& confirmation, Catalogue const& catalogue) const {
    Language const language = language_of_form(fields, catalogue);
    FormTemplate const page(site_, language, &catalogue);
    Texts const& texts = page.texts();
    json const document = json::parse(request, nullptr, false);
    json const quoted = document.value("quoted", json::object());
    List rows;
    if (field(fields, "kind") == "package") {
        add_package_rows(rows, fields, quoted, catalogue, texts);
    }
    if (field(fields, "kind") == "on_demand") {
        add_row(rows, texts.text("form.level"),
                texts.text("level.number", {{"level", field(fields, "level")}}));
    }
    for (RequestField const& each : request_fields) {
        add_row(rows, texts.text("form." + std::string(each.name)), field(fields, each.name));
    }
    return page.fill(
        200, "request-summary.html", "request.check",
        {{"rows", std::move(rows)}, {"hidden", hidden_fields(fields, quoted, confirmation)}});
}

Response FormPages::thanks(FormFields const& fields, std::string const& answer,
                           std::uint16_t status, Catalogue const& catalogue) const {
    Language const language = language_of_form(fields, catalogue);
    json const document = json::parse(answer, nullptr, false);
    FormTemplate const page(site_, language, &catalogue);
    return page.fill(status, "request-thanks.html", "request.thanks",
                     {{"reference", document.value("reference", "")},
                      {"has_other_price", document.value("price", json()) == "differs"},
                      {"start", start_page(language, catalogue)}});
}

Response FormPages::notice(Language language, Catalogue const* catalogue, Notice notice,
                           std::uint16_t status) const {
    FormTemplate const page(site_, language, catalogue);
    return page.fill(
        status, "request-notice.html", "request.not_sent",
        {{"notice", page.texts().text(notice_keys.at(static_cast<std::size_t>(notice)))}});
}

} // namespace kontingent::endpoint
