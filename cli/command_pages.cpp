#include "cli/catalogue_file.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "cli/pages/page.hpp"
#include "cli/pages/page_files.hpp"

#include <ostream>
#include <system_error>

namespace kontingent::cli {
namespace {

constexpr CommandHelp help{
    "pages", R"(usage: kontingent pages --site DIR [--catalogue FILE] [--templates DIR]
                        [--endpoint URL] [--language de|en]

Writes the site's pages from a catalogue, a page a language: DIR/index.html in
its first, DIR/LL/index.html in every other. Compressed twins (.br) of what it
writes, and pages in languages the catalogue does not speak, are removed.

  --site DIR           the assembled site (build/site)
  --catalogue FILE     the catalogue to use from now on, copied to
                       DIR/catalogue.json, which is used unless given;
                       '-' is standard input
  --templates DIR      folder of page.html and page.LL.json, DIR/template of
                       the site unless given
  --endpoint URL       where requests are sent, http(s)://…; /requests of the
                       site's own server unless given
  --language de|en     language of errors, German unless given
)"};

struct Job {
    PageTarget target;
    std::filesystem::path templates;
};

Job job_of(Arguments const& arguments) {
    std::filesystem::path const site(arguments.required("--site"));
    auto const templates = arguments.option("--templates");
    return {.target = {.site = site, .endpoint = arguments.option("--endpoint").value_or("")},
            .templates = templates ? std::filesystem::path(*templates) : site / "template"};
}

// Everything that is to be written, or nothing where anything is wrong.
std::optional<std::vector<FileToWrite>> files_for(Job const& job, CatalogueFile const& file,
                                                  Report& report) {
    auto const templates = read_page_templates(job.templates, file.catalogue.languages, report);
    if (!templates) {
        return std::nullopt;
    }
    auto files = make_pages(job.target, file.catalogue, *templates, report);
    return report.is_empty() ? std::optional(std::move(files)) : std::nullopt;
}

void write_all(std::filesystem::path const& site, Catalogue const& catalogue,
               std::vector<FileToWrite> const& files, Report& report) {
    if (auto const error = write_files(files)) {
        report.add_unwritable(error->path.string(), error->reason);
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
                                    {.name = "--endpoint", .need = Need::optional, .choices = {}},
                                    language_option()},
                        .file_count = 0};
    auto const parsed = arguments_of(help, syntax, words, streams);
    if (auto const* code = std::get_if<ExitCode>(&parsed)) {
        return *code;
    }
    auto const& arguments = std::get<Arguments>(parsed);
    Job const job = job_of(arguments);
    if (!job.target.endpoint.empty() && !is_endpoint(job.target.endpoint)) {
        streams.err << "kontingent pages: --endpoint takes an address like "
                       "https://requests.example.com/requests\n";
        return ExitCode::wrong_usage;
    }
    std::filesystem::path const own_catalogue = job.target.site / "catalogue.json";
    auto const given = arguments.option("--catalogue");
    Report report(language_of(arguments));
    auto const file =
        read_catalogue(given ? std::string(*given) : own_catalogue.string(), streams.in, report);
    auto files = file ? files_for(job, *file, report) : std::nullopt;
    if (files) {
        if (given) {
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

} // namespace kontingent::cli
