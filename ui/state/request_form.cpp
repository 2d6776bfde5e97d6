#include "ui/state/request_form.hpp"

#include "core/json/reader.hpp"
#include "core/json/writer.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr char unit = '\x1f'; // ASCII's unit separator: no field holds it
constexpr std::string_view spelling = "1";
constexpr std::array<std::string_view, 3> kind_names{"package", "on_demand", "question"};
constexpr std::array<std::string_view, request_field_count> field_names{
    "name", "email", "company", "phone", "website", "start", "message"};
constexpr std::size_t request_bytes_max = std::size_t{1} << 16U;

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Enough to catch a slip; whether it exists only a mail can tell.
bool looks_like_email(std::string_view text) {
    std::size_t const at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t") == std::string_view::npos;
}

JsonText scenario_json(Quote const& quote, std::vector<Minutes> const& usage) {
    return {scenario_to_json(Scenario{.usage = usage,
                                      .package_id = quote.package_id,
                                      .term_months = quote.term_months,
                                      .pooling = BestPooling{},
                                      .vat = Vat::domestic})};
}

JsonText quoted_json(Quote const& quote) {
    return json_object({{"catalogue", json_string(quote.catalogue_id)},
                        {"net", json_number(quote.net.minor)},
                        {"vat", json_number(quote.vat.minor)},
                        {"gross", json_number(quote.gross.minor)}});
}

// Members joined by hand: which there are depends on the kind and on what was filled in.
void append(std::string& json, std::string_view name, JsonText const& value) {
    json += json.size() > 1 ? ", " : "";
    json += json_string(name).text + ": " + value.text;
}

JsonText contact_json(RequestState const& request) {
    std::string json = "{";
    for (std::size_t index = 0; index < static_cast<std::size_t>(RequestField::start); ++index) {
        if (!is_blank(request.fields[index])) {
            append(json, field_names[index], json_string(request.fields[index]));
        }
    }
    return {json + "}"};
}

std::string_view take(std::string_view& text) {
    std::size_t const end = text.find(unit);
    std::string_view const piece = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    return piece;
}

std::size_t index_of(auto const& names, std::string_view name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

void read_fields(json::Document const& document, json::Value const& object, RequestState& request) {
    for (json::Value const& member : document.items(object)) {
        std::size_t const field = index_of(field_names, member.key);
        if (field < request_field_count && member.kind == json::Kind::text) {
            request.fields[field] = member.text;
        } else if (member.key == "contact" && member.kind == json::Kind::object) {
            read_fields(document, member, request);
        }
    }
}

// "standard-12", as ui::OfferSummary names its offer.
std::string offer_key_of(json::Document const& document, json::Value const& scenario) {
    std::string package;
    std::string term;
    for (json::Value const& member : document.items(scenario)) {
        if (member.key == "package") {
            package = member.text;
        } else if (member.key == "term_months") {
            term = "-" + std::to_string(member.integer);
        }
    }
    return package + term;
}

} // namespace

std::size_t RequestErrors::count() const {
    return static_cast<std::size_t>(std::count_if(
               fields.begin(), fields.end(), [](auto const& error) { return error.has_value(); })) +
           (lacks_consent ? 1U : 0U);
}

RequestErrors check(RequestState const& request) {
    RequestErrors errors;
    auto const set = [&errors](RequestField field, RequestError error) {
        errors.fields[static_cast<std::size_t>(field)] = error;
    };
    if (is_blank(request[RequestField::name])) {
        set(RequestField::name, RequestError::missing);
    }
    if (is_blank(request[RequestField::email])) {
        set(RequestField::email, RequestError::missing);
    } else if (!looks_like_email(request[RequestField::email])) {
        set(RequestField::email, RequestError::bad_email);
    }
    if (request.kind != RequestKind::package && is_blank(request[RequestField::message])) {
        set(RequestField::message, RequestError::missing);
    }
    errors.lacks_consent = !request.has_consent;
    return errors;
}

std::string request_to_json(RequestState const& request, Language language, Quote const* quote,
                            std::vector<Minutes> const& usage) {
    std::string json = "{";
    append(json, "format", json_number(1));
    append(json, "kind", json_string(kind_names[static_cast<std::size_t>(request.kind)]));
    append(json, "language", json_string(tag(language)));
    append(json, "contact", contact_json(request));
    append(json, "message", json_string(request[RequestField::message]));
    if (request.kind == RequestKind::on_demand) {
        append(json, "level", json_number(request.level));
    }
    if (!request[RequestField::start].empty()) {
        append(json, "start", json_string(request[RequestField::start]));
    }
    append(json, "consent", {request.has_consent ? "true" : "false"});
    if (request.kind == RequestKind::package && quote != nullptr) {
        append(json, "scenario", scenario_json(*quote, usage));
        append(json, "quoted", quoted_json(*quote));
    }
    return json + "}";
}

std::string draft_to_text(RequestState const& request) {
    std::string text{spelling};
    text += unit;
    text += kind_names[static_cast<std::size_t>(request.kind)];
    text += unit + request.offer_key + unit + std::to_string(request.level);
    for (std::string const& field : request.fields) {
        text += unit + field;
    }
    return text;
}

RequestState draft_from_text(std::string_view text) {
    RequestState request;
    if (take(text) != spelling) {
        return request;
    }
    std::size_t const kind = index_of(kind_names, take(text));
    request.kind = kind < kind_names.size() ? static_cast<RequestKind>(kind) : RequestKind::package;
    request.offer_key = take(text);
    std::string_view const level = take(text);
    if (level.size() == 1 && level.front() >= '1' && level.front() <= '4') {
        request.level = level.front() - '0';
    }
    for (std::string& field : request.fields) {
        field = take(text);
    }
    return request;
}

std::optional<RequestState> request_from_json(std::string_view json_text) {
    auto const document = json::read(json_text, request_bytes_max);
    if (!document || document->root().kind != json::Kind::object) {
        return std::nullopt;
    }
    RequestState request;
    read_fields(*document, document->root(), request);
    for (json::Value const& member : document->items(document->root())) {
        if (member.key == "kind") {
            std::size_t const kind = index_of(kind_names, member.text);
            if (kind == kind_names.size()) {
                return std::nullopt;
            }
            request.kind = static_cast<RequestKind>(kind);
        } else if (member.key == "level" && member.integer >= 1 && member.integer <= 4) {
            request.level = static_cast<std::int32_t>(member.integer);
        } else if (member.key == "scenario" && member.kind == json::Kind::object) {
            request.offer_key = offer_key_of(*document, member);
        }
    }
    return request;
}

} // namespace kontingent::ui
