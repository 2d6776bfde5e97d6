#include "endpoint/requests/form_correction.hpp"

#include "core/base/format.hpp"
#include "core/pricing/scenario.hpp"
#include "core/request/request_fields.hpp"
#include "endpoint/requests/form_page.hpp"
#include "templates/request_field.hpp"

#include <vector>

namespace kontingent::endpoint {

namespace {

using templates::List;
using templates::Object;
using templates::Texts;

std::string hours_error_text(NumberError error, std::string_view text, Language language,
                             Texts const& texts) {
    auto const readings = readings_of(text, language);
    auto const words = [&](Minutes hours) { return format_hours(hours, language); };
    if (error == NumberError::empty) {
        return texts.text("form.hours.empty");
    }
    if (error == NumberError::ambiguous && readings) {
        return texts.text("form.hours.ambiguous", {{"grouped", words(readings->grouped)},
                                                   {"decimal", words(readings->decimal)}});
    }
    if (error != NumberError::too_large && error != NumberError::negative) {
        return texts.text("form.hours.wrong");
    }
    std::string const range = texts.text("form.hours.range", {{"maximum", words(month_usage_max)}});
    if (!readings) {
        return range;
    }
    return range + " " +
           texts.text(
               "form.hours.read_as",
               {{"read", words(readings->is_grouped ? readings->grouped : readings->decimal)},
                {"other", words(readings->is_grouped ? readings->decimal : readings->grouped)}});
}

class Correction {
public:
    Correction(FormFields const& fields, Errors const& errors, Catalogue const& catalogue,
               Texts const& texts)
        : fields_(fields),
          errors_(errors),
          catalogue_(catalogue),
          texts_(texts),
          language_(language_of_form(fields, catalogue)),
          is_shown_(errors.size(), false) {}

    Object data() {
        List choices = this->choices();
        List fields = this->fields();
        std::string const consent_error = error_at("/consent");
        return {{"kind", field(fields_, "kind")},
                {"choices", std::move(choices)},
                {"fields", std::move(fields)},
                {"has_consent", !field(fields_, "consent").empty()},
                {"has_consent_error", !consent_error.empty()},
                {"consent_error", consent_error},
                {"other_errors", other_errors()}};
    }

private:
    // The first of this member or below it, such as of a list's items; the others count as shown.
    std::string error_at(std::string const& pointer) {
        std::string first;
        for (std::size_t i = 0; i < errors_.size(); ++i) {
            Error const& error = errors_[i];
            if (error.pointer == pointer || error.pointer.starts_with(pointer + "/")) {
                is_shown_[i] = true;
                first = first.empty() ? sentence(error, language_) : first;
            }
        }
        return first;
    }

    List other_errors() const {
        List others;
        for (std::size_t i = 0; i < errors_.size(); ++i) {
            if (!is_shown_[i]) {
                others.push_back({{"sentence", sentence(errors_[i], language_)}});
            }
        }
        return others;
    }

    void add_error(Object& control, std::string const& pointer) {
        std::string const error = error_at(pointer);
        control.insert_or_assign("has_error", !error.empty());
        control.insert_or_assign("error", error);
    }

    Object choice(std::string const& name, std::string_view label, std::string const& pointer,
                  List options) {
        Object control{
            {"name", name}, {"label", texts_.text(label)}, {"options", std::move(options)}};
        add_error(control, pointer);
        return control;
    }

    Object option(std::string const& name, std::string const& value, std::string label) const {
        return {{"value", value},
                {"label", std::move(label)},
                {"is_chosen", field(fields_, name) == value}};
    }

    // What the request is about, by its kind.
    List choices() {
        std::string const kind = field(fields_, "kind");
        List choices;
        if (kind == "package") {
            List packages;
            for (Offer const& offer : catalogue_.offers) {
                if (offer.is_package()) {
                    packages.push_back(option("package", offer.id, offer.name.in(language_)));
                }
            }
            List terms;
            for (Term const& term : catalogue_.terms) {
                terms.push_back(
                    option("term_months", std::to_string(term.months),
                           texts_.counted("months", plural_of(term.months, false, language_),
                                          format_integer(term.months, language_))));
            }
            choices.push_back(
                choice("package", "form.package", "/scenario/package", std::move(packages)));
            choices.push_back(
                choice("term_months", "form.term", "/scenario/term_months", std::move(terms)));
        }
        if (kind == "on_demand") {
            List levels;
            for (SupportLevel const& level : catalogue_.levels) {
                std::string const number = format_integer(level.level, language_);
                levels.push_back(option("level", std::to_string(level.level),
                                        texts_.text("level.number", {{"level", number}}) + " · " +
                                            level.name.in(language_)));
            }
            choices.push_back(choice("level", "form.level", "/level", std::move(levels)));
        }
        return choices;
    }

    List fields() {
        List controls;
        if (field(fields_, "kind") == "package") {
            for (WorkField const& each : work_fields(catalogue_)) {
                Object control = filled(templates::work_field(each, catalogue_, language_, texts_),
                                        each.name, each.pointer);
                if (asks_for_hours(each, catalogue_)) {
                    add_hours_error(control, each);
                }
                controls.push_back(std::move(control));
            }
        }
        for (RequestField const& each : request_fields) {
            controls.push_back(filled(templates::request_field(each, texts_),
                                      std::string(each.name), pointer_of(each)));
        }
        return controls;
    }

    // A sentence about minutes in JSON helps nobody who typed hours.
    void add_hours_error(Object& control, WorkField const& question) const {
        std::string const text = field(fields_, question.name);
        auto const hours = typed_hours(text, language_);
        if (!hours && (question.is_required || !text.empty())) {
            control.insert_or_assign("has_error", true);
            control.insert_or_assign("error",
                                     hours_error_text(hours.error(), text, language_, texts_));
        }
    }

    Object filled(Object control, std::string const& name, std::string const& pointer) {
        control.insert_or_assign("value", field(fields_, name));
        add_error(control, pointer);
        return control;
    }

    FormFields const& fields_;
    Errors const& errors_;
    Catalogue const& catalogue_;
    Texts const& texts_;
    Language language_;
    std::vector<bool> is_shown_; // beside its control; parallel to errors_
};

} // namespace

Object correction_data(FormFields const& fields, Errors const& errors, Catalogue const& catalogue,
                       Texts const& texts) {
    return Correction(fields, errors, catalogue, texts).data();
}

} // namespace kontingent::endpoint
