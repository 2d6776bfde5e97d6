// The calculator: needs, answer and comparison laid out together, and the estimate they share.
#pragma once

#include "ui/estimate.hpp"
#include "ui/frame.hpp"
#include "ui/platform.hpp"
#include "ui/state.hpp"
#include "ui/words.hpp"

#include <expected>
#include <optional>
#include <string>

namespace kontingent::ui {

class Calculator {
public:
    // Takes up what this session's store holds, else sensible needs.
    Calculator(Platform& platform, Catalogue catalogue);

    // Returns the content's height.
    float draw(Frame& frame);
    // Whether the answer's bar belongs at the lower edge; drawn in a window of its own, above the
    // rest.
    bool wants_bar(Frame const& frame) const;
    void draw_bar(Frame& frame);

private:
    // What the estimate depends on; while it stays the same nothing is computed again.
    struct EstimateKey {
        std::vector<Minutes> usage;
        std::optional<std::int32_t> term_months;
        friend bool operator==(EstimateKey const&, EstimateKey const&) = default;
    };

    void update_estimate(Frame& frame);
    void keep_needs();
    float needs_y(Frame const& frame) const;
    float draw_needs_card(Frame& frame, float x, float y, float width);
    void keep_draft();
    // What gets the focus is brought into view, with what leads to it.
    void reveal_focus(Frame const& frame);
    void ask_for(std::string offer_key);
    float draw_request_card(Frame& frame, float x, float y, float width);
    float draw_results(Frame& frame, float x, float y, float width);

    Platform& platform_;
    Catalogue catalogue_;
    Shop shop_;
    AppState app_;
    std::optional<EstimateKey> estimate_key_;
    std::expected<Estimate, Faults> estimate_;
    std::string stored_;
    std::string stored_draft_;
    // Of the last frame.
    float needs_height_ = 0;
    float content_height_ = 0;
    Rect answer_;
};

} // namespace kontingent::ui
