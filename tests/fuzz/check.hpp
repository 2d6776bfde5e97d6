// What holds for whatever a fuzzer makes up.
#pragma once

#include "core/fault.hpp"

#include <string_view>

namespace kontingent::fuzz {

// Ends the program, so that the fuzzer keeps the input.
void require(bool is_true);

// There are faults, in the order of the text, each with a place inside it, a pointer and sentences.
void require_sound(Faults const& faults, std::string_view text);

} // namespace kontingent::fuzz
