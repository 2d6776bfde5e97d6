#include "endpoint/base/request_words.hpp"

#include "endpoint/base/logged_problems.hpp"

namespace kontingent::endpoint {

RequestWords::RequestWords(Language language)
    : language_(language),
      own_(logged_texts("request", language)),
      page_(logged_texts("page", language)) {}

std::string RequestWords::text(std::string_view key,
                               templates::TextArguments const& arguments) const {
    return own_.text(key, arguments);
}

std::string RequestWords::field(RequestField const& field) const {
    return page_.text("form." + std::string(field.name));
}

std::string RequestWords::kind(std::string_view name) const {
    return name.empty() ? std::string{} : own_.text("kind." + std::string(name));
}

std::string RequestWords::price(std::string_view name) const {
    return name.empty() ? std::string{} : own_.text("price." + std::string(name));
}

} // namespace kontingent::endpoint
