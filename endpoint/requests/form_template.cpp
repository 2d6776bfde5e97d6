#include "endpoint/requests/form_template.hpp"

#include "endpoint/base/log.hpp"
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

// Templates and texts are compiled in, so a problem is our own mistake: the page does without, and
// the log says so.
class LoggedProblems : public templates::Problems {
public:
    void invalid_text(std::string_view file, Error const& error) override {
        add(std::string(file) + " " + to_line(error, Language{}));
    }

    void unknown_argument(templates::Place place, std::string_view key,
                          std::string_view argument) override {
        add(std::string(place) + " " + std::string(key) + " {" + std::string(argument) + "}");
    }

    void unknown_name(templates::Place place, std::string_view name) override {
        add(std::string(place) + " " + std::string(name));
    }

    void unclosed(templates::Place place) override { add(std::string(place)); }

private:
    static void add(std::string reason) {
        log({.level = LogLevel::error,
             .event = "template_problem",
             .values = {{"reason", std::move(reason)}}});
    }
};

LoggedProblems& problems() {
    static LoggedProblems logged;
    return logged;
}

std::string own_file(std::string_view name) {
    return std::string(templates::embedded(name).value_or(""));
}

Texts texts_in(Language language) {
    std::string const name = "page." + std::string(tag(language)) + ".json";
    auto texts = Texts::parse(name, own_file(name), problems());
    return texts ? *std::move(texts) : *Texts::parse(name, "{}", problems());
}

// The site may be put in place anew while the program runs, so its names are read each time.
List style_sheets(std::filesystem::path const& site, Language language) {
    std::ifstream file(site / "assets.json");
    std::stringstream content;
    content << file.rdbuf();
    List sheets;
    if (auto const assets =
            file ? Texts::parse("assets.json", content.str(), problems()) : std::nullopt) {
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
    : site_(site), language_(language), texts_(texts_in(language)) {
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
        {std::string(template_name), own_file(template_name)}, data, texts_, problems(),
        [](std::string_view name) { return std::optional(own_file(name)); });
    Response response = text_response(status, "text/html; charset=utf-8", std::move(html));
    response.headers.push_back({"Content-Security-Policy", std::string(policy)});
    return response;
}

} // namespace kontingent::endpoint
