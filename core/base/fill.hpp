// Texts with places for values, such as "at most {highest}".
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace kontingent {

struct Slot {
    std::string_view name;
    std::string_view value;
};

// The pattern with each {name} replaced by its value; a name that is not among the slots stays.
// What a value brings is not looked through again.
std::string fill(std::string_view pattern, std::initializer_list<Slot> slots);

} // namespace kontingent
