#include "endpoint/requests/export.hpp"

#include "core/base/utf8.hpp"
#include "core/request/request_fields.hpp"
#include "core/request/work_fields.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
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
    for (std::string_view const name : work_members) {
        columns.push_back({std::string(name), Source::request, "/scenario/" + std::string(name)});
    }
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

// Whether a spreadsheet would compute a cell with this text; also in full width, as Japanese ones
// do.
bool is_formula(std::string_view text) {
    auto const begin = text.find_first_not_of(" \"'");
    if (begin == std::string_view::npos) {
        return false;
    }
    text.remove_prefix(begin);
    return std::ranges::any_of(
        std::array<std::string_view, 10>{"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"},
        [&](std::string_view mark) { return text.starts_with(mark); });
}

// An apostrophe before each part of the text that a spreadsheet would compute, whichever separator
// it splits at: one that splits at semicolons does not see our quotes.
std::string without_formulas(std::string_view text) {
    std::string harmless;
    bool is_begin = true;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_begin && is_formula(text.substr(at))) {
            harmless += '\'';
        }
        harmless += text[at];
        is_begin = std::string_view(",;|\t\r\n").find(text[at]) != std::string_view::npos;
    }
    return harmless;
}

std::string csv_cell(std::string_view plain) {
    std::string const text = without_formulas(plain);
    if (text.find_first_of(",;\"\t\r\n") == std::string::npos && !text.starts_with(' ') &&
        !text.ends_with(' ')) {
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

bool is_amount(std::string_view pointer) {
    return pointer.ends_with("/net") || pointer.ends_with("/vat") || pointer.ends_with("/gross");
}

// "157500" minor units are "1575.00".
std::string amount_text(std::string const& minor_units) {
    if (minor_units.empty() || minor_units.find_first_not_of("0123456789") != std::string::npos) {
        return csv_cell(minor_units);
    }
    std::string const digits =
        std::string(minor_units.size() < 3 ? 3 - minor_units.size() : 0, '0') + minor_units;
    return digits.substr(0, digits.size() - 2) + "." + digits.substr(digits.size() - 2);
}

// Controls and what turns the direction of writing round (UAX 9) become visible: on a terminal they
// would make a line look like another.
std::string with_visible_controls(std::string_view text) {
    constexpr std::array<std::string_view, 12> turning{"\u061c", "\u200e", "\u200f", "\u202a",
                                                       "\u202b", "\u202c", "\u202d", "\u202e",
                                                       "\u2066", "\u2067", "\u2068", "\u2069"};
    constexpr std::array<std::string_view, 12> names{"U+061C", "U+200E", "U+200F", "U+202A",
                                                     "U+202B", "U+202C", "U+202D", "U+202E",
                                                     "U+2066", "U+2067", "U+2068", "U+2069"};
    std::string visible;
    while (!text.empty()) {
        auto const found = std::ranges::find_if(
            turning, [&](std::string_view mark) { return text.starts_with(mark); });
        if (found != turning.end()) {
            visible += "<" +
                       std::string(names.at(static_cast<std::size_t>(found - turning.begin()))) +
                       ">";
            text.remove_prefix(found->size());
            continue;
        }
        auto const code = static_cast<unsigned char>(text.front());
        visible += code < 0x20 || code == 0x7f ? '?' : text.front();
        text.remove_prefix(1);
    }
    return visible;
}

// To so many characters, not bytes.
std::string padded(std::string text, std::size_t width) {
    std::size_t const characters = utf8::length(text);
    text.append(width - std::min(width, characters), ' ');
    return text;
}

// As wide as the longest, so that lines of any kinds stand in columns.
std::size_t width_of(std::initializer_list<std::string> texts) {
    std::size_t width = 0;
    for (std::string const& text : texts) {
        width = std::max(width, utf8::length(text));
    }
    return width;
}

} // namespace

std::string csv_header(RequestWords const& words) {
    // The byte order mark tells spreadsheets that this is UTF-8.
    std::string line = "\xef\xbb\xbf" + csv_cell(words.text("reference"));
    auto const add = [&line](std::string_view heading) {
        line += ',';
        line += csv_cell(heading);
    };
    for (char const* const key : {"received_at", "kind", "language", "price", "erased_at"}) {
        add(words.text(key));
    }
    for (Column const& column : columns()) {
        auto const field = find_request_field(column.name);
        add(field ? words.field(request_fields.at(*field)) : words.text(column.name));
    }
    add(words.text("currency"));
    return line + "\r\n";
}

std::string csv_line(StoredRequest const& stored, RequestWords const& words) {
    std::string line = stored.reference + ',' + stored.received_at + ',' +
                       csv_cell(words.kind(stored.kind)) + ',' + stored.language + ',' +
                       csv_cell(words.price(stored.price)) + ',' + stored.erased_at;
    json const request = json::parse(stored.request, nullptr, false);
    json const quote = json::parse(stored.quote, nullptr, false);
    for (Column const& column : columns()) {
        line += ',';
        std::string const text =
            text_at(column.source == Source::request ? request : quote, column.pointer);
        line += is_amount(column.pointer) ? amount_text(text) : csv_cell(text);
    }
    return line + ',' + csv_cell(text_at(quote, "/currency")) + "\r\n";
}

std::string export_json(StoredRequest const& stored) {
    return document_of(stored).dump();
}

std::string export_json_for_people(StoredRequest const& stored) {
    return document_of(stored).dump(2) + "\n";
}

std::string list_line(StoredRequest const& stored, RequestWords const& words) {
    std::size_t const kind_width =
        width_of({words.kind("package"), words.kind("on_demand"), words.kind("question")});
    std::size_t const price_width = width_of({words.price("same"), words.price("differs")});
    std::string line = stored.reference + "  " + stored.received_at + "  " +
                       padded(words.kind(stored.kind), kind_width) + "  " +
                       padded(stored.price.empty() ? "-" : words.price(stored.price), price_width) +
                       "  ";
    if (!stored.erased_at.empty()) {
        return line + "(" + words.text("erased_at") + " " + stored.erased_at + ")";
    }
    json const request = json::parse(stored.request, nullptr, false);
    return line + with_visible_controls(text_at(request, "/contact/name")) + " <" +
           with_visible_controls(text_at(request, "/contact/email")) + ">";
}

} // namespace kontingent::endpoint
