#include "core/request/request_fields.hpp"

#include "core/base/instant.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>

namespace kontingent {

namespace {

constexpr std::size_t email_local_length_max = 64;
constexpr std::size_t domain_label_length_max = 63;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_domain_label(std::string_view label) {
    return !label.empty() && label.size() <= domain_label_length_max && label.front() != '-' &&
           label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

} // namespace

std::string_view request_kind_name(RequestKind kind) {
    return request_kind_names[static_cast<std::size_t>(kind)];
}

std::optional<RequestKind> find_request_kind(std::string_view name) {
    for (std::size_t i = 0; i < request_kind_names.size(); ++i) {
        if (request_kind_names[i] == name) {
            return static_cast<RequestKind>(i);
        }
    }
    return std::nullopt;
}

std::optional<std::size_t> find_request_field(std::string_view name) {
    for (std::size_t i = 0; i < request_field_count; ++i) {
        if (request_fields[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

std::string pointer_of(RequestField const& field) {
    return (field.place == FieldPlace::contact ? "/contact/" : "/") + std::string(field.name);
}

bool is_required(RequestField const& field, RequestKind kind) {
    return field.need == FieldNeed::required ||
           (field.need == FieldNeed::unless_package && kind != RequestKind::package);
}

std::optional<FieldError> check_field(RequestField const& field, std::string_view text,
                                      RequestKind kind) {
    if (utf8::is_blank(text)) {
        return is_required(field, kind) ? std::optional(FieldError::missing) : std::nullopt;
    }
    if (field.format == FieldFormat::date) {
        return parse_day(text) ? std::nullopt : std::optional(FieldError::no_date);
    }
    if (utf8::length(text) > static_cast<std::size_t>(field.length_max)) {
        return FieldError::too_long;
    }
    if (utf8::has_control(text, field.format == FieldFormat::text ? "\n\r\t" : "")) {
        return FieldError::not_printable;
    }
    if (field.format == FieldFormat::email && !is_email_address(text)) {
        return FieldError::no_email;
    }
    return std::nullopt;
}

bool is_email_address(std::string_view text) {
    constexpr std::string_view marks = ".!#$%&'*+/=?^_`{|}~-";
    auto const at = text.find('@');
    if (at == std::string_view::npos || at == 0 || at > email_local_length_max) {
        return false;
    }
    auto const is_local = [&](char c) {
        return is_letter_or_digit(c) || marks.find(c) != std::string_view::npos;
    };
    if (!std::ranges::all_of(text.substr(0, at), is_local)) {
        return false;
    }
    std::string_view domain = text.substr(at + 1);
    while (true) {
        auto const dot = domain.find('.');
        if (!is_domain_label(domain.substr(0, dot))) {
            return false;
        }
        if (dot == std::string_view::npos) {
            return true;
        }
        domain.remove_prefix(dot + 1);
    }
}

} // namespace kontingent
