#include "ui/texts.hpp"

#include "core/json/reader.hpp"
#include "core/json/writer.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr std::size_t bytes_max = std::size_t{1} << 16U;

Error error_at(json::Document const& document, json::Value const& value, ErrorCode code,
               ErrorDetail detail) {
    return {.code = code,
            .pointer = document.pointer_to(value),
            .line = value.place.line,
            .column = value.place.column,
            .detail = std::move(detail)};
}

} // namespace

std::string Texts::fill(Text text, std::initializer_list<Slot> slots) const {
    std::string_view pattern = (*this)[text];
    std::string out;
    while (!pattern.empty()) {
        std::size_t const open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        pattern.remove_prefix(open);
        std::size_t const close = pattern.find('}');
        std::string_view const name = pattern.substr(1, close - 1);
        auto const* const slot = std::find_if(
            slots.begin(), slots.end(), [name](Slot const& each) { return each.name == name; });
        if (close == std::string_view::npos || slot == slots.end()) {
            out += pattern.front();
            pattern.remove_prefix(1);
            continue;
        }
        out += slot->value;
        pattern.remove_prefix(close + 1);
    }
    return out;
}

std::expected<Texts, Errors> parse_texts(std::string_view json_text) {
    auto const document = json::read(json_text, bytes_max);
    if (!document) {
        return std::unexpected(Errors{document.error()});
    }
    json::Value const& root = document->root();
    if (root.kind != json::Kind::list) {
        return std::unexpected(
            Errors{error_at(*document, root, ErrorCode::wrong_type, Wanted::list)});
    }
    if (root.item_count != text_count) {
        constexpr auto count = static_cast<std::int64_t>(text_count);
        return std::unexpected(Errors{error_at(*document, root, ErrorCode::out_of_range,
                                               Range{RangeOf::entries, count, count})});
    }
    Errors errors;
    Texts texts;
    for (json::Value const& item : document->items(root)) {
        if (item.kind == json::Kind::text) {
            texts.texts_[item.position] = item.text;
        } else {
            errors.push_back(error_at(*document, item, ErrorCode::wrong_type, Wanted::text));
        }
    }
    if (!errors.empty()) {
        return std::unexpected(std::move(errors));
    }
    return texts;
}

} // namespace kontingent::ui
