// The pages with the licences, which are written when the site is assembled, in every language. The
// site has those of its catalogue's languages; the others wait among the assets, as all else of
// their languages does, for a catalogue that speaks them.
#pragma once

#include "cli/files.hpp"
#include "core/base/language.hpp"

#include <filesystem>
#include <vector>

namespace kontingent::cli {

// Pages that have to go to their other place: what is written there …
std::vector<FileToWrite> moved_licence_pages(std::filesystem::path const& site,
                                             std::vector<Language> const& spoken);
// … and what is then left over, whether it exists or not.
std::vector<std::filesystem::path> stale_licence_pages(std::filesystem::path const& site,
                                                       std::vector<Language> const& spoken);

} // namespace kontingent::cli
