// Estimated hours: an average with a season, or month by month. Each function changes the needs in
// place and returns its height.
#pragma once

#include "ui/screens/needs/needs.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace kontingent::ui {

// Months side by side, in as many columns as there is room for.
class MonthGrid {
public:
    MonthGrid(float x, float y, float width, float row_height);

    Rect cell(std::size_t index) const;
    float height(std::size_t months) const;

private:
    float x_;
    float y_;
    float row_height_;
    float cell_width_;
    std::size_t columns_;
};

// A month's short name, and a field for its hours; `name` is what a screen reader hears before
// "hours".
inline constexpr float month_field_height = 88;
std::optional<Minutes> month_field(Frame& frame, Shop const& shop, std::int32_t month, Rect place,
                                   std::string_view name, Minutes now, Minutes maximum,
                                   NumberEdit& edit);
// Their sum and their average, as a sentence. Returns its height.
float draw_months_summary(Frame& frame, std::vector<Minutes> const& months, float x, float y,
                          float width);

float draw_average(Frame& frame, Shop const& shop, NeedsState& state, float x, float y,
                   float width);
float draw_months(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                  float x, float y, float width);
float draw_season(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                  float x, float y, float width);
// How certain the hours are.
float draw_certainty(Frame& frame, Shop const& shop, NeedsState& state, NeedsContext const& context,
                     float x, float y, float width);

} // namespace kontingent::ui
