#include "ui/state/desk/settings.hpp"

#include "core/base/base64.hpp"
#include "core/document/document.hpp"
#include "core/json/check.hpp"
#include "core/json/reader.hpp"
#include "core/json/writer.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::ui::desk {

namespace {

constexpr std::size_t bytes_max = std::size_t{4} << 20U;

std::string text_of(json::Document const& document, json::Value const& object,
                    std::string_view name) {
    json::Value const* const value = json::find_member(document, object, name);
    return value != nullptr && value->kind == json::Kind::text ? std::string{value->text}
                                                               : std::string{};
}

std::optional<std::int64_t> number_of(json::Document const& document, json::Value const& object,
                                      std::string_view name) {
    json::Value const* const value = json::find_member(document, object, name);
    return value != nullptr && value->kind == json::Kind::integer ? std::optional{value->integer}
                                                                  : std::nullopt;
}

std::string_view value_at(Records const& records, std::string_view key) {
    auto const found = records.find(key);
    return found == records.end() ? std::string_view{} : std::string_view{found->second.value};
}

// The count of a number of this series, "A-2026": 13 of "A-2026-0013"; 0 of any other.
std::int64_t count_in(std::string_view number, std::string_view series) {
    if (!number.starts_with(series) || number.size() <= series.size() + 1 ||
        number[series.size()] != '-') {
        return 0;
    }
    constexpr std::int64_t ten = 10;
    std::int64_t count = 0;
    for (char const digit : number.substr(series.size() + 1)) {
        count = count * ten + (digit - '0');
    }
    return count;
}

} // namespace

std::string quoted(std::string_view text) {
    return json_string(text).text;
}

std::string to_json(Settings const& settings) {
    std::vector<JsonMember> members{{"format", json_number(1)},
                                    {"owner", json_string(settings.owner)},
                                    {"validity_days", json_number(settings.validity_days)},
                                    {"payment_terms", json_string(settings.payment_terms)},
                                    {"introduction", json_string(settings.introduction)},
                                    {"closing", json_string(settings.closing)}};
    if (settings.discount_max) {
        members.emplace_back("discount_max_basis_points",
                             json_number(settings.discount_max->value));
    }
    return json_object(members).text;
}

std::string to_json(TextTemplates const& templates) {
    std::vector<JsonText> list;
    for (TextTemplate const& one : templates) {
        list.push_back(json_object({{"name", json_string(one.name)},
                                    {"introduction", json_string(one.introduction)},
                                    {"closing", json_string(one.closing)},
                                    {"payment_terms", json_string(one.payment_terms)}}));
    }
    return json_array(list).text;
}

std::optional<Settings> parse_settings(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    if (!document || document->root().kind != json::Kind::object) {
        return std::nullopt;
    }
    json::Value const& root = document->root();
    Settings settings;
    settings.owner = text_of(*document, root, "owner");
    settings.payment_terms = text_of(*document, root, "payment_terms");
    settings.introduction = text_of(*document, root, "introduction");
    settings.closing = text_of(*document, root, "closing");
    std::int64_t const days =
        number_of(*document, root, "validity_days").value_or(settings.validity_days);
    settings.validity_days =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(days, 0, validity_days_max));
    if (auto const limit = number_of(*document, root, "discount_max_basis_points")) {
        constexpr std::int64_t whole = 10'000;
        settings.discount_max = BasisPoints{std::clamp<std::int64_t>(*limit, 0, whole)};
    }
    return settings;
}

std::optional<TextTemplates> parse_templates(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    if (!document || document->root().kind != json::Kind::list ||
        document->root().item_count > template_count_max) {
        return std::nullopt;
    }
    TextTemplates templates;
    for (json::Value const& item : document->items(document->root())) {
        if (item.kind != json::Kind::object) {
            return std::nullopt;
        }
        templates.push_back({.name = text_of(*document, item, "name"),
                             .introduction = text_of(*document, item, "introduction"),
                             .closing = text_of(*document, item, "closing"),
                             .payment_terms = text_of(*document, item, "payment_terms")});
    }
    return templates;
}

Settings settings_of(Records const& records) {
    return parse_settings(value_at(records, settings_key)).value_or(Settings{});
}

TextTemplates templates_of(Records const& records) {
    return parse_templates(value_at(records, templates_key)).value_or(TextTemplates{});
}

std::string prefix_of(Records const& records) {
    auto const document = json::read(value_at(records, prefix_key), bytes_max);
    return document && document->root().kind == json::Kind::text
               ? std::string{document->root().text}
               : std::string{};
}

std::string logo_of(Records const& records) {
    return parse_logo(value_at(records, logo_key)).value_or("");
}

std::string logo_to_json(std::string_view file) {
    return quoted(to_base64(file));
}

std::optional<std::string> parse_logo(std::string_view json) {
    auto const document = json::read(json, bytes_max);
    if (!document || document->root().kind != json::Kind::text) {
        return std::nullopt;
    }
    auto file = from_base64(document->root().text);
    return file && file->size() <= logo_bytes_max ? std::move(file) : std::nullopt;
}

std::optional<Instant> copied_at(Records const& records) {
    auto const document = json::read(value_at(records, copied_key), bytes_max);
    return document && document->root().kind == json::Kind::integer
               ? std::optional{Instant{document->root().integer}}
               : std::nullopt;
}

bool is_prefix(std::string_view text) {
    constexpr std::size_t length_max = 8;
    return !text.empty() && text.size() <= length_max &&
           std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

NextNumber next_number(Records const& records, std::string_view prefix, std::int32_t year,
                       std::vector<std::string> const& known) {
    constexpr std::size_t digits = 4;
    std::string const series = std::string{prefix} + "-" + std::to_string(year);
    std::string key = "number/" + series;
    std::int64_t highest = 0;
    if (auto const document = json::read(value_at(records, key), bytes_max);
        document && document->root().kind == json::Kind::integer) {
        highest = document->root().integer;
    }
    for (std::string const& number : known) {
        highest = std::max(highest, count_in(number, series));
    }
    std::string const count = std::to_string(highest + 1);
    return {.number = series + "-" +
                      std::string(digits > count.size() ? digits - count.size() : 0, '0') + count,
            .counted = {std::move(key), count}};
}

} // namespace kontingent::ui::desk
