#include "cli/pages/page.hpp"

namespace kontingent::cli {
namespace {

bool is_first(Catalogue const& catalogue, Language language) {
    return catalogue.languages.front() == language;
}

// From the page's folder to that of the page in the first language.
std::string_view start_of(PageSource const& page) {
    return is_first(page.catalogue, page.language) ? "" : "../";
}

// From the folder of this page to the folder of the page in another language.
std::string way_to(PageSource const& page, Language target) {
    if (page.language == target) {
        return "./";
    }
    std::string const start(start_of(page));
    return is_first(page.catalogue, target) ? start : start + std::string(tag(target)) + "/";
}

// From the site's folder to the folder of the page in a language.
std::string folder_of(PageSource const& page, Language target) {
    return is_first(page.catalogue, target) ? "" : std::string(tag(target)) + "/";
}

std::string address_of(PageSource const& page, Language target) {
    return page.base_url.empty() ? way_to(page, target)
                                 : std::string(page.base_url) + folder_of(page, target);
}

std::string in_capitals(std::string_view text) {
    std::string capitals;
    for (char const letter : text) {
        capitals += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return capitals;
}

} // namespace

std::string root_of(PageSource const& page) {
    return std::string(start_of(page)) + (page.folder.empty() ? "" : "../");
}

templates::List alternate_links(PageSource const& page) {
    templates::List links;
    if (page.catalogue.languages.size() == 1) {
        return links; // nothing to choose from
    }
    for (Language const language : page.catalogue.languages) {
        links.push_back({{"hreflang", tag(language)}, {"href", address_of(page, language)}});
    }
    links.push_back(
        {{"hreflang", "x-default"}, {"href", address_of(page, page.catalogue.languages.front())}});
    return links;
}

std::string canonical_address(PageSource const& page) {
    return page.base_url.empty() ? "" : address_of(page, page.language);
}

templates::List language_links(PageSource const& page) {
    templates::List links;
    for (Language const language : page.catalogue.languages) {
        std::string const code(tag(language));
        links.push_back({{"href", way_to(page, language)},
                         {"code", code},
                         {"capitals", in_capitals(code)},
                         {"name", name_of(language)},
                         {"is_current", language == page.language}});
    }
    return links;
}

} // namespace kontingent::cli
