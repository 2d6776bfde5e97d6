// What the plain request form offers to choose from, and where it goes.
#include "cli/pages/page.hpp"
#include "core/base/format.hpp"

#include <algorithm>

namespace kontingent::cli {
namespace {

Html option(std::string_view value, Html const& shown) {
    Html html("<option value=\"");
    return html << escaped(value) << "\">" << shown << "</option>\n";
}

} // namespace

Html package_options(PageSource const& page) {
    Html options;
    for (Package const& package : page.catalogue.packages) {
        options << option(package.id, page.in_language(package.name));
    }
    return options;
}

Html term_options(PageSource const& page) {
    Html options;
    for (Term const& term : page.catalogue.terms) {
        std::string const number = format_integer(term.months, page.language);
        options << option(std::to_string(term.months),
                          escaped(page.texts.counted("months", term.months, number)));
    }
    return options;
}

Html level_options(PageSource const& page) {
    Html options;
    for (SupportLevel const& level : page.catalogue.levels) {
        std::string const number = format_integer(level.level, page.language);
        Html shown = page.text("level.number", {{"level", number}});
        shown << " · " << page.in_language(level.name);
        options << option(std::to_string(level.level), shown);
    }
    return options;
}

Html endpoint_address(PageSource const& page) {
    if (page.endpoint.empty()) {
        return escaped(std::string(root_of(page)) + "requests");
    }
    return escaped(page.endpoint);
}

Html endpoint_source(PageSource const& page) {
    Html source;
    if (!page.endpoint.empty()) {
        source << " " << escaped(origin_of(page.endpoint));
    }
    return source;
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
