// One line of a quote: the smallest amount that is itemised and the only place where money is
// rounded. A line is known by its kind, never by where it is.
#pragma once

#include "core/base/maybe.hpp"
#include "core/base/units.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
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
    bool is_one_off; // owed once, whatever the term
};

LineKindInfo const& info_of(LineKind kind);

struct Line {
    std::int32_t month = 1;
    LineKind kind = LineKind::base;
    Maybe<std::uint8_t> work_kind = {};        // index into Catalogue::kinds: a tariff of its own
    Maybe<std::uint8_t> extra = {};            // index into Catalogue::extras
    Maybe<std::uint8_t> special_discount = {}; // index into those of its scenario
    Maybe<Minutes> minutes = {};
    Maybe<HourlyRate> hourly_rate = {};
    Maybe<std::int64_t> quantity = {}; // of extras, blocks or tasks
    Money net = {};                    // with prices that include VAT, the gross amount
    friend bool operator==(Line const&, Line const&) = default;
};

// Small enough that the quotes of a catalogue stay in a processor's nearest cache.
static_assert(sizeof(Line) == 40);

using Lines = std::vector<Line>;

std::expected<Money, Overflow> sum_of(std::span<Line const> lines);

// Where lines go. Itemising and adding up are one computation, with lines wanted or not.
class LineSink {
public:
    // Forgets them.
    LineSink() = default;

    // Writes over `lines` from the first on, so that storage is used again. They are whole after
    // close().
    explicit LineSink(Lines& lines)
        : lines_(&lines), next_(lines.data()), end_(lines.data() + lines.size()) {}

    // Writes behind `lines`.
    static LineSink behind(Lines& lines) {
        LineSink sink(lines);
        sink.next_ = sink.end_;
        return sink;
    }

    // Of all lines from now on.
    void set_month(std::int32_t month) { month_ = month; }

    // Of the sink's month, whatever the line says.
    void put(Line const& line) {
        if (has_room()) {
            write(line);
        }
    }

    // Puts the lines `first` to `last` - 1 again.
    void repeat(std::size_t first, std::size_t last) {
        for (; first < last && has_room(); ++first) {
            write((*lines_)[first]);
        }
    }

    // 0 where none are wanted.
    std::size_t count() const {
        return lines_ == nullptr ? 0 : static_cast<std::size_t>(next_ - lines_->data());
    }

    // Drops what was there before and is not written over.
    void close() { lines_->resize(count()); }

private:
    // Whether lines are wanted; then there is room for another.
    bool has_room() {
        if (next_ == end_) {
            if (lines_ == nullptr) {
                return false;
            }
            make_room();
        }
        return true;
    }

    void write(Line const& line) {
        std::int32_t const month = month_;
        Line* const to = next_++;
        *to = line;
        to->month = month;
    }

    void make_room();

    Lines* lines_ = nullptr;
    Line* next_ = nullptr; // among `lines_`
    Line* end_ = nullptr;  // of `lines_`
    std::int32_t month_ = 1;
};

} // namespace kontingent
