// A folder with an assembled site, before and after `kontingent pages`.
#pragma once

#include "tests/cli/files.hpp"
#include "tests/cli/program_run.hpp"

#include <string>

namespace kontingent::tests {

// As assemble.mjs writes it.
std::string asset_names();
std::string golden_catalogue();
// An assembled site before its pages are written.
void make_site(Folder const& site);
ProgramRun write_pages(Folder const& site);
bool holds(std::string const& text, std::string const& part);

} // namespace kontingent::tests
