#include "ui/texts.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

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
    return kontingent::fill((*this)[text], slots);
}

std::string_view Texts::form(Text text, std::size_t index) const {
    std::string_view forms = (*this)[text];
    for (; index > 0; --index) {
        std::size_t const end = forms.find('\n');
        forms.remove_prefix(end == std::string_view::npos ? forms.size() : end + 1);
    }
    return forms.substr(0, forms.find('\n'));
}

std::expected<Texts, Errors> parse_texts(json::Document const& document, json::Value const& list) {
    if (list.kind != json::Kind::list) {
        return std::unexpected(
            Errors{error_at(document, list, ErrorCode::wrong_type, Wanted::list)});
    }
    if (list.item_count != text_count) {
        constexpr auto count = static_cast<std::int64_t>(text_count);
        return std::unexpected(Errors{error_at(document, list, ErrorCode::out_of_range,
                                               Range{RangeOf::entries, count, count})});
    }
    Errors errors;
    Texts texts;
    for (json::Value const& item : document.items(list)) {
        if (item.kind == json::Kind::text) {
            texts.texts_[item.position] = item.text;
        } else {
            errors.push_back(error_at(document, item, ErrorCode::wrong_type, Wanted::text));
        }
    }
    if (!errors.empty()) {
        return std::unexpected(std::move(errors));
    }
    return texts;
}

Texts texts_of(std::span<std::string_view const> list) {
    Texts texts;
    std::ranges::copy(list, texts.texts_.begin());
    return texts;
}

} // namespace kontingent::ui
