// Reads the work of a scenario: minutes by month, kinds and tasks.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "core/json/check.hpp"
#include "core/pricing/work.hpp"

#include <optional>
#include <vector>

namespace kontingent {

struct ReadWork {
    std::vector<std::optional<Minutes>> usage; // a month each; none where it cannot be read
    WorkDetails details;
};

// What is wrong is left with the checker; the work counts only if it has no errors. Members are
// those of the scenario, `object` its value.
ReadWork read_work(json::Checker& json, json::Members const& members, json::Value const& object,
                   Catalogue const& catalogue);

} // namespace kontingent
