// What `kontingent --version` says: the program's version, and on request what it is made of.
#pragma once

#include <string>

namespace kontingent::cli {

// "kontingent 1.2.3", a line.
std::string version_line();

// The line, the compiler, and a line for each library in the program and for each in the site that
// belongs to it, with the version that was found when it was built.
std::string version_details();

} // namespace kontingent::cli
