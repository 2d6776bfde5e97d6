// One page that answers a plain form, in one language: the program's own templates and texts, and
// the site's style sheet.
#pragma once

#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "endpoint/http/http.hpp"
#include "templates/template.hpp"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace kontingent::endpoint {

class FormTemplate {
public:
    // The catalogue's own texts take the place of the program's; there may be no catalogue.
    FormTemplate(std::filesystem::path const& site, Language language, Catalogue const* catalogue);

    templates::Texts const& texts() const { return texts_; }

    // `title` is the key of the page's heading.
    Response fill(std::uint16_t status, std::string_view template_name, std::string_view title,
                  templates::Object data) const;

private:
    std::filesystem::path site_;
    Language language_;
    templates::Texts texts_;
};

} // namespace kontingent::endpoint
