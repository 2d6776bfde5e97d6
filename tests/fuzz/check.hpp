// What has to hold for any input of a fuzzer.
#pragma once

#include "core/base/error.hpp"

#include <string_view>

namespace kontingent::fuzz {

// Ends the program, so that the fuzzer keeps the input.
void require(bool is_true);

// There are errors, in the order of the text, each with a place inside it, a pointer and sentences.
void require_valid_errors(Errors const& errors, std::string_view text);

} // namespace kontingent::fuzz
