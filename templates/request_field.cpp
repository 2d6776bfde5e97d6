#include "templates/request_field.hpp"

namespace kontingent::templates {

Object request_field(RequestField const& field, Texts const& texts) {
    bool const is_date = field.format == FieldFormat::date;
    return {{"name", field.name},
            {"label", texts.text("form." + std::string(field.name))},
            {"type", field.input_type},
            {"autocomplete", field.autocomplete},
            {"has_input_mode", !field.input_mode.empty()},
            {"input_mode", field.input_mode},
            {"has_length", !is_date},
            {"length", std::to_string(field.length_max)},
            {"is_required", field.need == FieldNeed::required},
            {"is_optional", field.need == FieldNeed::optional},
            {"is_text", field.format == FieldFormat::text},
            {"value", ""},
            {"has_error", false},
            {"error", ""}};
}

} // namespace kontingent::templates
