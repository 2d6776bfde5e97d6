#include "cli/pages/licence_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <sstream>
#include <string>

namespace kontingent::cli {
namespace {

constexpr std::size_t bytes_max = 16U << 20U;

struct Places {
    std::filesystem::path shown;
    std::filesystem::path kept;
    bool is_spoken = false;

    std::filesystem::path const& right() const { return is_spoken ? shown : kept; }

    std::filesystem::path const& wrong() const { return is_spoken ? kept : shown; }
};

std::vector<Places> all_places(std::filesystem::path const& site,
                               std::vector<Language> const& spoken) {
    std::vector<Places> all;
    for (Language const language : all_languages()) {
        std::string const name = "licences." + std::string(tag(language)) + ".html";
        all.push_back({.shown = site / name,
                       .kept = site / "assets" / name,
                       .is_spoken = std::ranges::find(spoken, language) != spoken.end()});
    }
    return all;
}

bool is_there(std::filesystem::path const& path) {
    std::error_code error;
    return std::filesystem::exists(path, error);
}

} // namespace

std::vector<FileToWrite> moved_licence_pages(std::filesystem::path const& site,
                                             std::vector<Language> const& spoken) {
    std::vector<FileToWrite> moved;
    for (Places const& places : all_places(site, spoken)) {
        std::istringstream no_input;
        if (is_there(places.right()) || !is_there(places.wrong())) {
            continue;
        }
        if (auto text = read_file(places.wrong().string(), bytes_max, no_input)) {
            moved.push_back({places.right(), *std::move(text)});
        }
    }
    return moved;
}

std::vector<std::filesystem::path> stale_licence_pages(std::filesystem::path const& site,
                                                       std::vector<Language> const& spoken) {
    std::vector<std::filesystem::path> stale;
    for (Places const& places : all_places(site, spoken)) {
        // One that could not be read stays where it is.
        if (is_there(places.right())) {
            stale.push_back(places.wrong());
            stale.push_back(std::filesystem::path(places.wrong()) += ".br");
        }
    }
    return stale;
}

} // namespace kontingent::cli
