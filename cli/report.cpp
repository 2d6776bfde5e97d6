#include "cli/report.hpp"

#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"

#include <ostream>

namespace kontingent::cli {

void Report::add(std::string_view file, Fault const& fault) {
    add_line(std::string(file) + ":" + to_line(fault, language_));
}

void Report::add(std::string_view file, Faults const& faults) {
    for (Fault const& fault : faults) {
        add(file, fault);
    }
}

void Report::add_unreadable(std::string_view file, std::string_view reason) {
    add_line(filled(wording(language_).cannot_read, {file, reason}));
}

void Report::add_unwritable(std::string_view file, std::string_view reason) {
    add_line(filled(wording(language_).cannot_write, {file, reason}));
}

void Report::add_line(std::string_view line) {
    std::string text = plain(line);
    if (said_.insert(text).second) {
        lines_.push_back(std::move(text));
    }
}

void Report::print(std::ostream& err) const {
    for (std::string const& line : lines_) {
        err << line << '\n';
    }
}

} // namespace kontingent::cli
