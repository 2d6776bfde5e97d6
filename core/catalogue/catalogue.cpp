#include "core/catalogue/catalogue.hpp"

#include <algorithm>

namespace kontingent {

Package const* Catalogue::find_package(std::string_view package_id) const {
    auto const found = std::ranges::find(packages, package_id, &Package::id);
    return found == packages.end() ? nullptr : &*found;
}

Term const* Catalogue::find_term(std::int32_t months) const {
    auto const found = std::ranges::find(terms, months, &Term::months);
    return found == terms.end() ? nullptr : &*found;
}

} // namespace kontingent
