// Errors on their way to standard error: a line each, "FILE:LINE:COLUMN: code pointer: sentence".
#pragma once

#include "core/base/error.hpp"
#include "core/base/language.hpp"

#include <iosfwd>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace kontingent::cli {

class Report {
public:
    explicit Report(Language language) : language_(language) {}

    Language language() const { return language_; }

    bool is_empty() const { return lines_.empty(); }

    void add(std::string_view file, Error const& error);
    void add(std::string_view file, Errors const& errors);
    void add_unreadable(std::string_view file, std::string_view reason);
    void add_unwritable(std::string_view file, std::string_view reason);
    // A line that was already added is not repeated.
    void add_line(std::string_view line);

    void print(std::ostream& err) const;

private:
    Language language_;
    std::vector<std::string> lines_;
    std::unordered_set<std::string> said_;
};

} // namespace kontingent::cli
