#include "cli/pages/page.hpp"
#include "cli/pages/theme.hpp"

namespace kontingent::cli {
namespace {

bool is_first(Catalogue const& catalogue, Language language) {
    return catalogue.languages.front() == language;
}

// From the folder of this page to the folder of the page in another language.
std::string way_to(PageSource const& page, Language target) {
    if (page.language == target) {
        return "./";
    }
    std::string const root(root_of(page));
    return is_first(page.catalogue, target) ? root : root + std::string(tag(target)) + "/";
}

std::string in_capitals(std::string_view text) {
    std::string capitals;
    for (char const letter : text) {
        capitals += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
    return capitals;
}

Html alternate_link(std::string_view hreflang, std::string_view href) {
    Html link;
    link << "<link rel=\"alternate\" hreflang=\"" << escaped(hreflang) << "\" href=\""
         << escaped(href) << "\">";
    return link;
}

} // namespace

std::string_view root_of(PageSource const& page) {
    return is_first(page.catalogue, page.language) ? "" : "../";
}

Html alternate_links(PageSource const& page) {
    Html links;
    for (Language const language : page.catalogue.languages) {
        links << alternate_link(tag(language), way_to(page, language)) << "\n";
    }
    return links << alternate_link("x-default", way_to(page, page.catalogue.languages.front()));
}

Html language_links(PageSource const& page) {
    Html links;
    for (Language const language : page.catalogue.languages) {
        Html const code = escaped(tag(language));
        links << "<a href=\"" << escaped(way_to(page, language)) << "\" hreflang=\"" << code
              << "\" lang=\"" << code << "\"";
        if (language == page.language) {
            links << " aria-current=\"true\"";
        }
        links << ">" << escaped(in_capitals(tag(language))) << "<span class=\"visually-hidden\"> – "
              << page.text("language." + std::string(tag(language))) << "</span></a>";
    }
    return links;
}

Html theme_link(PageSource const& page) {
    Html link;
    if (page.catalogue.accent_rgb) {
        link << "<link rel=\"stylesheet\" href=\"" << escaped(root_of(page)) << escaped(theme_file)
             << "\">";
    }
    return link;
}

} // namespace kontingent::cli
