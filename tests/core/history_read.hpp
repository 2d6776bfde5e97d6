// Reads an export as a whole.
#pragma once

#include "core/history/reader.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace kontingent::tests {

inline History read_history(std::string bytes, HistoryOptions const& options = {}) {
    history::HistoryReader reader(std::move(bytes), options);
    while (!reader.is_done()) {
        reader.read(std::size_t{1} << 20U);
    }
    return reader.history();
}

} // namespace kontingent::tests
