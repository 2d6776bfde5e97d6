// What holds for whatever a fuzzer makes up.
#pragma once

#include "core/base/error.hpp"

#include <string_view>

namespace kontingent::fuzz {

// Ends the program, so that the fuzzer keeps the input.
void require(bool is_true);

// There are errors, in the order of the text, each with a place inside it, a pointer and sentences.
void require_sound(Errors const& errors, std::string_view text);

} // namespace kontingent::fuzz
