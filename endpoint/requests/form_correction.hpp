// A plain form that has errors, as it goes back: every control with what was typed and what is
// wrong with it.
#pragma once

#include "core/base/error.hpp"
#include "core/catalogue/catalogue.hpp"
#include "endpoint/requests/form.hpp"
#include "templates/template.hpp"

namespace kontingent::endpoint {

// For site/templates/request-correct.html.
templates::Object correction_data(FormFields const& fields, Errors const& errors,
                                  Catalogue const& catalogue, templates::Texts const& texts);

} // namespace kontingent::endpoint
