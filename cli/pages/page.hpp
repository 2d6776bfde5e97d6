// One page of the site in one language: the template, filled from the catalogue and the page's
// texts. The placeholders and blocks are described in site/PAGES.md.
#pragma once

#include "core/base/language.hpp"
#include "core/catalogue/catalogue.hpp"
#include "templates/template.hpp"

#include <span>
#include <string>
#include <string_view>

namespace kontingent::cli {

using templates::Template;
using templates::TextArguments;
using templates::Texts;

// What every block is written from.
struct PageSource {
    Catalogue const& catalogue;
    Language language;
    Texts const& texts;
    Texts const& assets;            // the published name of each file by its plain one
    std::string_view endpoint = {}; // where requests go; empty: `requests` of the site itself
    std::string_view base_url =
        {}; // where the site will be, with a slash at the end; empty: unknown
    std::string_view own_portal_texts = {}; // see templates/own_texts.hpp
    std::string_view folder = {}; // of the pages within the site, "desk/"; empty: the site itself
    std::span<templates::Object const> licences = {}; // see licence_pages.hpp

    std::string text(std::string_view key, TextArguments const& arguments = {}) const {
        return texts.text(key, arguments);
    }
};

// links.cpp
// Absolute where the site's address is known.
templates::List alternate_links(PageSource const& page);
// The page's own address; empty where the site's is unknown.
std::string canonical_address(PageSource const& page);
templates::List language_links(PageSource const& page);
// From the page's folder to the site's: "", "../" or "../../".
std::string root_of(PageSource const& page);

// packages.cpp: what page-packages.html is filled with.
templates::Object packages(PageSource const& page);

// reference.cpp
templates::List services(PageSource const& page);
templates::List levels(PageSource const& page);
templates::List answers(PageSource const& page);
// The number of a "tel:" link.
std::string phone_number(std::string_view written);

// form.cpp
templates::List package_options(PageSource const& page);
templates::List term_options(PageSource const& page);
templates::List level_options(PageSource const& page);
templates::List form_fields(PageSource const& page);
// What a request for a package says of the work.
templates::List work_fields(PageSource const& page);
std::string endpoint_address(PageSource const& page);
// " https://host" for the security policy; empty where requests go to the site itself.
std::string endpoint_source(PageSource const& page);
// "https://host:port" of an endpoint's address.
std::string_view origin_of(std::string_view endpoint);
// http or https, a host, and nothing that an address in a policy may not hold.
bool is_endpoint(std::string_view address);

// The page is worth writing only where there were no problems.
std::string write_page(PageSource const& page, Template const& page_template,
                       templates::Problems& problems, templates::FindPartial const& find_partial);

} // namespace kontingent::cli
