#include "cli/report.hpp"

#include "cli/text/plain.hpp"
#include "cli/text/wording.hpp"

#include <ostream>

namespace kontingent::cli {

void Report::add(std::string_view file, Error const& error) {
    add_line(std::string(file) + ":" + to_line(error, language_));
}

void Report::add(std::string_view file, Errors const& errors) {
    for (Error const& error : errors) {
        add(file, error);
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
