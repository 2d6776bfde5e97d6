// The outlines of a text's letters, for what shows a page without reading its PDF.
#pragma once

#include "documents/pdf/font.hpp"
#include "documents/pdf/picture.hpp"

#include <string_view>
#include <vector>

namespace kontingent::documents::pdf {

// Closed contours in thousandths of a point; the baseline begins at 0, 0 and y points downwards.
// Filled by the nonzero rule. Characters that the typeface lacks are left out.
std::vector<PathPiece> outline_of(std::string_view text, Weight weight, Length size);

} // namespace kontingent::documents::pdf
