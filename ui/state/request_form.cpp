#include "ui/state/request_form.hpp"

#include "core/json/reader.hpp"
#include "core/json/writer.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr std::size_t request_bytes_max = std::size_t{1} << 16U;
constexpr std::int64_t level_max = 100; // of any catalogue; the form compares with its own

// "standard-12", as OfferSummary names its offer.
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

void read_member(json::Document const& document, json::Value const& member, RequestState& request) {
    if (auto const field = find_request_field(member.key);
        field && member.kind == json::Kind::text) {
        request.texts[*field] = member.text;
    } else if (member.key == "contact" && member.kind == json::Kind::object) {
        for (json::Value const& each : document.items(member)) {
            read_member(document, each, request);
        }
    } else if (member.key == "level" && member.integer >= 1 && member.integer <= level_max) {
        request.level = static_cast<std::int32_t>(member.integer);
    } else if (member.key == "scenario" && member.kind == json::Kind::object) {
        request.offer_key = offer_key_of(document, member);
    } else if (member.key == "consent") {
        request.has_consent = member.text == "yes"; // of a draft
    } else if (member.key == "offer") {
        request.offer_key = member.text;
    }
}

} // namespace

std::size_t FormErrors::count() const {
    return static_cast<std::size_t>(std::count_if(
               fields.begin(), fields.end(), [](auto const& error) { return error.has_value(); })) +
           (lacks_consent ? 1U : 0U);
}

FormErrors check(RequestState const& request) {
    FormErrors errors;
    for (std::size_t i = 0; i < request_field_count; ++i) {
        errors.fields[i] = check_field(request_fields[i], request.texts[i], request.kind);
    }
    errors.lacks_consent = !request.has_consent;
    return errors;
}

std::string request_to_json(RequestState const& request, Language language,
                            Catalogue const& catalogue, Quote const* quote,
                            Forecast const& forecast) {
    CustomerRequest sent{.kind = request.kind,
                         .language = language,
                         .texts = request.texts,
                         .level = request.level,
                         .has_consent = request.has_consent,
                         .scenario = std::nullopt,
                         .quoted = std::nullopt};
    if (request.kind == RequestKind::package && quote != nullptr) {
        sent.scenario = Scenario{.usage = forecast.typical,
                                 .package_id = quote->package_id,
                                 .term_months = quote->term_months,
                                 .pooling = BestPooling{},
                                 .vat = Vat::domestic,
                                 .work = forecast.work,
                                 .extras = forecast.extras};
        sent.quoted = quoted_price(*quote);
    }
    return kontingent::request_to_json(sent, catalogue);
}

std::string draft_to_text(RequestState const& request) {
    std::vector<JsonMember> members{{"kind", json_string(request_kind_name(request.kind))},
                                    {"offer", json_string(request.offer_key)},
                                    {"level", json_number(request.level)},
                                    {"consent", json_string(request.has_consent ? "yes" : "")}};
    for (std::size_t i = 0; i < request_field_count; ++i) {
        members.emplace_back(request_fields[i].name, json_string(request.texts[i]));
    }
    return json_object(members).text;
}

RequestState draft_from_text(std::string_view text) {
    return request_from_json(text).value_or(RequestState{});
}

std::optional<RequestState> request_from_json(std::string_view json_text) {
    auto const document = json::read(json_text, request_bytes_max);
    if (!document || document->root().kind != json::Kind::object) {
        return std::nullopt;
    }
    RequestState request;
    for (json::Value const& member : document->items(document->root())) {
        if (member.key != "kind") {
            read_member(*document, member, request);
            continue;
        }
        auto const kind = find_request_kind(member.text);
        if (!kind) {
            return std::nullopt;
        }
        request.kind = *kind;
    }
    return request;
}

} // namespace kontingent::ui
