// Repeatable randomness for properties: SplitMix64. A test prints its seed, so a failure can be run
// again.
#pragma once

#include <cstdint>

namespace kontingent::tests {

class Random {
public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t bits() {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
        return mixed ^ (mixed >> 31);
    }

    // Both bounds included. The tiny bias of the remainder does not matter here.
    std::int64_t between(std::int64_t lowest, std::int64_t highest) {
        std::uint64_t const span =
            static_cast<std::uint64_t>(highest) - static_cast<std::uint64_t>(lowest) + 1;
        std::uint64_t const step = span == 0 ? bits() : bits() % span;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(lowest) + step);
    }

private:
    std::uint64_t state_;
};

} // namespace kontingent::tests
