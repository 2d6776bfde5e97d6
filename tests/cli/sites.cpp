#include "tests/cli/sites.hpp"

namespace kontingent::tests {

std::string asset_names() {
    std::string names = "{";
    for (char const* name :
         {"styles", "styles_below", "favicon", "icon", "version", "font_regular", "font_semibold",
          "page_script", "script", "wasm", "texts_de", "texts_en", "texts_fr", "texts_pl",
          "deferred_wasm", "history_script", "history_wasm"}) {
        names += (names == "{" ? "\"" : ", \"") + std::string(name) + "\": \"assets/" + name + "\"";
    }
    return names + "}";
}

std::string golden_catalogue() {
    return content_of(source_path("tests/golden/catalogue.json"));
}

void make_site(Folder const& site) {
    write_file(site / "assets.json", asset_names());
    write_file(site / "catalogue.json", golden_catalogue());
}

ProgramRun write_pages(Folder const& site) {
    return run_program({"pages", "--site", site.name(), "--language", "en"});
}

bool holds(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

} // namespace kontingent::tests
