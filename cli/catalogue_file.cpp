#include "cli/catalogue_file.hpp"

#include "cli/files.hpp"

namespace kontingent::cli {

std::optional<CatalogueFile> read_catalogue(std::string_view path, std::istream& in,
                                            Report& report) {
    auto text = read_file(path, catalogue_bytes_max, in);
    if (!text) {
        report.add_unreadable(path, text.error());
        return std::nullopt;
    }
    auto catalogue = parse_catalogue(*text);
    if (!catalogue) {
        report.add(path, catalogue.error());
        return std::nullopt;
    }
    return CatalogueFile{*std::move(text), *std::move(catalogue)};
}

} // namespace kontingent::cli
