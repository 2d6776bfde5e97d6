#include "templates/texts.hpp"

#include <utility>

namespace kontingent::templates {

namespace {

constexpr std::size_t texts_bytes_max = 1U << 20U;

Error error_at(ErrorCode code, json::Document const& document, json::Value const& value,
               ErrorDetail detail) {
    return {.code = code,
            .pointer = document.pointer_to(value),
            .line = value.place.line,
            .column = value.place.column,
            .detail = std::move(detail)};
}

} // namespace

std::optional<Texts> Texts::parse(std::string file, std::string_view json, Problems& problems) {
    auto const document = json::read(json, texts_bytes_max);
    if (!document) {
        problems.invalid_text(file, document.error());
        return std::nullopt;
    }
    json::Value const& root = document->root();
    if (root.kind != json::Kind::object) {
        problems.invalid_text(file,
                              error_at(ErrorCode::wrong_type, *document, root, Wanted::object));
        return std::nullopt;
    }
    Texts texts(std::move(file), problems);
    bool is_valid = true;
    for (json::Value const& member : document->items(root)) {
        bool const has_forms = member.kind == json::Kind::object && member.item_count > 0;
        if (!has_forms) {
            is_valid = texts.take(*document, member, std::string(member.key)) && is_valid;
            continue;
        }
        for (json::Value const& form : document->items(member)) {
            std::string key = std::string(member.key) + "." + std::string(form.key);
            is_valid = texts.take(*document, form, std::move(key)) && is_valid;
        }
    }
    return is_valid ? std::optional(std::move(texts)) : std::nullopt;
}

bool Texts::take(json::Document const& document, json::Value const& member, std::string key) {
    if (member.kind != json::Kind::text) {
        problems_->invalid_text(file_,
                                error_at(ErrorCode::wrong_type, document, member, Wanted::text));
        return false;
    }
    if (!entries_.emplace(std::move(key), Entry{std::string(member.text), member.place}).second) {
        problems_->invalid_text(file_, error_at(ErrorCode::duplicate_member, document, member,
                                                std::string(member.key)));
        return false;
    }
    return true;
}

std::vector<std::string> Texts::keys() const {
    std::vector<std::string> keys;
    for (auto const& [key, entry] : entries_) {
        keys.push_back(key);
    }
    return keys;
}

void Texts::replace(std::string_view key, std::string text) {
    if (auto const found = entries_.find(key); found != entries_.end()) {
        found->second.text = std::move(text);
    }
}

std::string Texts::text(std::string_view key, TextArguments const& arguments) const {
    auto const found = entries_.find(key);
    if (found == entries_.end()) {
        problems_->invalid_text(file_, Error{.code = ErrorCode::missing_member,
                                             .pointer = {},
                                             .line = 1,
                                             .column = 1,
                                             .detail = std::string(key)});
        return {};
    }
    Entry const& entry = found->second;
    std::string filled;
    std::string_view rest = entry.text;
    for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
        filled += rest.substr(0, open);
        rest.remove_prefix(open + 1);
        std::size_t const close = rest.find('}');
        std::string_view const name = rest.substr(0, close);
        rest.remove_prefix(close == std::string_view::npos ? rest.size() : close + 1);
        if (auto const own = arguments.find(name); own != arguments.end()) {
            filled += own->second;
        } else if (auto const common = common_.find(name); common != common_.end()) {
            filled += common->second;
        } else {
            report_argument(key, entry, name);
        }
    }
    return filled += rest;
}

std::string form_key(std::string_view key, Plural form) {
    return std::string(key) + "." + std::string(plural_names.at(static_cast<std::size_t>(form)));
}

std::string Texts::counted(std::string_view key, Plural form, std::string number) const {
    return text(form_key(key, form), {{"n", std::move(number)}});
}

void Texts::report_argument(std::string_view key, Entry const& entry, std::string_view name) const {
    std::string const place =
        file_ + ":" + std::to_string(entry.place.line) + ":" + std::to_string(entry.place.column);
    problems_->unknown_argument(place, key, name);
}

} // namespace kontingent::templates
