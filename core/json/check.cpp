#include "core/json/check.hpp"

#include "core/base/ascii.hpp"
#include "core/base/small_sort.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>
#include <tuple>

namespace kontingent::json {
namespace {

std::string range(Bounds bounds) {
    return std::to_string(bounds.lowest) + ".." + std::to_string(bounds.highest);
}

std::string_view name_of(Kind kind) {
    switch (kind) {
    case Kind::boolean:
        return "boolean";
    case Kind::null:
    case Kind::decimal:
    case Kind::integer:
        return "integer";
    case Kind::text:
        return "text";
    case Kind::list:
        return "list";
    case Kind::object:
        return "object";
    }
    return {};
}

} // namespace

void Checker::report(ErrorCode code, Value const& value, std::string detail) {
    errors_.push_back({.code = code,
                       .pointer = document_->pointer_to(value),
                       .line = value.place.line,
                       .column = value.place.column,
                       .detail = std::move(detail)});
}

void Checker::report_name(ErrorCode code, Value const& member) {
    report(code, member, std::string(member.key));
    errors_.back().line = member.key_place.line;
    errors_.back().column = member.key_place.column;
}

bool Checker::is_kind(Value const* value, Kind kind) {
    if (value == nullptr) {
        return false;
    }
    if (value->kind == kind) {
        return true;
    }
    report(ErrorCode::wrong_type, *value, std::string(name_of(kind)));
    return false;
}

std::optional<std::int64_t> Checker::integer(Value const* value, Bounds bounds) {
    if (!is_kind(value, Kind::integer)) {
        return std::nullopt;
    }
    if (value->integer >= bounds.lowest && value->integer <= bounds.highest) {
        return value->integer;
    }
    report(ErrorCode::out_of_range, *value, range(bounds));
    return std::nullopt;
}

std::optional<bool> Checker::boolean(Value const* value) {
    if (!is_kind(value, Kind::boolean)) {
        return std::nullopt;
    }
    return value->is_true;
}

std::optional<std::string_view> Checker::text(Value const* value, std::int64_t length_max,
                                              LineBreaks line_breaks) {
    if (!is_kind(value, Kind::text)) {
        return std::nullopt;
    }
    if (utf8::is_blank(value->text) ||
        utf8::length(value->text) > static_cast<std::size_t>(length_max)) {
        report(ErrorCode::out_of_range, *value, "characters " + range({1, length_max}));
        return std::nullopt;
    }
    if (utf8::has_control(value->text, line_breaks == LineBreaks::allowed ? "\n" : "")) {
        report(ErrorCode::bad_format, *value, "printable");
        return std::nullopt;
    }
    return value->text;
}

std::optional<std::string_view> Checker::id(Value const* value) {
    if (!is_kind(value, Kind::text)) {
        return std::nullopt;
    }
    std::string_view const text = value->text;
    if (ascii::is_id(text)) {
        return text;
    }
    report(ErrorCode::bad_format, *value, "id");
    return std::nullopt;
}

std::optional<std::size_t> Checker::choice(Value const* value,
                                           std::initializer_list<std::string_view> allowed) {
    if (!is_kind(value, Kind::text)) {
        return std::nullopt;
    }
    std::string possible;
    std::size_t index = 0;
    for (std::string_view const one : allowed) {
        if (one == value->text) {
            return index;
        }
        if (index++ > 0) {
            possible += ", ";
        }
        possible += one;
    }
    report(ErrorCode::unknown_value, *value, std::move(possible));
    return std::nullopt;
}

bool Checker::list(Value const* value, Bounds item_count) {
    if (!is_kind(value, Kind::list)) {
        return false;
    }
    if (value->item_count < item_count.lowest || value->item_count > item_count.highest) {
        report(ErrorCode::out_of_range, *value, "entries " + range(item_count));
    }
    return value->item_count <= item_count.highest;
}

Errors Checker::take_errors() {
    small_sort(errors_, [](Error const& error) {
        return std::tie(error.line, error.column, error.code, error.pointer, error.detail);
    });
    return std::move(errors_);
}

Members::Members(Checker& checker, Value const* object, std::span<MemberName const> known) {
    for (MemberName const& member : known) {
        names_[count_++] = member.name;
    }
    is_object_ = checker.is_kind(object, Kind::object);
    if (!is_object_) {
        return;
    }
    for (Value const& member : checker.document().items(*object)) {
        auto const known_end = names_.begin() + static_cast<std::ptrdiff_t>(count_);
        auto const found = std::find(names_.begin(), known_end, member.key);
        auto const index = static_cast<std::size_t>(found - names_.begin());
        if (index == count_) {
            checker.report_name(ErrorCode::unknown_member, member);
        } else if (values_[index] != nullptr) {
            checker.report_name(ErrorCode::duplicate_member, member);
        } else {
            values_[index] = &member;
        }
    }
    std::size_t index = 0;
    for (MemberName const& member : known) {
        if (values_[index++] == nullptr && member.presence == Presence::required) {
            checker.report(ErrorCode::missing_member, *object, std::string(member.name));
        }
    }
}

Value const* Members::operator[](std::string_view name) const {
    for (std::size_t index = 0; index < count_; ++index) {
        if (names_[index] == name) {
            return values_[index];
        }
    }
    return nullptr;
}

} // namespace kontingent::json
