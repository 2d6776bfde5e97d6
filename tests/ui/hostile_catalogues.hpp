// Catalogues that are valid and as hard to lay out as they can be.
#pragma once

#include <string>
#include <vector>

namespace kontingent::ui_test {

struct HostileCatalogue {
    char const* name;
    std::string json; // in German and English
    std::size_t texts_min;
};

std::vector<HostileCatalogue> hostile_catalogues();
// With so many packages, each with a term of 12 months as well.
std::string catalogue_of_packages(int count);

} // namespace kontingent::ui_test
