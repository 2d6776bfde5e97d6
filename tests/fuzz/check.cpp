#include "tests/fuzz/check.hpp"

#include "core/language.hpp"

#include <algorithm>
#include <cstdlib>

namespace kontingent::fuzz {

void require(bool is_true) {
    if (!is_true) {
        std::abort();
    }
}

void require_sound(Faults const& faults, std::string_view text) {
    require(!faults.empty());
    auto const line_count = std::ranges::count(text, '\n') + 1;
    Fault const* previous = nullptr;
    for (Fault const& fault : faults) {
        require(fault.line >= 1 && fault.line <= line_count);
        require(fault.column >= 1 && static_cast<std::size_t>(fault.column) <= text.size() + 1);
        require(fault.pointer.empty() || fault.pointer.front() == '/');
        for (Language const language : all_languages) {
            require(to_line(fault, language).size() > 10);
        }
        if (previous != nullptr) {
            require(previous->line < fault.line ||
                    (previous->line == fault.line && previous->column <= fault.column));
        }
        previous = &fault;
    }
}

} // namespace kontingent::fuzz
