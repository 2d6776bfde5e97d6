// A few questions that lead to a support level. A triage of the catalogue has no cycle, reaches
// each of its questions from the first and each level by some answer, so whoever answers ends at a
// level.
#pragma once

#include "core/base/language.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace kontingent {

struct TriageAnswer {
    LocalizedText text;
    std::int32_t level = 0; // 1 to 4 ends here; 0 goes on …
    std::size_t next = 0;   // … with this question
};

struct TriageQuestion {
    std::string id;
    LocalizedText question;
    LocalizedText hint; // empty: none
    std::vector<TriageAnswer> answers;
};

struct Triage {
    std::size_t start = 0; // index into questions
    std::vector<TriageQuestion> questions;
};

} // namespace kontingent
