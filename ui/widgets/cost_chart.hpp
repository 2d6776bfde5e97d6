// Cost curves over hours a month: one step-like line for each offer, the cheapest of them drawn
// thick, marks with their words, and a marker that reads the curves at one place. Lines differ by
// dashes as well as by colour; their names are at their ends, or in a legend where it is narrow.
#pragma once

#include "core/base/units.hpp"
#include "ui/frame.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kontingent::ui {

struct CostCurve {
    std::string name;
    std::span<Money const> totals; // by billing increments from 0, as many for each curve
};

// A place on a curve: where it becomes the cheapest (a disc), or where its cost drops (a ring).
enum class CostMarkKind : std::uint8_t { switched, dropped };

struct CostMark {
    std::int64_t at = 0; // in increments
    std::size_t curve = 0;
    CostMarkKind kind = CostMarkKind::switched;
    std::string words;       // drawn where they have room
    std::int64_t weight = 0; // the heavier one is placed first
};

struct CostChart {
    std::span<CostCurve const> curves; // at least one
    // The cheapest curve of each increment, as many as totals.
    std::span<std::size_t const> cheapest;
    std::span<CostMark const> marks;
    Minutes increment;
    double shown_per_total = 1; // amounts at the axis, for each unit of the totals
    std::string_view currency;
    std::string_view hours_title, cost_title;
    std::string_view average_words; // beside a mark at the visitor's own hours …
    Minutes average;                // … a month
    std::string_view name;          // says in words what is drawn
    std::string_view reader_name;   // of the slider
    std::string_view reading;       // what the reader shows, in words
    std::string_view reader_words;  // drawn at the marker
    std::int64_t now = 0;           // its position, in increments
};

struct CostChartDrawn {
    float height = 0;
    std::optional<std::int64_t> moved; // the reader's new place
};

CostChartDrawn cost_chart(Frame& frame, std::string_view key, float x, float y, float width,
                          CostChart const& chart);

} // namespace kontingent::ui
