// A field of the request form for site/templates/request-field.html.
#pragma once

#include "core/request/request_fields.hpp"
#include "core/request/work_fields.hpp"
#include "templates/template.hpp"

#include <string>

namespace kontingent::templates {

// Empty and without an error; its label is the text "form.NAME". Required where it is so for each
// kind of request.
Object request_field(RequestField const& field, Texts const& texts);

// A question about the work, with the value that a form begins with.
Object work_field(WorkField const& field, Catalogue const& catalogue, Language language,
                  Texts const& texts);

// What the question asks for: "Hours a month", "Urgent: per cent of the work", "Sites".
std::string work_label(WorkField const& field, Catalogue const& catalogue, Language language,
                       Texts const& texts);

} // namespace kontingent::templates
