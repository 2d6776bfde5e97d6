// Repeatable randomness: SplitMix64 by place. A number depends on seed and index alone, so the
// order in which numbers are drawn, and in how many slices, changes nothing; and it is whole
// numbers, so it is the same everywhere.
#pragma once

#include <cstdint>

namespace kontingent {

// The generator's number `index` of the sequence that `seed` begins.
inline std::uint64_t random_bits(std::uint64_t seed, std::uint64_t index) {
    std::uint64_t mixed = seed + (index + 1) * 0x9E3779B97F4A7C15u;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
    return mixed ^ (mixed >> 31);
}

} // namespace kontingent
