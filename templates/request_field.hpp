// A field of the request form for site/templates/request-field.html.
#pragma once

#include "core/request/request_fields.hpp"
#include "templates/template.hpp"

namespace kontingent::templates {

// Empty and without an error; its label is the text "form.NAME". Required where it is so for each
// kind of request.
Object request_field(RequestField const& field, Texts const& texts);

} // namespace kontingent::templates
