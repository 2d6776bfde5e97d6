// Problems of templates and texts, noted as lines for a test to compare.
#pragma once

#include "templates/problems.hpp"
#include "tests/languages/names.hpp"

#include <string>

namespace kontingent::tests {

class NotedProblems : public templates::Problems {
public:
    void invalid_text(std::string_view file, Error const& error) override {
        text += std::string(file) + ":" + to_line(error, english) + "\n";
    }

    void unknown_argument(templates::Place place, std::string_view key,
                          std::string_view argument) override {
        text += std::string(place) + " unknown_argument " + std::string(key) + " " +
                std::string(argument) + "\n";
    }

    void unknown_name(templates::Place place, std::string_view name) override {
        text += std::string(place) + " unknown_name " + std::string(name) + "\n";
    }

    void unclosed(templates::Place place) override { text += std::string(place) + " unclosed\n"; }

    std::string text;
};

} // namespace kontingent::tests
