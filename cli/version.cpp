#include "cli/version.hpp"

#include "cli/components.hpp"

namespace kontingent::cli {
namespace {

std::string lines_of(Part part) {
    std::string lines;
    for (Component const& component : components()) {
        if (component.part == part) {
            lines.append("  ").append(component.name).append(" ").append(component.version);
            lines += '\n';
        }
    }
    return lines;
}

} // namespace

std::string version_line() {
    return "kontingent " + std::string(program_version()) + '\n';
}

std::string version_details() {
    return version_line() + "Compiler: " + std::string(compiler()) + "\nIn the program:\n" +
           lines_of(Part::program) + "In the site:\n" + lines_of(Part::site);
}

} // namespace kontingent::cli
