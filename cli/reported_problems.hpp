// Problems of templates and texts as lines of the program's report.
#pragma once

#include "cli/report.hpp"
#include "cli/text/wording.hpp"
#include "templates/problems.hpp"

#include <string>
#include <string_view>

namespace kontingent::cli {

class ReportedProblems : public templates::Problems {
public:
    explicit ReportedProblems(Report& report)
        : report_(report), words_(wording(report.language())) {}

    void invalid_text(std::string_view file, Error const& error) override {
        report_.add(file, error);
    }

    void unknown_argument(templates::Place place, std::string_view key,
                          std::string_view argument) override {
        report_.add_line(std::string(place) + ": unknown_argument /" + std::string(key) + ": " +
                         filled(words_.unknown_argument, {argument}));
    }

    void unknown_name(templates::Place place, std::string_view name) override {
        report_.add_line(std::string(place) +
                         ": unknown_placeholder: " + filled(words_.unknown_placeholder, {name}));
    }

    void unclosed(templates::Place place) override {
        report_.add_line(std::string(place) +
                         ": open_placeholder: " + std::string(words_.open_placeholder));
    }

private:
    Report& report_;
    Wording const& words_;
};

} // namespace kontingent::cli
