// What a request for a package says of the work: the fields of a form that a catalogue makes
// relevant, and the members of the scenario they become. The plain form, the endpoint, mail and CSV
// go through it.
#pragma once

#include "core/catalogue/catalogue.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontingent {

// The members of a scenario that say what the work is, in hours and in units.
inline constexpr std::array<std::string_view, 7> work_members{
    "usage_minutes", "usage_units", "kind_minutes", "kind_units",
    "task_minutes",  "tasks",       "extras"};

enum class WorkQuestion : std::uint8_t {
    usage,      // hours or units of each month
    kind_share, // per cent of the work that is of a kind
    task_size,  // hours of a usual task
    extra,      // how many
};

struct WorkField {
    WorkQuestion question = WorkQuestion::usage;
    std::size_t index = 0; // of the kind or the extra
    std::string name;      // in forms: "hours", "kind_urgent", "task", "extra_site"
    std::string pointer;   // the value's place in a request's JSON
    bool is_required = false;
};

// In the order in which forms ask.
std::vector<WorkField> work_fields(Catalogue const& catalogue);

} // namespace kontingent
