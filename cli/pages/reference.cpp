// What the page says of the catalogue besides prices: services, levels, answers.
#include "cli/pages/page.hpp"
#include "core/base/format.hpp"

#include <algorithm>
#include <iterator>

namespace kontingent::cli {

templates::List services(PageSource const& page) {
    templates::List services;
    for (Service const& service : page.catalogue.services) {
        services.push_back({{"name", service.name.in(page.language)},
                            {"description", service.description.in(page.language)}});
    }
    return services;
}

templates::List levels(PageSource const& page) {
    templates::List levels;
    for (SupportLevel const& level : page.catalogue.levels) {
        templates::List examples;
        for (LocalizedText const& example : level.examples) {
            examples.push_back({{"example", example.in(page.language)}});
        }
        std::string const number = format_integer(level.level, page.language);
        levels.push_back({{"number", number},
                          {"label", page.texts.text("level.number", {{"level", number}})},
                          {"name", level.name.in(page.language)},
                          {"definition", level.definition.in(page.language)},
                          {"has_examples", !examples.empty()},
                          {"examples", std::move(examples)}});
    }
    return levels;
}

templates::List answers(PageSource const& page) {
    templates::List answers;
    for (Answer const& answer : page.catalogue.faq) {
        answers.push_back({{"question", answer.question.in(page.language)},
                           {"answer", answer.answer.in(page.language)}});
    }
    return answers;
}

std::string phone_number(std::string_view written) {
    std::string number;
    std::ranges::copy_if(written, std::back_inserter(number), [&number](char sign) {
        return (sign >= '0' && sign <= '9') || (sign == '+' && number.empty());
    });
    return number;
}

} // namespace kontingent::cli
