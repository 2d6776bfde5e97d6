#include "core/json/check.hpp"

#include "core/base/ascii.hpp"
#include "core/base/small_sort.hpp"
#include "core/base/utf8.hpp"

#include <algorithm>
#include <tuple>

namespace kontingent::json {
namespace {

Wanted wanted_of(Kind kind) {
    switch (kind) {
    case Kind::boolean:
        return Wanted::boolean;
    case Kind::null:
    case Kind::decimal:
    case Kind::integer:
        return Wanted::integer;
    case Kind::text:
        return Wanted::text;
    case Kind::list:
        return Wanted::list;
    case Kind::object:
        return Wanted::object;
    }
    return Wanted::object;
}

} // namespace

void Checker::report(ErrorCode code, Value const& value) {
    report_detail(code, value, {});
}

void Checker::report(ErrorCode code, Value const& value, Wanted wanted) {
    report_detail(code, value, wanted);
}

void Checker::report(ErrorCode code, Value const& value, Range const& range) {
    report_detail(code, value, range);
}

void Checker::report(ErrorCode code, Value const& value, Ratio ratio) {
    report_detail(code, value, ratio);
}

void Checker::report(ErrorCode code, Value const& value, std::int64_t number) {
    report_detail(code, value, number);
}

void Checker::report(ErrorCode code, Value const& value, std::string_view name) {
    report_detail(code, value, std::string(name));
}

void Checker::report(ErrorCode code, Value const& value, Choices possible) {
    report_detail(code, value, std::move(possible));
}

void Checker::report_detail(ErrorCode code, Value const& value, ErrorDetail detail) {
    errors_.push_back({.code = code,
                       .pointer = document_->pointer_to(value),
                       .line = value.place.line,
                       .column = value.place.column,
                       .detail = std::move(detail)});
}

void Checker::report_name(ErrorCode code, Value const& member) {
    report(code, member, member.key);
    errors_.back().line = member.key_place.line;
    errors_.back().column = member.key_place.column;
}

bool Checker::is_kind(Value const* value, Kind kind) {
    return is_kind(value, kind, wanted_of(kind));
}

bool Checker::is_kind(Value const* value, Kind kind, Wanted wanted) {
    if (value == nullptr) {
        return false;
    }
    if (value->kind == kind) {
        return true;
    }
    report(ErrorCode::wrong_type, *value, wanted);
    return false;
}

std::optional<std::int64_t> Checker::integer(Value const* value, Bounds bounds, Wanted wanted) {
    if (!is_kind(value, Kind::integer, wanted)) {
        return std::nullopt;
    }
    if (value->integer >= bounds.lowest && value->integer <= bounds.highest) {
        return value->integer;
    }
    report(ErrorCode::out_of_range, *value, Range{RangeOf::number, bounds.lowest, bounds.highest});
    return std::nullopt;
}

std::optional<Money> Checker::money(Value const* value, std::int64_t highest) {
    auto const minor = integer(value, {0, highest}, Wanted::money);
    return minor ? std::optional(Money{*minor}) : std::nullopt;
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
        report(ErrorCode::out_of_range, *value, Range{RangeOf::characters, 1, length_max});
        return std::nullopt;
    }
    if (utf8::has_control(value->text, line_breaks == LineBreaks::allowed ? "\n" : "")) {
        report(ErrorCode::bad_format, *value, Wanted::printable);
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
    report(ErrorCode::bad_format, *value, Wanted::id);
    return std::nullopt;
}

std::optional<std::size_t> Checker::choice(Value const* value,
                                           std::initializer_list<std::string_view> allowed) {
    if (!is_kind(value, Kind::text)) {
        return std::nullopt;
    }
    auto const found = std::ranges::find(allowed, value->text);
    if (found != allowed.end()) {
        return static_cast<std::size_t>(found - allowed.begin());
    }
    report(ErrorCode::unknown_value, *value, Choices(allowed.begin(), allowed.end()));
    return std::nullopt;
}

bool Checker::list(Value const* value, Bounds item_count) {
    if (!is_kind(value, Kind::list)) {
        return false;
    }
    if (value->item_count < item_count.lowest || value->item_count > item_count.highest) {
        report(ErrorCode::out_of_range, *value,
               Range{RangeOf::entries, item_count.lowest, item_count.highest});
    }
    return value->item_count <= item_count.highest;
}

Errors Checker::take_errors() {
    small_sort(errors_, [](Error const& error) {
        return std::tie(error.line, error.column, error.code, error.pointer, error.detail);
    });
    return std::move(errors_);
}

Value const* find_member(Document const& document, Value const& object, std::string_view name) {
    if (object.kind == Kind::object) {
        for (Value const& member : document.items(object)) {
            if (member.key == name) {
                return &member;
            }
        }
    }
    return nullptr;
}

Members::Members(Checker& checker, Value const* object, std::span<MemberName const> known) {
    std::array<std::string_view, count_max> written{}; // as in this document
    for (MemberName const& member : known) {
        written[count_] = member.of == NameOf::work ? checker.name(member.name) : member.name;
        names_[count_++] = member.name;
    }
    is_object_ = checker.is_kind(object, Kind::object);
    if (!is_object_) {
        return;
    }
    for (Value const& member : checker.document().items(*object)) {
        auto const known_end = written.begin() + static_cast<std::ptrdiff_t>(count_);
        auto const found = std::find(written.begin(), known_end, member.key);
        auto const index = static_cast<std::size_t>(found - written.begin());
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
        if (values_[index] == nullptr && member.presence == Presence::required) {
            checker.report(ErrorCode::missing_member, *object, std::string(written[index]));
        }
        ++index;
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
