// The calculator: needs, answer and comparison laid out together, and the results they share.
#pragma once

#include "ui/frame.hpp"
#include "ui/platform.hpp"
#include "ui/screens/explain/break_even_card.hpp"
#include "ui/screens/explain/outlook.hpp"
#include "ui/screens/explain/triage.hpp"
#include "ui/screens/needs/needs_history.hpp"
#include "ui/state/results.hpp"
#include "ui/state/state.hpp"
#include "ui/words.hpp"

#include <cstdint>
#include <string>
#include <string_view>

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

    // Trials to be made between frames; work() makes a few, and says whether that was the last of
    // them and so the portal is to be drawn again.
    bool has_work() const { return results_.has_work(); }

    bool work();

private:
    void take_events(Frame& frame);
    void open_link(std::string_view fragment);
    std::string link() const;
    void keep_needs(LinkStep step);
    void keep_draft();
    float needs_y(Frame& frame);
    float draw_needs_card(Frame& frame, float x, float y, float width);
    // What gets the focus is brought into view, with what leads to it.
    void reveal_focus(Frame const& frame);
    void ask_for(std::string offer_key);
    void read_history(HistoryResult const& wanted);
    float draw_answer_card(Frame& frame, float x, float y, float width);
    float draw_request_card(Frame& frame, float x, float y, float width);
    float draw_explanations(Frame& frame, float x, float y, float width);
    float draw_results(Frame& frame, float x, float y, float width);

    Platform& platform_;
    Catalogue catalogue_;
    std::int32_t next_month_; // calendar month after today's: 12 * year + month
    Shop shop_;
    AppState app_;
    Results results_;
    OutlookState outlook_;
    BreakEvenState break_even_;
    TriageState triage_;
    std::string stored_;
    std::string stored_draft_;
    // Of the last frame.
    float needs_y_ = 0;
    float needs_height_ = 0;
    float content_height_ = 0;
    Rect answer_;
};

} // namespace kontingent::ui
