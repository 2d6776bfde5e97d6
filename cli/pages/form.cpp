// What the plain request form asks and offers to choose from, and where it goes.
#include "cli/pages/page.hpp"
#include "core/base/format.hpp"
#include "templates/request_field.hpp"

#include <algorithm>

namespace kontingent::cli {

templates::List package_options(PageSource const& page) {
    templates::List options;
    for (Offer const& offer : page.catalogue.offers) {
        if (offer.is_package()) {
            options.push_back({{"value", offer.id}, {"label", offer.name.in(page.language)}});
        }
    }
    return options;
}

templates::List term_options(PageSource const& page) {
    templates::List options;
    for (Term const& term : page.catalogue.terms) {
        std::string const number = format_integer(term.months, page.language);
        options.push_back(
            {{"value", std::to_string(term.months)},
             {"label",
              page.texts.counted("months", plural_of(term.months, false, page.language), number)}});
    }
    return options;
}

templates::List level_options(PageSource const& page) {
    templates::List options;
    for (SupportLevel const& level : page.catalogue.levels) {
        std::string const number = format_integer(level.level, page.language);
        options.push_back({{"value", std::to_string(level.level)},
                           {"label", page.texts.text("level.number", {{"level", number}}) + " · " +
                                         level.name.in(page.language)}});
    }
    return options;
}

templates::List form_fields(PageSource const& page) {
    templates::List fields;
    for (RequestField const& field : request_fields) {
        fields.push_back(templates::request_field(field, page.texts));
    }
    return fields;
}

templates::List work_fields(PageSource const& page) {
    templates::List fields;
    for (WorkField const& field : kontingent::work_fields(page.catalogue)) {
        fields.push_back(templates::work_field(field, page.catalogue, page.language, page.texts));
    }
    return fields;
}

std::string endpoint_address(PageSource const& page) {
    return page.endpoint.empty() ? root_of(page) + "requests" : std::string(page.endpoint);
}

std::string endpoint_source(PageSource const& page) {
    return page.endpoint.empty() ? "" : " " + std::string(origin_of(page.endpoint));
}

std::string_view origin_of(std::string_view endpoint) {
    std::size_t const host = endpoint.find("://");
    return host == std::string_view::npos ? endpoint
                                          : endpoint.substr(0, endpoint.find('/', host + 3));
}

bool is_endpoint(std::string_view address) {
    auto const is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("-._~:/[]%").find(c) != std::string_view::npos;
    };
    for (std::string_view const scheme : {"https://", "http://"}) {
        if (address.starts_with(scheme)) {
            std::string_view const rest = address.substr(scheme.size());
            return !rest.empty() && rest.front() != '/' && std::ranges::all_of(rest, is_plain);
        }
    }
    return false;
}

} // namespace kontingent::cli
