#include "ui/texts.hpp"

#include "core/json_reader.hpp"

#include <algorithm>

namespace kontingent::ui {

namespace {

constexpr std::array<std::string_view, text_count> text_names{
#define KONTINGENT_TEXT(name) #name,
#include "ui/texts.def"
#undef KONTINGENT_TEXT
};

constexpr std::size_t bytes_max = std::size_t{1} << 16U;

Fault fault_at(json::Document const& document, json::Value const& value, FaultCode code,
               std::string_view detail) {
    return {.code = code,
            .pointer = document.pointer_to(value),
            .line = value.place.line,
            .column = value.place.column,
            .detail = std::string{detail}};
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

std::expected<Texts, Faults> parse_texts(std::string_view json_text) {
    auto const document = json::read(json_text, bytes_max);
    if (!document) {
        return std::unexpected(Faults{document.error()});
    }
    json::Value const& root = document->root();
    Faults faults;
    Texts texts;
    std::array<bool, text_count> is_given{};
    if (root.kind != json::Kind::object) {
        return std::unexpected(Faults{fault_at(*document, root, FaultCode::wrong_type, "object")});
    }
    for (json::Value const& member : document->items(root)) {
        auto const index = static_cast<std::size_t>(std::distance(
            text_names.begin(), std::find(text_names.begin(), text_names.end(), member.key)));
        if (index == text_count) {
            faults.push_back(fault_at(*document, member, FaultCode::unknown_member, member.key));
        } else if (is_given[index]) {
            faults.push_back(fault_at(*document, member, FaultCode::duplicate_member, member.key));
        } else if (member.kind != json::Kind::text) {
            faults.push_back(fault_at(*document, member, FaultCode::wrong_type, "text"));
        } else {
            is_given[index] = true;
            texts.texts_[index] = member.text;
        }
    }
    for (std::size_t index = 0; index < text_count; ++index) {
        if (!is_given[index]) {
            faults.push_back(
                fault_at(*document, root, FaultCode::missing_member, text_names[index]));
        }
    }
    if (!faults.empty()) {
        return std::unexpected(std::move(faults));
    }
    return texts;
}

} // namespace kontingent::ui
