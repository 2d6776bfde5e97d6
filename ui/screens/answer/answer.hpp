// "Unsere Empfehlung": the best offer, what it costs, and why.
#pragma once

#include "ui/frame.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/words.hpp"

#include <string>

namespace kontingent::ui {

struct AnswerResult {
    float height = 0;
    bool wants_request = false;
    bool wants_copy = false;
    bool wants_link = false;
    bool wants_no_requirements = false; // because no offer meets them
};

AnswerResult draw_answer(Frame& frame, Shop const& shop, ComparedOffers const& compared,
                         PriceView view, std::string_view notice, float x, float y, float width);

// Announced to screen readers when the answer changes.
std::string answer_sentence(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                            PriceView view);
// The answer as plain text for an e-mail, every figure with its unit.
std::string answer_summary(Frame const& frame, Shop const& shop, ComparedOffers const& compared,
                           PriceView view);

// The answer in short, at the lower edge of narrow screens while the answer itself is below the
// visible part, from `top` down. True when the visitor wants to see the answer itself.
inline constexpr float answer_bar_height = 72;
bool draw_answer_bar(Frame& frame, Shop const& shop, ComparedOffers const& compared, PriceView view,
                     float top);

} // namespace kontingent::ui
