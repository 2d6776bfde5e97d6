#include "endpoint/requests/form.hpp"

#include "core/base/ascii.hpp"
#include "core/base/format.hpp"
#include "core/pricing/quote.hpp"
#include "core/pricing/scenario.hpp"
#include "core/request/request_fields.hpp"
#include "endpoint/base/digest.hpp"
#include "endpoint/http/http.hpp"
#include "endpoint/http/target.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace kontingent::endpoint {

namespace {

using nlohmann::json;

constexpr std::size_t fields_max = 64; // at most 41 of them are about the work
constexpr std::int64_t confirmation_lasts_milliseconds = 24LL * 60 * 60 * 1000;

std::optional<std::string> decode(std::string_view text) {
    std::string spaced(text);
    std::ranges::replace(spaced, '+', ' ');
    auto decoded = percent_decode(spaced);
    if (!decoded) {
        return std::nullopt;
    }
    return *decoded;
}

// A whole number as one; anything else as the text it is, for the validator to refuse.
json number_or_text(std::string const& text) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size()) {
        return number;
    }
    return text;
}

// A whole number as the language writes it, with or without a per cent sign.
json counted_or_text(std::string const& text, Language language) {
    std::string_view digits = trimmed_number(text);
    if (digits.ends_with('%')) {
        digits = trimmed_number(digits.substr(0, digits.size() - 1));
    }
    auto const number = read_number(digits, language);
    return number && number->decimals.empty() ? json(number->whole) : json(text);
}

// Hours as minutes, units as they are.
json work_or_text(std::string const& text, Catalogue const& catalogue, Language language) {
    if (catalogue.unit) {
        return counted_or_text(text, language);
    }
    auto const minutes = typed_hours(text, language);
    return minutes ? json(minutes->count) : json(text);
}

json each_month(json const& month, Catalogue const& catalogue) {
    return json(static_cast<std::size_t>(catalogue.horizon_months), month);
}

// Of a kind in each month: so many per cent of the usage, at most what other kinds have left.
json share_of(std::string const& text, json const& usage, std::int64_t& rest, Language language) {
    constexpr std::int64_t whole = 100;
    json const percent = counted_or_text(text, language);
    bool const is_share = percent.is_number_integer() && percent >= 0 && percent <= whole;
    if (!is_share || !usage.is_number_integer()) {
        return text;
    }
    std::int64_t const wanted =
        divide_half_up(usage.get<std::int64_t>() * percent.get<std::int64_t>(), whole);
    std::int64_t const taken = std::min(wanted, rest);
    rest -= taken;
    return taken;
}

void add_work(json& request, FormFields const& fields, Catalogue const& catalogue) {
    Language const language = language_of_form(fields, catalogue);
    json const usage = work_or_text(field(fields, "hours"), catalogue, language);
    std::int64_t rest = usage.is_number_integer() ? usage.get<std::int64_t>() : 0;
    for (WorkField const& each : work_fields(catalogue)) {
        std::string const text = field(fields, each.name);
        if (text.empty() && !each.is_required) {
            continue;
        }
        json& value = request[json::json_pointer(each.pointer)];
        switch (each.question) {
        case WorkQuestion::usage:
            value = each_month(usage, catalogue);
            break;
        case WorkQuestion::kind_share:
            value = each_month(share_of(text, usage, rest, language), catalogue);
            break;
        case WorkQuestion::task_size:
            value = work_or_text(text, catalogue, language);
            break;
        case WorkQuestion::extra:
            value = counted_or_text(text, language);
            break;
        }
    }
}

json own_price(json const& scenario, Catalogue const& catalogue) {
    json quoted{{"catalogue", catalogue.id}, {"net", 0}, {"vat", 0}, {"gross", 0}};
    auto const parsed =
        parse_scenario(scenario.dump(-1, ' ', false, json::error_handler_t::replace), catalogue);
    if (!parsed) {
        return quoted;
    }
    if (auto const quote = make_quote(catalogue, *parsed)) {
        quoted["net"] = quote->net.minor;
        quoted["vat"] = quote->vat.minor;
        quoted["gross"] = quote->gross.minor;
    }
    return quoted;
}

void add_package(json& request, FormFields const& fields, Catalogue const& catalogue) {
    request["scenario"] = {{"format", 1}, {"package", field(fields, "package")}};
    add_work(request, fields, catalogue);
    json& scenario = request["scenario"];
    if (std::string const term = field(fields, "term_months"); !term.empty()) {
        scenario["term_months"] = number_or_text(term);
    }
    if (field(fields, "quoted_catalogue").empty()) {
        request["quoted"] = own_price(scenario, catalogue);
    } else {
        request["quoted"] = {{"catalogue", field(fields, "quoted_catalogue")},
                             {"net", number_or_text(field(fields, "quoted_net"))},
                             {"vat", number_or_text(field(fields, "quoted_vat"))},
                             {"gross", number_or_text(field(fields, "quoted_gross"))}};
    }
}

// Browsers send a text area's line breaks as CR LF.
std::string with_plain_line_breaks(std::string text) {
    std::erase(text, '\r');
    return text;
}

std::string signature(std::string_view secret, std::string_view text) {
    return to_hex(hmac_sha256(secret, text));
}

bool is_field_name(std::string_view name) {
    constexpr std::size_t size_max = 80; // "extra_" and an id
    return !name.empty() && name.size() <= size_max && std::ranges::all_of(name, [](char c) {
        return ascii::is_lower(c) || ascii::is_digit(c) || c == '_' || c == '-';
    });
}

} // namespace

std::optional<FormFields> parse_form(std::string_view body) {
    FormFields fields;
    std::size_t count = 0;
    while (!body.empty()) {
        auto const end = body.find('&');
        std::string_view const pair = body.substr(0, end);
        body.remove_prefix(end == std::string_view::npos ? body.size() : end + 1);
        if (pair.empty()) {
            continue;
        }
        auto const equals = pair.find('=');
        auto const name = decode(pair.substr(0, equals));
        auto const value =
            decode(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
        if (!name || !value || ++count > fields_max) {
            return std::nullopt;
        }
        // Ours are called so; others would be repeated on the summary's page.
        if (is_field_name(*name)) {
            fields.emplace(*name, *value);
        }
    }
    return fields;
}

std::string field(FormFields const& fields, std::string_view name) {
    auto const found = fields.find(name);
    if (found == fields.end()) {
        return {};
    }
    auto const first = found->second.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) {
        return {};
    }
    return found->second.substr(first, found->second.find_last_not_of(" \t\r\n") - first + 1);
}

Language language_of_form(FormFields const& fields, Catalogue const& catalogue) {
    auto const language = language_of_tag(field(fields, "language"));
    bool const is_spoken = language && std::ranges::count(catalogue.languages, *language) > 0;
    return is_spoken ? *language : catalogue.languages.front();
}

bool asks_for_hours(WorkField const& question, Catalogue const& catalogue) {
    return !catalogue.unit && (question.question == WorkQuestion::usage ||
                               question.question == WorkQuestion::task_size);
}

std::expected<Minutes, NumberError> typed_hours(std::string_view text, Language language) {
    return parse_hours(text, month_usage_max, language);
}

std::string request_of_form(FormFields const& fields, Catalogue const& catalogue) {
    std::string const language = field(fields, "language");
    std::string const kind = field(fields, "kind");
    json request{
        {"format", 1},
        {"kind", kind},
        {"language", language.empty() ? std::string(tag(catalogue.languages.front())) : language},
        {"contact", json::object()},
        {"consent", !field(fields, "consent").empty()}};
    for (RequestField const& each : request_fields) {
        std::string text = with_plain_line_breaks(field(fields, each.name));
        // An empty text of a required field is the validator's to refuse, at its place.
        if (!text.empty() || each.need != FieldNeed::optional) {
            request[json::json_pointer(pointer_of(each))] = std::move(text);
        }
    }
    if (kind == "on_demand") {
        request["level"] = number_or_text(field(fields, "level"));
    }
    if (kind == "package") {
        add_package(request, fields, catalogue);
    }
    return request.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string make_confirmation(std::string_view secret, std::int64_t now_milliseconds) {
    std::string const signed_part = random_hex(16) + "." + std::to_string(now_milliseconds);
    return signed_part + "." + signature(secret, signed_part);
}

std::expected<std::string, ConfirmationError>
check_confirmation(std::string_view confirmation, std::string_view secret,
                   std::int64_t now_milliseconds, std::chrono::milliseconds least_time) {
    auto const first_dot = confirmation.find('.');
    auto const last_dot = confirmation.rfind('.');
    if (first_dot == std::string_view::npos || first_dot == last_dot) {
        return std::unexpected(ConfirmationError::forged);
    }
    if (!equals_secretly(confirmation.substr(last_dot + 1),
                         signature(secret, confirmation.substr(0, last_dot)))) {
        return std::unexpected(ConfirmationError::forged);
    }
    std::int64_t made_at = 0;
    std::from_chars(confirmation.data() + first_dot + 1, confirmation.data() + last_dot, made_at);
    std::int64_t const age = now_milliseconds - made_at;
    if (age < least_time.count()) {
        return std::unexpected(ConfirmationError::too_soon);
    }
    if (age > confirmation_lasts_milliseconds) {
        return std::unexpected(ConfirmationError::too_late);
    }
    return std::string(confirmation.substr(0, first_dot));
}

} // namespace kontingent::endpoint
