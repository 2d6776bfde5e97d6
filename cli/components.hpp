// What is shipped, with the versions that were found when it was built. cmake/components.cmake
// writes the list.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace kontingent::cli {

enum class Part : std::uint8_t { program, site };

struct Component {
    Part part;
    std::string_view name;
    std::string_view version;
};

std::span<Component const> components();

// "GNU 12.2.0"
std::string_view compiler();

// "1.2.3"
std::string_view program_version();

} // namespace kontingent::cli
