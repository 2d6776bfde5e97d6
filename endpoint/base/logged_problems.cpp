#include "endpoint/base/logged_problems.hpp"

#include "endpoint/base/log.hpp"
#include "templates/embedded.hpp"

#include <string>
#include <utility>

namespace kontingent::endpoint {

namespace {

class LoggedProblems : public templates::Problems {
public:
    void invalid_text(std::string_view file, Error const& error) override {
        add(std::string(file) + " " + to_line(error, Language{}));
    }

    void unknown_argument(templates::Place place, std::string_view key,
                          std::string_view argument) override {
        add(std::string(place) + " " + std::string(key) + " {" + std::string(argument) + "}");
    }

    void unknown_name(templates::Place place, std::string_view name) override {
        add(std::string(place) + " " + std::string(name));
    }

    void unclosed(templates::Place place) override { add(std::string(place)); }

private:
    static void add(std::string reason) {
        log({.level = LogLevel::error,
             .event = "template_problem",
             .values = {{"reason", std::move(reason)}}});
    }
};

} // namespace

templates::Problems& logged_problems() {
    static LoggedProblems logged;
    return logged;
}

templates::Texts logged_texts(std::string_view file, Language language) {
    std::string const name = std::string(file) + "." + std::string(tag(language)) + ".json";
    auto texts =
        templates::Texts::parse(name, templates::embedded(name).value_or("{}"), logged_problems());
    return texts ? *std::move(texts) : *templates::Texts::parse(name, "{}", logged_problems());
}

} // namespace kontingent::endpoint
