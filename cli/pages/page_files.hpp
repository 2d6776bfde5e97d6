// The pages of a site as files: what is read, what is written, and what has become stale.
#pragma once

#include "cli/files.hpp"
#include "cli/pages/template.hpp"
#include "cli/report.hpp"
#include "core/catalogue/catalogue.hpp"

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace kontingent::cli {

// page.html and page.LL.json of a folder.
struct PageTemplates {
    Template page;

    struct TextsFile {
        Language language = Language::german;
        Template file; // JSON
    };

    std::vector<TextsFile> texts;
};

std::optional<PageTemplates> read_page_templates(std::filesystem::path const& folder,
                                                 std::vector<Language> const& languages,
                                                 Report& report);

// What the pages are made for.
struct PageTarget {
    std::filesystem::path site;
    std::string_view endpoint = {}; // as PageSource has it
};

// index.html of the first language, LL/index.html of every other. Only worth writing where the
// report stays empty.
std::vector<FileToWrite> make_pages(PageTarget const& target, Catalogue const& catalogue,
                                    PageTemplates const& templates, Report& report);

// Pages in languages that the catalogue does not speak (any more), and the compressed twins of
// files just written.
std::vector<std::filesystem::path> stale_files(std::filesystem::path const& site,
                                               Catalogue const& catalogue,
                                               std::vector<FileToWrite> const& written);

} // namespace kontingent::cli
