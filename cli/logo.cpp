#include "cli/logo.hpp"

#include "cli/files.hpp"
#include "core/document/steps.hpp"
#include "documents/pdf/picture.hpp"

#include <filesystem>
#include <sstream>

namespace kontingent::cli {

std::optional<std::string> read_logo(std::string const& catalogue_path, Seller const& seller,
                                     Report& report) {
    if (seller.logo.empty()) {
        return std::string();
    }
    std::string const file =
        (std::filesystem::path(catalogue_path).parent_path() / seller.logo).string();
    std::istringstream none;
    auto bytes = read_file(file, logo_bytes_max, none);
    if (!bytes) {
        report.add_unreadable(file, bytes.error());
        return std::nullopt;
    }
    if (!documents::pdf::read_picture(*bytes)) {
        report.add_line(catalogue_path + ": " +
                        sentence(Refusal{RefusalCode::bad_logo, seller.logo}, report.language()));
        return std::nullopt;
    }
    return *std::move(bytes);
}

} // namespace kontingent::cli
