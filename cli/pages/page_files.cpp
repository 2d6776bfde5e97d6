#include "cli/pages/page_files.hpp"

#include "cli/pages/licence_pages.hpp"
#include "cli/pages/manifest.hpp"
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
constexpr std::string_view desk_folder = "desk/";

std::optional<Template> read_template(std::filesystem::path const& path, Report& report) {
    std::istringstream no_input;
    auto text = read_file(path.string(), template_bytes_max, no_input);
    if (!text) {
        report.add_unreadable(path.string(), text.error());
        return std::nullopt;
    }
    return Template{path.string(), *std::move(text)};
}

// A site may have no manifest.
std::string content_or_nothing(std::filesystem::path const& path) {
    std::error_code error;
    std::istringstream no_input;
    if (!std::filesystem::exists(path, error)) {
        return {};
    }
    return read_file(path.string(), template_bytes_max, no_input).value_or("");
}

std::optional<std::string> own_template(std::string_view name) {
    auto const text = templates::embedded(name);
    return text ? std::optional(std::string(*text)) : std::nullopt;
}

std::filesystem::path licences_path(std::filesystem::path const& site, Language language) {
    return site / ("licences." + std::string(tag(language)) + ".html");
}

// Of the site, or of the desk within it.
std::filesystem::path page_path(std::filesystem::path const& folder, Catalogue const& catalogue,
                                Language language) {
    return language == catalogue.languages.front() ? folder / "index.html"
                                                   : folder / tag(language) / "index.html";
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

// Templates of a folder, or the program's own.
class TemplateReader {
public:
    TemplateReader(std::optional<std::filesystem::path> folder, Report& report)
        : folder_(std::move(folder)), report_(&report) {}

    bool has_own(std::string_view name) const {
        std::error_code error;
        return folder_ && std::filesystem::exists(*folder_ / name, error);
    }

    Template read(std::string const& name) {
        return folder_ ? read_path(*folder_ / name) : embedded_template(name);
    }

    Template read_path(std::filesystem::path const& path) {
        auto file = read_template(path, *report_);
        is_complete_ = is_complete_ && file.has_value();
        return std::move(file).value_or(Template{});
    }

    static Template embedded_template(std::string const& name) {
        return Template{name, own_template(name).value_or("")};
    }

    bool is_complete() const { return is_complete_; }

private:
    std::optional<std::filesystem::path> folder_;
    Report* report_;
    bool is_complete_ = true;
};

std::string texts_file(Language language) {
    return "page." + std::string(tag(language)) + ".json";
}

PageTemplate read_site_page(TemplateReader& reader, std::filesystem::path const& site,
                            std::vector<Language> const& languages) {
    PageTemplate found;
    found.page = reader.read("page.html");
    for (Language const language : languages) {
        found.texts.push_back({language, reader.read(texts_file(language))});
    }
    found.assets = reader.read_path(site / assets_file);
    return found;
}

// A folder of templates may be for the start page alone: then the others have the program's own.
PageTemplate read_other_page(TemplateReader& reader, PageKind kind,
                             std::filesystem::path const& assets,
                             std::vector<Language> const& languages) {
    std::string const name = kind == PageKind::desk ? "desk.html" : "licences.html";
    bool const is_own = reader.has_own(name);
    auto const read = [&](std::string const& file) {
        return is_own ? reader.read(file) : TemplateReader::embedded_template(file);
    };
    PageTemplate found;
    found.kind = kind;
    found.page = read(name);
    for (Language const language : languages) {
        found.texts.push_back({language, read(texts_file(language))});
    }
    found.assets = reader.read_path(assets);
    return found;
}

std::vector<FileToWrite> pages_of(PageTemplate const& source, PageTarget const& target,
                                  Catalogue const& catalogue, PageTemplates const& all,
                                  templates::Problems& problems) {
    std::string_view const folder = source.kind == PageKind::desk ? desk_folder : "";
    std::vector<FileToWrite> files;
    auto const assets = Texts::parse(source.assets.file, source.assets.text, problems);
    if (!assets) {
        return files;
    }
    for (auto const& [language, file] : source.texts) {
        auto texts = Texts::parse(file.file, file.text, problems);
        if (!texts) {
            continue;
        }
        auto const own = templates::own_texts(catalogue, language);
        templates::use_catalogue(*texts, own, catalogue, language);
        std::string const own_portal_texts = templates::own_portal_texts(own);
        PageSource const page{.catalogue = catalogue,
                              .language = language,
                              .texts = *texts,
                              .assets = *assets,
                              .endpoint = target.endpoint,
                              .base_url = target.base_url,
                              .own_portal_texts = own_portal_texts,
                              .folder = folder,
                              .licences = all.licences};
        files.push_back({source.kind == PageKind::licences
                             ? licences_path(target.site, language)
                             : page_path(target.site / folder, catalogue, language),
                         write_page(page, source.page, problems, all.find_partial)});
        if (source.kind == PageKind::start && language == catalogue.languages.front()) {
            std::filesystem::path const path = target.site / "manifest.webmanifest";
            if (auto manifest = manifest_in(language, *texts, content_or_nothing(path))) {
                files.push_back({path, *std::move(manifest)});
            }
        }
    }
    return files;
}

// Pages of a folder in languages that the catalogue does not have.
std::vector<std::filesystem::path> unspoken_pages(std::filesystem::path const& folder,
                                                  Catalogue const& catalogue) {
    auto const others =
        std::ranges::subrange(catalogue.languages.begin() + 1, catalogue.languages.end());
    std::vector<std::filesystem::path> pages;
    for (Language const language : all_languages()) {
        if (std::ranges::find(others, language) == others.end()) {
            pages.push_back(folder / tag(language) / "index.html");
        }
    }
    return pages;
}

} // namespace

std::optional<PageTemplates> read_page_templates(std::optional<std::filesystem::path> const& folder,
                                                 std::filesystem::path const& site,
                                                 std::vector<Language> const& languages,
                                                 Report& report) {
    TemplateReader reader(folder, report);
    PageTemplates found;
    found.pages.push_back(read_site_page(reader, site, languages));
    if (std::error_code error; std::filesystem::exists(site / desk_folder / assets_file, error)) {
        found.pages.push_back(
            read_other_page(reader, PageKind::desk, site / desk_folder / assets_file, languages));
    }
    bool are_licences_valid = true;
    if (std::error_code error; std::filesystem::exists(site / licences_file, error)) {
        Template const file = reader.read_path(site / licences_file);
        auto licences = read_licences(file.file, file.text, report);
        are_licences_valid = licences.has_value();
        found.licences = std::move(licences).value_or(templates::List{});
        found.pages.push_back(
            read_other_page(reader, PageKind::licences, site / assets_file, languages));
    }
    found.find_partial = [folder](std::string_view name) -> std::optional<std::string> {
        std::error_code error;
        if (folder && std::filesystem::exists(*folder / name, error)) {
            std::istringstream no_input;
            auto text = read_file((*folder / name).string(), template_bytes_max, no_input);
            return text ? std::optional(*std::move(text)) : std::nullopt;
        }
        return own_template(name);
    };
    return reader.is_complete() && are_licences_valid ? std::optional(std::move(found))
                                                      : std::nullopt;
}

std::vector<FileToWrite> make_pages(PageTarget const& target, CatalogueFile const& source,
                                    PageTemplates const& page_templates, Report& report) {
    Catalogue const& catalogue = source.catalogue;
    std::vector<FileToWrite> files;
    ReportedProblems problems(report);
    for (PageTemplate const& page : page_templates.pages) {
        std::ranges::move(pages_of(page, target, catalogue, page_templates, problems),
                          std::back_inserter(files));
    }
    std::ranges::move(reduced_catalogues(target.site, source), std::back_inserter(files));
    if (auto styles = theme_styles(catalogue)) {
        files.push_back({target.site / theme_file, *std::move(styles)});
    }
    return files;
}

std::vector<std::filesystem::path> stale_folders(std::filesystem::path const& site,
                                                 Catalogue const& catalogue) {
    std::vector<std::filesystem::path> stale;
    for (Language const language : all_languages()) {
        std::filesystem::path const folder = site / tag(language);
        bool const has_page = page_path(site, catalogue, language).parent_path() == folder &&
                              std::ranges::count(catalogue.languages, language) > 0;
        std::error_code error;
        if (!has_page && std::filesystem::is_directory(folder, error) &&
            std::filesystem::is_empty(folder, error)) {
            stale.push_back(folder);
        }
    }
    return stale;
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
    for (Language const language : all_languages()) {
        if (std::ranges::count(catalogue.languages, language) == 0) {
            for (auto const& path :
                 {catalogue_path(site, language), licences_path(site, language)}) {
                stale.push_back(path);
                stale.push_back(compressed_copy(path));
            }
        }
    }
    for (auto const& folder : {site, site / desk_folder}) {
        for (auto const& page : unspoken_pages(folder, catalogue)) {
            stale.push_back(page);
            stale.push_back(compressed_copy(page));
        }
    }
    return stale;
}

} // namespace kontingent::cli
