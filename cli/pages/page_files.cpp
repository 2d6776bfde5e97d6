#include "cli/pages/page_files.hpp"

#include "cli/pages/page.hpp"
#include "cli/pages/theme.hpp"

#include <algorithm>
#include <sstream>

namespace kontingent::cli {
namespace {

constexpr std::size_t template_bytes_max = 1U << 20U;

std::optional<Template> read_template(std::filesystem::path const& path, Report& report) {
    std::istringstream no_input;
    auto text = read_file(path.string(), template_bytes_max, no_input);
    if (!text) {
        report.add_unreadable(path.string(), text.error());
        return std::nullopt;
    }
    return Template{path.string(), *std::move(text)};
}

std::filesystem::path page_path(std::filesystem::path const& site, Catalogue const& catalogue,
                                Language language) {
    return language == catalogue.languages.front() ? site / "index.html"
                                                   : site / tag(language) / "index.html";
}

std::filesystem::path compressed_twin(std::filesystem::path path) {
    return path += ".br";
}

} // namespace

std::optional<PageTemplates> read_page_templates(std::filesystem::path const& folder,
                                                 std::vector<Language> const& languages,
                                                 Report& report) {
    PageTemplates templates;
    auto page = read_template(folder / "page.html", report);
    bool is_complete = page.has_value();
    templates.page = std::move(page).value_or(Template{});
    for (Language const language : languages) {
        auto file =
            read_template(folder / ("page." + std::string(tag(language)) + ".json"), report);
        is_complete = is_complete && file;
        templates.texts.push_back({language, std::move(file).value_or(Template{})});
    }
    return is_complete ? std::optional(std::move(templates)) : std::nullopt;
}

std::vector<FileToWrite> make_pages(PageTarget const& target, Catalogue const& catalogue,
                                    PageTemplates const& templates, Report& report) {
    std::vector<FileToWrite> files;
    for (auto const& [language, file] : templates.texts) {
        auto texts = Texts::parse(file.file, file.text, report);
        if (!texts) {
            continue;
        }
        texts->set_common(common_arguments(catalogue, language));
        PageSource const source{catalogue, language, *texts, target.endpoint};
        files.push_back({page_path(target.site, catalogue, language),
                         write_page(source, templates.page, report)});
    }
    if (auto styles = theme_styles(catalogue)) {
        files.push_back({target.site / theme_file, *std::move(styles)});
    }
    return files;
}

std::vector<std::filesystem::path> stale_files(std::filesystem::path const& site,
                                               Catalogue const& catalogue,
                                               std::vector<FileToWrite> const& written) {
    std::vector<std::filesystem::path> stale;
    stale.reserve(written.size());
    for (FileToWrite const& file : written) {
        stale.push_back(compressed_twin(file.path));
    }
    if (!catalogue.accent_rgb) {
        stale.push_back(site / theme_file);
        stale.push_back(compressed_twin(site / theme_file));
    }
    auto const others =
        std::ranges::subrange(catalogue.languages.begin() + 1, catalogue.languages.end());
    for (Language const language : all_languages) {
        if (std::ranges::find(others, language) == others.end()) {
            std::filesystem::path const page = site / tag(language) / "index.html";
            stale.push_back(page);
            stale.push_back(compressed_twin(page));
        }
    }
    return stale;
}

} // namespace kontingent::cli
