#include "tests/core/charged.hpp"

#include "core/pricing/settlement.hpp"
#include "tests/core/offers.hpp"

#include <doctest/doctest.h>

namespace kontingent::tests {

std::expected<Lines, Overflow> lines_of(Overage const& overage, Minutes beyond,
                                        RateUnit rate_unit) {
    Offer offer;
    offer.overage = overage;
    Tariff tariff;
    tariff.offer = &offer;
    tariff.rate_unit = rate_unit;
    CountedWork const work = CountedWork::of_first_kind(beyond.count, 1);
    Lines lines;
    LineSink sink(lines);
    LineSink none;
    SettledMonth const settled = Settlement(tariff).settle(work, 1, sink);
    sink.close();
    CHECK(settled.overage == beyond);
    auto const sum = settled.net.total();
    if (!sum) {
        return std::unexpected(sum.error());
    }
    CHECK(*sum == sum_of(lines));
    CHECK(*sum == Settlement(tariff).settle(work, 1, none).net.value());
    return lines;
}

void check_rows(Overage const& overage, std::span<ChargedRow const> rows, RateUnit rate_unit) {
    for (ChargedRow const& row : rows) {
        CAPTURE(row.name);
        auto const lines = lines_of(overage, Minutes{row.minutes}, rate_unit);
        REQUIRE(lines);
        CHECK(text_of(*lines) == row.lines);
    }
}

} // namespace kontingent::tests
