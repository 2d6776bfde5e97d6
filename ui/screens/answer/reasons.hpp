// Why one offer is best, in sentences with their figures: what it saves, how the hours fit, how
// sure it is, what would change the answer, what its term binds.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/words.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kontingent::ui {

enum class ReasonKind : std::uint8_t { speaks_for_it, to_be_known };

struct Reason {
    ReasonKind kind = ReasonKind::speaks_for_it;
    std::string sentence;
};

// Of the recommended offer; there must be one.
std::vector<Reason> reasons(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                            PriceView view);

} // namespace kontingent::ui
