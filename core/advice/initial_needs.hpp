// The needs to begin with, before anybody has said anything: work that fits what is sold.
#pragma once

#include "core/advice/needs.hpp"
#include "core/catalogue/catalogue.hpp"

namespace kontingent {

// Twelve hours a month where that lies between the smallest and the largest package, else what lies
// in the middle of the two. Packages without included hours do not count; where there are no
// others, the same between the smallest and the largest block, and without blocks five hours.
Minutes initial_average(Catalogue const& catalogue);

// How many of an extra offers include at least, where nobody has said a number.
std::int32_t included_number(Catalogue const& catalogue, std::size_t extra);

// With the catalogue's first season and a task of an hour where tasks are counted. Of an extra that
// alone has a price, one.
Needs initial_needs(Catalogue const& catalogue);

} // namespace kontingent
