#include "core/base/fill.hpp"

#include <algorithm>

namespace kontingent {

std::string fill(std::string_view pattern, std::initializer_list<Slot> slots) {
    std::string out;
    while (!pattern.empty()) {
        std::size_t const open = pattern.find('{');
        out += pattern.substr(0, open);
        if (open == std::string_view::npos) {
            break;
        }
        pattern.remove_prefix(open);
        std::size_t const close = pattern.find('}');
        std::string_view const name = pattern.substr(1, close - 1);
        auto const* const slot = std::find_if(
            slots.begin(), slots.end(), [name](Slot const& each) { return each.name == name; });
        if (close == std::string_view::npos || slot == slots.end()) {
            out += pattern.front();
            pattern.remove_prefix(1);
            continue;
        }
        out += slot->value;
        pattern.remove_prefix(close + 1);
    }
    return out;
}

} // namespace kontingent
