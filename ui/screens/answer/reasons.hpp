// Why an offer is recommended, in sentences with figures: what it saves, how the hours fit, how
// certain the answer is, what would change it, and what the term commits to.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/words.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace kontingent::ui {

enum class ReasonKind : std::uint8_t { advantage, remark };

struct Reason {
    ReasonKind kind = ReasonKind::advantage;
    std::string sentence;
};

// Of the recommended offer, which must exist.
std::vector<Reason> reasons(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                            PriceView view);

} // namespace kontingent::ui
