#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/environment.hpp"
#include "cli/files.hpp"
#include "cli/pages/page.hpp"
#include "cli/pages/page_files.hpp"

#include <ostream>
#include <system_error>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    .name = "pages",
    .summary = "Write the site's pages from a catalogue",
    .details = R"(Writes one page for each language of the catalogue: DIR/index.html in its first,
DIR/LL/index.html in every other, and the catalogue in that language alone, which the
page loads: DIR/catalogue.LL.json. Compressed copies (.br) of these pages, and pages
in languages that the catalogue does not have, are removed. Where the site has the
desk (DIR/desk/assets.json), its pages are written the same way, and where it lists
licences (DIR/licences.json), a page of them in each language.)"};

struct Options {
    std::string site;
    std::optional<std::string> catalogue;
    std::optional<std::string> templates;
    std::string endpoint;
    std::string base_url;
    Language language = language_of_environment();
};

struct Job {
    PageTarget target;
    std::optional<std::filesystem::path> templates; // none: the program's own
};

Job job_of(Options const& options) {
    std::filesystem::path const site(options.site);
    return {.target = {.site = site, .endpoint = options.endpoint, .base_url = options.base_url},
            .templates = options.templates};
}

// Everything that is to be written, or nothing where anything is wrong.
std::optional<std::vector<FileToWrite>> files_for(Job const& job, CatalogueFile const& file,
                                                  Report& report) {
    auto const templates =
        read_page_templates(job.templates, job.target.site, file.catalogue.languages, report);
    if (!templates) {
        return std::nullopt;
    }
    auto files = make_pages(job.target, file, *templates, report);
    return report.is_empty() ? std::optional(std::move(files)) : std::nullopt;
}

void write_all(std::filesystem::path const& site, Catalogue const& catalogue,
               std::vector<FileToWrite> const& files, Report& report) {
    if (auto const error = write_files(files)) {
        report.add_unwritable(error->path.string(), error->reason);
        return;
    }
    auto const remove_all = [&report](std::vector<std::filesystem::path> const& paths) {
        for (auto const& path : paths) {
            std::error_code error;
            std::filesystem::remove(path, error);
            if (error) {
                report.add_unwritable(path.string(), error.message());
            }
        }
    };
    remove_all(stale_files(site, catalogue, files));
    remove_all(stale_folders(site, catalogue));
}

ExitCode run(Options const& options, Streams streams) {
    Job const job = job_of(options);
    if (!job.target.endpoint.empty() && !is_endpoint(job.target.endpoint)) {
        return wrong_usage("kontingent pages",
                           "--endpoint: '" + options.endpoint +
                               "' is not an address like https://requests.example.com/requests",
                           streams);
    }
    if (!options.base_url.empty() &&
        (!is_endpoint(options.base_url) || !options.base_url.ends_with('/'))) {
        return wrong_usage("kontingent pages",
                           "--base-url: '" + options.base_url +
                               "' is not an address like https://www.example.com/support/",
                           streams);
    }
    std::filesystem::path const own_catalogue = job.target.site / "catalogue.json";
    Report report(options.language);
    auto const file =
        read_catalogue(options.catalogue.value_or(own_catalogue.string()), streams.in, report);
    auto files = file ? files_for(job, *file, report) : std::nullopt;
    if (files) {
        if (options.catalogue) {
            files->push_back({own_catalogue, file->text});
        }
        write_all(job.target.site, file->catalogue, *files, report);
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

} // namespace

void add_pages(CommandLine& program) {
    auto const options = std::make_shared<Options>();
    program.command(help)
        .required({.name = "--site", .value = "DIR", .text = "the assembled site (build/site)"},
                  options->site)
        .optional({.name = "--catalogue",
                   .value = "FILE",
                   .text = "the catalogue to use from now on, copied to DIR/catalogue.json;\n"
                           "that file unless given; '-' is standard input"},
                  options->catalogue)
        .optional({.name = "--templates",
                   .value = "DIR",
                   .text = "folder of page.html and page.LL.json, and of desk.html;\n"
                           "the program's own unless given"},
                  options->templates)
        .optional({.name = "--endpoint",
                   .value = "URL",
                   .text = "where requests are sent, http(s)://…;\n"
                           "/requests of the site's own server unless given"},
                  options->endpoint)
        .optional({.name = "--base-url",
                   .value = "URL",
                   .text = "the site's own address, http(s)://…/; search engines then get\n"
                           "absolute addresses of the pages"},
                  options->base_url)
        .language("language of errors, that of the environment unless given", options->language)
        .runs([options](Streams streams) { return run(*options, streams); });
}

} // namespace kontingent::cli
