// Everything computed from the needs: forecast, trials, compared offers, break-even. Each part is
// computed again only when its input has changed. Trials run in slices between frames.
#pragma once

#include "core/advice/break_even.hpp"
#include "core/advice/forecast.hpp"
#include "core/advice/trials.hpp"
#include "core/catalogue/catalogue.hpp"
#include "ui/state/compared_offers.hpp"
#include "ui/state/state.hpp"

#include <cstdint>
#include <expected>
#include <optional>
#include <vector>

namespace kontingent::ui {

// Why results differ from before: other needs, or the trials have finished.
enum class ResultsChange : std::uint8_t { none, input, trials };

class Results {
public:
    // The catalogue must outlive the results.
    explicit Results(Catalogue const& catalogue)
        : catalogue_(catalogue), offers_(offers_of(catalogue)) {}

    // Computes again whatever depends on what has changed since the last call.
    ResultsChange update(NeedsState const& state, TermRows term_rows);

    // While has_work(), each work() runs a slice of the trials, a few milliseconds. After the last
    // slice update() returns ResultsChange::trials.
    bool has_work() const { return trials_ && !trials_->is_done(); }

    void work();

    Forecast const& forecast() const { return forecast_; }

    std::expected<ComparedOffers, Errors> const& compared() const { return compared_; }

    bool is_uncertain() const { return trials_.has_value(); }

    // In the order of offers_of(); empty where nothing is uncertain and while trials run.
    std::vector<OfferRisk> const& risks() const { return risks_; }

    std::int32_t trials_per_mille() const;

    std::vector<OfferId> const& offers() const { return offers_; } // offers_of() the catalogue

    // Of the offers that meet the requirements; none where no offer does. Computed when it is asked
    // for: what shows it is loaded later than the rest (ui/deferred.hpp), and this with it.
    std::optional<BreakEven> const& break_even();

private:
    // What everything below was computed from.
    struct Input {
        Needs needs;
        std::int32_t first_month = 0;
        TermRows term_rows = TermRows::best;
        friend bool operator==(Input const&, Input const&) = default;
    };

    void update_trials();
    void update_break_even();

    Catalogue const& catalogue_;
    std::vector<OfferId> offers_;
    std::optional<Input> input_;
    Forecast forecast_;
    std::optional<Trials> trials_; // none where the hours are certain
    std::vector<OfferRisk> risks_;
    std::expected<ComparedOffers, Errors> compared_ = ComparedOffers{};
    std::optional<BreakEven> break_even_;
    bool is_break_even_due_ = false;
    bool is_break_even_plain_ = true; // it does not depend on the forecast
};

} // namespace kontingent::ui
