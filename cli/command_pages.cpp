#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/pages/page_files.hpp"

#include <ostream>
#include <system_error>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    "pages", R"(usage: kontingent pages --site DIR [--catalogue FILE] [--templates DIR]
                        [--language de|en]

Writes the site's pages from a catalogue, a page a language: DIR/index.html in
its first, DIR/LL/index.html in every other. Compressed twins (.br) of what it
writes, and pages in languages the catalogue does not speak, are removed.

  --site DIR           the assembled site (build/site)
  --catalogue FILE     the catalogue to use from now on, copied to
                       DIR/catalogue.json, which is used unless given;
                       '-' is standard input
  --templates DIR      folder of page.html and page.LL.json, DIR/template of
                       the site unless given
  --language de|en     language of faults, German unless given
)"};

struct Folders {
    std::filesystem::path site;
    std::filesystem::path templates;
};

Folders folders_of(Arguments const& arguments) {
    std::filesystem::path const site(arguments.required("--site"));
    auto const templates = arguments.option("--templates");
    return {site, templates ? std::filesystem::path(*templates) : site / "template"};
}

// Everything that is to be written, or nothing where anything is wrong.
std::optional<std::vector<FileToWrite>> files_for(Folders const& folders, CatalogueFile const& file,
                                                  Report& report) {
    auto const templates = read_page_templates(folders.templates, file.catalogue.languages, report);
    if (!templates) {
        return std::nullopt;
    }
    auto files = make_pages(folders.site, file.catalogue, *templates, report);
    return report.is_empty() ? std::optional(std::move(files)) : std::nullopt;
}

void write_all(std::filesystem::path const& site, Catalogue const& catalogue,
               std::vector<FileToWrite> const& files, Report& report) {
    if (auto const fault = write_files(files)) {
        report.add_unwritable(fault->path.string(), fault->reason);
        return;
    }
    for (auto const& path : stale_files(site, catalogue, files)) {
        std::error_code error;
        std::filesystem::remove(path, error);
        if (error) {
            report.add_unwritable(path.string(), error.message());
        }
    }
}

} // namespace

ExitCode run_pages(Words words, Streams streams) {
    Syntax const syntax{.options = {{.name = "--site", .need = Need::required, .choices = {}},
                                    {.name = "--catalogue", .need = Need::optional, .choices = {}},
                                    {.name = "--templates", .need = Need::optional, .choices = {}},
                                    language_option()},
                        .file_count = 0};
    auto const parsed = arguments_of(help, syntax, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    Folders const folders = folders_of(arguments);
    std::filesystem::path const own_catalogue = folders.site / "catalogue.json";
    auto const given = arguments.option("--catalogue");
    Report report(language_of(arguments));
    auto const file =
        read_catalogue(given ? std::string(*given) : own_catalogue.string(), streams.in, report);
    auto files = file ? files_for(folders, *file, report) : std::nullopt;
    if (files) {
        if (given) {
            files->push_back({own_catalogue, file->text});
        }
        write_all(folders.site, file->catalogue, *files, report);
    }
    report.print(streams.err);
    if (!files || !report.is_empty()) {
        return ExitCode::wrong_input;
    }
    for (FileToWrite const& written : *files) {
        streams.out << written.path.string() << '\n';
    }
    return ExitCode::done;
}

} // namespace kontingent::cli
