#include "core/pricing/line.hpp"

#include "core/pricing/money_sum.hpp"

#include <array>

namespace kontingent {
namespace {

// In the order of the enumerators.
constexpr std::array infos{
    LineKindInfo{"setup_fee", LinePart::fixed, false, true},
    LineKindInfo{"base", LinePart::fixed, false, false},
    LineKindInfo{"term_discount", LinePart::fixed, true, false},
    LineKindInfo{"special_discount", LinePart::fixed, false, false},
    LineKindInfo{"extra", LinePart::fixed, false, false},
    LineKindInfo{"term_discount", LinePart::fixed, true, false},
    LineKindInfo{"special_discount", LinePart::fixed, false, false},
    LineKindInfo{"extra_one_off", LinePart::fixed, false, true},
    LineKindInfo{"overage", LinePart::expected, false, false},
    LineKindInfo{"overage_flat_fee", LinePart::expected, false, false},
    LineKindInfo{"term_discount", LinePart::expected, true, false},
    LineKindInfo{"special_discount", LinePart::expected, false, false},
    LineKindInfo{"task_fee", LinePart::expected, false, false},
};
static_assert(infos.size() == static_cast<std::size_t>(LineKind::task_fee) + 1);

// More than a line at once, and not many: each is written twice.
constexpr std::size_t lines_made_room_for = 16;

} // namespace

LineKindInfo const& info_of(LineKind kind) {
    return infos[static_cast<std::size_t>(kind)];
}

std::expected<Money, Overflow> sum_of(std::span<Line const> lines) {
    MoneySum sum;
    for (Line const& line : lines) {
        sum.add(line.net);
    }
    return sum.total();
}

void LineSink::make_room() {
    std::size_t const written = lines_->size();
    lines_->resize(written + lines_made_room_for);
    next_ = lines_->data() + written;
    end_ = lines_->data() + lines_->size();
}

} // namespace kontingent
