// Reads expected values out of a JSON tree and keeps a list of everything that is not as expected.
// A value that is absent (null pointer) or invalid is reported once, where that is noticed, and
// then passed through in silence.
#pragma once

#include "core/base/error.hpp"
#include "core/base/units.hpp"
#include "core/json/reader.hpp"
#include "core/json/unit_names.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

namespace kontingent::json {

struct Bounds {
    std::int64_t lowest;
    std::int64_t highest; // both included
};

enum class LineBreaks : std::uint8_t { refused, allowed };

class Checker {
public:
    explicit Checker(Document const& document) : document_(&document) {}

    // Whether names of members are those of a catalogue that counts units (unit_names.hpp).
    void count_units_if(bool counts_units) { counts_units_ = counts_units; }

    bool counts_units() const { return counts_units_; }

    // As it is written in this document.
    std::string_view name(std::string_view name_of_minutes) const {
        return member_name(name_of_minutes, counts_units_);
    }

    Document const& document() const { return *document_; }

    // One for each kind of detail, so that no call has to make one itself.
    void report(ErrorCode code, Value const& value);
    void report(ErrorCode code, Value const& value, Wanted wanted);
    void report(ErrorCode code, Value const& value, Range const& range);
    void report(ErrorCode code, Value const& value, Ratio ratio);
    void report(ErrorCode code, Value const& value, std::int64_t number);
    void report(ErrorCode code, Value const& value, std::string_view name);
    void report(ErrorCode code, Value const& value, Choices possible);
    void report_detail(ErrorCode code, Value const& value, ErrorDetail detail);
    // The place is the member's name, not its value.
    void report_name(ErrorCode code, Value const& member);

    // Whether the value is there and of this kind; wrong_type if it is there and is not.
    bool is_kind(Value const* value, Kind kind);
    bool is_kind(Value const* value, Kind kind, Wanted wanted);
    // `wanted` is what a wrong type is answered with.
    std::optional<std::int64_t> integer(Value const* value, Bounds bounds,
                                        Wanted wanted = Wanted::integer);
    // 0 to `highest` minor units.
    std::optional<Money> money(Value const* value, std::int64_t highest);
    std::optional<bool> boolean(Value const* value);
    // Not empty, not only white space, without control characters, of so many code points at most.
    std::optional<std::string_view> text(Value const* value, std::int64_t length_max,
                                         LineBreaks line_breaks = LineBreaks::refused);
    // 1 to 64 of a-z, 0-9 and "-".
    std::optional<std::string_view> id(Value const* value);
    // The index of a text among those allowed.
    std::optional<std::size_t> choice(Value const* value,
                                      std::initializer_list<std::string_view> allowed);
    // Whether the value is a list whose items are worth a look: one that is too short or too long
    // is reported, and one that is too long is not looked into, so that work and errors stay
    // bounded.
    bool list(Value const* value, Bounds item_count);

    // In the order of the text.
    Errors take_errors();

    bool has_errors() const { return !errors_.empty(); }

private:
    Document const* document_;
    Errors errors_;
    bool counts_units_ = false;
};

// Null where the value is no object or has no such member.
Value const* find_member(Document const& document, Value const& object, std::string_view name);

enum class Presence : std::uint8_t { required, optional };

// Whether a name in minutes becomes one in units where units are counted. Response times do not.
enum class NameOf : std::uint8_t { work, time };

struct MemberName {
    std::string_view name;
    Presence presence = Presence::required;
    NameOf of = NameOf::work;
};

// An object's members, found by name. Construction reports what is no object, and unknown, repeated
// and missing members; of a repeated one the first counts.
class Members {
public:
    Members(Checker& checker, Value const* object, std::initializer_list<MemberName> known)
        : Members(checker, object, std::span(known.begin(), known.size())) {}

    // At most `count_max` names.
    Members(Checker& checker, Value const* object, std::span<MemberName const> known);

    static constexpr std::size_t count_max = 28;

    // Null where it is absent. `name` must be one of those known, as in a catalogue of minutes.
    Value const* operator[](std::string_view name) const;

    bool is_object() const { return is_object_; }

private:
    std::array<std::string_view, count_max> names_{};
    std::array<Value const*, count_max> values_{};
    std::size_t count_ = 0;
    bool is_object_ = false;
};

} // namespace kontingent::json
