// What follows from the needs: forecast, trials, estimate, break-even. Each part is computed when
// what it depends on changes, and kept until then; the trials are made in slices between frames.
#pragma once

#include "core/advice/break_even.hpp"
#include "core/advice/forecast.hpp"
#include "core/advice/trials.hpp"
#include "core/catalogue/catalogue.hpp"
#include "ui/state/estimate.hpp"
#include "ui/state/state.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <vector>

namespace kontingent::ui {

enum class News : std::uint8_t { none, of_input, of_trials };

class Findings {
public:
    // The catalogue must outlive it.
    explicit Findings(Catalogue const& catalogue)
        : catalogue_(catalogue), offers_(offers_of(catalogue)) {}

    // Looks whether the input changed or the trials are done, and computes what follows.
    News update(NeedsState const& state, TermRows term_rows);

    // While there is work, work() does a slice of it, a few milliseconds; the last one makes
    // update() find something.
    bool has_work() const { return trials_ && !trials_->is_done(); }

    void work();

    Forecast const& forecast() const { return forecast_; }

    std::expected<Estimate, Errors> const& estimate() const { return estimate_; }

    bool is_uncertain() const { return trials_.has_value(); }

    // In the order of offers_of(); empty where nothing is uncertain or the trials are not done.
    std::vector<OfferRisk> const& risks() const { return risks_; }

    std::int32_t trials_per_mille() const;

    std::vector<OfferId> const& offers() const { return offers_; } // offers_of() the catalogue

    // Of the shown offers that meet the requirements; none where there are none.
    std::optional<BreakEven> const& break_even() const { return break_even_; }

private:
    // What the estimate was computed for.
    struct Question {
        Needs needs;
        std::int32_t first_month = 0;
        TermRows term_rows = TermRows::best;
        friend bool operator==(Question const&, Question const&) = default;
    };

    void update_trials();
    void update_break_even();

    Catalogue const& catalogue_;
    std::vector<OfferId> offers_;
    std::optional<Question> question_;
    Forecast forecast_;
    std::optional<Trials> trials_; // none where nothing is uncertain
    std::vector<OfferRisk> risks_;
    std::expected<Estimate, Errors> estimate_ = Estimate{};
    std::optional<BreakEven> break_even_;
};

} // namespace kontingent::ui
