// One line of a quote: the smallest amount that is itemised and the only place where money is
// rounded. A line is known by its kind, never by where it is.
#pragma once

#include "core/base/units.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace kontingent {

// In the order in which a month has them.
enum class LineKind : std::uint8_t {
    setup_fee,
    base,
    base_discount,
    base_special_discount,
    extra,
    extras_discount,
    extras_special_discount,
    extra_one_off,
    overage,
    overage_flat_fee,
    overage_discount,
    overage_special_discount,
    task_fee,
};

// What is owed whatever happens, and what is owed only if used.
enum class LinePart : std::uint8_t { fixed, expected };

struct LineKindInfo {
    std::string_view text; // as in the quote's JSON
    LinePart part;
    bool is_term_discount;
};

LineKindInfo const& info_of(LineKind kind);

struct Line {
    std::int32_t month = 1;
    LineKind kind = LineKind::base;
    std::optional<std::uint8_t> work_kind = {}; // index into Catalogue::kinds: a tariff of its own
    std::optional<std::uint8_t> extra = {};     // index into Catalogue::extras
    std::optional<std::uint8_t> special_discount = {}; // index into those of its scenario
    std::optional<Minutes> minutes = {};
    std::optional<HourlyRate> hourly_rate = {};
    std::optional<std::int64_t> quantity = {}; // of extras, blocks or tasks
    Money net;                                 // with prices that include VAT, the gross amount
    friend bool operator==(Line const&, Line const&) = default;
};

using Lines = std::vector<Line>;

std::expected<Money, Overflow> sum_of(std::span<Line const> lines);

// Where lines go. Itemising and adding up are one computation, with lines wanted or not.
class LineSink {
public:
    // Forgets them.
    LineSink() = default;

    LineSink(Lines& lines, std::int32_t month) : lines_(&lines), month_(month) {}

    // A new line to fill in, or null where lines are forgotten. Filled where it stays: a line that
    // is copied as soon as its members are written waits for each of them.
    Line* add(LineKind kind) {
        if (lines_ == nullptr) {
            return nullptr;
        }
        Line& line = lines_->emplace_back();
        line.month = month_;
        line.kind = kind;
        return &line;
    }

    void put(Line const& line) {
        if (Line* added = add(line.kind)) {
            *added = line;
            added->month = month_;
        }
    }

private:
    Lines* lines_ = nullptr;
    std::int32_t month_ = 1;
};

} // namespace kontingent
