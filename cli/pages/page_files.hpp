// The pages of a site as files: what is read, what is written, and what has become stale.
#pragma once

#include "cli/catalogue_file.hpp"
#include "cli/files.hpp"
#include "cli/report.hpp"
#include "core/catalogue/catalogue.hpp"
#include "templates/template.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace kontingent::cli {

using templates::Template;

enum class PageKind : std::uint8_t { start, desk, licences };

// A page's template, its texts in each language, and the names under which the site publishes its
// files.
struct PageTemplate {
    PageKind kind = PageKind::start;
    Template page;

    struct TextsFile {
        Language language;
        Template file; // JSON
    };

    std::vector<TextsFile> texts;
    Template assets; // JSON
};

struct PageTemplates {
    std::vector<PageTemplate> pages; // the start page's, and the others' where the site has them
    templates::List licences;        // as read_licences() has them
    templates::FindPartial find_partial;
};

// page.html and page.LL.json of a folder, or the program's own where there is none; assets.json of
// the site. For the desk desk.html, and desk/assets.json; licences.html, and licences.json.
std::optional<PageTemplates> read_page_templates(std::optional<std::filesystem::path> const& folder,
                                                 std::filesystem::path const& site,
                                                 std::vector<Language> const& languages,
                                                 Report& report);

// What the pages are made for.
struct PageTarget {
    std::filesystem::path site;
    std::string_view endpoint = {}; // as PageSource has it
    std::string_view base_url = {}; // as PageSource has it
};

// index.html of the first language, LL/index.html of every other; the same below desk/ where the
// site has a desk; licences.LL.html of each language where the site has a list of licences; the
// catalogue that each page loads, catalogue.LL.json; the manifest, in the first language. Only
// worth writing where the report stays empty.
std::vector<FileToWrite> make_pages(PageTarget const& target, CatalogueFile const& source,
                                    PageTemplates const& templates, Report& report);

// Pages in languages that the catalogue does not have (any more), and the compressed copies of
// files just written.
std::vector<std::filesystem::path> stale_files(std::filesystem::path const& site,
                                               Catalogue const& catalogue,
                                               std::vector<FileToWrite> const& written);
// Once those are gone: empty folders of languages that have no page in one.
std::vector<std::filesystem::path> stale_folders(std::filesystem::path const& site,
                                                 Catalogue const& catalogue);

} // namespace kontingent::cli
