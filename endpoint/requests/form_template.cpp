#include "endpoint/requests/form_template.hpp"

#include "endpoint/base/logged_problems.hpp"
#include "templates/embedded.hpp"
#include "templates/own_texts.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace kontingent::endpoint {

namespace {

using templates::List;
using templates::Texts;

constexpr std::string_view policy =
    "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

std::string own_file(std::string_view name) {
    return std::string(templates::embedded(name).value_or(""));
}

// The site may be put in place anew while the program runs, so its names are read each time.
List style_sheets(std::filesystem::path const& site, Language language) {
    std::ifstream file(site / "assets.json");
    std::stringstream content;
    content << file.rdbuf();
    List sheets;
    if (auto const assets =
            file ? Texts::parse("assets.json", content.str(), logged_problems()) : std::nullopt) {
        // A language may have its own, with its letters' font.
        std::string const own = "styles_" + std::string(tag(language));
        bool const has_own = std::ranges::count(assets->keys(), own) > 0;
        sheets.push_back({{"href", assets->text(has_own ? own : "styles")}});
        sheets.push_back({{"href", assets->text("styles_below")}});
    }
    std::error_code error;
    if (std::filesystem::exists(site / "theme.css", error)) {
        sheets.push_back({{"href", "theme.css"}});
    }
    return sheets;
}

} // namespace

FormTemplate::FormTemplate(std::filesystem::path const& site, Language language,
                           Catalogue const* catalogue)
    : site_(site), language_(language), texts_(logged_texts("page", language)) {
    if (catalogue != nullptr) {
        templates::use_catalogue(texts_, templates::own_texts(*catalogue, language), *catalogue,
                                 language);
    }
}

Response FormTemplate::fill(std::uint16_t status, std::string_view template_name,
                            std::string_view title, templates::Object data) const {
    data.insert_or_assign("language", tag(language_));
    data.insert_or_assign("title", texts_.text(title));
    data.insert_or_assign("styles", style_sheets(site_, language_));
    std::string html = templates::render(
        {std::string(template_name), own_file(template_name)}, data, texts_, logged_problems(),
        [](std::string_view name) { return std::optional(own_file(name)); });
    Response response = text_response(status, "text/html; charset=utf-8", std::move(html));
    response.headers.push_back({"Content-Security-Policy", std::string(policy)});
    return response;
}

} // namespace kontingent::endpoint
