// What mail and CSV call the parts of a request, in one language.
#pragma once

#include "core/request/request_fields.hpp"
#include "templates/texts.hpp"

#include <string>
#include <string_view>

namespace kontingent::endpoint {

class RequestWords {
public:
    explicit RequestWords(Language language);

    Language language() const { return language_; }

    // Of languages/LL/request.json.
    std::string text(std::string_view key, templates::TextArguments const& arguments = {}) const;
    // As the form calls it.
    std::string field(RequestField const& field) const;
    // "package" and "differs" in words; empty where the name is.
    std::string kind(std::string_view name) const;
    std::string price(std::string_view name) const;

private:
    Language language_;
    templates::Texts own_;
    templates::Texts page_;
};

} // namespace kontingent::endpoint
