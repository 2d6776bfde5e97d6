// What an alternative comes to, as a table: in the editor, and of a quote that was issued.
#pragma once

#include "core/document/amounts.hpp"
#include "ui/screens/desk/parts.hpp"

#include <string_view>

namespace kontingent::ui::desk {

// `catalogue` is the one that it was computed with. Returns the height.
float draw_totals(Frame& frame, Session const& session, Catalogue const& catalogue,
                  OfferedAlternative const& offered, std::string_view caption, Spot spot);

} // namespace kontingent::ui::desk
