// One page of the site in one language: the template, filled from the catalogue and the page's
// texts. The placeholders and blocks are described in site/PAGES.md.
#pragma once

#include "cli/pages/html.hpp"
#include "cli/pages/template.hpp"
#include "cli/pages/texts.hpp"
#include "cli/report.hpp"
#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"

#include <string>
#include <string_view>

namespace kontingent::cli {

// What every block is written from.
struct PageSource {
    Catalogue const& catalogue;
    Language language;
    Texts const& texts;
    std::string_view endpoint = {}; // where requests go; empty: `requests` of the site itself

    Html text(std::string_view key, TextArguments const& arguments = {}) const {
        return escaped(texts.text(key, arguments));
    }

    Html in_language(LocalizedText const& text) const { return escaped(text.in(language)); }
};

// links.cpp
Html alternate_links(PageSource const& page);
Html language_links(PageSource const& page);
// The way from the page's folder to the site's: "" or "../".
std::string_view root_of(PageSource const& page);

// The style sheet of the catalogue's own accent; nothing where it has none.
Html theme_link(PageSource const& page);

// packages_table.cpp
Html packages_table(PageSource const& page);

// reference.cpp
Html services_block(PageSource const& page);
Html levels_block(PageSource const& page);
Html answers_block(PageSource const& page);
Html contact_block(PageSource const& page);
Html imprint_block(PageSource const& page);
Html sample_note(PageSource const& page);

// form.cpp
Html package_options(PageSource const& page);
Html term_options(PageSource const& page);
Html level_options(PageSource const& page);
Html endpoint_address(PageSource const& page);
// " https://host" for the security policy; nothing where requests go to the site itself.
Html endpoint_source(PageSource const& page);
// "https://host:port" of an endpoint's address.
std::string_view origin_of(std::string_view endpoint);
// http or https, a host, and nothing that an address in a policy may not hold.
bool is_endpoint(std::string_view address);

// Errors go into the report; the page is worth writing only where it stays empty.
std::string write_page(PageSource const& page, Template const& page_template, Report& report);

// {seller}, {currency}, {vat}, {catalogue}
TextArguments common_arguments(Catalogue const& catalogue, Language language);

} // namespace kontingent::cli
