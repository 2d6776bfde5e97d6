#include "tests/core/json_oracle.hpp"
#include "tests/fuzz/check.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace kontingent;
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    std::string const by_core = tests::told_by_core(text);
    auto const by_library = tests::told_by_library(text);
    fuzz::require(!by_library || *by_library == by_core);
    return 0;
}
