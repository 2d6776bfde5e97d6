// A logo inside a PDF: an object that is drawn, and how large.
#pragma once

#include "documents/pdf/letter.hpp"
#include "documents/pdf/objects.hpp"
#include "documents/pdf/picture.hpp"

#include <cstddef>

namespace kontingent::documents::pdf {

// As large as a logo may be, its proportions kept.
PlacedLogo placed(Picture const& picture);

// Pixels are 1 by 1 wide and high, a drawing is as large as `logo`.
std::size_t add_picture(Objects& objects, Picture const& picture, PlacedLogo const& logo);

} // namespace kontingent::documents::pdf
