#include "templates/request_field.hpp"

#include "core/advice/initial_needs.hpp"
#include "core/base/format.hpp"

#include <algorithm>
#include <utility>

namespace kontingent::templates {

namespace {

Object control(RequestField const& field, std::string label) {
    bool const is_date = field.format == FieldFormat::date;
    return {{"name", field.name},
            {"label", std::move(label)},
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

} // namespace

Object request_field(RequestField const& field, Texts const& texts) {
    return control(field, texts.text("form." + std::string(field.name)));
}

std::string work_label(WorkField const& field, Catalogue const& catalogue, Language language,
                       Texts const& texts) {
    switch (field.question) {
    case WorkQuestion::usage:
        return catalogue.unit
                   ? texts.text("form.units", {{"unit", catalogue.unit->noun(2, language)}})
                   : texts.text("form.hours");
    case WorkQuestion::kind_share:
        return texts.text("form.kind_share",
                          {{"kind", catalogue.kinds[field.index].name.in(language)}});
    case WorkQuestion::task_size:
        return texts.text("form.task");
    case WorkQuestion::extra:
        return catalogue.extras[field.index].name.in(language);
    }
    return {};
}

Object work_field(WorkField const& field, Catalogue const& catalogue, Language language,
                  Texts const& texts) {
    constexpr std::int32_t length_max = 10;
    Needs const needs = initial_needs(catalogue);
    RequestField const line{field.name,
                            FieldPlace::request,
                            FieldFormat::line,
                            field.is_required ? FieldNeed::required : FieldNeed::optional,
                            length_max,
                            "text",
                            "off",
                            "decimal"};
    Object asked = control(line, work_label(field, catalogue, language, texts));
    auto const plain = [&](Minutes work) {
        return catalogue.unit ? std::to_string(work.count) : format_hours_plain(work, language);
    };
    std::string value;
    if (field.question == WorkQuestion::usage) {
        value = plain(needs.average);
    } else if (field.question == WorkQuestion::task_size) {
        value = plain(needs.task_size);
    } else if (field.question == WorkQuestion::extra) {
        auto const chosen = std::ranges::find(needs.extras, field.index, &ChosenExtra::extra);
        value =
            std::to_string(chosen == needs.extras.end() ? included_number(catalogue, field.index)
                                                        : chosen->number);
    }
    asked.insert_or_assign("value", std::move(value));
    return asked;
}

} // namespace kontingent::templates
