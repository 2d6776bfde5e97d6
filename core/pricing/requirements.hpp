// What an offer must have to be recommended at all: a promised response, services, a term that is
// not too long.
#pragma once

#include "core/base/units.hpp"
#include "core/catalogue/catalogue.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace kontingent {

// A promise meets it when it is as soon and, where `hours` is always, holds around the clock.
struct RequiredResponse {
    std::int32_t level = 1; // from 1
    Minutes within;
    SupportHours hours = SupportHours::business;
    friend bool operator==(RequiredResponse const&, RequiredResponse const&) = default;
};

struct Requirements {
    std::vector<RequiredResponse> responses;     // rising by level, at most one each
    std::vector<std::size_t> services;           // indices into Catalogue::services, rising
    std::optional<std::int32_t> term_months_max; // none: any term
    friend bool operator==(Requirements const&, Requirements const&) = default;
};

} // namespace kontingent
