// What a request asks for, as lines of an e-mail: in hours or units instead of JSON.
#pragma once

#include "core/catalogue/catalogue.hpp"
#include "endpoint/base/request_words.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace kontingent::endpoint {

struct MailLine {
    std::string label;
    std::string value;
};

// Package, term, level, and the work: "Stunden pro Monat: 12 × 12,5 h". Names are the catalogue's
// where it has them, else the ids. What has no such form is written as the JSON it came as.
std::vector<MailLine> work_lines(nlohmann::json const& request, RequestWords const& words,
                                 Catalogue const* catalogue);

} // namespace kontingent::endpoint
