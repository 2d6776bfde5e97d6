#include "core/base/utf8.hpp"
#include "core/json/writer.hpp"
#include "core/request/request.hpp"

namespace kontingent {

namespace {

void append_texts(std::vector<JsonMember>& members, RequestTexts const& texts, FieldPlace place) {
    for (std::size_t i = 0; i < request_field_count; ++i) {
        if (request_fields[i].place == place && !utf8::is_blank(texts[i])) {
            members.emplace_back(request_fields[i].name, json_string(texts[i]));
        }
    }
}

JsonText quoted_to_json(QuotedPrice const& quoted) {
    return json_object({{"catalogue", json_string(quoted.catalogue_id)},
                        {"net", json_number(quoted.net.minor)},
                        {"vat", json_number(quoted.vat.minor)},
                        {"gross", json_number(quoted.gross.minor)}});
}

} // namespace

QuotedPrice quoted_price(Quote const& quote) {
    return {.catalogue_id = quote.catalogue_id,
            .net = quote.net,
            .vat = quote.vat,
            .gross = quote.gross};
}

std::string request_to_json(CustomerRequest const& request, Catalogue const& catalogue) {
    std::vector<JsonMember> contact;
    append_texts(contact, request.texts, FieldPlace::contact);
    std::vector<JsonMember> members{{"format", json_number(1)},
                                    {"kind", json_string(request_kind_name(request.kind))},
                                    {"language", json_string(tag(request.language))},
                                    {"contact", json_object(contact)}};
    append_texts(members, request.texts, FieldPlace::request);
    if (request.kind == RequestKind::on_demand) {
        members.emplace_back("level", json_number(request.level));
    }
    members.emplace_back("consent", JsonText{request.has_consent ? "true" : "false"});
    if (request.scenario) {
        members.emplace_back("scenario",
                             JsonText{quoted_scenario_to_json(*request.scenario, catalogue)});
    }
    if (request.quoted) {
        members.emplace_back("quoted", quoted_to_json(*request.quoted));
    }
    return json_object(members).text;
}

} // namespace kontingent
