#include "endpoint/requests/export.hpp"

#include "core/request/request_fields.hpp"

#include <nlohmann/json.hpp>

#include <string_view>
#include <vector>

namespace kontingent::endpoint {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

enum class Source : std::uint8_t { request, quote };

struct Column {
    std::string name;
    Source source;
    std::string pointer;
};

void append_fields(std::vector<Column>& columns, FieldPlace place) {
    for (RequestField const& field : request_fields) {
        if (field.place == place) {
            columns.push_back({std::string(field.name), Source::request, pointer_of(field)});
        }
    }
}

// After reference, received_at, kind, language, price and erased_at.
std::vector<Column> make_columns() {
    std::vector<Column> columns;
    append_fields(columns, FieldPlace::contact);
    columns.push_back({"level", Source::request, "/level"});
    append_fields(columns, FieldPlace::request);
    columns.insert(columns.end(), {Column{"package", Source::request, "/scenario/package"},
                                   Column{"term_months", Source::request, "/scenario/term_months"},
                                   Column{"quoted_catalogue", Source::request, "/quoted/catalogue"},
                                   Column{"quoted_net", Source::request, "/quoted/net"},
                                   Column{"quoted_vat", Source::request, "/quoted/vat"},
                                   Column{"quoted_gross", Source::request, "/quoted/gross"},
                                   Column{"own_catalogue", Source::quote, "/catalogue"},
                                   Column{"own_net", Source::quote, "/net"},
                                   Column{"own_vat", Source::quote, "/vat"},
                                   Column{"own_gross", Source::quote, "/gross"}});
    return columns;
}

std::vector<Column> const& columns() {
    static std::vector<Column> const all = make_columns();
    return all;
}

std::string text_at(json const& document, std::string_view pointer) {
    json::json_pointer const place{std::string(pointer)};
    if (!document.contains(place)) {
        return {};
    }
    json const& value = document[place];
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string csv_cell(std::string text) {
    bool const is_formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    if (is_formula) {
        text.insert(text.begin(), '\'');
    }
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (char const c : text) {
        quoted += c;
        if (c == '"') {
            quoted += '"';
        }
    }
    return quoted + '"';
}

ordered_json document_of(StoredRequest const& stored) {
    auto const or_null = [](std::string const& text) {
        return text.empty() ? ordered_json(nullptr) : ordered_json(text);
    };
    auto const parsed = [](std::string const& text) {
        return text.empty() ? ordered_json(nullptr) : ordered_json::parse(text, nullptr, false);
    };
    ordered_json document;
    document["reference"] = stored.reference;
    document["received_at"] = stored.received_at;
    document["kind"] = stored.kind;
    document["price"] = or_null(stored.price);
    document["erased_at"] = or_null(stored.erased_at);
    document["request"] = parsed(stored.request);
    document["quote"] = parsed(stored.quote);
    return document;
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size(), width), ' ');
    return text;
}

} // namespace

std::string csv_header() {
    std::string line = "reference,received_at,kind,language,price,erased_at";
    for (Column const& column : columns()) {
        line += ',';
        line += column.name;
    }
    return line + "\r\n";
}

std::string csv_line(StoredRequest const& stored) {
    std::string line = stored.reference + ',' + stored.received_at + ',' + stored.kind + ',' +
                       stored.language + ',' + stored.price + ',' + stored.erased_at;
    json const request = json::parse(stored.request, nullptr, false);
    json const quote = json::parse(stored.quote, nullptr, false);
    for (Column const& column : columns()) {
        line += ',';
        line +=
            csv_cell(text_at(column.source == Source::request ? request : quote, column.pointer));
    }
    return line + "\r\n";
}

std::string export_json(StoredRequest const& stored) {
    return document_of(stored).dump();
}

std::string export_json_for_people(StoredRequest const& stored) {
    return document_of(stored).dump(2) + "\n";
}

std::string list_line(StoredRequest const& stored) {
    std::string line = stored.reference + "  " + stored.received_at + "  " +
                       padded(stored.kind, 9) + "  " +
                       padded(stored.price.empty() ? "-" : stored.price, 7) + "  ";
    if (!stored.erased_at.empty()) {
        return line + "(erased " + stored.erased_at + ")";
    }
    json const request = json::parse(stored.request, nullptr, false);
    return line + text_at(request, "/contact/name") + " <" + text_at(request, "/contact/email") +
           ">";
}

} // namespace kontingent::endpoint
