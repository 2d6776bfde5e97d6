#include "cli/pages/page_files.hpp"

#include "cli/pages/page.hpp"
#include "cli/pages/theme.hpp"
#include "cli/reported_problems.hpp"
#include "core/base/sha256.hpp"
#include "core/catalogue/reduced.hpp"
#include "templates/embedded.hpp"
#include "templates/own_texts.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>

namespace kontingent::cli {
namespace {

constexpr std::size_t template_bytes_max = 1U << 20U;
constexpr std::string_view assets_file = "assets.json";

std::optional<Template> read_template(std::filesystem::path const& path, Report& report) {
    std::istringstream no_input;
    auto text = read_file(path.string(), template_bytes_max, no_input);
    if (!text) {
        report.add_unreadable(path.string(), text.error());
        return std::nullopt;
    }
    return Template{path.string(), *std::move(text)};
}

std::optional<std::string> own_template(std::string_view name) {
    auto const text = templates::embedded(name);
    return text ? std::optional(std::string(*text)) : std::nullopt;
}

std::filesystem::path page_path(std::filesystem::path const& site, Catalogue const& catalogue,
                                Language language) {
    return language == catalogue.languages.front() ? site / "index.html"
                                                   : site / tag(language) / "index.html";
}

std::filesystem::path catalogue_path(std::filesystem::path const& site, Language language) {
    return site / ("catalogue." + std::string(tag(language)) + ".json");
}

std::vector<FileToWrite> reduced_catalogues(std::filesystem::path const& site,
                                            CatalogueFile const& source) {
    std::vector<FileToWrite> files;
    if (auto const document = json::read(source.text, source.text.size() + 1)) {
        std::string const digest = sha256_hex(source.text);
        for (Language const language : source.catalogue.languages) {
            files.push_back(
                {catalogue_path(site, language), reduced_catalogue(*document, digest, language)});
        }
    }
    return files;
}

std::filesystem::path compressed_copy(std::filesystem::path path) {
    return path += ".br";
}

} // namespace

std::optional<PageTemplates> read_page_templates(std::optional<std::filesystem::path> const& folder,
                                                 std::filesystem::path const& site,
                                                 std::vector<Language> const& languages,
                                                 Report& report) {
    bool is_complete = true;
    auto const kept = [&is_complete](std::optional<Template> file) {
        is_complete = is_complete && file.has_value();
        return std::move(file).value_or(Template{});
    };
    auto const named = [&](std::string const& name) {
        return folder ? kept(read_template(*folder / name, report))
                      : Template{name, own_template(name).value_or("")};
    };
    PageTemplates found;
    found.page = named("page.html");
    for (Language const language : languages) {
        found.texts.push_back({language, named("page." + std::string(tag(language)) + ".json")});
    }
    found.assets = kept(read_template(site / assets_file, report));
    found.find_partial = [folder](std::string_view name) -> std::optional<std::string> {
        std::error_code error;
        if (folder && std::filesystem::exists(*folder / name, error)) {
            std::istringstream no_input;
            auto text = read_file((*folder / name).string(), template_bytes_max, no_input);
            return text ? std::optional(*std::move(text)) : std::nullopt;
        }
        return own_template(name);
    };
    return is_complete ? std::optional(std::move(found)) : std::nullopt;
}

std::vector<FileToWrite> make_pages(PageTarget const& target, CatalogueFile const& source,
                                    PageTemplates const& page_templates, Report& report) {
    Catalogue const& catalogue = source.catalogue;
    std::vector<FileToWrite> files;
    ReportedProblems problems(report);
    auto const assets =
        Texts::parse(page_templates.assets.file, page_templates.assets.text, problems);
    if (!assets) {
        return files;
    }
    for (auto const& [language, file] : page_templates.texts) {
        auto texts = Texts::parse(file.file, file.text, problems);
        if (!texts) {
            continue;
        }
        auto const own = templates::own_texts(catalogue, language);
        templates::use_catalogue(*texts, own, catalogue, language);
        std::string const own_portal_texts = templates::own_portal_texts(own);
        PageSource const page{catalogue,       language,        *texts,          *assets,
                              target.endpoint, target.base_url, own_portal_texts};
        files.push_back(
            {page_path(target.site, catalogue, language),
             write_page(page, page_templates.page, problems, page_templates.find_partial)});
    }
    std::ranges::move(reduced_catalogues(target.site, source), std::back_inserter(files));
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
        stale.push_back(compressed_copy(file.path));
    }
    if (!catalogue.accent_rgb) {
        stale.push_back(site / theme_file);
        stale.push_back(compressed_copy(site / theme_file));
    }
    auto const others =
        std::ranges::subrange(catalogue.languages.begin() + 1, catalogue.languages.end());
    for (Language const language : all_languages()) {
        if (std::ranges::count(catalogue.languages, language) == 0) {
            stale.push_back(catalogue_path(site, language));
            stale.push_back(compressed_copy(catalogue_path(site, language)));
        }
        if (std::ranges::find(others, language) == others.end()) {
            std::filesystem::path const page = site / tag(language) / "index.html";
            stale.push_back(page);
            stale.push_back(compressed_copy(page));
        }
    }
    return stale;
}

} // namespace kontingent::cli
