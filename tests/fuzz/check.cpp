#include "tests/fuzz/check.hpp"

#include "core/base/language.hpp"

#include <algorithm>
#include <cstdlib>

namespace kontingent::fuzz {

void require(bool is_true) {
    if (!is_true) {
        std::abort();
    }
}

void require_valid_errors(Errors const& errors, std::string_view text) {
    require(!errors.empty());
    auto const line_count = std::ranges::count(text, '\n') + 1;
    Error const* previous = nullptr;
    for (Error const& error : errors) {
        require(error.line >= 1 && error.line <= line_count);
        require(error.column >= 1 && static_cast<std::size_t>(error.column) <= text.size() + 1);
        require(error.pointer.empty() || error.pointer.front() == '/');
        for (Language const language : all_languages()) {
            require(to_line(error, language).size() > 10);
        }
        if (previous != nullptr) {
            require(previous->line < error.line ||
                    (previous->line == error.line && previous->column <= error.column));
        }
        previous = &error;
    }
}

} // namespace kontingent::fuzz
